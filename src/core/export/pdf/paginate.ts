import { itemHeight, linesHeight, notesBetween, type FlowColumn, type FlowItem, type FlowNote } from './flow.ts'
import { fewestLines, fittingLines, withoutTail } from './page-breaks.ts'
import { pageNotes, type NotePlacement } from './page-notes.ts'

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
export type Page = { readonly placements: readonly Placement[]; readonly notes: readonly NotePlacement[] }

/**
 * Distributes items over pages of a height. Headings keep with what follows, at least two lines of a paragraph stay together,
 * unbreakable items move as a whole, footnotes stand on the page of their marks, and nothing is ever lost: what fits on no page is broken after all.
 * `enough` ends the work once there are so many pages, for who only asks whether there are.
 */
export function paginate(items: readonly FlowItem[], pageHeight: number, enough = Infinity): readonly Page[] {
  const pages: Page[] = []
  let placements: Placement[] = []
  let foot = pageNotes(pageHeight)
  let y = 0
  let isFresh = true

  /** How far down text may go when these footnotes come along. */
  const limit = (more: readonly FlowNote[]): number => pageHeight - foot.reserve(more)

  const closePage = (): void => {
    const { placements: notes, rest } = foot.settle(y)
    pages.push({ placements, notes })
    foot = pageNotes(pageHeight, rest)
    placements = []
    y = 0
    isFresh = true
  }

  const turn = (repeated: FlowItem | undefined): void => {
    closePage()
    if (repeated === undefined) return
    const height = itemHeight(repeated)
    if (height > pageHeight / 2) return
    placements.push({ item: repeated, top: 0, height, ranges: fullRanges(repeated), isFirst: true, isLast: true, isRepeated: true })
    y = height
  }

  const space = (item: FlowItem): number => (isFresh ? 0 : item.spaceBefore)

  const put = (item: FlowItem, from: readonly number[], to: readonly number[]): void => {
    const isFirst = from.every((line) => line === 0)
    const isLast = isAtEnd(item, to)
    const top = y + (isFirst ? space(item) : 0)
    const height = heightBetween(item.columns, from, to) + (isFirst ? item.padding.top : 0) + (isLast ? item.padding.bottom : 0)
    placements.push({ item, top, height, ranges: from.map((start, index) => [start, to[index] ?? start]), isFirst, isLast, isRepeated: false })
    foot.add(notesBetween(item.columns, from, to))
    y = top + height
    isFresh = false
  }

  /** The lines that fit into a height together with their footnotes; on an empty page at least one, so that it always goes on. */
  const fittingWithNotes = (item: FlowItem, from: readonly number[], room: number): readonly number[] => {
    let left = room - foot.reserve([])
    let last: readonly number[] | undefined
    for (;;) {
      const to = fittingLines(item.columns, from, left, isFresh && !foot.hasRest)
      const notes = notesBetween(item.columns, from, to)
      const height = heightBetween(item.columns, from, to)
      const isSame = last !== undefined && last.every((line, index) => line === to[index])
      if (notes.length === 0 || isSame || height + foot.reserve(notes) <= room + 0.01) return to
      last = to
      left = height - 1
    }
  }

  const placeBreakable = (item: FlowItem, nextIndex: number): void => {
    const next = items[nextIndex]
    let from: readonly number[] = item.columns.map(() => 0)
    for (;;) {
      const isFirst = from.every((line) => line === 0)
      const lead = isFirst ? space(item) + item.padding.top : 0
      let to = fittingWithNotes(item, from, pageHeight - y - lead - item.padding.bottom)
      if (isAtEnd(item, to) && item.keepsTailWithNext && next !== undefined && !next.startsPage) {
        const end = y + lead + heightBetween(item.columns, from, to) + item.padding.bottom
        const least = leastFrom(items, nextIndex, pageHeight)
        if (end + next.spaceBefore + least.height > limit([...notesBetween(item.columns, from, to), ...least.notes])) {
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
      if (isAtEnd(item, to)) return
      from = to
      turn(item.repeated)
    }
  }

  const placeWhole = (item: FlowItem, nextIndex: number): void => {
    const height = itemHeight(item)
    const start = item.columns.map(() => 0)
    const end = item.columns.map((column) => column.lines.length)
    const fits = (): boolean => y + space(item) + height <= limit(notesBetween(item.columns, start, end))
    while (height <= pageHeight && !fits() && (!isFresh || foot.hasRest)) turn(item.repeated)
    if (fits()) put(item, start, end)
    else placeBreakable(item, nextIndex)
  }

  let index = 0
  while (index < items.length && pages.length < enough) {
    const item = items[index]
    if (item === undefined) break
    if (item.startsPage && !isFresh) turn(undefined)
    let end = index
    while (items[end]?.keepsWithNext === true && items[end + 1]?.startsPage === false) end++
    const needed = leastFrom(items, index, pageHeight)
    if (!isFresh && y + space(item) + needed.height > limit(needed.notes)) turn(item.repeated)
    for (; index <= end; index++) {
      const part = items[index]
      if (part === undefined) break
      if (part.isUnbreakable || part.keepsWithNext) placeWhole(part, index + 1)
      else placeBreakable(part, index + 1)
    }
  }
  do closePage()
  while (foot.hasRest)
  return pages
}

const fullRanges = (item: FlowItem): readonly (readonly [number, number])[] => item.columns.map((column) => [0, column.lines.length] as const)

const isAtEnd = (item: FlowItem, to: readonly number[]): boolean => to.every((line, index) => line === (item.columns[index]?.lines.length ?? 0))

const heightBetween = (columns: readonly FlowColumn[], from: readonly number[], to: readonly number[]): number =>
  Math.max(0, ...columns.map((column, index) => linesHeight(column.lines, from[index] ?? 0, to[index] ?? 0)))

/** What must stand together: its height, and the footnotes it brings along. */
type Least = { readonly height: number; readonly notes: readonly FlowNote[] }

/** The least of an item together with those it must not be parted from. */
function leastFrom(items: readonly FlowItem[], index: number, pageHeight: number): Least {
  let height = 0
  const notes: FlowNote[] = []
  for (let at = index; ; at++) {
    const item = items[at]
    if (item === undefined) break
    const least = leastOf(item, pageHeight)
    height += (at === index ? 0 : item.spaceBefore) + least.height
    notes.push(...least.notes)
    if (!bringsNext(item) || items[at + 1]?.startsPage !== false || height > pageHeight) break
  }
  return { height: Math.min(height, pageHeight), notes }
}

/** Whether the next item begins on the page of this one in any case: a tail that keeps with it may be all there is. */
const bringsNext = (item: FlowItem): boolean =>
  item.keepsWithNext || (item.keepsTailWithNext && item.columns.some(({ lines }) => lines.length < 2 * fewestLines))

/** The least of an item that stands on the page on which it begins. */
function leastOf(item: FlowItem, pageHeight: number): Least {
  const height = itemHeight(item)
  const start = item.columns.map(() => 0)
  const isWhole = item.isUnbreakable || item.keepsWithNext
  const end = item.columns.map(({ lines }) => (isWhole || lines.length < 2 * fewestLines ? lines.length : fewestLines))
  const notes = notesBetween(item.columns, start, end)
  if (isWhole) return { height: Math.min(height, pageHeight), notes }
  return { height: Math.min(height, heightBetween(item.columns, start, end) + item.padding.top + item.padding.bottom), notes }
}
