import type { Inline, SectionKind } from '../../../engine/document.ts'
import type { Language } from '../../../engine/language.ts'
import { anchorsOf, type Bookmarks } from './bookmarks.ts'
import { inlineRuns } from './inlines.ts'
import type { ListFamily, Lists, Placement } from './lists.ts'
import type { Measures } from './measures.ts'
import { styleId } from './style-names.ts'

/** What every drawing function needs: the document's measures, and the books of lists, bookmarks and comments that fill while drawing. */
export type DrawingContext = {
  readonly languages: readonly Language[]
  readonly measures: Measures
  readonly lists: Lists
  readonly bookmarks: Bookmarks
  /** Texts of the comments in the order of their ids. */
  readonly comments: (readonly Inline[])[]
  /** Headings for the contents, per column, in order; empty bookmark names when there are no contents. */
  readonly contents: ContentsEntry[][]
  readonly hasContents: boolean
  readonly counters: { bookmark: number }
}

/** A heading as the contents list it. */
export type ContentsEntry = { readonly label: string; readonly title: string; readonly bookmark: string }

/** Which list numbers the paragraphs of a section. */
export function familyOf(kind: SectionKind): ListFamily {
  return kind === 'clause' || kind === 'annex' || kind === 'recitals' ? kind : 'other'
}

/** What a paragraph has beside its style and its words. */
export type ParagraphExtras = {
  readonly placement?: Placement | undefined
  /** Overrides the style where given. */
  readonly isKeptWithNext?: boolean | undefined
  readonly isPageBreakBefore?: boolean | undefined
  readonly bookmarkNames?: readonly string[] | undefined
}

/** A paragraph in a style of a column; `runs` is finished XML. */
export function paragraph(context: DrawingContext, style: string, column: number, runs: string, extras: ParagraphExtras = {}): string {
  const { placement } = extras
  const numbering = placement?.kind === 'direct' ? `<w:numPr><w:ilvl w:val="${placement.level}"/><w:numId w:val="${placement.list}"/></w:numPr>` : ''
  const properties = `<w:pPr><w:pStyle w:val="${styleId(style, column, context.languages)}"/>${extras.isKeptWithNext === undefined ? '' : `<w:keepNext${extras.isKeptWithNext ? '' : ' w:val="0"'}/>`}${extras.isPageBreakBefore ? '<w:pageBreakBefore/>' : ''}${numbering}</w:pPr>`
  const marks = bookmarkMarks(context, extras.bookmarkNames ?? [])
  return `<w:p>${properties}${marks.before}${runs}${marks.after}</w:p>`
}

/** What stands before and after the runs of a paragraph to mark them. */
export type Marks = { readonly before: string; readonly after: string }

/** Bookmarks of these names around a stretch of text. */
export function bookmarkMarks(context: DrawingContext, names: readonly string[]): Marks {
  let before = ''
  let after = ''
  for (const name of names) {
    const id = context.counters.bookmark++
    before += `<w:bookmarkStart w:id="${id}" w:name="${name}"/>`
    after += `<w:bookmarkEnd w:id="${id}"/>`
  }
  return { before, after }
}

/** Comments on a stretch of text; their words go into the comment part in the order of their ids. */
export function commentMarks(context: DrawingContext, comments: readonly (readonly Inline[])[]): Marks {
  let before = ''
  let after = ''
  for (const comment of comments) {
    const id = context.comments.push(comment) - 1
    before += `<w:commentRangeStart w:id="${id}"/>`
    after += `<w:commentRangeEnd w:id="${id}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`
  }
  return { before, after }
}

/** Finished XML of a block with marks around the words of its first paragraph, wherever it stands: in a table, that is its first cell. */
export function markFirstParagraph(xml: string, { before, after }: Marks): string {
  const start = xml.indexOf('</w:pPr>') + '</w:pPr>'.length
  const end = xml.indexOf('</w:p>', start)
  return end < 0 ? xml : `${xml.slice(0, start)}${before}${xml.slice(start, end)}${after}${xml.slice(end)}`
}

/** The words of a line as runs. */
export const runs = (context: DrawingContext, content: readonly Inline[], column: number): string => inlineRuns(content, column, context.bookmarks)

/** The bookmarks that start at a block. */
export function bookmarkNames(context: DrawingContext, block: Parameters<typeof anchorsOf>[0], sectionId: string, column: number): readonly string[] {
  return anchorsOf(block, sectionId).flatMap((anchor) => context.bookmarks.get(anchor)?.names[column] ?? [])
}
