import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNumber } from './number-text.ts'

const read = (text: string, decimals = 12) => {
  const found = readNumber(text, decimals)
  return found.kind === 'number' ? found.value : found.kind
}

describe('a number in German or English writing', () => {
  test.each([
    ['1234', 1234],
    ['-12', -12],
    ['+7', 7],
    ['1.234.567', 1_234_567],
    ['1,234,567', 1_234_567],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234.567,89', 1_234_567.89],
    ['0,125', 0.125],
    ['0.125', 0.125],
    ['12,5', 12.5],
    ['12.50', 12.5],
    ['1234,567', 1234.567],
    ["1'234'567", 1_234_567],
    ['1 234,50', 1234.5],
    ['-0', 0],
  ])('%s is %d', (text, value) => {
    expect(read(text)).toBe(value)
  })
  test.each(['1.234', '1,234', '12.345', '-999,999'])('%s could be two numbers', (text) => {
    expect(read(text)).toBe('ambiguous')
  })
  test('what can have no three decimal places settles it', () => {
    expect([read('1.234', 0), read('1,234', 2), read('12.345', 0)]).toEqual([1234, 1234, 12_345])
  })
  test.each(['', 'x', '1.2.3', '1,23,456', '1.234,5,6', '1,2.3,4', '1e5', 'NaN', '0x10', '--1', '1,', '.5', '1.234.56', '9'.repeat(21)])(
    '%j is none',
    (text) => {
      expect(read(text)).toBe('none')
    },
  )
  test('decimal places the answer cannot have are refused, zeros behind them are not', () => {
    expect([read('1,5', 0), read('1,50', 1), read('2,00', 0)]).toEqual(['none', 1.5, 2])
  })
  test('every number written in either language is read as itself or called ambiguous, never as another', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999_999, max: 99_999_999 }),
        fc.integer({ min: 0, max: 5 }),
        fc.constantFrom('de', 'en-GB'),
        (whole, digits, language) => {
          const value = whole / 10 ** digits
          const text = new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)
          const found = read(text)
          expect([value === 0 ? 0 : value, 'ambiguous']).toContain(found)
        },
      ),
    )
  })
})
