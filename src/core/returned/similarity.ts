const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu

type Line = { readonly words: string }
type Counts = { readonly total: number; readonly byWord: ReadonlyMap<string, number> }

/** A line is weighed against many others; its words are counted once and forgotten with it. */
const remembered = new WeakMap<Line, Counts>()

function countWords(line: Line): Counts {
  const known = remembered.get(line)
  if (known !== undefined) return known
  const byWord = new Map<string, number>()
  let total = 0
  for (const [one] of line.words.matchAll(word)) {
    byWord.set(one, (byWord.get(one) ?? 0) + 1)
    total += 1
  }
  const counts = { total, byWord }
  remembered.set(line, counts)
  return counts
}

/** How alike two lines are, 0 to 1: the share of words they have in common (Sørensen and Dice, over words with their number). */
export function similarity(one: Line, other: Line): number {
  if (one.words === other.words) return 1
  const [counts, others] = [countWords(one), countWords(other)]
  if (counts.total + others.total === 0) return 0
  let common = 0
  for (const [key, count] of counts.byWord) common += Math.min(count, others.byWord.get(key) ?? 0)
  return (2 * common) / (counts.total + others.total)
}
