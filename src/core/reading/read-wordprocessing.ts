import { AppError } from '../../shared/errors.ts'
import type { OpenPackage } from './open-package.ts'
import { mainPart, relationships } from './package-parts.ts'
import { readParagraphs } from './read-paragraphs.ts'
import { readAuthor, readDate } from './tracked-changes.ts'
import type { WordComment, WordDocument, WordParagraph } from './word-document.ts'

const longestComment = 10_000

function textOf(paragraphs: readonly WordParagraph[]): string {
  return paragraphs
    .map(({ runs }) => runs.map((run) => (run.kind === 'text' && run.change?.kind !== 'deleted' ? run.text : '')).join(''))
    .join('\n')
    .trim()
}

/**
 * Reads the text of a Word file: paragraphs with their bookmarks, tracked changes and comments. Headers, footers and text boxes are left out.
 * Throws `fileForeign` when the package is no Word document, `fileNotReadable` when it is damaged, `fileTooLarge` when it is beyond any agreement.
 */
export function readWordprocessing(opened: OpenPackage): WordDocument {
  const main = mainPart(opened)
  const related = relationships(opened, main)
  const part = (type: string): string | undefined => {
    const found = related.find((relationship) => relationship.type === type)
    return found === undefined ? undefined : opened.readText(found.target)
  }
  const comments = new Map<string, WordComment>()
  const commentsXml = part('comments')
  for (const [id, { attributes, paragraphs }] of commentsXml === undefined ? [] : readParagraphs(commentsXml).byId) {
    comments.set(id, { author: readAuthor(attributes['w:author']), date: readDate(attributes['w:date']), text: textOf(paragraphs).slice(0, longestComment) })
  }
  const { root, paragraphs, textBoxes } = readParagraphs(opened.readText(main) ?? '', (id) => comments.get(id))
  if (root !== 'w:document') throw new AppError('fileForeign', { details: { reason: 'noWordFile' } })
  const footnotesXml = part('footnotes')
  const footnotes = new Map<string, readonly WordParagraph[]>()
  for (const [id, note] of footnotesXml === undefined ? [] : readParagraphs(footnotesXml).byId) footnotes.set(id, note.paragraphs)
  return { paragraphs, footnotes, textBoxes }
}
