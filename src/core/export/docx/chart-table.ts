import type { BarChart, Chart, MatrixCell, RiskMatrix, Tone } from '../../../engine/document.ts'
import { barScale, levelFills, matrixShares } from '../chart-scale.ts'
import { matrixWords } from '../pdf/layout-matrix.ts'
import { cellXml, rowXml, shareWidths, tableXml, type TablePlace } from './data-table.ts'
import { paragraph, runs, type DrawingContext } from './drawing-context.ts'
import { textRun } from './inlines.ts'
import { radarDrawing } from './radar-part.ts'

/** Where a chart stands: as a table, and the height of its picture in the PDF, in points. */
export type ChartPlace = TablePlace & { readonly hasCaption: boolean; readonly figureHeight: number | undefined }

/** A chart: bars made of blocks in a table, a radar as a chart of Word's own, a matrix as a table with coloured cells. */
export function chartXml(context: DrawingContext, block: Chart, place: ChartPlace): string {
  const { chart, caption } = block
  const above = place.hasCaption && caption !== '' ? paragraph(context, 'Caption', 0, textRun(caption)) : paragraph(context, 'BeforeTable', 0, '')
  const after = paragraph(context, 'AfterTable', 0, '', { isKeptWithNext: chart.kind === 'matrix' || undefined })
  switch (chart.kind) {
    case 'bars':
      return `${above}${barTable(context, chart, place.width)}${after}`
    case 'radar':
      return `${above}${paragraph(context, 'ChartPicture', 0, radarDrawing(context, caption, chart, place), { isKeptWithNext: holdOf(place, 0) || undefined })}`
    case 'matrix':
      return `${above}${matrixTable(context, chart, place)}${after}`
  }
}

const barStyles: Readonly<Record<Tone, string>> = { good: 'BarGood', medium: 'BarMedium', high: 'BarHigh', neutral: 'BarNeutral' }

/** Labels, bars made of blocks, and values in words. */
function barTable(context: DrawingContext, { items }: BarChart, width: number): string {
  if (items.length === 0) return ''
  const widths = shareWidths([0.37, 0.47, 0.16], width)
  const most = barScale(items)
  const rows = items.map(({ label, value, text, tone }) => {
    const blocks = Math.round((Math.max(0, Number.isFinite(value) ? value : 0) / most) * 24)
    const bar = blocks === 0 ? '' : textRun('█'.repeat(blocks), barStyles[tone])
    const cells = [
      paragraph(context, 'ChartText', 0, textRun(label)),
      paragraph(context, 'ChartText', 0, bar),
      paragraph(context, 'ChartText', 0, textRun(text)),
    ]
    return rowXml(cells.map((content, index) => cellXml(widths[index] ?? 0, content)).join(''), true)
  })
  return tableXml('ChartTable', widths, rows.join(''), false)
}

/** A table that stays on one page with the words that follow, its cells in the colour of their level. */
function matrixTable(context: DrawingContext, matrix: RiskMatrix, place: ChartPlace): string {
  const widths = shareWidths(matrixShares(matrix), place.width)
  const heading = (text: string): string => paragraph(context, 'TableHeading', 0, runs(context, text === '' ? [] : [{ kind: 'text', text }], place))
  const header = [matrix.corner, ...matrix.columns].map((text, index) => cellXml(widths[index] ?? 0, heading(text), headerMargins))
  const words = (cell: MatrixCell): string => paragraph(context, 'TableText', 0, runs(context, matrixWords(cell), place), { isKeptWithNext: true })
  const rows = matrix.rows.map(({ label, cells }) => {
    const drawn = cells.map((cell, at) =>
      cellXml(widths[at + 1] ?? 0, words(cell), `<w:shd w:val="clear" w:color="auto" w:fill="${hex(levelFills[cell.level])}"/>`),
    )
    return rowXml(`${cellXml(widths[0] ?? 0, heading(label))}${drawn.join('')}`, true)
  })
  return tableXml('MatrixTable', widths, `${rowXml(header.join(''), true, true)}${rows.join('')}`, true)
}

/** Whether a piece of a chart stays with the next as in the PDF, where a printed caption is the first piece. */
const holdOf = ({ holds, hasCaption }: ChartPlace, piece: number): boolean => holds[piece + (hasCaption ? 1 : 0)]?.isKeptWithNext ?? false

const headerMargins = '<w:tcMar><w:top w:w="70" w:type="dxa"/><w:bottom w:w="70" w:type="dxa"/></w:tcMar>'

const hex = (color: readonly number[]): string =>
  color
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase()
