import { diffArrays } from 'diff'
import type { Change, Inline } from '../document.ts'
import { type Token, tokensOf } from './tokens.ts'

/** A stretch both versions have (with its tokens in either), or a place where words were taken out, put in, or both. */
type Stretch =
  | { readonly kind: 'kept'; readonly before: readonly Token[]; readonly after: readonly Token[] }
  | { readonly kind: 'changed'; readonly before: readonly Token[]; readonly after: readonly Token[] }

/** Kept words between two changes are struck and written again when they are this few and this short: nobody reads a lonely "the". */
const islandWords = 2
const islandCharacters = 14
/** A line that keeps less than this share of its words is shown as old and new, each whole. */
const leastKept = 0.3
/** Shorter lines are never rewritten as a whole. */
const rewrittenFrom = 4
/** Beyond this many changes a line counts as rewritten, which bounds time and memory whatever the input. */
const mostChanges = 2000

const wordsIn = (tokens: readonly Token[]): number => tokens.reduce((sum, token) => sum + (token.isWord ? 1 : 0), 0)
const textOf = ({ inline }: Token): string => (inline.kind === 'lineBreak' ? '\n' : inline.text)
const textLength = (tokens: readonly Token[]): number => tokens.reduce((sum, token) => sum + textOf(token).length, 0)

/** Compares two lines word by word: one line with what was taken out and what was put in marked; unmarked words are those of `after`. */
export function diffInlines(before: readonly Inline[], after: readonly Inline[]): readonly Inline[] {
  if (before === after) return after
  const [old, fresh] = [tokensOf(before), tokensOf(after)]
  if (old.length === fresh.length && old.every((token, index) => token.key === fresh[index]?.key)) return after
  const stretches = joinIslands(align(old, fresh))
  const kept = stretches.reduce((sum, stretch) => sum + (stretch.kind === 'kept' ? wordsIn(stretch.after) : 0), 0)
  const longest = Math.max(wordsIn(old), wordsIn(fresh))
  const isRewritten = longest >= rewrittenFrom && kept < longest * leastKept
  return joinInlines(isRewritten ? drawn({ kind: 'changed', before: old, after: fresh }) : stretches.flatMap(drawn))
}

/** A line with every word marked. */
export const marked = (content: readonly Inline[], change: Change): readonly Inline[] => content.map((inline) => ({ ...inline, change }))

function align(old: readonly Token[], fresh: readonly Token[]): readonly Stretch[] {
  const parts = diffArrays(
    old.map(({ key }) => key),
    fresh.map(({ key }) => key),
    { maxEditLength: mostChanges },
  )
  if (parts === undefined) return [{ kind: 'changed', before: old, after: fresh }]
  const stretches: Stretch[] = []
  let [oldAt, freshAt] = [0, 0]
  for (const part of parts) {
    const before = part.added ? [] : old.slice(oldAt, oldAt + part.count)
    const after = part.removed ? [] : fresh.slice(freshAt, freshAt + part.count)
    oldAt += before.length
    freshAt += after.length
    const last = stretches.at(-1)
    if (!part.added && !part.removed) stretches.push({ kind: 'kept', before, after })
    else if (last?.kind === 'changed')
      stretches[stretches.length - 1] = { kind: 'changed', before: [...last.before, ...before], after: [...last.after, ...after] }
    else stretches.push({ kind: 'changed', before, after })
  }
  return stretches
}

/** Takes tiny kept stretches between two changes into one change around them. */
function joinIslands(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = []
  stretches.forEach((stretch, index) => {
    const last = result.at(-1)
    const next = stretches[index + 1]
    const isIsland = stretch.kind === 'kept' && last?.kind === 'changed' && next !== undefined && isTiny(stretch.after) && replacesMore(last, next, stretch)
    if (last?.kind === 'changed' && (stretch.kind === 'changed' || isIsland))
      result[result.length - 1] = { kind: 'changed', before: [...last.before, ...stretch.before], after: [...last.after, ...stretch.after] }
    else result.push(stretch)
  })
  return result
}

const isTiny = (tokens: readonly Token[]): boolean =>
  wordsIn(tokens) <= islandWords && textLength(tokens) <= islandCharacters && !tokens.some(({ isAtomic }) => isAtomic)

/** Words that were only added or only taken out on both sides stay apart: joining them would strike words that nobody touched. */
function replacesMore(last: Stretch, next: Stretch, island: Stretch): boolean {
  const [before, after] = [wordsIn(last.before) + wordsIn(next.before), wordsIn(last.after) + wordsIn(next.after)]
  return Math.min(before, after) > 0 && before + after > wordsIn(island.after) * 2
}

function drawn(stretch: Stretch): readonly Inline[] {
  const after = stretch.after.map(({ inline }) => inline)
  if (stretch.kind === 'kept') return after
  const before = stretch.before.map(({ inline }) => inline)
  // The same words with another origin, such as an amount that used to be typed into the clause, are no change to a reader.
  if (wholeText(stretch.before) === wholeText(stretch.after) && stretch.before.length > 0) return after
  const space = sharedSpace(before[0], after[0])
  if (space === undefined) return [...marked(before, 'deleted'), ...marked(after, 'inserted')]
  const { shared, rest } = space
  return [shared, ...marked(rest(before), 'deleted'), ...marked(rest(after), 'inserted')]
}

/** Words and their looks as one text, however they are cut into tokens; references, gaps and the like count as what they are. */
function wholeText(tokens: readonly Token[]): string {
  let look = ''
  return tokens
    .map((token) => {
      const own = token.key.slice(0, token.key.indexOf(':'))
      const mark = own === look ? '' : `\u0000${own}\u0000`
      look = own
      return own.startsWith('w') ? mark + textOf(token) : `${mark}${token.key}`
    })
    .join('')
}

/** A space both sides of a change begin with stands before it unmarked, so that neither strike nor underline begins with a blank. */
function sharedSpace(
  before: Inline | undefined,
  after: Inline | undefined,
): { readonly shared: Inline; readonly rest: (content: readonly Inline[]) => readonly Inline[] } | undefined {
  if (!isWords(before) || !isWords(after) || before.strong !== after.strong || before.emphasis !== after.emphasis) return undefined
  const [space = ''] = /^\s+/.exec(before.text) ?? []
  if (space === '' || /^\s+/.exec(after.text)?.[0] !== space) return undefined
  const rest = ([first, ...others]: readonly Inline[]): readonly Inline[] =>
    !isWords(first) || first.text === space ? others : [{ ...first, text: first.text.slice(space.length) }, ...others]
  return { shared: { ...after, text: space }, rest }
}

const isWords = (inline: Inline | undefined): inline is Extract<Inline, { kind: 'text' | 'answer' }> => inline?.kind === 'text' || inline?.kind === 'answer'

/** Joins neighbouring pieces of one run of words. */
function joinInlines(content: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = []
  for (const inline of content) {
    const last = result.at(-1)
    if (last !== undefined && last.change === inline.change && isSameRun(last, inline)) result[result.length - 1] = joinRuns(last, inline)
    else result.push(inline)
  }
  return result
}

function isSameRun(one: Inline, other: Inline): boolean {
  if (one.kind === 'text' && other.kind === 'text') return one.strong === other.strong && one.emphasis === other.emphasis
  return one.kind === 'answer' && other.kind === 'answer' && one.question === other.question && one.strong === other.strong && one.emphasis === other.emphasis
}

const joinRuns = (one: Inline, other: Inline): Inline =>
  (one.kind === 'text' || one.kind === 'answer') && one.kind === other.kind ? { ...one, text: one.text + other.text } : one
