import { type AssembledDocument, type Change, type Inline, isFront, type Row, type Section } from '../../../engine/document.ts'
import type { ExportOptions } from '../options.ts'
import { blockXml, type BlockPlace } from './blocks.ts'
import { reasonFor } from './changes.ts'
import { contentsXml } from './contents.ts'
import { cellXml, rowXml, tableXml } from './data-table.ts'
import { bookmarkMarks, commentMarks, markFirstParagraph, paragraph, type DrawingContext } from './drawing-context.ts'
import { relationsOf } from './frame.ts'
import { hyphenator } from './hyphen-places.ts'
import { page, points, type Measures } from './measures.ts'
import { rowBookmarkName } from './row-bookmarks.ts'
import { declaration, namespaces } from './xml.ts'

/** A row with its place in the section and the drafting notes that belong to it, per column. */
type NotedRow = { readonly row: Row; readonly at: number; readonly notes: (readonly Inline[])[][] }

/** Takes the notes out of the rows: each becomes a comment on the row before it, the first ones on the row after. */
function attachNotes(section: Section, columns: number, hasNotes: boolean): readonly NotedRow[] {
  const result: NotedRow[] = []
  const early: (readonly Inline[])[][] = Array.from({ length: columns }, () => [])
  let at = -1
  for (const row of section.rows) {
    // In a redline a place is one in the new version.
    if (row.change !== 'deleted') at += 1
    const isNote = row.cells.length > 0 && row.cells.every((block) => block.kind === 'note')
    if (!isNote) {
      result.push({ row, at, notes: Array.from({ length: columns }, () => []) })
      continue
    }
    if (!hasNotes) continue
    const target = result.at(-1)?.notes ?? early
    row.cells.forEach((block, column) => {
      if (block.kind === 'note') target[column]?.push(block.content)
    })
  }
  result[0]?.notes.forEach((notes, column) => notes.unshift(...(early[column] ?? [])))
  // A section of nothing but notes still prints them.
  return result.length === 0 && hasNotes ? section.rows.map((row, place) => ({ row, at: place, notes: [] })) : result
}

const isFullRow = (row: Row, context: DrawingContext): boolean => context.languages.length === 1 || row.isFullWidth || row.cells.length === 1

/** The cell widths side by side: each but the last carries half a gutter on its inner sides, so that the columns are equally wide. */
function cellWidths(context: DrawingContext): readonly number[] {
  const { columnWidth } = context.measures
  const count = context.languages.length
  return context.languages.map((_, column) => (column === count - 1 ? page.textWidth - (columnWidth + page.gutter) * (count - 1) : columnWidth + page.gutter))
}

const gutterMargin = `<w:tcMar><w:right w:w="${page.gutter}" w:type="dxa"/></w:tcMar>`

/** Cells side by side, each around finished paragraphs. */
function sideBySideRow(context: DrawingContext, cells: readonly string[], isWhole: boolean): string {
  const widths = cellWidths(context)
  return rowXml(cells.map((content, column) => cellXml(widths[column] ?? 0, content, column < cells.length - 1 ? gutterMargin : '')).join(''), isWhole)
}

/** Collects paragraphs and, side by side, the rows of the two-column table between blocks that run over the full width. */
function createFlow(context: DrawingContext): {
  readonly addRow: (row: string) => void
  readonly addFull: (xml: string) => void
  readonly closeTable: () => void
  readonly take: () => string
} {
  let xml = ''
  let rows = ''
  let endsInTable = false
  const closeTable = (): void => {
    if (rows === '') return
    if (endsInTable) xml += paragraph(context, 'BetweenTables', 0, '')
    xml += tableXml('SideBySide', cellWidths(context), rows, false)
    rows = ''
    endsInTable = true
  }
  return {
    addRow: (row) => {
      rows += row
    },
    addFull: (full) => {
      closeTable()
      if (endsInTable && full.startsWith('<w:tbl>')) xml += paragraph(context, 'BetweenTables', 0, '')
      xml += full
      endsInTable = false
    },
    closeTable,
    take: () => {
      closeTable()
      if (endsInTable) xml += paragraph(context, 'BetweenTables', 0, '')
      const taken = xml
      xml = ''
      endsInTable = false
      return taken
    },
  }
}

/** In a redline, a row that only one version has points at paragraphs of that version alone. */
function forVersion(context: DrawingContext, change: Change | undefined): DrawingContext {
  if (context.redline === undefined || change === undefined) return context
  const bookmarks = change === 'deleted' ? context.redline.bookmarksBefore : context.bookmarks
  return { ...context, bookmarks, redline: { ...context.redline, bookmarksBefore: bookmarks } }
}

