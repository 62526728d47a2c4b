import { describe, expect, test } from 'vitest'
import { longDate, longDateTime, relativeTime, today } from './dates.ts'

const now = new Date(2026, 10, 23, 9, 30)
const before = (ms: number) => new Date(now.getTime() - ms).toISOString()

describe('a day in full', () => {
  const moment = new Date(2027, 2, 1, 14, 5).toISOString()
  test('is written in the habit of each language', () => {
    expect([longDate(moment, 'de'), longDate(moment, 'en'), longDate(moment, 'ja')]).toEqual(['1. März 2027', '1 March 2027', '2027年3月1日'])
    expect(longDateTime(moment, 'ja')).toBe('2027年3月1日 14:05')
  })
})

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
  test('speaks Japanese without spaces around numbers', () => {
    expect(relativeTime(before(20_000), now, 'ja')).toBe('今')
    expect(relativeTime(before(10 * 60_000), now, 'ja')).toBe('10分前')
    expect(relativeTime(before(3 * 3_600_000), now, 'ja')).toBe('3時間前')
    expect(relativeTime(before(10 * 3_600_000), now, 'ja')).toBe('昨日')
    expect(relativeTime(before(11 * 86_400_000), now, 'ja')).toBe('11月12日')
    expect(relativeTime(new Date(2025, 4, 3).toISOString(), now, 'ja')).toBe('2025年5月3日')
  })
  test('names today in the time zone of the person', () => {
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
  })
})
