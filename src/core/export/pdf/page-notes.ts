import type { FlowNote } from './flow.ts'
import { linesHeight } from './flow.ts'

/** The lines of a footnote that stand on one page; `top` counts from the upper edge of the text area. */
export type NotePlacement = { readonly note: FlowNote; readonly top: number; readonly from: number; readonly to: number }

/** The foot of one page: the footnotes whose marks stand on it, behind what the page before had no room for. */
export type PageNotes = {
  /** The height to be kept free when these footnotes come to the page as well. */
  readonly reserve: (more: readonly FlowNote[]) => number
  readonly add: (notes: readonly FlowNote[]) => void
  /** Whether something of the page before still stands here. */
  readonly hasRest: boolean
  /** Sets the footnotes below text that ends at `textEnd`; what does not fit goes on to the next page. */
  readonly settle: (textEnd: number) => { readonly placements: readonly NotePlacement[]; readonly rest: readonly Piece[] }
}

/** A footnote from one of its lines on. */
type Piece = { readonly note: FlowNote; readonly from: number }

/** Between text and footnotes, the rule in its middle; and between two footnotes. */
export const noteGap = 16
const between = 2
const fewestLines = 2
/** A longer footnote is broken; the last on a page keeps this share of the page at least. */
const longest = 1 / 3

/** Begins the foot of a page. */
export function pageNotes(pageHeight: number, rest: readonly Piece[] = []): PageNotes {
  const pieces: Piece[] = [...rest]
  return {
    hasRest: rest.length > 0,
    reserve: (more) => {
      if (pieces.length === 0 && more.length === 0) return 0
      const all = more.length === 0 ? pieces : [...pieces, ...more.map((note) => ({ note, from: 0 }))]
      return noteGap + Math.max(0, ...lanesOf(all, false).map((lane) => wantedHeight(lane, pageHeight))) + wideHeight(all, pageHeight)
    },
    add: (notes) => {
      for (const note of notes) pieces.push({ note, from: 0 })
    },
    settle: (textEnd) => {
      if (pieces.length === 0) return { placements: [], rest: [] }
      const room = pageHeight - textEnd - (textEnd === 0 ? 0 : noteGap)
      const isAlone = textEnd === 0
      const narrow = lanesOf(pieces, false).map((lane) => placeLane(lane, room - Math.min(wideHeight(pieces, pageHeight), room / 2), isAlone))
      const narrowHeight = Math.max(0, ...narrow.map(({ height }) => height))
      const wide = lanesOf(pieces, true).map((lane) => placeLane(lane, room - narrowHeight - between, isAlone && narrowHeight === 0))
      const wideEnd = Math.max(0, ...wide.map(({ height }) => height))
      const wideTop = pageHeight - wideEnd
      const top = wideTop - narrowHeight - (wideEnd > 0 ? between : 0)
      const shifted = (lane: Lane, by: number): readonly NotePlacement[] => lane.placements.map((placement) => ({ ...placement, top: placement.top + by }))
      return {
        placements: [...narrow.flatMap((lane) => shifted(lane, top)), ...wide.flatMap((lane) => shifted(lane, wideTop))],
        rest: [...narrow, ...wide].flatMap((lane) => lane.rest),
      }
    },
  }
}

/** Footnotes of one column each, in order. */
function lanesOf(pieces: readonly Piece[], isWide: boolean): readonly (readonly Piece[])[] {
  const own = pieces.filter(({ note }) => note.isWide === isWide)
  return [...new Set(own.map(({ note }) => note.x))].map((x) => own.filter(({ note }) => note.x === x))
}

const heightOf = ({ note, from }: Piece): number => linesHeight(note.lines, from, note.lines.length)

const wideHeight = (pieces: readonly Piece[], pageHeight: number): number =>
  lanesOf(pieces, true).reduce((sum, lane) => sum + between + wantedHeight(lane, pageHeight), 0)

/** Footnotes stand whole, but for the last: when it is long, a part of it is enough. */
function wantedHeight(lane: readonly Piece[], pageHeight: number): number {
  return lane.reduce((sum, piece, index) => {
    const full = heightOf(piece)
    const isBroken = index === lane.length - 1 && full > pageHeight * longest
    return sum + (index === 0 ? 0 : between) + (isBroken ? linesHeight(piece.note.lines, piece.from, fitting(piece, pageHeight * longest)) : full)
  }, 0)
}

/** The line up to which a footnote fits into a height without leaving a single line on either side. */
function fitting({ note, from }: Piece, room: number): number {
  const total = note.lines.length
  let to = from
  let height = 0
  while (to < total) {
    height += note.lines[to]?.height ?? 0
    if (height > room + 0.01) break
    to++
  }
  if (to === total) return to
  const careful = Math.min(to, total - fewestLines)
  return careful - from >= fewestLines ? careful : from
}

type Lane = { readonly placements: readonly NotePlacement[]; readonly rest: readonly Piece[]; readonly height: number }

/** Places what fits, in order; on a page without text at least a line, so that it always goes on. */
function placeLane(lane: readonly Piece[], room: number, isAlone: boolean): Lane {
  const placements: NotePlacement[] = []
  let height = 0
  for (const [index, piece] of lane.entries()) {
    const { note, from } = piece
    const top = height + (index === 0 ? 0 : between)
    const found = fitting(piece, room - top)
    const to = found === from && isAlone && index === 0 ? from + 1 : found
    if (to > from) {
      placements.push({ note, top, from, to })
      height = top + linesHeight(note.lines, from, to)
    }
    if (to < note.lines.length) return { placements, rest: [{ note, from: to }, ...lane.slice(index + 1)], height }
  }
  return { placements, rest: [], height }
}
