import type { Inline, SectionKind } from '../../../engine/document.ts'
import type { Language } from '../../../engine/language.ts'
import { anchorsOf, type Bookmarks } from './bookmarks.ts'
import { type ChangeMarks, stretchesOf, withMovedTargets } from './changes.ts'
import { footnoteReference, type FootnoteBook } from './footnotes.ts'
import { inlineRuns } from './inlines.ts'
import type { ListFamily, Lists, Placement } from './lists.ts'
import { fixSpaces } from './fixed-spaces.ts'
import type { Hyphenator } from './hyphen-places.ts'
import type { Measures } from './measures.ts'
import type { PagePlan } from './page-plan.ts'
import { styleId } from './style-names.ts'

/** What every drawing function needs: the document's measures, and the books of lists, bookmarks and comments that fill while drawing. */
export type DrawingContext = {
  readonly languages: readonly Language[]
  readonly measures: Measures
  readonly lists: Lists
  readonly bookmarks: Bookmarks
  /** In a redline: how changes are marked, and the bookmarks and numbers of the old version. */
  readonly redline: { readonly marks: ChangeMarks; readonly bookmarksBefore: Bookmarks } | undefined
  /** Texts of the comments in the order of their ids. */
  readonly comments: (readonly Inline[])[]
  /** Headings for the contents, per column, in order; empty bookmark names when there are no contents. */
  readonly contents: ContentsEntry[][]
  readonly plan: PagePlan
  readonly footnotes: FootnoteBook
  /** The parts of the charts, in order. */
  readonly charts: string[]
  readonly counters: { bookmark: number }
}

/** A heading as the contents list it. */
export type ContentsEntry = { readonly label: string; readonly title: string; readonly bookmark: string; readonly page: number | undefined }

/** Which list numbers the paragraphs of a section. */
export function familyOf(kind: SectionKind): ListFamily {
  return kind === 'clause' || kind === 'annex' || kind === 'recitals' ? kind : 'other'
}

/** What a paragraph has beside its style and its words. */
export type ParagraphExtras = {
  readonly placement?: Placement | undefined
  /** In a redline: where the old version got its number from, where that differs. */
  readonly placementBefore?: Placement | undefined
  /** Overrides the style where given. */
  readonly isKeptWithNext?: boolean | undefined
  readonly isWhole?: boolean | undefined
  readonly isPageBreakBefore?: boolean | undefined
  readonly bookmarkNames?: readonly string[] | undefined
}

const numberingXml = (placement: Placement | undefined): string =>
  placement?.kind === 'direct' ? `<w:numPr><w:ilvl w:val="${placement.level}"/><w:numId w:val="${placement.list}"/></w:numPr>` : ''

/** A paragraph in a style of a column; `runs` is finished XML. */
export function paragraph(context: DrawingContext, style: string, column: number, runs: string, extras: ParagraphExtras = {}): string {
  const styleXml = `<w:pStyle w:val="${styleId(style, column, context.languages)}"/>`
  const keepNext = extras.isKeptWithNext === undefined ? '' : `<w:keepNext${extras.isKeptWithNext ? '' : ' w:val="0"'}/>`
  const flow = `${keepNext}${extras.isWhole ? '<w:keepLines/>' : ''}${extras.isPageBreakBefore ? '<w:pageBreakBefore/>' : ''}`
  const before =
    extras.placementBefore === undefined ? '' : (context.redline?.marks.properties(`${styleXml}${flow}${numberingXml(extras.placementBefore)}`) ?? '')
  const marks = bookmarkMarks(context, extras.bookmarkNames ?? [])
  return `<w:p><w:pPr>${styleXml}${flow}${numberingXml(extras.placement)}${before}</w:pPr>${marks.before}${runs}${marks.after}</w:p>`
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

/** Finished XML of a block with marks around the words of its first paragraph; where it is a table, whatever stands above it, of its first cell. */
export function markFirstParagraph(xml: string, { before, after }: Marks): string {
  const close = '</w:pPr>'
  let at = xml.indexOf(close, Math.max(0, xml.indexOf('<w:tbl>')))
  // In a redline the properties may hold those of the old version.
  while (xml.startsWith('</w:pPrChange>', at + close.length)) at = xml.indexOf(close, at + close.length)
  const start = at + close.length
  const end = xml.indexOf('</w:p>', start)
  return end < 0 ? xml : `${xml.slice(0, start)}${before}${xml.slice(start, end)}${after}${xml.slice(end)}`
}

/** Words with their footnotes; notes hold no footnotes themselves. */
function wordsXml(context: DrawingContext, content: readonly Inline[], column: number, bookmarks: Bookmarks): string {
  const style = styleId('FootnoteText', column, context.languages)
  return inlineRuns(content, column, bookmarks, (note) =>
    footnoteReference(
      context.footnotes,
      note,
      inlineRuns(fixSpaces(note.content), column, bookmarks, () => ''),
      style,
    ),
  )
}

/** The words of a line as runs, broken into lines where the PDF breaks them; in a redline, stretches that were put in or taken out as tracked changes. */
export function runs(context: DrawingContext, content: readonly Inline[], place: { readonly column: number; readonly hyphenate: Hyphenator }): string {
  const { redline } = context
  const words = place.hyphenate(fixSpaces(content))
  if (redline === undefined) return wordsXml(context, words, place.column, context.bookmarks)
  return stretchesOf(withMovedTargets(words, redline.bookmarksBefore, context.bookmarks))
    .map((stretch) => {
      const xml = wordsXml(context, stretch.content, place.column, stretch.change === 'deleted' ? redline.bookmarksBefore : context.bookmarks)
      return stretch.change === undefined ? xml : redline.marks.runs(xml, stretch.change)
    })
    .join('')
}

/** The bookmarks that start at a block. */
export function bookmarkNames(context: DrawingContext, block: Parameters<typeof anchorsOf>[0], sectionId: string, column: number): readonly string[] {
  return anchorsOf(block, sectionId).flatMap((anchor) => context.bookmarks.get(anchor)?.names[column] ?? [])
}
