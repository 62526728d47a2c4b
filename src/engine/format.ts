import type { Address, Duration, Money } from './answers.ts'
import type { Language } from './language.ts'
import { postalCode } from './postal-code.ts'

const months: Readonly<Record<'de' | 'en', readonly string[]>> = {
  de: ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
}

/** Prints an ISO date in long form: "1. März 2027", "1 March 2027", "2027年3月1日". Anything else is returned as it is. */
export function formatDate(iso: string, language: Language): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso)
  if (!match) return iso
  const year = Number(match[1])
  const month = Number(match[2])
  const day = Number(match[3])
  if (language === 'ja') return `${year}年${month}月${day}日`
  const name = months[language][month - 1] ?? ''
  return language === 'de' ? `${day}. ${name} ${year}` : `${day} ${name} ${year}`
}

const eras = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' })

/** Prints an ISO date with the Japanese era, for texts that ask for it: "令和8年11月22日". In other languages, and for anything else, as `formatDate`. */
export function formatEraDate(iso: string, language: Language): string {
  const day = language === 'ja' ? Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) : Number.NaN
  return Number.isNaN(day) ? formatDate(iso, language) : eras.format(day)
}

const shortMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** Prints an ISO date in the short form tables have room for: "01.03.2027", "1 Mar 2027", "2027年3月1日". Anything else is returned as it is. */
export function formatDateShort(iso: string, language: Language): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso)
  if (!match || language === 'ja') return formatDate(iso, language)
  const [, year = '', month = '', day = ''] = match
  return language === 'de' ? `${day}.${month}.${year}` : `${Number(day)}\u00a0${shortMonths[Number(month) - 1] ?? ''}\u00a0${year}`
}

const separators: Readonly<Record<Language, { readonly group: string; readonly decimal: string }>> = {
  de: { group: '.', decimal: ',' },
  en: { group: ',', decimal: '.' },
  ja: { group: ',', decimal: '.' },
}

/** Prints a number with the separators of the language; `digits` fixes the decimal places, otherwise as many as it has. */
export function formatNumber(value: number, language: Language, digits?: number): string {
  const { group, decimal } = separators[language]
  const text = digits === undefined ? String(Math.abs(value)) : Math.abs(value).toFixed(digits)
  const [whole = '0', fraction] = text.split('.')
  const grouped = whole.length > 4 || language !== 'de' ? whole.replace(/\B(?=(\d{3})+(?!\d))/g, group) : whole
  return `${value < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : decimal + fraction}`
}

const minorDigits: Readonly<Record<string, number>> = { JPY: 0, KRW: 0 }

/** How many decimal places a currency has (ISO 4217; all we offer have two, except yen and won). */
export function currencyDigits(currency: string): number {
  return minorDigits[currency] ?? 2
}

/** Prints money: "420.000,00 EUR", "EUR 420,000.00", "48,000,000円". The amount is in minor units. */
export function formatMoney(money: Money, language: Language): string {
  const digits = currencyDigits(money.currency)
  const { group, decimal } = separators[language]
  const [whole = '0', fraction] = (Math.abs(money.amount) / 10 ** digits).toFixed(digits).split('.')
  const sign = money.amount < 0 ? '−' : ''
  const number = `${sign}${whole.replace(/\B(?=(\d{3})+(?!\d))/g, group)}${fraction === undefined ? '' : decimal + fraction}`
  if (language === 'de') return `${number} ${money.currency}`
  if (language === 'ja' && money.currency === 'JPY') return `${number}円`
  return `${money.currency} ${number}`
}

const unitWords: Readonly<Record<Language, Readonly<Record<Duration['unit'], readonly [string, string]>>>> = {
  de: { days: ['Tag', 'Tage'], weeks: ['Woche', 'Wochen'], months: ['Monat', 'Monate'], years: ['Jahr', 'Jahre'] },
  en: { days: ['day', 'days'], weeks: ['week', 'weeks'], months: ['month', 'months'], years: ['year', 'years'] },
  ja: { days: ['日間', '日間'], weeks: ['週間', '週間'], months: ['か月間', 'か月間'], years: ['年間', '年間'] },
}

/** Prints a duration in its basic form: "24 Monate", "1 month". */
export function formatDuration(duration: Duration, language: Language): string {
  const word = unitWords[language][duration.unit][duration.value === 1 ? 0 : 1]
  return language === 'ja' ? `${duration.value}${word}` : `${duration.value} ${word}`
}

const numberWords: Readonly<Record<'de' | 'en', readonly string[]>> = {
  de: ['null', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
}

/** A number as a word up to twelve, in digits above (and always in Japanese). */
export function numberWord(value: number, language: Language): string {
  if (language === 'ja') return formatNumber(value, language)
  return numberWords[language][value] ?? formatNumber(value, language)
}

/** The name of a country (ISO 3166-1 alpha-2) in a language. */
export function countryName(code: string, language: Language): string {
  if (code === '') return ''
  return new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(code) ?? code
}

const latin = /[a-z]/iu
const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/**
 * Prints an address on one line, from small to large, in the order of its country; Japanese addresses in Japanese from large to small, unless they
 * are given in Latin letters, which would run into each other.
 */
export function formatAddress(address: Address, language: Language): string {
  const country = countryName(address.country, language)
  const code = postalCode(address.postalCode, address.country)
  const parts = `${address.region}${address.city}${address.street}`
  if (address.country === 'JP' && language === 'ja' && (japanese.test(parts) || !latin.test(parts))) {
    return `${code === '' ? '' : `〒${code} `}${parts}`
  }
  const spaced = (...pieces: readonly string[]): string => pieces.filter((piece) => piece !== '').join(' ')
  const place =
    address.country === 'JP'
      ? [address.region === '' ? spaced(address.city, code) : `${address.city}, ${spaced(address.region, code)}`]
      : [spaced(code, address.city), address.region]
  return [address.street, ...place, country].filter((part) => part !== '').join(', ')
}

/** "A, B und C", "A、B及びC": joins with commas and a last word, in Japanese without spaces. */
export function joinList(items: readonly string[], lastWord: string, language: Language): string {
  const last = items.at(-1)
  if (last === undefined) return ''
  if (items.length === 1) return last
  return language === 'ja' ? `${items.slice(0, -1).join('、')}${lastWord}${last}` : `${items.slice(0, -1).join(', ')} ${lastWord} ${last}`
}

/** Adds whole months to an ISO date; a day the month does not have becomes its last day (BGB 188(3)). */
export function addMonths(iso: string, count: number): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number)
  const index = year * 12 + (month - 1) + count
  const targetYear = Math.floor(index / 12)
  const targetMonth = (index % 12) + 1
  const lastDay = new Date(Date.UTC(targetYear, targetMonth, 0)).getUTCDate()
  return isoDate(targetYear, targetMonth, Math.min(day, lastDay))
}

/** Adds days to an ISO date. */
export function addDays(iso: string, count: number): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number)
  const date = new Date(Date.UTC(year, month - 1, day + count))
  return isoDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

/** Adds a duration to an ISO date. */
export function addDuration(iso: string, duration: Duration): string {
  if (duration.unit === 'days') return addDays(iso, duration.value)
  if (duration.unit === 'weeks') return addDays(iso, duration.value * 7)
  return addMonths(iso, duration.unit === 'years' ? duration.value * 12 : duration.value)
}

function isoDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
