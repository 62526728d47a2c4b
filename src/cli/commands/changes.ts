import type { TemplateFolders } from '../../core/content/read-sources.ts'
import { reopenFile } from '../../core/embedding/reopen-file.ts'
import { draftDocument } from '../../core/returned/draft-document.ts'
import { type FoundChange, type FoundChanges } from '../../core/returned/find-changes.ts'
import { importAndCompare } from '../../core/returned/import-and-compare.ts'
import { fromExportedFile } from '../exported-file.ts'
import { InputProblems } from '../failure.ts'
import { print, printJson, warn } from '../output.ts'
import { loadTemplates } from '../templates.ts'

export type ChangesOptions = { readonly templates: TemplateFolders; readonly json?: true }

/** `changes`: what was changed in an exported Word file since, tracked or not. */
export async function changes(file: string, options: ChangesOptions): Promise<void> {
  const installed = await loadTemplates(options.templates)
  const found = await fromExportedFile(file, (bytes): FoundChanges => {
    const { draft, content: own, format } = reopenFile(bytes)
    if (format !== 'docx') throw new InputProblems([`${file}: only Word files are compared`])
    const { contentHash } = draft.template
    const content = own ?? installed.find(({ hash }) => hash === contentHash)?.content
    if (content?.kind !== 'agreement') {
      throw new InputProblems([
        `${file}: ${content === undefined ? 'the template it was made from is neither in it nor here' : 'only agreements are compared'}`,
      ])
    }
    const { languages, answers, deviations } = draft
    return importAndCompare(bytes, draftDocument({ content, contentHash, languages, answers, deviations }).document)
  })
  if (found.textBoxes > 0) warn(`${file}: ${found.textBoxes} text box${found.textBoxes === 1 ? ' was' : 'es were'} not read`)
  if (options.json) printJson({ changes: found.changes, textBoxes: found.textBoxes })
  else print(found.changes.length === 0 ? 'Nothing was changed.' : found.changes.map(changeLine).join('\n'))
}

const quoted = (words: string): string => JSON.stringify(words.replaceAll('\t', ' | '))

function changeLine(change: FoundChange): string {
  const { place, language, kind, author, changedAt, isSilent, isOneSided, oldWords, newWords, comments } = change
  const facts = [
    language ?? 'all languages',
    kind,
    isSilent ? 'silent' : '',
    isOneSided ? 'one language' : '',
    author,
    changedAt === null ? '' : changedAt.slice(0, 10),
  ].filter((fact) => fact !== '')
  const words = kind === 'inserted' ? quoted(newWords) : kind === 'changed' ? `${quoted(oldWords)} -> ${quoted(newWords)}` : quoted(oldWords)
  const said = comments.map((comment) => ` [${comment.author === '' ? '' : `${comment.author}: `}${comment.text.replaceAll('\n', ' ')}]`).join('')
  return `${place === '' ? 'opening' : place} (${facts.join(', ')}): ${words}${said}`
}
