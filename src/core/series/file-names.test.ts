import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkFileName, defaultFileName } from './file-names.ts'

const check = (name: string) => {
  const found = checkFileName(name)
  return 'name' in found ? { name: found.name } : found.message.en
}

describe('a file name in a table', () => {
  test.each([
    ['NDA Isarblick', 'NDA Isarblick'],
    [' NDA.pdf ', 'NDA'],
    ['NDA.DOCX', 'NDA'],
    ['v1.2 結び', 'v1.2 結び'],
    ['Mu\u0308nchen', 'München'],
    ['console', 'console'],
  ])('%j is taken as %j', (given, name) => {
    expect(check(given)).toEqual({ name })
  })
  test.each(['../x', 'a/b', 'a\\b', 'C:x', '.hidden', '..', 'x.', '.pdf', 'a\u0000b', 'a\nb', 'x\u202Efdp', 'a|b', '"', 'a?', 'a*', '\u200B'])(
    '%j is refused',
    (given) => {
      expect(check(given)).toContain('a file name has no folders')
    },
  )
  test.each(['con', 'NUL', 'com1', 'LPT9.txt', 'aux.pdf', 'COM¹'])('%j belongs to Windows', (given) => {
    expect(check(given)).toContain('Windows keeps')
  })
  test('has an end', () => {
    expect(check('x'.repeat(100))).toEqual({ name: 'x'.repeat(100) })
    expect(check('x'.repeat(101))).toContain('longer than 100')
    expect(check('結'.repeat(90))).toContain('longer')
  })
})

describe('the name of a row without one', () => {
  const party = (shortName: string) => ({ name: 'Name', shortName })
  test('is its number and the short names of the partners', () => {
    const answers = { a: party('Hikarido'), b: party('Isarblick / Optik ..'), c: party('') }
    expect(defaultFileName(12, answers, ['a', 'b'])).toBe('00012-Hikarido-Isarblick-Optik')
    expect(defaultFileName(12, answers, ['c'])).toBe('00012-Name')
    expect(defaultFileName(12, {}, ['a'])).toBe('00012')
    expect(defaultFileName(123_456, answers, ['b'])).toBe('123456-Isarblick-Optik')
  })
  test('is always a good file name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (shortName) => {
        const name = defaultFileName(7, { a: party(shortName) }, ['a'])
        expect(checkFileName(name)).toEqual({ name })
      }),
      { numRuns: 500 },
    )
  })
})
