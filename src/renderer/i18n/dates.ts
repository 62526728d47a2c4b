import { type InterfaceLanguage, interfaceLocales } from '../../shared/interface-language.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** How long ago something was, as people say it: "10 minutes ago", "yesterday", then the date. */
export function relativeTime(iso: string, now: Date, language: InterfaceLanguage): string {
  const then = new Date(iso)
  const passed = now.getTime() - then.getTime()
  const format = new Intl.RelativeTimeFormat(interfaceLocales[language], { numeric: 'auto' })
  // Japanese sets no space between a number and its counter; the locale data does.
  const words = (count: number, unit: Intl.RelativeTimeFormatUnit) =>
    language === 'ja' ? format.format(count, unit).replaceAll(' ', '') : format.format(count, unit)
  if (passed < minuteMs) return words(0, 'second')
  if (passed < hourMs) return words(-Math.floor(passed / minuteMs), 'minute')
  const days = Math.round((startOfDay(now) - startOfDay(then)) / dayMs)
  if (days === 0) return words(-Math.floor(passed / hourMs), 'hour')
  if (days < 7) return words(-days, 'day')
  const year = then.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const)
  return new Intl.DateTimeFormat(interfaceLocales[language], { day: 'numeric', month: 'short', ...year }).format(then)
}

/** A day in full: "1. März 2027". */
export function longDate(iso: string, language: InterfaceLanguage): string {
  return new Intl.DateTimeFormat(interfaceLocales[language], { dateStyle: 'long' }).format(new Date(iso))
}

/** A moment: "1. März 2027 um 14:05". */
export function longDateTime(iso: string, language: InterfaceLanguage): string {
  return new Intl.DateTimeFormat(interfaceLocales[language], { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso))
}

/** Today as a calendar day, ISO 8601, in the time zone of the person. */
export function today(now: Date): string {
  const twoDigits = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}
