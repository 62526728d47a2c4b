import { halfWidth } from '../../engine/half-width.ts'

/** What a number written by a person says; `ambiguous` when "1.234" could be either of two numbers. */
export type NumberText = { readonly kind: 'number'; readonly value: number } | { readonly kind: 'ambiguous' } | { readonly kind: 'none' }

const none: NumberText = { kind: 'none' }
/** Spaces and apostrophes that group digits ("1 234 567", "1'234") never mean anything else. */
const silentGroups = /(?<=\d)['\u2019 \u00A0\u2009\u202F](?=\d{3}(?!\d))/gu

/**
 * Reads a number in German or English writing, digits in either width, without being told which:
 * - with both "." and ",", the last one is the decimal sign and the other groups by three;
 * - with one of them more than once, it groups by three;
 * - with one of them once, it is the decimal sign, unless one to three digits (the first not 0) stand before it and exactly three behind. Then it
 *   could be both ("1.234"): a value that can have no more than two decimal places (`decimals`) settles it, otherwise it is ambiguous.
 */
export function readNumber(text: string, decimals: number): NumberText {
  const match = /^([+\-\u2212]?)(.*)$/su.exec(halfWidth(text))
  const sign = match?.[1] === '-' || match?.[1] === '\u2212' ? -1 : 1
  const digits = (match?.[2] ?? '').trim().replaceAll(silentGroups, '')
  if (!/^\d[\d.,]*$/u.test(digits) || digits.length > 20) return none
  const reading = readDigits(digits)
  if (reading === 'none') return none
  if (reading === 'ambiguous') return decimals > 2 ? { kind: 'ambiguous' } : number(sign, digits.replaceAll(/[.,]/gu, ''), '', decimals)
  return number(sign, reading.whole, reading.fraction, decimals)
}

type Digits = { readonly whole: string; readonly fraction: string }

function readDigits(digits: string): Digits | 'ambiguous' | 'none' {
  const marks = digits.replaceAll(/\d/gu, '')
  const last = marks.at(-1)
  if (last === undefined) return { whole: digits, fraction: '' }
  const kinds = new Set(marks).size
  if (kinds === 1 && marks.length > 1) return ungrouped(digits, last, '')
  const place = digits.lastIndexOf(last)
  const [before, after] = [digits.slice(0, place), digits.slice(place + 1)]
  if (after === '') return 'none'
  if (kinds === 2) return before.includes(last) ? 'none' : ungrouped(before, last === '.' ? ',' : '.', after)
  return /^[1-9]\d{0,2}$/u.test(before) && after.length === 3 ? 'ambiguous' : { whole: before, fraction: after }
}

/** Takes the grouping signs out of the whole part; anything but groups of three is no number. */
function ungrouped(text: string, group: string, fraction: string): Digits | 'none' {
  const [first = '', ...others] = text.split(group)
  const isGrouped = /^[1-9]\d{0,2}$/u.test(first) && others.every((part) => part.length === 3)
  return isGrouped ? { whole: [first, ...others].join(''), fraction } : 'none'
}

function number(sign: number, whole: string, fraction: string, decimals: number): NumberText {
  const kept = fraction.replace(/0+$/u, '')
  if (kept.length > decimals) return none
  const value = sign * Number(kept === '' ? whole : `${whole}.${kept}`)
  // -0 would be kept as 0 and must not differ from it.
  return Number.isFinite(value) && (kept !== '' || Number.isSafeInteger(value)) ? { kind: 'number', value: value === 0 ? 0 : value } : none
}
