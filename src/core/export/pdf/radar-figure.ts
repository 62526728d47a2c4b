import type { RadarAxis, RadarChart } from '../../../engine/document.ts'
import type { FlowColumn, FlowItem, FlowLine, Polygon, Shape } from './flow.ts'
import type { Column } from './layout-context.ts'
import { blankLine, textLines } from './text-lines.ts'

type Point = readonly [number, number]

const radius = 88
/** From the rim to the words. */
const labelGap = 9
const widestOnTop = 150
const rings = [0.25, 0.5, 0.75, 1]
const now = [0.14, 0.31, 0.48] as const
const area = [0.87, 0.91, 0.95] as const
const before = [0.35, 0.35, 0.35] as const
const grid = [0.78, 0.78, 0.78] as const
const dash = [3.5, 2.5] as const
const sample = 26
const legendGap = 16

/**
 * Draws a radar: the rings of 25, 50, 75 and 100, the values now as a solid line with dots over a light area, those before as a dashed line with hollow
 * dots, so that both are told apart without colour. The words of each axis stand at its end, what the lines stand for below.
 */
export function radarFigure({ axes, legend }: RadarChart, column: Column): Pick<FlowItem, 'columns' | 'decorations'> {
  const labels = axes.map((axis, index) => labelOf(axis, directionOf(index, axes.length), column))
  const above = Math.max(radius, ...labels.map(({ top }) => -top))
  const below = Math.max(radius, ...labels.map(({ top, lines }) => top + heightOf(lines)))
  const center: Point = [column.x + column.width / 2, above]
  const legendTop = above + below + legendGap
  const entries = legendEntries(legend, column, legendTop)
  return {
    columns: [...labels.map((label) => placed(label, above)), ...entries.map(({ words }) => words)].map((words) => ({ ...words, language: column.language })),
    decorations: (box) => [...radarShapes(axes, [center[0], box.top + center[1]]), ...entries.flatMap(({ shapes }) => shapes(box.top))],
  }
}

/** The direction of an axis: the first one upwards, the others clockwise. */
const directionOf = (index: number, count: number): Point => {
  const angle = (2 * Math.PI * index) / count - Math.PI / 2
  return [Math.cos(angle), Math.sin(angle)]
}

type Label = { readonly x: number; readonly width: number; readonly top: number; readonly lines: readonly FlowLine[] }

/** The words of an axis beyond the rim; `top` counts from the middle of the figure. */
function labelOf(axis: RadarAxis, [dx, dy]: Point, column: Column): Label {
  const middle = column.x + column.width / 2
  const end = middle + (radius + labelGap) * dx
  const isOnTop = Math.abs(dx) < 0.2
  const width = isOnTop ? widestOnTop : dx > 0 ? column.x + column.width - end : end - column.x
  const lines = textLines(
    [{ kind: 'text', text: axis.label }, { kind: 'lineBreak' }, { kind: 'text', text: axis.text, strong: true }],
    column.sheet.note,
    { language: column.language, targets: new Set() },
    { width, align: !isOnTop && dx < 0 ? 'end' : 'start', hyphenation: 'needed' },
  )
  const set = isOnTop ? lines.map((line) => centred(line, width)) : lines
  const x = isOnTop ? end - width / 2 : dx > 0 ? end : end - width
  return { x, width, top: (radius + labelGap) * dy - (heightOf(lines) * (1 - dy)) / 2, lines: set }
}

const heightOf = (lines: readonly FlowLine[]): number => lines.reduce((sum, { height }) => sum + height, 0)

function centred(line: FlowLine, width: number): FlowLine {
  const last = line.runs.at(-1)
  return { ...line, indent: last === undefined ? 0 : Math.max(0, (width - last.x - last.width) / 2) }
}

const placed = ({ x, width, top, lines }: Label, above: number): Omit<FlowColumn, 'language'> => ({ x, width, lines: [blankLine(above + top, 0), ...lines] })

function radarShapes(axes: readonly RadarAxis[], [x, y]: Point): readonly Shape[] {
  const at = (index: number, value: number): Point => {
    const [dx, dy] = directionOf(index, axes.length)
    const far = radius * Math.min(1, Math.max(0, value))
    return [x + far * dx, y + far * dy]
  }
  const line = (values: readonly number[]): Polygon => ({ points: values.map((value, index) => at(index, value)), isClosed: true })
  const values = axes.map(({ value }) => value)
  const earlier = axes.flatMap((axis, index) => (axis.before === undefined ? [] : [at(index, axis.before)]))
  return [
    { ...line(values), fill: area },
    ...rings.map((ring): Polygon => ({ ...line(axes.map(() => ring)), stroke: { color: grid, width: 0.5 } })),
    ...axes.map((_, index): Polygon => ({ points: [[x, y], at(index, 1)], isClosed: false, stroke: { color: grid, width: 0.5 } })),
    ...(earlier.length < 2 ? [] : [{ points: earlier, isClosed: earlier.length > 2, stroke: { color: before, width: 1, dash } } satisfies Polygon]),
    ...earlier.map((point): Polygon => ({ ...dot(point), fill: [1, 1, 1], stroke: { color: before, width: 0.8 } })),
    { ...line(values), stroke: { color: now, width: 1.6 } },
    ...values.map((value, index): Polygon => ({ ...dot(at(index, value)), fill: now })),
  ]
}

const sides = 12
const dot = ([x, y]: Point): Polygon => ({
  points: Array.from({ length: sides }, (_, side): Point => {
    const angle = (2 * Math.PI * side) / sides
    return [x + 2.3 * Math.cos(angle), y + 2.3 * Math.sin(angle)]
  }),
  isClosed: true,
})

type LegendEntry = { readonly words: Omit<FlowColumn, 'language'>; readonly shapes: (top: number) => readonly Shape[] }

/** A sample of each line and what it stands for, side by side in the middle. */
function legendEntries(legend: RadarChart['legend'], column: Column, top: number): readonly LegendEntry[] {
  const texts = [legend.now, ...(legend.before === undefined ? [] : [legend.before])]
  const room = column.width / texts.length - sample - 12
  const sets = texts.map((text) =>
    textLines([{ kind: 'text', text }], column.sheet.note, { language: column.language, targets: new Set() }, { width: room, hyphenation: 'needed' }),
  )
  const widths = sets.map((lines) => Math.max(0, ...lines.map(({ runs }) => (runs.at(-1)?.x ?? 0) + (runs.at(-1)?.width ?? 0))))
  const total = widths.reduce((sum, width) => sum + width + sample, 0) + 24 * (texts.length - 1)
  let x = column.x + Math.max(0, (column.width - total) / 2)
  return sets.map((lines, index) => {
    const from = x
    const middle = top + (lines[0]?.height ?? 0) / 2
    x += sample + (widths[index] ?? 0) + 24
    return {
      words: { x: from + sample, width: room, lines: [blankLine(top, 0), ...lines] },
      shapes: (boxTop) => legendSample([from, boxTop + middle], index === 0),
    }
  })
}

function legendSample([x, y]: Point, isNow: boolean): readonly Shape[] {
  const points: readonly Point[] = [
    [x, y],
    [x + sample - 8, y],
  ]
  const stroke = isNow ? { color: now, width: 1.6 } : { color: before, width: 1, dash }
  const mark = dot([x + (sample - 8) / 2, y])
  return [{ points, isClosed: false, stroke }, isNow ? { ...mark, fill: now } : { ...mark, fill: [1, 1, 1], stroke: { color: before, width: 0.8 } }]
}
