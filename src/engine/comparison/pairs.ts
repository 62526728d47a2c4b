import { diffArrays } from 'diff'

/** Two items that belong together, or one that only one side has. */
export type Pair<Item> = { readonly before: Item | undefined; readonly after: Item | undefined }

/** Stretches with more possible pairs than this are paired in order, which keeps a comparison of foreign texts fast. */
const mostPairs = 10_000

/**
 * Aligns two lists in order: items of equal keys first, then, in each stretch left between them, those pairs whose `worth` adds up to most.
 * A worth of 0 says that two items do not belong together. Between two pairs, what was taken out stands before what was put in.
 */
export function pairs<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
  worth: (one: Item, other: Item) => number,
): readonly Pair<Item>[] {
  const result: Pair<Item>[] = []
  let [oldAt, freshAt] = [0, 0]
  let [oldGap, freshGap]: [readonly Item[], readonly Item[]] = [[], []]
  const closeGap = (): void => {
    result.push(...pairStretch(oldGap, freshGap, worth))
    oldGap = []
    freshGap = []
  }
  for (const part of diffArrays(before.map(keyOf), after.map(keyOf))) {
    const old = part.added ? [] : before.slice(oldAt, (oldAt += part.count))
    const fresh = part.removed ? [] : after.slice(freshAt, (freshAt += part.count))
    if (part.removed) oldGap = [...oldGap, ...old]
    else if (part.added) freshGap = [...freshGap, ...fresh]
    else {
      closeGap()
      result.push(...fresh.map((item, index) => ({ before: old[index], after: item })))
    }
  }
  closeGap()
  return result
}

function pairStretch<Item>(before: readonly Item[], after: readonly Item[], worth: (one: Item, other: Item) => number): readonly Pair<Item>[] {
  const chosen = before.length * after.length > mostPairs ? inOrder(before, after, worth) : best(before, after, worth)
  const result: Pair<Item>[] = []
  let [oldAt, freshAt] = [0, 0]
  const between = (oldEnd: number, freshEnd: number): void => {
    for (const item of before.slice(oldAt, oldEnd)) result.push({ before: item, after: undefined })
    for (const item of after.slice(freshAt, freshEnd)) result.push({ before: undefined, after: item })
  }
  for (const [old, fresh] of chosen) {
    between(old, fresh)
    result.push({ before: before[old], after: after[fresh] })
    oldAt = old + 1
    freshAt = fresh + 1
  }
  between(before.length, after.length)
  return result
}

type IndexPair = readonly [before: number, after: number]

/** The classic alignment of two sequences: a table of the best sums, read back from its end. */
function best<Item>(before: readonly Item[], after: readonly Item[], worth: (one: Item, other: Item) => number): readonly IndexPair[] {
  const width = after.length + 1
  const sums = new Float64Array((before.length + 1) * width)
  const worths = new Float64Array((before.length + 1) * width)
  const sumAt = (old: number, fresh: number): number => sums[old * width + fresh] ?? 0
  for (let old = before.length - 1; old >= 0; old -= 1) {
    for (let fresh = after.length - 1; fresh >= 0; fresh -= 1) {
      const [one, other] = [before[old], after[fresh]]
      const value = one === undefined || other === undefined ? 0 : worth(one, other)
      worths[old * width + fresh] = value
      sums[old * width + fresh] = Math.max(sumAt(old + 1, fresh), sumAt(old, fresh + 1), value > 0 ? value + sumAt(old + 1, fresh + 1) : 0)
    }
  }
  const result: IndexPair[] = []
  let [old, fresh] = [0, 0]
  while (old < before.length && fresh < after.length) {
    const value = worths[old * width + fresh] ?? 0
    if (value > 0 && sumAt(old, fresh) === value + sumAt(old + 1, fresh + 1)) result.push([old++, fresh++])
    else if (sumAt(old, fresh) === sumAt(old + 1, fresh)) old += 1
    else fresh += 1
  }
  return result
}

function inOrder<Item>(before: readonly Item[], after: readonly Item[], worth: (one: Item, other: Item) => number): readonly IndexPair[] {
  return before.flatMap((one, index): readonly IndexPair[] => {
    const other = after[index]
    return other !== undefined && worth(one, other) > 0 ? [[index, index]] : []
  })
}
