import type { Language } from '../../../engine/language.ts'

/** Words only a paginated document needs. */
export const pdfWords: Readonly<Record<Language, { readonly contents: string; readonly date: Intl.DateTimeFormatOptions; readonly locale: string }>> = {
  de: { contents: 'Inhalt', locale: 'de-DE', date: { day: 'numeric', month: 'long', year: 'numeric' } },
  en: { contents: 'Contents', locale: 'en-GB', date: { day: 'numeric', month: 'long', year: 'numeric' } },
  ja: { contents: '目次', locale: 'ja-JP', date: { day: 'numeric', month: 'long', year: 'numeric' } },
}

/** The calendar day of an ISO 8601 date in words; the day is taken as written, whatever the time zone. */
export function dayInWords(date: string, language: Language): string {
  const { locale, date: format } = pdfWords[language]
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(day.getTime()) ? date.slice(0, 10) : new Intl.DateTimeFormat(locale, { ...format, timeZone: 'UTC' }).format(day)
}
