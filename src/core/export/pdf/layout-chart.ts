import type { BarChart, Chart, Tone } from '../../../engine/document.ts'
import { barScale } from '../chart-scale.ts'
import { flowItem, type FlowItem, type FlowLine } from './flow.ts'
import type { Column } from './layout-context.ts'
import { layoutMatrix } from './layout-matrix.ts'
import { radarFigure } from './radar-figure.ts'
import { blankLine, fragmentLines, textLines, type TextContext } from './text-lines.ts'

/** Sets a chart: a matrix as a table, anything else as a picture whose alternative text says the same, below its caption where that is printed. */
export function layoutChart(block: Chart, column: Column, section: number, number: number, hasCaption: boolean): readonly FlowItem[] {
  const { chart } = block
  const spaceBefore = hasCaption ? 0 : column.sheet.space.block
  const caption = hasCaption ? [captionItem(block.caption, column, section)] : []
  if (chart.kind === 'matrix') return [...caption, ...layoutMatrix(chart, { caption: block.caption, column, section, number, spaceBefore })]
  const items = chart.kind === 'bars' ? chart.items : chart.axes
  const alt = `${block.caption}: ${items.map((item) => `${item.label} ${item.text}`).join('; ')}`
  const figure = chart.kind === 'bars' ? barFigure(chart, column) : radarFigure(chart, column)
  return [...caption, flowItem({ section, tag: { kind: 'figure', alt }, spaceBefore, isUnbreakable: true, ...figure })]
}

function captionItem(caption: string, column: Column, section: number): FlowItem {
  const { x, width, language, sheet } = column
  return flowItem({
    section,
    tag: { kind: 'caption' },
    columns: [{ x, width, language, lines: textLines([{ kind: 'text', text: caption }], sheet.subheading, { language, targets: new Set() }, { width }) }],
    spaceBefore: sheet.space.block,
    padding: { top: 0, bottom: 4 },
    keepsWithNext: true,
  })
}

const tones: Readonly<Record<Tone, readonly [number, number, number]>> = {
  good: [0.3, 0.55, 0.42],
  medium: [0.78, 0.6, 0.22],
  high: [0.72, 0.28, 0.23],
  neutral: [0.45, 0.5, 0.56],
}
const barRow = 19
const barHeight = 9

/** Horizontal bars with their values in words. */
function barFigure({ items }: BarChart, column: Column): Pick<FlowItem, 'columns' | 'decorations'> {
  const { sheet, language } = column
  const context: TextContext = { language, targets: new Set() }
  const style = { text: sheet.note.text, leading: barRow }
  const most = barScale(items)
  const labels = column.width * 0.36
  const bars = { x: column.x + labels + 8, width: column.width * 0.46 }
  const values = { x: bars.x + bars.width + 8, width: column.width * 0.18 - 16 }
  const line = (text: string, width: number, part: number): FlowLine => {
    const lines = fragmentLines([{ text, style: style.text, mark: undefined }], style, context, { width, part, hyphenation: 'needed' })
    return lines[0] ?? blankLine(barRow, part)
  }
  return {
    columns: [
      { x: column.x, width: labels, language, lines: items.map((item, index) => line(item.label, labels, index)) },
      { x: values.x, width: values.width, language, lines: items.map((item, index) => line(item.text, values.width, index)) },
    ],
    decorations: (box) =>
      items.flatMap((item, index) => {
        const y = box.top + index * barRow + (barRow - barHeight) / 2
        return [
          { x: bars.x, y, width: bars.width, height: barHeight, color: [0.93, 0.93, 0.93] as const },
          { x: bars.x, y, width: (bars.width * Math.max(0, item.value)) / most, height: barHeight, color: tones[item.tone] },
        ]
      }),
  }
}
