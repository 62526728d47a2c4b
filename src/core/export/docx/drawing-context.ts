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
  readonly comments?: readonly (readonly Inline[])[] | undefined
}

/** A paragraph in a style of a column; `runs` is finished XML. */
export function paragraph(context: DrawingContext, style: string, column: number, runs: string, extras: ParagraphExtras = {}): string {
  const { placement } = extras
  const numbering = placement?.kind === 'direct' ? `<w:numPr><w:ilvl w:val="${placement.level}"/><w:numId w:val="${placement.list}"/></w:numPr>` : ''
  const properties = `<w:pPr><w:pStyle w:val="${styleId(style, column, context.languages)}"/>${extras.isKeptWithNext === undefined ? '' : `<w:keepNext${extras.isKeptWithNext ? '' : ' w:val="0"'}/>`}${extras.isPageBreakBefore ? '<w:pageBreakBefore/>' : ''}${numbering}</w:pPr>`
  let before = ''
  let after = ''
  for (const name of extras.bookmarkNames ?? []) {
    const id = context.counters.bookmark++
    before += `<w:bookmarkStart w:id="${id}" w:name="${name}"/>`
    after += `<w:bookmarkEnd w:id="${id}"/>`
  }
  for (const comment of extras.comments ?? []) {
    const id = context.comments.push(comment) - 1
    before += `<w:commentRangeStart w:id="${id}"/>`
    after += `<w:commentRangeEnd w:id="${id}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`
  }
  return `<w:p>${properties}${before}${runs}${after}</w:p>`
}

/** The words of a line as runs. */
export const runs = (context: DrawingContext, content: readonly Inline[], column: number): string => inlineRuns(content, column, context.bookmarks)

/** The bookmarks that start at a block. */
export function bookmarkNames(context: DrawingContext, block: Parameters<typeof anchorsOf>[0], sectionId: string, column: number): readonly string[] {
  return anchorsOf(block, sectionId).flatMap((anchor) => context.bookmarks.get(anchor)?.names[column] ?? [])
}
