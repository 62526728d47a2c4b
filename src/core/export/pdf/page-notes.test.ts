import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flowItem, type FlowItem, type FlowLine, type FlowNote } from './flow.ts'
import { paginate, type Page } from './paginate.ts'

const height = 500
const line = (notes: readonly FlowNote[] = []): FlowLine => ({
  runs: [],
  label: [],
  indent: 0,
  height: 10,
  baseline: 8,
  part: 0,
  sentences: 0,
  rule: 0,
  notes,
  fields: [],
})
const note = (lines: number, x = 0, isWide = false): FlowNote => ({
  mark: { kind: 'footnote', footnote: { kind: 'footnote', text: '1', content: [] } },
  isWide,
  x,
  width: 90,
  language: 'de',
  lines: Array.from({ length: lines }, () => line()),
})

/** A paragraph of so many lines per column; `notes` hang on lines, each with its own number of lines. */
type Plan = { readonly counts: readonly number[]; readonly notes: readonly { readonly at: number; readonly lines: number; readonly isWide: boolean }[] }
const item = ({ counts, notes }: Plan, rest: Partial<FlowItem> = {}): FlowItem =>
  flowItem({
    section: 0,
    tag: { kind: 'paragraph' },
    columns: counts.map((count, index) => ({
      x: index * 100,
      width: 90,
      language: 'de',
      lines: Array.from({ length: count }, (_, at) =>
        line(notes.filter((own) => own.at === at).map((own) => note(own.lines, own.isWide ? 0 : index * 100, own.isWide && counts.length > 1))),
      ),
    })),
    ...rest,
  })

type Entry = Plan & { readonly isUnbreakable: boolean; readonly keepsWithNext: boolean }
const plans = (mostLines: number): fc.Arbitrary<readonly Entry[]> =>
  fc.array(
    fc.record({
      counts: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 2 }),
      notes: fc.array(fc.record({ at: fc.integer({ min: 0, max: 20 }), lines: fc.integer({ min: 1, max: mostLines }), isWide: fc.boolean() }), {
        maxLength: 3,
      }),
      isUnbreakable: fc.boolean(),
      keepsWithNext: fc.boolean(),
    }),
    { maxLength: 25 },
  )
const itemsOf = (list: readonly Entry[]): readonly FlowItem[] =>
  list.map(({ isUnbreakable, keepsWithNext, ...plan }) => item(plan, { isUnbreakable, keepsWithNext, spaceBefore: 5 }))

const notesOf = (items: readonly FlowItem[]): readonly FlowNote[] =>
  items.flatMap(({ columns }) => columns.flatMap(({ lines }) => lines.flatMap(({ notes }) => notes)))

/** The page on which the mark of each footnote stands. */
function pagesOfMarks(pages: readonly Page[]): ReadonlyMap<FlowNote, number> {
  const found = new Map<FlowNote, number>()
  pages.forEach(({ placements }, page) => {
    for (const { item: part, ranges } of placements)
      ranges.forEach(([from, to], index) => {
        for (const { notes } of part.columns[index]?.lines.slice(from, to) ?? []) for (const own of notes) found.set(own, page)
      })
  })
  return found
}

describe('footnotes', () => {
  it('are set whole, once, in order, however long they are', () => {
    fc.assert(
      fc.property(plans(120), (list) => {
        const items = itemsOf(list)
        const placed = new Map<FlowNote, number>()
        for (const { notes } of paginate(items, height))
          for (const { note: own, from, to } of notes) {
            expect(from).toBe(placed.get(own) ?? 0)
            placed.set(own, to)
          }
        for (const own of notesOf(items)) expect(placed.get(own)).toBe(own.lines.length)
        expect(placed.size).toBe(notesOf(items).length)
      }),
      { numRuns: 300 },
    )
  })

  it('never run into the text, into each other or over the edge of the page', () => {
    fc.assert(
      fc.property(plans(120), (list) => {
        for (const { placements, notes } of paginate(itemsOf(list), height)) {
          const textEnd = Math.max(0, ...placements.map((placement) => placement.top + placement.height))
          const ends = new Map<string, number>()
          for (const { note: own, top, from, to } of notes) {
            const lane = own.isWide ? 'wide' : String(own.x)
            const before = own.isWide ? Math.max(textEnd, ...ends.values()) : (ends.get(lane) ?? textEnd)
            expect(top).toBeGreaterThanOrEqual(before - 0.001)
            ends.set(lane, top + (to - from) * 10)
            expect(top + (to - from) * 10).toBeLessThanOrEqual(height + 0.001)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('begin on the page on which their marks stand, as far as they are no longer than text is', () => {
    fc.assert(
      fc.property(plans(4), (list) => {
        const items = itemsOf(list.map((plan) => ({ ...plan, isUnbreakable: false, keepsWithNext: false })))
        const pages = paginate(items, height)
        const marks = pagesOfMarks(pages)
        pages.forEach(({ notes }, page) => {
          for (const { note: own, from } of notes) if (from === 0) expect(marks.get(own)).toBe(page)
        })
      }),
      { numRuns: 300 },
    )
  })

  it('go on at the foot of the next page when they are too long', () => {
    const long = item({ counts: [3], notes: [{ at: 2, lines: 60, isWide: false }] })
    const pages = paginate([item({ counts: [30], notes: [] }), long, item({ counts: [20], notes: [] })], height)
    const parts = pages.map(({ notes }) => notes.map(({ from, to }) => [from, to]))
    expect(parts.filter((part) => part.length > 0).length).toBeGreaterThan(1)
    expect(parts.flat().at(-1)?.[1]).toBe(60)
    for (const [from = 0, to = 0] of parts.flat()) expect(to - from).toBeGreaterThanOrEqual(2)
  })

  it('keep a heading with the text whose footnote needs room', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 49 }), fc.integer({ min: 1, max: 12 }), (before, lines) => {
        const heading = item({ counts: [1], notes: [] }, { keepsWithNext: true, spaceBefore: 15 })
        const text = item({ counts: [6], notes: [{ at: 0, lines, isWide: false }] })
        const pages = paginate([item({ counts: [before], notes: [] }), heading, text], height)
        const on = pages.findIndex(({ placements }) => placements.some((placement) => placement.item === heading))
        expect(pages[on]?.placements.some((placement) => placement.item === text)).toBe(true)
      }),
    )
  })
})
