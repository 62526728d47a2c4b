import type { Inline, Table } from '../../../engine/document.ts'
import { unmarked } from './changes.ts'
import { paragraph, runs, type DrawingContext } from './drawing-context.ts'
import type { Hyphenator } from './hyphen-places.ts'
import type { Hold } from './page-plan.ts'

/** Splits a width among shares; the last column takes what rounding leaves. */
export function shareWidths(shares: readonly number[], width: number): readonly number[] {
  const total = shares.reduce((sum, share) => sum + Math.max(share, 0), 0)
  const widths = shares.map((share) => Math.floor((total > 0 ? Math.max(share, 0) / total : 1 / shares.length) * width))
  const last = widths.length - 1
  return widths.map((value, index) => (index === last ? width - widths.slice(0, last).reduce((sum, other) => sum + other, 0) : value))
}

/** A table of fixed column widths. `rows` is finished XML. */
export function tableXml(style: string, widths: readonly number[], rows: string, hasHeader: boolean): string {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const look = `<w:tblLook w:val="${hasHeader ? '0020' : '0000'}" w:firstRow="${hasHeader ? 1 : 0}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`
  return `<w:tbl><w:tblPr><w:tblStyle w:val="${style}"/><w:tblW w:w="${total}" w:type="dxa"/><w:tblLayout w:type="fixed"/>${look}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows}</w:tbl>`
}

/** A cell of a given width around finished paragraphs. */
export const cellXml = (width: number, content: string, properties = ''): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${properties}</w:tcPr>${content}</w:tc>`

/** A row; `isWhole` keeps it on one page, `isHeader` repeats it on every page. */
export const rowXml = (cells: string, isWhole: boolean, isHeader = false): string =>
  `<w:tr>${isWhole || isHeader ? `<w:trPr>${isWhole ? '<w:cantSplit/>' : ''}${isHeader ? '<w:tblHeader/>' : ''}</w:trPr>` : ''}${cells}</w:tr>`

/** Where a table stands and how the PDF lays it out. */
export type TablePlace = {
  readonly column: number
  /** Width at hand, in twips. */
  readonly width: number
  readonly hyphenate: Hyphenator
  /** One entry for each row, the header first. */
  readonly holds: readonly Hold[]
  /** Column widths as the PDF has them, in points. */
  readonly tableWidths: readonly number[] | undefined
}

/** A table with the space around it; the header row repeats, rows stay whole. */
export function dataTable(context: DrawingContext, table: Table, place: TablePlace): string {
  const after = paragraph(context, 'AfterTable', 0, '')
  const { columns } = table
  if (columns.length === 0) return after
  const widths = shareWidths(place.tableWidths ?? columns.map((share) => share.width), place.width)
  const hasHeader = columns.some(({ header }) => header.length > 0)
  const cells = (styles: readonly [string, string], content: readonly (readonly Inline[])[], isKeptWithNext: boolean): string =>
    columns
      .map(({ align }, index) => {
        const own = index === columns.length - 1 ? joinLines(content.slice(index)) : (content[index] ?? [])
        const style = align === 'end' ? styles[1] : styles[0]
        return cellXml(widths[index] ?? 0, paragraph(context, style, 0, runs(context, own, place), { isKeptWithNext: isKeptWithNext || undefined }))
      })
      .join('')
  const headers = columns.map(({ header }) => header)
  const head = hasHeader ? rowXml(cells(['TableHeading', 'TableHeadingNumber'], headers, false), true, true) : ''
  const first = hasHeader ? 1 : 0
  const body = table.rows
    .map((row, at) => {
      const change = context.redline === undefined ? undefined : table.rowChanges?.[at]
      const content = change === undefined ? row : row.map(unmarked)
      const xml = rowXml(cells(['TableText', 'TableNumber'], content, place.holds[first + at]?.isKeptWithNext ?? false), true)
      return change === undefined ? xml : (context.redline?.marks.blocks(xml, change) ?? xml)
    })
    .join('')
  if (head === '' && body === '') return after
  return `${paragraph(context, 'BeforeTable', 0, '')}${tableXml('AgreementTable', widths, `${head}${body}`, hasHeader)}${after}`
}

/** What a row holds beyond its columns goes into the last one. */
const joinLines = (cells: readonly (readonly Inline[])[]): readonly Inline[] =>
  cells.flatMap((cell, index) => (index === 0 ? cell : [{ kind: 'lineBreak' as const }, ...cell]))
