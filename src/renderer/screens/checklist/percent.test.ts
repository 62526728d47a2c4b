import { expect, test } from 'vitest'
import { percent, points } from './percent.ts'

test('a score is written in the habit of the language', () => {
  expect(percent(64, 'de')).toBe('64\u00A0%')
  expect(percent(64, 'en')).toBe('64%')
  expect(percent(64, 'ja')).toBe('64%')
})

test('a change carries its sign', () => {
  expect([points(12, 'en'), points(0, 'en'), points(-12, 'en')]).toEqual(['+12', '0', '-12'])
})
