import { type ExpectedLine, isSameLine } from './expected-lines.ts'
import { similarity } from './similarity.ts'
import type { ReturnedLine } from './returned-lines.ts'

/** A line on both sides, or on one only; `expected` and `returned` are places in their lists. */
export type LinePair = { readonly expected: number | undefined; readonly returned: number | undefined }

type Range = { readonly from: number; readonly to: number }
type Gap = { readonly expected: Range; readonly returned: Range }
type Match = readonly [expected: number, returned: number]

/** Beyond this many combinations a gap is matched by bookmarks alone: time stays bounded whatever somebody sends. */
const mostCombinations = 250_000

/** The longest run of matches that is in order on both sides. */
function inOrder(matches: readonly Match[]): readonly Match[] {
  const tails: number[] = []
  const previous: (number | undefined)[] = []
  matches.forEach(([, returned], index) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((matches[tails[middle] ?? 0]?.[1] ?? 0) < returned) low = middle + 1
      else high = middle
    }
    previous[index] = low === 0 ? undefined : tails[low - 1]
    tails[low] = index
  })
  const chain: Match[] = []
  for (let at = tails.at(-1); at !== undefined; at = previous[at]) {
    const match = matches[at]
    if (match !== undefined) chain.unshift(match)
  }
  return chain
}

/** The stretches between matches in order. */
function gapsBetween(matches: readonly Match[], { expected, returned }: Gap): readonly Gap[] {
  const gaps: Gap[] = []
  let [expectedAt, returnedAt] = [expected.from, returned.from]
  for (const [one, other] of [...matches, [expected.to, returned.to] as const]) {
    if (one > expectedAt || other > returnedAt) gaps.push({ expected: { from: expectedAt, to: one }, returned: { from: returnedAt, to: other } })
    expectedAt = one + 1
    returnedAt = other + 1
  }
  return gaps
}

/** The best matching in order of two short lists: dynamic programming over all combinations. `score` 0 or less means no match. */
function bestMatches({ expected, returned }: Gap, score: (expected: number, returned: number) => number): readonly Match[] {
  const [height, width] = [expected.to - expected.from, returned.to - returned.from]
  if (height === 0 || width === 0) return []
  const best = new Float64Array((height + 1) * (width + 1))
  const scores = new Float64Array(height * width)
  const at = (row: number, column: number): number => best[row * (width + 1) + column] ?? 0
  for (let row = height - 1; row >= 0; row -= 1) {
    for (let column = width - 1; column >= 0; column -= 1) {
      const here = score(expected.from + row, returned.from + column)
      scores[row * width + column] = here
      best[row * (width + 1) + column] = Math.max(at(row + 1, column), at(row, column + 1), here > 0 ? here + at(row + 1, column + 1) : 0)
    }
  }
  const matches: Match[] = []
  let [row, column] = [0, 0]
  while (row < height && column < width) {
    const here = scores[row * width + column] ?? 0
    if (here > 0 && at(row, column) === here + at(row + 1, column + 1)) {
      matches.push([expected.from + row, returned.from + column])
      row += 1
      column += 1
    } else if (at(row, column) === at(row + 1, column)) row += 1
    else column += 1
  }
  return matches
}

const isIn = (index: number, { from, to }: Range): boolean => index >= from && index < to

/**
 * Pairs the lines we wrote with those that came back, in order. First by bookmark and same words, then by same words, then by likeness, where a
 * bookmark weighs more than words: Word keeps it through any rewording, but lets it drift when somebody types in front of it.
 */
export function alignLines(expected: readonly ExpectedLine[], returned: readonly ReturnedLine[]): readonly LinePair[] {
  const byBookmark = new Map<string, number>()
  returned.forEach(({ bookmarks }, index) => {
    for (const name of bookmarks) if (!byBookmark.has(name)) byBookmark.set(name, index)
  })
  const bookmarked = (index: number): number | undefined => {
    const name = expected[index]?.bookmark
    return name === undefined ? undefined : byBookmark.get(name)
  }
  const same = (one: number, other: number): boolean => {
    const [line, back] = [expected[one], returned[other]]
    return line !== undefined && back !== undefined && (isSameLine(line, back) || (line.label !== '' && `${line.label} ${line.words}` === back.words))
  }
  const matchGap = (gap: Gap, score: (one: number, other: number) => number): readonly Match[] => {
    const combinations = (gap.expected.to - gap.expected.from) * (gap.returned.to - gap.returned.from)
    if (combinations <= mostCombinations) return bestMatches(gap, score)
    const candidates: Match[] = []
    for (let one = gap.expected.from; one < gap.expected.to; one += 1) {
      const other = bookmarked(one)
      if (other !== undefined && isIn(other, gap.returned) && score(one, other) > 0) candidates.push([one, other])
    }
    return inOrder(candidates)
  }
  const likeness = (one: number, other: number): number => {
    const [line, back] = [expected[one], returned[other]]
    if (line === undefined || back === undefined || line.part.startsWith('footnote') !== back.isFootnote) return 0
    const alike = similarity(line, back)
    if (bookmarked(one) === other) return 0.35 + alike
    if (alike >= 0.4) return alike
    // Cells and the lines of a party have no bookmark of their own: their place has to do.
    if (line.bookmark !== undefined || back.bookmarks.some((name) => name.startsWith('_Musubi'))) return 0
    const [kind, , column] = line.part.split('.')
    if (kind === 'cells') return back.cell?.cell === Number(column) ? 0.1 + alike : 0
    return (line.block.kind === 'signatures' || line.block.kind === 'table') === (back.cell !== undefined) ? 0.05 + alike : 0
  }

  const whole: Gap = { expected: { from: 0, to: expected.length }, returned: { from: 0, to: returned.length } }
  const sure = expected.flatMap((_, one): readonly Match[] => {
    const other = bookmarked(one)
    return other !== undefined && same(one, other) ? [[one, other]] : []
  })
  let matches = inOrder(sure)
  for (const score of [(one: number, other: number): number => (same(one, other) ? (bookmarked(one) === other ? 1.5 : 1) : 0), likeness]) {
    matches = [...matches, ...gapsBetween(matches, whole).flatMap((gap) => matchGap(gap, score))].toSorted(([one], [other]) => one - other)
  }
  return inDocumentOrder(matches, whole)
}

function inDocumentOrder(matches: readonly Match[], whole: Gap): readonly LinePair[] {
  const pairs: LinePair[] = []
  const ends = [...matches, [whole.expected.to, whole.returned.to] as const]
  let [expectedAt, returnedAt] = [0, 0]
  ends.forEach(([one, other], index) => {
    for (; expectedAt < one; expectedAt += 1) pairs.push({ expected: expectedAt, returned: undefined })
    for (; returnedAt < other; returnedAt += 1) pairs.push({ expected: undefined, returned: returnedAt })
    if (index < matches.length) pairs.push({ expected: one, returned: other })
    expectedAt = one + 1
    returnedAt = other + 1
  })
  return pairs
}
