import type { Inline } from '../../../engine/document.ts'
import { isGlued } from '../pdf/tokens.ts'

const fixed = '\u00a0'
const wordAfter = /^[^\s\u200b]*/
/** No word that holds a number together is longer. */
const reach = 16
/** The last characters of such words; most spaces stand behind another and are passed over without a closer look. */
const lastCharacters = new Set([...'0123456789.§€Rrnhzex'].map((character) => character.charCodeAt(0)))
/** How words end that may hold the next one. */
const mayHold = /(?:[\d.§€]|EUR|Ziffer|[Ss]ection|paragraph|Absatz|Satz|Anlage|Annex)$/

/** Spaces at which the PDF never ends a line, as places in the text: between "Abs." and "3", "EUR" and "500", "J." and "S.". */
function gluedSpaces(text: string): ReadonlySet<number> | undefined {
  let found: Set<number> | undefined
  let start = 0
  for (let at = text.indexOf(' ', 1); at > 0; at = text.indexOf(' ', at + 1)) {
    const wordStart = start
    start = at + 1
    if (!lastCharacters.has(text.charCodeAt(at - 1))) continue
    const held = text.slice(Math.max(wordStart, at - reach), at)
    if (!mayHold.test(held)) continue
    const after = wordAfter.exec(text.slice(at + 1, at + 1 + reach))?.[0] ?? ''
    const word = held.slice(held.search(/[^\s\u200b]*$/))
    if (word !== '' && after !== '' && isGlued(word, after)) (found ??= new Set()).add(at)
  }
  return found
}

const textOf = (inline: Inline): string => (inline.kind === 'lineBreak' ? '\n' : inline.kind === 'reference' ? partsText(inline) : inline.text)
const partsText = (inline: Inline & { readonly kind: 'reference' }): string => inline.parts.map(({ text }) => text).join('')

/**
 * Fixes the spaces that hold a number to the word that announces or measures it, so that Word ends no line there either. What a live reference prints
 * stays as it is: its numbers carry fixed spaces of their own.
 */
export function fixSpaces(content: readonly Inline[]): readonly Inline[] {
  const glued = gluedSpaces(content.map(textOf).join(''))
  if (glued === undefined) return content
  let at = 0
  const fix = (text: string): string => {
    const start = at
    at += text.length
    let result = ''
    let from = 0
    for (let index = text.indexOf(' '); index >= 0; index = text.indexOf(' ', index + 1)) {
      if (!glued.has(start + index)) continue
      result += text.slice(from, index) + fixed
      from = index + 1
    }
    return result + text.slice(from)
  }
  return content.map((inline): Inline => {
    switch (inline.kind) {
      case 'lineBreak':
        at += 1
        return inline
      case 'reference':
        return {
          ...inline,
          parts: inline.parts.map((part) => {
            const text = fix(part.text)
            return part.target === undefined ? { ...part, text } : part
          }),
        }
      default:
        return { ...inline, text: fix(inline.text) }
    }
  })
}
