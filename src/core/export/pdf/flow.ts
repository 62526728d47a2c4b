import type { Language } from '../../../engine/language.ts'
import type { FootnoteMark } from './atoms.ts'
import type { FieldKind } from './form-words.ts'
import type { Run } from './line-breaking.ts'

/** A line in place: its height, and where its base line lies below its top. `part` numbers the paragraphs of a column. */
export type FlowLine = {
  readonly runs: readonly Run[]
  /** Words hanging to the left of the line: a number, a bullet. */
  readonly label: readonly Run[]
  /** Distance of the runs from the left edge of the column. */
  readonly indent: number
  readonly height: number
  readonly baseline: number
  readonly part: number
  readonly sentences: number
  /** Draws a line to write on along the top, this wide; 0 for none. */
  readonly rule: number
  /** Footnotes whose marks stand on this line. */
  readonly notes: readonly FlowNote[]
  /** What can be filled in on the line to write on, when the file is one to be filled in. */
  readonly fields: readonly FlowField[]
}

/** A field that stands on the line to write on, `x` from the left edge of the column. */
export type FlowField = { readonly kind: FieldKind; readonly tooltip: string; readonly x: number; readonly width: number; readonly height: number }

/** A footnote set for the foot of its column, or of the page when its mark stands in something as wide as the page. */
export type FlowNote = {
  readonly mark: FootnoteMark
  readonly isWide: boolean
  readonly x: number
  readonly width: number
  readonly language: Language
  readonly lines: readonly FlowLine[]
}

/** Lines below each other. */
export type FlowColumn = { readonly x: number; readonly width: number; readonly language: Language; readonly lines: readonly FlowLine[] }

/** How a list counts (ISO 32000-1, 14.8.5.5). */
export type ListNumbering = 'Disc' | 'Decimal' | 'LowerAlpha' | 'UpperAlpha' | 'LowerRoman' | 'None'

/** What an item is in the structure of the file, for readers that do not see the page. */
export type FlowTag =
  | { readonly kind: 'title' }
  | { readonly kind: 'heading'; readonly level: 1 | 2 }
  | { readonly kind: 'paragraph' }
  | { readonly kind: 'note' }
  | { readonly kind: 'listItem'; readonly level: number; readonly isBullet: boolean; readonly hasLabel: boolean; readonly numbering: ListNumbering }
  | { readonly kind: 'group' }
  | { readonly kind: 'signatures' }
  | { readonly kind: 'caption' }
  | { readonly kind: 'tableHeader'; readonly table: number; readonly summary: string }
  | { readonly kind: 'tableRow'; readonly table: number; readonly summary: string; readonly hasRowHeader?: true }
  | { readonly kind: 'contentsEntry'; readonly targets: readonly string[] }
  | { readonly kind: 'figure'; readonly alt: string }

/** Where an item lies on a page, in points from the top. */
export type Box = { readonly top: number; readonly bottom: number; readonly isFirst: boolean; readonly isLast: boolean }

/** A shape drawn behind an item: a filled rectangle; lines are thin rectangles. Coordinates from the top left corner of the page. */
export type Rectangle = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly color: readonly [number, number, number]
  readonly isDotted?: true
}

/** A line through points, closed or open, filled or drawn or both; coordinates as those of rectangles. `dash` alternates ink and gap, in points. */
export type Polygon = {
  readonly points: readonly (readonly [number, number])[]
  readonly isClosed: boolean
  readonly fill?: readonly [number, number, number]
  readonly stroke?: { readonly color: readonly [number, number, number]; readonly width: number; readonly dash?: readonly [number, number] }
}

/** Anything that is drawn behind the words of an item. */
export type Shape = Rectangle | Polygon

/** One row of the page: columns side by side that start at the same height. */
export type FlowItem = {
  readonly section: number
  /** The row of the section it was made from; -1 for what is not in the tree. */
  readonly row: number
  readonly tag: FlowTag
  readonly columns: readonly FlowColumn[]
  readonly spaceBefore: number
  readonly padding: { readonly top: number; readonly bottom: number }
  /** Stays on one page when a page is large enough. */
  readonly isUnbreakable: boolean
  /** Stays on the page on which the next item begins. */
  readonly keepsWithNext: boolean
  /** At least its last two lines stand on the page on which the next item begins. */
  readonly keepsTailWithNext: boolean
  readonly startsPage: boolean
  /** Set again on top of each page on which a table goes on. */
  readonly repeated: FlowItem | undefined
  /** Anchors that lead here. */
  readonly anchors: readonly string[]
  readonly outline: string | undefined
  readonly decorations: ((box: Box) => readonly Shape[]) | undefined
}

/** Fills in what most items do not need. */
export function flowItem(item: Pick<FlowItem, 'section' | 'tag' | 'columns'> & Partial<FlowItem>): FlowItem {
  return {
    row: -1,
    spaceBefore: 0,
    padding: { top: 0, bottom: 0 },
    isUnbreakable: false,
    keepsWithNext: false,
    keepsTailWithNext: false,
    startsPage: false,
    repeated: undefined,
    anchors: [],
    outline: undefined,
    decorations: undefined,
    ...item,
  }
}

/** Height of the lines of a column from one index to another. */
export function linesHeight(lines: readonly FlowLine[], from: number, to: number): number {
  let height = 0
  for (let index = from; index < to; index++) height += lines[index]?.height ?? 0
  return height
}

/** Height of a whole item without the space before it. */
export function itemHeight(item: FlowItem): number {
  return item.padding.top + item.padding.bottom + Math.max(0, ...item.columns.map((column) => linesHeight(column.lines, 0, column.lines.length)))
}

/** The footnotes of an item between two indexes into the lines of each column, in the order of their marks. */
export function notesBetween(columns: readonly FlowColumn[], from: readonly number[], to: readonly number[]): readonly FlowNote[] {
  const notes: FlowNote[] = []
  columns.forEach(({ lines }, index) => {
    for (let at = from[index] ?? 0; at < (to[index] ?? 0); at++) notes.push(...(lines[at]?.notes ?? []))
  })
  return notes
}
