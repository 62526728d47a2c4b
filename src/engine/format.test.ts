import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, formatAddress, formatDate, formatDuration, formatMoney, formatNumber, joinList, numberWord } from './format.ts'

describe('printing', () => {
  test('dates in long form', () => {
    expect(['de', 'en', 'ja'].map((language) => formatDate('2027-03-01', language === 'de' ? 'de' : language === 'en' ? 'en' : 'ja'))).toEqual([
      '1. März 2027',
      '1 March 2027',
      '2027年3月1日',
    ])
  })

  test('money in the order and with the separators of the language', () => {
    expect(formatMoney({ amount: 42_000_000, currency: 'EUR' }, 'de')).toBe('420.000,00 EUR')
    expect(formatMoney({ amount: 42_000_000, currency: 'EUR' }, 'en')).toBe('EUR 420,000.00')
    expect(formatMoney({ amount: 48_000_000, currency: 'JPY' }, 'en')).toBe('JPY 48,000,000')
    expect(formatMoney({ amount: 48_000_000, currency: 'JPY' }, 'ja')).toBe('48,000,000円')
  })

  test('numbers, number words, durations, lists', () => {
    expect(formatNumber(12_345.5, 'de')).toBe('12.345,5')
    expect(formatNumber(1234, 'de')).toBe('1234')
    expect([numberWord(5, 'de'), numberWord(12, 'en'), numberWord(13, 'en')]).toEqual(['fünf', 'twelve', '13'])
    expect([formatDuration({ value: 1, unit: 'months' }, 'de'), formatDuration({ value: 24, unit: 'months' }, 'en')]).toEqual(['1 Monat', '24 months'])
    expect([joinList([], 'und', 'de'), joinList(['A'], 'und', 'de'), joinList(['A', 'B', 'C'], 'und', 'de')]).toEqual(['', 'A', 'A, B und C'])
  })

  test('addresses in the order of their country', () => {
    expect(formatAddress({ street: '2-17 Sunayama-cho', postalCode: '430-0926', city: 'Naka-ku, Hamamatsu', region: '', country: 'JP' }, 'en')).toBe(
      '2-17 Sunayama-cho, Naka-ku, Hamamatsu 430-0926, Japan',
    )
    expect(formatAddress({ street: 'Industriestraße 40', postalCode: '70565', city: 'Stuttgart', region: '', country: 'DE' }, 'de')).toBe(
      'Industriestraße 40, 70565 Stuttgart, Deutschland',
    )
    expect(formatAddress({ street: '砂山町2-17', postalCode: '430-0926', city: '浜松市中央区', region: '静岡県', country: 'JP' }, 'ja')).toBe(
      '〒430-0926 静岡県浜松市中央区砂山町2-17',
    )
  })
})

describe('counting dates', () => {
  test('a month that is too short ends on its last day', () => {
    expect(addMonths('2027-01-31', 1)).toBe('2027-02-28')
    expect(addMonths('2027-10-31', 4)).toBe('2028-02-29')
    expect(addMonths('2027-03-15', -3)).toBe('2026-12-15')
  })

  test('days count over months and years', () => {
    expect(addDays('2027-12-31', 1)).toBe('2028-01-01')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  })

  test('adding months in two steps never passes adding them at once', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), fc.nat(60), fc.nat(60), (date, one, other) => {
        const iso = date.toISOString().slice(0, 10)
        expect(addMonths(addMonths(iso, one), other) <= addMonths(iso, one + other)).toBe(true)
      }),
    )
  })
})
