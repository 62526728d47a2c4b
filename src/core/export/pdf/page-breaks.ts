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

/** A column gives up this many lines of a page at most so that both languages break at the same sentence; a gap of more would be worse. */
const mostGivenUp = 6

/**
 * Where a paragraph in two languages breaks, both go back to the furthest place where as many sentences have ended in the one as in the other, as far
 * as two lines remain on either side.
 */
function sameSentence(columns: readonly FlowColumn[], from: readonly number[], to: readonly number[]): readonly number[] {
  if (columns.length !== 2 || columns.every((column, index) => to[index] === column.lines.length)) return to
  const [left, right] = columns.map((column, index) => furthestBreaks(column, from[index] ?? 0, to[index] ?? 0))
  const [shared] = [...(left?.keys() ?? [])].filter((sentences) => right?.has(sentences) === true).toSorted((a, b) => b - a)
  if (shared === undefined) return to
  return [left?.get(shared) ?? to[0] ?? 0, right?.get(shared) ?? to[1] ?? 0]
}

/** How far a column gets for each number of sentences that may have ended before the break. */
function furthestBreaks({ lines }: FlowColumn, from: number, to: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  for (let line = to; line - from >= fewestLines && to - line <= mostGivenUp; line--) {
    const isAllowed = line === lines.length || lines.length - line >= fewestLines
    const sentences = lines[line - 1]?.sentences ?? 0
    if (isAllowed && !found.has(sentences)) found.set(sentences, line)
  }
  return found
}

/** Holds back the last two lines of each column, or nothing when too little would remain. */
export function withoutTail(columns: readonly FlowColumn[], from: readonly number[], to: readonly number[]): readonly number[] | undefined {
  const kept = columns.map((column, index) => Math.min(to[index] ?? 0, column.lines.length - fewestLines))
  return kept.every((line, index) => line - (from[index] ?? 0) >= fewestLines) ? kept : undefined
}
