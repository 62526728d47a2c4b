import { describe, expect, test } from 'vitest'
import { numberText, parseNumber } from './number-text.ts'

describe('numbers as people write them', () => {
  test('reads German and English separators', () => {
    expect(parseNumber('1.234,5', 'de')).toBe(1234.5)
    expect(parseNumber('1,234.5', 'en')).toBe(1234.5)
    expect(parseNumber(' 30 ', 'de')).toBe(30)
  })
  test('reads digits in full width, as Japanese input methods write them', () => {
    expect([parseNumber('１，２３４．５', 'ja-JP'), parseNumber('－３０', 'ja-JP'), parseNumber('１．２３４，５', 'de-DE')]).toEqual([1234.5, -30, 1234.5])
  })
  test('refuses what is no number', () => {
    expect(parseNumber('thirty', 'en')).toBeUndefined()
    expect(parseNumber('', 'de')).toBeUndefined()
    expect(parseNumber('1e5', 'en')).toBeUndefined()
  })
  test('writes what it reads', () => {
    for (const locale of ['de', 'en']) for (const value of [0, -3, 1234.5, 420_000]) expect(parseNumber(numberText(value, locale), locale)).toBe(value)
  })
})
