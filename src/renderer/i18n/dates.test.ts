import { describe, expect, test } from 'vitest'
import { relativeTime, today } from './dates.ts'

const now = new Date(2026, 10, 23, 9, 30)
const before = (ms: number) => new Date(now.getTime() - ms).toISOString()

describe('how long ago', () => {
  test('says minutes, hours and days', () => {
    expect(relativeTime(before(20_000), now, 'en')).toBe('now')
    expect(relativeTime(before(10 * 60_000), now, 'en')).toBe('10 minutes ago')
    expect(relativeTime(before(3 * 3_600_000), now, 'de')).toBe('vor 3 Stunden')
    expect(relativeTime(before(10 * 3_600_000), now, 'en')).toBe('yesterday')
  })
  test('gives the date after a week, with the year when it is another', () => {
    expect(relativeTime(before(11 * 86_400_000), now, 'en')).toBe('12 Nov')
    expect(relativeTime(new Date(2025, 4, 3).toISOString(), now, 'de')).toContain('2025')
  })
  test('names today in the time zone of the person', () => {
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
  })
})
