import { hasChanges } from '../../../engine/comparison/clause-changes.ts'
import { marked } from '../../../engine/comparison/word-diff.ts'
import type { AssembledDocument, Block, Change, Inline, Section } from '../../../engine/document.ts'
import { linesOf } from '../../../engine/document-lines.ts'
import { acceptAll, isWhole, rejectAll } from '../../../engine/comparison/resolve.ts'
import type { ExportOptions } from '../options.ts'
import { cleanLine } from '../text-cleaning.ts'
import { type Bookmarks, collectBookmarks } from './bookmarks.ts'
import { escapeXml } from './xml.ts'

/** How a redline marks finished XML as tracked changes of one author and time. Ordinary documents have none. */
export type ChangeMarks = {
  /** Runs, fields and links that were put in or taken out. */
  readonly runs: (xml: string, change: Change) => string
  /** Whole paragraphs and tables that were put in or taken out: their marks, and all that is in them. */
  readonly blocks: (xml: string, change: Change) => string
  /** A table row around blocks that are marked already. */
  readonly row: (xml: string, change: Change) => string
  /** Properties a paragraph had before, as its own properties go on; `before` is finished XML. */
  readonly properties: (before: string) => string
}

const elements: Readonly<Record<Change, string>> = { inserted: 'w:ins', deleted: 'w:del' }

/** Makes the marks of a redline. `author` may be empty; `date` is ISO 8601 with time. Ids count from far above those of bookmarks. */
export function createChangeMarks(author: string, date: string): ChangeMarks {
  let id = 900_000
  const name = escapeXml(cleanLine(author) === '' ? 'Musubi' : cleanLine(author))
  const attributes = (): string => `w:id="${(id += 1)}" w:author="${name}" w:date="${date.slice(0, 19)}Z"`

  function runs(xml: string, change: Change): string {
    if (xml === '') return ''
    const element = elements[change]
    const open = (): string => `<${element} ${attributes()}>`
    const close = `</${element}>`
    const words =
      change === 'deleted' ? xml.replaceAll(/<(\/?)w:t([ >])/g, '<$1w:delText$2').replaceAll(/<(\/?)w:instrText([ >])/g, '<$1w:delInstrText$2') : xml
    // Tracked runs stand inside a link and not around it, and bookmarks stay where both versions find them.
    return words
      .split(/(<w:hyperlink [^>]*>|<\/w:hyperlink>|<w:bookmark(?:Start|End) [^>]*\/>)/)
      .map((piece, index) => (index % 2 === 1 || piece === '' ? piece : `${open()}${piece}${close}`))
      .join('')
  }

  const mark = (change: Change): string => `<${elements[change]} ${attributes()}/>`
  const markRow = (properties: string | undefined, change: Change): string => `<w:tr><w:trPr>${properties ?? ''}${mark(change)}</w:trPr>`
  const rowStart = /<w:tr>(?:<w:trPr>(.*?)<\/w:trPr>)?/

  const blocks = (xml: string, change: Change): string =>
    xml
      .replace(
        /<w:p><w:pPr>(.*?)<\/w:pPr>(.*?)<\/w:p>/gs,
        (_, properties: string, content: string) => `<w:p><w:pPr>${properties}<w:rPr>${mark(change)}</w:rPr></w:pPr>${runs(content, change)}</w:p>`,
      )
      .replace(new RegExp(rowStart, 'g'), (_, properties: string | undefined) => markRow(properties, change))

  const row = (xml: string, change: Change): string => xml.replace(rowStart, (_, properties: string | undefined) => markRow(properties, change))

  return { runs, blocks, row, properties: (before) => `<w:pPrChange ${attributes()}><w:pPr>${before}</w:pPr></w:pPrChange>` }
}

/** Whether a document is a redline: something in it is marked, or a number has moved. */
export function isRedline(document: AssembledDocument): boolean {
  return document.sections.some(({ rows }) => rows.some((row) => row.change !== undefined || row.cells.some(isMarked)))
}

const isMarked = (block: Block): boolean =>
  ('labelBefore' in block && block.labelBefore !== undefined) ||
  ('rowChanges' in block && block.rowChanges !== undefined) ||
  ('content' in block ? [block.content] : linesOf(block).map(({ content }) => content)).some((content) => content.some(isChanged))

const isChanged = (inline: Inline): boolean => inline.change !== undefined || (inline.kind === 'footnote' && inline.content.some(isChanged))

/** The reason given for the changes of a section, as a comment on it; none for a section that stayed as it was. */
export function reasonFor(section: Section, { reason }: ExportOptions): readonly (readonly Inline[])[] {
  const text = typeof reason === 'string' ? reason : (reason?.[section.id] ?? '')
  return text.trim() === '' || !hasChanges({ sections: [section] }) ? [] : [[{ kind: 'text', text }]]
}

/** A line cut into stretches of one mark. */
export function stretchesOf(content: readonly Inline[]): readonly { readonly change: Change | undefined; readonly content: readonly Inline[] }[] {
  const result: { readonly change: Change | undefined; readonly content: Inline[] }[] = []
  for (const inline of content) {
    const last = result.at(-1)
    if (last !== undefined && last.change === inline.change) last.content.push(inline)
    else result.push({ change: inline.change, content: [inline] })
  }
  return result
}

/** A reference that stays while what it points at is another paragraph in either version goes out and comes in, so that each version finds its own. */
export const withMovedTargets = (content: readonly Inline[], before: Bookmarks, after: Bookmarks): readonly Inline[] =>
  content.flatMap((inline): readonly Inline[] => {
    if (inline.kind !== 'reference' || inline.change !== undefined) return [inline]
    const hasMoved = inline.parts.some(({ target }) => target !== undefined && before.get(target)?.names.join() !== after.get(target)?.names.join())
    return hasMoved ? [...marked([inline], 'deleted'), ...marked([inline], 'inserted')] : [inline]
  })

/** What a line was as a whole: put in, taken out, or neither. */
export const changeOfLine = (content: readonly Inline[]): Change | undefined =>
  isWhole(content, 'inserted') ? 'inserted' : isWhole(content, 'deleted') ? 'deleted' : undefined

/** A line without its marks, for a place that is marked as a whole. */
export const unmarked = (content: readonly Inline[]): readonly Inline[] =>
  content.map((inline) => {
    const { change: _, ...kept } = inline
    return kept
  })

/**
 * The bookmarks of both versions of a redline. What both have keeps one name, under either version's number; what only the old one has gets a
 * name of its own, so that struck references find their struck target after everything was rejected.
 */
export function redlineBookmarks(redline: AssembledDocument): { readonly before: Bookmarks; readonly after: Bookmarks } {
  const after = collectBookmarks(acceptAll(redline), redline)
  const before = collectBookmarks(rejectAll(redline), redline, 750_000_000)
  const kept = collectBookmarks(
    { ...redline, sections: redline.sections.map((section) => ({ ...section, rows: section.rows.filter(({ change }) => change === undefined) })) },
    redline,
  )
  return {
    after,
    before: new Map(
      [...before].map(([anchor, target]) => [anchor, kept.has(anchor) ? { ...target, names: after.get(anchor)?.names ?? target.names } : target]),
    ),
  }
}
