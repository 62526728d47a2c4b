import { itemHeight, linesHeight, type FlowColumn, type FlowItem } from './flow.ts'

/** The part of an item that stands on one page: a range of lines per column, `top` from the upper edge of the text area. */
export type Placement = {
  readonly item: FlowItem
  readonly top: number
  readonly height: number
  readonly ranges: readonly (readonly [number, number])[]
  readonly isFirst: boolean
  readonly isLast: boolean
  /** A table header set again; readers that do not see the page need it only once. */
  readonly isRepeated: boolean
}
export type Page = { readonly placements: readonly Placement[] }

const fewestLines = 2

/**
 * Distributes items over pages of a height. Headings keep with what follows, at least two lines of a paragraph stay together,
 * unbreakable items move as a whole, and nothing is ever lost: what fits on no page is broken after all.
 */
export function paginate(items: readonly FlowItem[], pageHeight: number): readonly Page[] {
  const pages: Placement[][] = [[]]
  let y = 0
  let isFresh = true
  const current = (): Placement[] => pages.at(-1) ?? []

  const turn = (repeated: FlowItem | undefined): void => {
    pages.push([])
    y = 0
    isFresh = true
    if (repeated === undefined) return
    const height = itemHeight(repeated)
    if (height > pageHeight / 2) return
    current().push({ item: repeated, top: 0, height, ranges: fullRanges(repeated), isFirst: true, isLast: true, isRepeated: true })
    y = height
  }

  const space = (item: FlowItem): number => (isFresh ? 0 : item.spaceBefore)

  const put = (item: FlowItem, from: readonly number[], to: readonly number[]): void => {
    const isFirst = from.every((line) => line === 0)
    const isLast = to.every((line, index) => line === (item.columns[index]?.lines.length ?? 0))
    const top = y + (isFirst ? space(item) : 0)
    const lines = Math.max(0, ...item.columns.map((column, index) => linesHeight(column.lines, from[index] ?? 0, to[index] ?? 0)))
    const height = lines + (isFirst ? item.padding.top : 0) + (isLast ? item.padding.bottom : 0)
    current().push({ item, top, height, ranges: from.map((start, index) => [start, to[index] ?? start]), isFirst, isLast, isRepeated: false })
    y = top + height
    isFresh = false
  }

  const placeBreakable = (item: FlowItem, nextIndex: number): void => {
    const next = items[nextIndex]
    let from: readonly number[] = item.columns.map(() => 0)
    for (;;) {
      const isFirst = from.every((line) => line === 0)
      const room = pageHeight - y - (isFirst ? space(item) + item.padding.top : 0) - item.padding.bottom
      let to = fittingLines(item.columns, from, room, isFresh)
      const isDone = to.every((line, index) => line === (item.columns[index]?.lines.length ?? 0))
      if (isDone && item.keepsTailWithNext && next !== undefined && !next.startsPage) {
        const end = y + (isFirst ? space(item) + item.padding.top : 0) + heightBetween(item.columns, from, to) + item.padding.bottom
        if (end + next.spaceBefore + leastFrom(items, nextIndex, pageHeight) > pageHeight) {
          const kept = withoutTail(item.columns, from, to)
          if (kept !== undefined) to = kept
          else if (!isFresh && isFirst) {
            turn(item.repeated)
            isFresh = true
            continue
          }
        }
      }
      if (to.every((line, index) => line === from[index]) && item.columns.some((column, index) => column.lines.length > (from[index] ?? 0))) {
        turn(item.repeated)
        continue
      }
      put(item, from, to)
      if (to.every((line, index) => line === (item.columns[index]?.lines.length ?? 0))) return
      from = to
      turn(item.repeated)
    }
  }

  const placeWhole = (item: FlowItem, nextIndex: number): void => {
    const height = itemHeight(item)
    if (height > pageHeight) {
      placeBreakable(item, nextIndex)
      return
    }
    if (y + space(item) + height > pageHeight && !isFresh) turn(item.repeated)
    if (y + space(item) + height > pageHeight) placeBreakable(item, nextIndex)
    else
      put(
        item,
        item.columns.map(() => 0),
        item.columns.map((column) => column.lines.length),
      )
  }

  let index = 0
  while (index < items.length) {
    const item = items[index]
    if (item === undefined) break
    if (item.startsPage && !isFresh) turn(undefined)
    let end = index
    let needed = space(item)
    for (let last = items[end]; last?.keepsWithNext === true && items[end + 1]?.startsPage === false; last = items[end]) {
      needed += itemHeight(last) + (items[end + 1]?.spaceBefore ?? 0)
      end++
    }
    const tail = items[end]
    if (tail !== undefined) needed += leastHeight(tail, pageHeight)
    if (!isFresh && y + needed > pageHeight) turn(item.repeated)
    for (; index <= end; index++) {
      const part = items[index]
      if (part === undefined) break
      if (part.isUnbreakable || part.keepsWithNext) placeWhole(part, index + 1)
      else placeBreakable(part, index + 1)
    }
  }
  return pages.map((placements) => ({ placements }))
}

const fullRanges = (item: FlowItem): readonly (readonly [number, number])[] => item.columns.map((column) => [0, column.lines.length] as const)

const heightBetween = (columns: readonly FlowColumn[], from: readonly number[], to: readonly number[]): number =>
  Math.max(0, ...columns.map((column, index) => linesHeight(column.lines, from[index] ?? 0, to[index] ?? 0)))

/** The least height of an item together with those it must not be parted from. */
function leastFrom(items: readonly FlowItem[], index: number, pageHeight: number): number {
  let height = 0
  for (let at = index; ; at++) {
    const item = items[at]
    if (item === undefined) return Math.min(height, pageHeight)
    height += (at === index ? 0 : item.spaceBefore) + leastHeight(item, pageHeight)
    if (!item.keepsWithNext || items[at + 1]?.startsPage === true || height > pageHeight) return Math.min(height, pageHeight)
  }
}

/** The least height an item takes on the page on which it begins. */
function leastHeight(item: FlowItem, pageHeight: number): number {
  const height = itemHeight(item)
  if (item.isUnbreakable || item.keepsWithNext) return Math.min(height, pageHeight)
  const least = Math.max(0, ...item.columns.map(({ lines }) => linesHeight(lines, 0, lines.length < 2 * fewestLines ? lines.length : fewestLines)))
  return Math.min(height, least + item.padding.top + item.padding.bottom)
}

/** How far each column gets within a height without leaving single lines behind; nowhere when one column cannot begin. `mustMove` forces a line at least. */
function fittingLines(columns: readonly FlowColumn[], from: readonly number[], room: number, mustMove: boolean): readonly number[] {
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
function withoutTail(columns: readonly FlowColumn[], from: readonly number[], to: readonly number[]): readonly number[] | undefined {
  const kept = columns.map((column, index) => Math.min(to[index] ?? 0, column.lines.length - fewestLines))
  return kept.every((line, index) => line - (from[index] ?? 0) >= fewestLines) ? kept : undefined
}
