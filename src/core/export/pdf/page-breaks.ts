import type { FlowColumn } from './flow.ts'

/** So many lines of a paragraph stand together on either side of a page break. */
export const fewestLines = 2

/** How far each column gets within a height without leaving single lines behind; nowhere when one column cannot begin. `mustMove` forces a line at least. */
export function fittingLines(columns: readonly FlowColumn[], from: readonly number[], room: number, mustMove: boolean): readonly number[] {
  const to = columns.map((column, index) => {
    const start = from[index] ?? 0
    const total = column.lines.length
    let end = start
    let height = 0
    while (end < total) {
      height += column.lines[end]?.height ?? 0
      if (height > room + 0.01) break
      end++
    }
    if (end === total) return end
    const careful = Math.min(end, total - fewestLines)
    if (careful - start >= fewestLines) return careful
    return mustMove ? Math.max(end, start + 1) : start
  })
  const isStuck = columns.some((column, index) => column.lines.length > (from[index] ?? 0) && to[index] === from[index])
  if (isStuck) return [...from]
  return sameSentence(columns, from, to)
}

/** Where two languages both break, the further one goes back to the sentence the other has reached, as far as two lines remain. */
function sameSentence(columns: readonly FlowColumn[], from: readonly number[], to: readonly number[]): readonly number[] {
  if (columns.length !== 2 || columns.every((column, index) => to[index] === column.lines.length)) return to
  const reached = columns.map((column, index) => column.lines[(to[index] ?? 0) - 1]?.sentences ?? 0)
  const target = Math.min(...reached)
  return columns.map((column, index) => {
    const end = to[index] ?? 0
    const start = from[index] ?? 0
    for (let line = end; line - start >= fewestLines; line--) {
      const isAllowed = line === column.lines.length || column.lines.length - line >= fewestLines
      if (isAllowed && (column.lines[line - 1]?.sentences ?? 0) <= target) return line
    }
    return end
  })
}

/** Holds back the last two lines of each column, or nothing when too little would remain. */
export function withoutTail(columns: readonly FlowColumn[], from: readonly number[], to: readonly number[]): readonly number[] | undefined {
  const kept = columns.map((column, index) => Math.min(to[index] ?? 0, column.lines.length - fewestLines))
  return kept.every((line, index) => line - (from[index] ?? 0) >= fewestLines) ? kept : undefined
}
