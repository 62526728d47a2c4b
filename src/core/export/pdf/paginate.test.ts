import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flowItem, type FlowItem, type FlowLine } from './flow.ts'
import { paginate, type Page } from './paginate.ts'

const height = 500
const line = (sentences = 0, lineHeight = 10): FlowLine => ({
  runs: [],
  label: [],
  indent: 0,
  height: lineHeight,
  baseline: 8,
  part: 0,
  sentences,
  rule: 0,
  notes: [],
  fields: [],
})
const item = (counts: readonly number[], rest: Partial<FlowItem> = {}): FlowItem =>
  flowItem({
    section: 0,
    tag: { kind: 'paragraph' },
    columns: counts.map((count, index) => ({
      x: index * 100,
      width: 90,
      language: 'de',
      lines: Array.from({ length: count }, (_, at) => line(Math.floor((at + 1) / 3))),
    })),
    ...rest,
  })

const pageOf = (pages: readonly Page[], wanted: FlowItem): readonly number[] =>
  pages.flatMap(({ placements }, index) => (placements.some((placement) => placement.item === wanted && !placement.isRepeated) ? [index] : []))

const items = fc.array(
  fc
    .record({
      counts: fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 2 }),
      isUnbreakable: fc.boolean(),
      keepsWithNext: fc.boolean(),
      keepsTailWithNext: fc.boolean(),
      startsPage: fc.boolean(),
      spaceBefore: fc.integer({ min: 0, max: 30 }),
    })
    .map(({ counts, ...rest }) => item(counts, rest)),
  { maxLength: 40 },
)

describe('pagination', () => {
  it('places every line of every item once, in order', () => {
    fc.assert(
      fc.property(items, (list) => {
        const placed = new Map<FlowItem, readonly number[]>()
        const order: FlowItem[] = []
        for (const { placements } of paginate(list, height)) {
          for (const { item: part, ranges } of placements) {
            const before = placed.get(part) ?? part.columns.map(() => 0)
            ranges.forEach(([from], index) => expect(from).toBe(before[index]))
            placed.set(
              part,
              ranges.map(([, to]) => to),
            )
            if (order.at(-1) !== part) order.push(part)
          }
        }
        expect(order).toEqual(list)
        for (const part of list) expect(placed.get(part)).toEqual(part.columns.map((column) => column.lines.length))
      }),
      { numRuns: 300 },
    )
  })

  it('lets nothing run over the edge of a page', () => {
    fc.assert(
      fc.property(items, (list) => {
        for (const { placements } of paginate(list, height)) {
          let end = 0
          for (const { top, height: own } of placements) {
            expect(top).toBeGreaterThanOrEqual(end - 0.001)
            end = top + own
            expect(end).toBeLessThanOrEqual(height + 0.001)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('never leaves a heading without two lines of its text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 20 }), (before, after) => {
        const heading = item([1], { keepsWithNext: true, spaceBefore: 15 })
        const text = item([after])
        const pages = paginate([item([before]), heading, text], height)
        const [page = -1] = pageOf(pages, heading)
        const first = pages[page]?.placements.find((placement) => placement.item === text)
        expect(first?.ranges[0]?.[1] ?? 0).toBeGreaterThanOrEqual(Math.min(2, after))
      }),
    )
  })

  it('never leaves a heading alone above a sentence that leads into what no longer fits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 12 }), (before, lead, after) => {
        const heading = item([1], { keepsWithNext: true, spaceBefore: 15 })
        const sentence = item([lead], { keepsTailWithNext: true })
        const pages = paginate([item([before]), heading, sentence, item([after], { isUnbreakable: true })], height)
        expect(pageOf(pages, heading)).toEqual(pageOf(pages, sentence))
      }),
    )
  })

  it('keeps two lines of a paragraph together on either side of a break', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 49 }), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), (before, left, right) => {
        const text = item([left, right])
        for (const { placements } of paginate([item([before]), text], height)) {
          for (const placement of placements.filter((candidate) => candidate.item === text)) {
            placement.ranges.forEach(([from, to], index) => {
              const total = index === 0 ? left : right
              if (to > from && to < total) expect(to - from).toBeGreaterThanOrEqual(2)
              if (from > 0 && to > from) expect(to - from).toBeGreaterThanOrEqual(2)
            })
          }
        }
      }),
    )
  })

  it('never sets signatures alone on a page', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 49 }), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 5, max: 40 }), (before, count, block) => {
        const text = item([count], { keepsTailWithNext: true })
        const signatures = item([block, block], { isUnbreakable: true, spaceBefore: 20 })
        const pages = paginate([item([before]), text, signatures], height)
        const on = pageOf(pages, signatures)
        expect(on).toHaveLength(1)
        const first = pages[on[0] ?? -1]?.placements[0]
        expect(first?.item).not.toBe(signatures)
      }),
    )
  })

  it('repeats the header of a table on each page and never splits a row that fits', () => {
    const header = item([1], { keepsWithNext: true, isUnbreakable: true })
    const rows = Array.from({ length: 60 }, () => item([3, 1], { isUnbreakable: true, repeated: header }))
    const pages = paginate([item([20]), header, ...rows], height)
    expect(pages.length).toBeGreaterThan(3)
    pages.slice(1).forEach(({ placements }) => expect(placements[0]).toMatchObject({ item: header, isRepeated: true }))
    for (const row of rows) expect(pageOf(pages, row)).toHaveLength(1)
  })

  it('breaks both languages at the same sentence where one ends near enough', () => {
    const sentenceLengths = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 8 })
    let shared = 0
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 46 }), sentenceLengths, sentenceLengths, (before, left, right) => {
        const columns = [left, right].map((lengths, index) => ({ x: index * 100, width: 90, language: 'de' as const, lines: linesOf(lengths) }))
        const text = flowItem({ section: 0, tag: { kind: 'paragraph' }, columns })
        const pages = paginate([item([before]), text], height)
        const first = pages.flatMap(({ placements }) => placements.filter((placement) => placement.item === text))[0]
        if (first === undefined || first.isLast || first.top === 0) return
        const sentencesAt = (column: number, end: number): number => columns[column]?.lines[end - 1]?.sentences ?? 0
        // Every break within six lines of the furthest that leaves two lines on either side.
        const possible = columns.map(({ lines }, column) => {
          const room = 50 - before
          const furthest = lines.length <= room ? lines.length : Math.min(room, lines.length - 2)
          const ends = Array.from({ length: 7 }, (_, back) => furthest - back).filter((end) => end >= 2 && (end === lines.length || lines.length - end >= 2))
          return new Set(ends.map((end) => sentencesAt(column, end)))
        })
        const [here = 0, there = 0] = first.ranges.map(([, to], column) => sentencesAt(column, to))
        const canAgree = [...(possible[0] ?? [])].some((sentences) => possible[1]?.has(sentences) === true)
        expect(here === there).toBe(canAgree)
        if (canAgree) shared++
      }),
      { numRuns: 500 },
    )
    expect(shared).toBeGreaterThan(100)
  })
})

/** Lines of sentences, each ending at the end of its last line. */
function linesOf(lengths: readonly number[]): readonly FlowLine[] {
  return lengths.flatMap((length, sentence) => Array.from({ length }, (_, at) => line(at === length - 1 ? sentence + 1 : sentence)))
}
