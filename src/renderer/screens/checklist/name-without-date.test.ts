import { expect, test } from 'vitest'
import { nameWithoutDate } from './name-without-date.ts'

test('the date of an earlier repetition goes, in every language', () => {
  expect(nameWithoutDate('Our house (25 November 2026)')).toBe('Our house')
  expect(nameWithoutDate('Unser Haus (25. November 2026)')).toBe('Unser Haus')
  expect(nameWithoutDate('営業秘密の確認（2026年11月25日）')).toBe('営業秘密の確認')
})

test('other words in brackets stay, and a long name leaves room for a date', () => {
  expect(nameWithoutDate('Our house (north wing)')).toBe('Our house (north wing)')
  expect(nameWithoutDate('x'.repeat(200))).toHaveLength(170)
})