function drawSection(whole: DrawingContext, section: Section, sectionIndex: number, options: ExportOptions): string {
  const { plan } = whole
  const flow = createFlow(whole)
  const rows = attachNotes(section, whole.languages.length, options.hasNotes)
  if (whole.redline !== undefined) rows[0]?.notes[0]?.push(...reasonFor(section, options))
  rows.forEach(({ row, at, notes }) => {
    const { change } = row
    const context = forVersion(whole, change)
    const marked = (xml: string): string => (change === undefined ? xml : (context.redline?.marks.blocks(xml, change) ?? xml))
    const holds = plan.holds(sectionIndex, at)
    const isFull = isFullRow(row, context)
    const cells = row.cells.map((block, column) => {
      const place: BlockPlace = {
        section,
        column,
        width: isFull ? page.textWidth : context.measures.columnWidth,
        change,
        hyphenate: hyphenator(plan.hyphens(sectionIndex, at, column)),
        holds,
        tableWidths: plan.tableWidths(sectionIndex, at),
        hasCaption: plan.hasCaption(sectionIndex, at),
        figureHeight: plan.figureHeight(sectionIndex, at),
      }
      const xml = marked(blockXml(context, block, place))
      if (block.kind === 'pageBreak') return xml
      const comments = commentMarks(context, notes[column] ?? [])
      const bookmark = bookmarkMarks(context, change === 'deleted' ? [] : [rowBookmarkName({ section: sectionIndex, row: at, column })])
      return markFirstParagraph(xml, { before: `${bookmark.before}${comments.before}`, after: `${comments.after}${bookmark.after}` })
    })
    if (isFull) for (const cell of cells) flow.addFull(cell)
    else {
      const isHeading = row.cells.some((block) => block.kind === 'heading' || block.kind === 'title' || block.kind === 'party')
      const padded = context.languages.map((_, column) => cells[column] ?? paragraph(context, 'BodyText', 0, ''))
      const xml = sideBySideRow(context, padded, isHeading || holds.some(({ isWhole }) => isWhole))
      flow.addRow(change === undefined ? xml : (context.redline?.marks.row(xml, change) ?? xml))
    }
  })
  return flow.take()
}

function contents(context: DrawingContext): string {
  const { contents: look } = context.plan.look
  if (look === undefined) return ''
  const pageStart = paragraph(context, 'PageStart', 0, '')
  const columns = context.languages.map((_, column) => contentsXml(context, column))
  const after = paragraph(context, 'AfterTable', 0, '')
  const before = look.startsPage ? pageStart : ''
  if (columns.length === 1) return `${before}${columns[0] ?? ''}${pageStart}`
  // A cell must end in a paragraph of its own behind the content control.
  return `${before}${tableXml(
    'SideBySide',
    cellWidths(context),
    sideBySideRow(
      context,
      columns.map((cell) => `${cell}${after}`),
      false,
    ),
    false,
  )}${pageStart}`
}

/** The section properties: A4, margins, and the one header and footer every page has. */
function sectionProperties(measures: Measures, headerId: string, footerId: string): string {
  const { margins } = page
  return `<w:sectPr><w:headerReference w:type="default" r:id="${headerId}"/><w:footerReference w:type="default" r:id="${footerId}"/><w:pgSz w:w="${page.width}" w:h="${page.height}"/><w:pgMar w:top="${margins.top}" w:right="${margins.right}" w:bottom="${margins.bottom - points(measures.allowance)}" w:left="${margins.left}" w:header="${page.header}" w:footer="${page.footer}" w:gutter="0"/></w:sectPr>`
}

/** Writes the main part. The contents follow the opening section; they are drawn last, when all headings are known. */
export function documentXml(context: DrawingContext, document: AssembledDocument, options: ExportOptions): string {
  let counted = -1
  const sections = document.sections.map((section, index) => {
    options.signal?.throwIfAborted()
    options.onProgress?.((0.8 * index) / document.sections.length)
    if (section.rows.length === 0 || section.rows.some(({ change }) => change !== 'deleted')) counted += 1
    const drawn = drawSection(context, section, counted, options)
    // What follows the annexes is no part of the last of them.
    const before = document.sections[index - 1]?.kind
    const isAfterAnnex = before === 'annex' && section.kind !== 'annex' && section.rows[0]?.cells[0]?.kind !== 'pageBreak'
    // The contents bring a page break of their own.
    const isAfterCover = before === 'cover' && context.plan.look.contents === undefined
    return isAfterAnnex || isAfterCover ? `${paragraph(context, 'PageStart', 0, '')}${drawn}` : drawn
  })
  // The last paragraph of a file cannot be taken out, so in a redline an empty one stands behind it.
  if (context.redline !== undefined) sections.push(paragraph(context, 'BetweenTables', 0, ''))
  const openings = document.sections.findLastIndex(isFront) + 1
  sections.splice(openings, 0, contents(context))
  const relations = relationsOf(context.comments.length > 0)
  const end = `${sectionProperties(context.measures, relations.header, relations.footer)}</w:body></w:document>`
  return [`${declaration}<w:document ${namespaces}><w:body>`, ...sections, end].join('')
}
