import type { Footnote } from '../../../engine/document.ts'
import { covers, shape, type Shape } from './typeface.ts'
import { japaneseFace, latinFace, type TextStyle } from './text-style.ts'

/** What a run of words is besides its look; one object per place, so that its pieces on several lines are known to belong together. */
export type Mark = { readonly kind: 'link'; readonly target: string; readonly text: string } | { readonly kind: 'gap' } | FootnoteMark
export type FootnoteMark = { readonly kind: 'footnote'; readonly footnote: Footnote }

/** The smallest piece of text that is set as one: a word, a part of one, or a Japanese character. `width` is in points. */
export type Atom = {
  readonly text: string
  readonly shape: Shape
  readonly style: TextStyle
  readonly mark: Mark | undefined
  readonly width: number
}

const latinOnly = /^[\x21-\x7e\u00a0-\u024f\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac\u202f]*$/
const japaneseOnly = /^[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]*$/u
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
/** Longer pieces are cut, so that a line of 200,000 letters costs no more than as many words. */
const longestAtom = 40

/** Makes an atom of text that one typeface can set. */
export function atom(text: string, made: Shape, style: TextStyle, mark: Mark | undefined): Atom {
  return { text, shape: made, style, mark, width: (made.width * style.size) / 1000 }
}

/** The hyphen at the end of a line; it is copied as a soft hyphen, so that the word can be joined again. */
export function hyphenAtom(after: Atom): Atom {
  return atom('\u00ad', shape(after.shape.face, '-', false, '\u00ad'), after.style, after.mark)
}

/** Sets an atom anew with other text of the same kind. */
export function resized(original: Atom, text: string): Atom {
  return atom(text, shape(original.shape.face, text, original.style.isTabular), original.style, original.mark)
}

/** Cuts text without spaces into atoms by typeface. A character no typeface has is shown as a box and copied as itself. */
export function atomsOf(text: string, style: TextStyle, mark: Mark | undefined): readonly Atom[] {
  if (text.length <= longestAtom && !style.isJapanese && latinOnly.test(text)) return [atom(text, shape(latinFace(style), text, style.isTabular), style, mark)]
  const result: Atom[] = []
  let pending = ''
  const flush = (): void => {
    if (pending !== '') result.push(atom(pending, shape(latinFace(style), pending, style.isTabular), style, mark))
    pending = ''
  }
  for (const { segment } of graphemes.segment(text)) {
    const face = faceOf(segment, style)
    if (face === 'latin') {
      pending += segment
      if (pending.length >= longestAtom) flush()
      continue
    }
    flush()
    result.push(face === 'japanese' ? atom(segment, shape(japaneseFace(style), segment), style, mark) : missing(segment, style, mark))
  }
  flush()
  return style.isJapanese ? joinLatin(result) : result
}

const isWide = (codePoint: number): boolean =>
  (codePoint >= 0x2010 && codePoint <= 0x2bff) ||
  (codePoint >= 0x2e80 && codePoint <= 0x9fff) ||
  (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
  (codePoint >= 0xfe30 && codePoint <= 0xfe4f) ||
  (codePoint >= 0xff00 && codePoint <= 0xffef) ||
  (codePoint >= 0x20000 && codePoint <= 0x3ffff)

function faceOf(segment: string, style: TextStyle): 'latin' | 'japanese' | 'missing' {
  const first = segment.codePointAt(0) ?? 0
  if (style.isJapanese && (first < 0x250 || isWide(first)) && coversAll(japaneseFace(style), segment)) return 'japanese'
  if (coversAll(latinFace(style), segment)) return 'latin'
  // The Japanese fonts are large: they are loaded for characters they may hold, not for every unknown one.
  if ((isWide(first) || japaneseOnly.test(segment)) && covers(japaneseFace(style), first)) return 'japanese'
  return 'missing'
}

function coversAll(face: Parameters<typeof covers>[0], segment: string): boolean {
  for (const character of segment) if (!covers(face, character.codePointAt(0) ?? 0)) return false
  return true
}

function missing(segment: string, style: TextStyle, mark: Mark | undefined): Atom {
  // A non-breaking hyphen looks like a hyphen; anything else unknown is an empty box.
  const stand = segment === '\u2011' ? '-' : '\u2610'
  return atom(segment, shape(latinFace(style), stand, false, segment), style, mark)
}

const latinLetter = /^[\x21-\x7e\u00a0-\u024f]$/

/** In Japanese text, Latin words and figures set in the Japanese typeface stay whole. */
function joinLatin(atoms: readonly Atom[]): readonly Atom[] {
  const result: Atom[] = []
  for (const next of atoms) {
    const last = result.at(-1)
    if (
      last !== undefined &&
      latinLetter.test(next.text) &&
      latinLetter.test(last.text.slice(-1)) &&
      last.shape.face === next.shape.face &&
      last.text.length < longestAtom
    ) {
      result[result.length - 1] = resized(last, last.text + next.text)
    } else result.push(next)
  }
  return result
}

/** Cuts an atom that is wider than a line so that its first part fits; at least one character goes along. */
export function cutToWidth(whole: Atom, width: number): readonly [Atom, Atom] | undefined {
  const parts = Array.from(graphemes.segment(whole.text), ({ segment }) => segment)
  if (parts.length < 2) return undefined
  let low = 1
  let high = parts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (resized(whole, parts.slice(0, middle).join('')).width <= width) low = middle
    else high = middle - 1
  }
  return [resized(whole, parts.slice(0, low).join('')), resized(whole, parts.slice(low).join(''))]
}
