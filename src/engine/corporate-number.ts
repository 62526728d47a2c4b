import { halfWidth } from './half-width.ts'

/** What a number in the place of a Japanese corporate number is. `registerNumber`: the 12 digits of the commercial register, another number. */
export type CorporateNumberKind = 'valid' | 'wrongCheckDigit' | 'registerNumber' | 'other'

/**
 * Checks a Japanese corporate number (法人番号, 13 digits) without asking anybody. The first digit checks the other twelve: 9 minus the remainder by 9 of
 * their sum, weighted 1, 2, 1, 2 … from the right. Hyphens and spaces do not count. Source: glossary of the project, part 12.
 */
export function corporateNumberKind(text: string): CorporateNumberKind {
  const digits = halfWidth(text).replaceAll(/[\s\-\u2010-\u2015\u2212]/gu, '')
  if (/^\d{12}$/u.test(digits)) return 'registerNumber'
  if (!/^\d{13}$/u.test(digits)) return 'other'
  const weighted = digits
    .slice(1)
    .split('')
    .toReversed()
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 1 : 2))
  const expected = 9 - (weighted.reduce((sum, part) => sum + part, 0) % 9)
  return Number(digits[0]) === expected ? 'valid' : 'wrongCheckDigit'
}
