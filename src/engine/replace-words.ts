import { diffArrays } from 'diff'
import { type Inline, inlineText } from './document.ts'

/** Words, numbers, single marks and spaces; letters of scripts without spaces each by themselves. */
const token = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu

/** Beyond this many changed words a line counts as rewritten, which bounds time and memory. */
const mostChanges = 4000

/** Stretches of a line that was rewritten: kept words of the old line by their place, and new words. */
type Stretch = { readonly kind: 'kept'; readonly from: number; readonly to: number } | { readonly kind: 'new'; readonly text: string }

function stretchesOf(before: string, after: string): readonly Stretch[] {
  const [old, fresh] = [before.match(token) ?? [], after.match(token) ?? []]
  // Spaces that may not break are spaces: a word processor changes them as it likes.
  const plain = (words: readonly string[]): string[] => words.map((word) => (/^\s/.test(word) ? ' ' : word))
  const parts = diffArrays(plain(old), plain(fresh), { maxEditLength: mostChanges })
  if (parts === undefined) return [{ kind: 'new', text: after }]
  const stretches: Stretch[] = []
  let [oldAt, freshAt, position] = [0, 0, 0]
  for (const part of parts) {
    if (part.added) {
      stretches.push({ kind: 'new', text: fresh.slice(freshAt, freshAt + part.count).join('') })
    } else {
      const length = old.slice(oldAt, oldAt + part.count).join('').length
      if (!part.removed) stretches.push({ kind: 'kept', from: position, to: position + length })
      position += length
      oldAt += part.count
    }
    if (!part.removed) freshAt += part.count
  }
  return stretches
}

/** New words as runs; line ends become line breaks. */
export function plainInlines(words: string): readonly Inline[] {
  return words
    .split('\n')
    .flatMap((line, index): readonly Inline[] => [
      ...(index === 0 ? [] : [{ kind: 'lineBreak' } as const]),
      ...(line === '' ? [] : [{ kind: 'text', text: line } as const]),
    ])
}

/** The part of a run between two places. References, definitions and gaps cut in two are ordinary words from then on. */
function sliced(inline: Inline, from: number, to: number): readonly Inline[] {
  if (inline.kind === 'lineBreak' || inline.kind === 'footnote') return [inline]
  const words = inline.text.slice(from, to)
  if (words === '') return []
  if (words === inline.text) return [inline]
  if (inline.kind === 'text' || inline.kind === 'answer') return [{ ...inline, text: words }]
  return [{ kind: 'text', text: words }]
}

/** Runs of a line between two places of its words. A footnote belongs to the word before it. */
function keptInlines(content: readonly Inline[], from: number, to: number): readonly Inline[] {
  const kept: Inline[] = []
  let at = 0
  for (const inline of content) {
    const length = inlineText([inline]).length
    if (inline.kind === 'footnote') {
      if (at > from && at <= to) kept.push(inline)
    } else if (at < to && at + length > from) kept.push(...sliced(inline, Math.max(0, from - at), to - at))
    at += length
  }
  return kept
}

/**
 * A line with other words. What both have in common stays what it was: an answer still knows its question, a reference follows its target,
 * a definition defines. New words are ordinary text.
 */
export function replaceWords(content: readonly Inline[], words: string): readonly Inline[] {
  const result = stretchesOf(inlineText(content), words).flatMap((stretch) =>
    stretch.kind === 'new' ? plainInlines(stretch.text) : keptInlines(content, stretch.from, stretch.to),
  )
  const joined: Inline[] = []
  for (const inline of result) {
    const last = joined.at(-1)
    const isPlain = (one: Inline | undefined): boolean =>
      one?.kind === 'text' && one.strong === undefined && one.emphasis === undefined && one.change === undefined
    if (last?.kind === 'text' && inline.kind === 'text' && isPlain(last) && isPlain(inline))
      joined[joined.length - 1] = { kind: 'text', text: last.text + inline.text }
    else joined.push(inline)
  }
  return joined
}
