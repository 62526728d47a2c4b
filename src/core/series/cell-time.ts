import { dateSchema, type Duration, durationSchema } from '../../engine/answers.ts'

/** Reads a day: 2027-03-01, 1.3.2027, 2027/03/01, 2027年3月1日. 3/1/2027 is `ambiguous`; anything else, and a day the calendar lacks, undefined. */
export function readDate(text: string): { readonly day: string } | 'ambiguous' | undefined {
  const trimmed = text.trim()
  const yearFirst = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/u.exec(trimmed)
  if (yearFirst !== null) {
    const [, year, ...parts] = yearFirst
    const [month, day] = parts.filter((part) => part !== undefined)
    return existing(year, month, day)
  }
  const dayFirst = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/u.exec(trimmed)
  if (dayFirst !== null) return existing(dayFirst[3], dayFirst[2], dayFirst[1])
  return /^\d{1,2}\/\d{1,2}\/\d{2,4}$/u.test(trimmed) ? 'ambiguous' : undefined
}

function existing(year = '', month = '', day = ''): { readonly day: string } | undefined {
  const date = dateSchema.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return date.success ? { day: date.data } : undefined
}

/** Words of units in the languages of the templates, as they stand behind a number. */
const units: readonly (readonly [Duration['unit'], RegExp])[] = [
  ['days', /^(?:days?|tage?n?|日間?)$/u],
  ['weeks', /^(?:weeks?|wochen?|週間?)$/u],
  ['months', /^(?:months?|monate?n?|[かヶケカ箇]月間?)$/u],
  ['years', /^(?:years?|jahre?n?|年間?)$/u],
]

/** Reads "12 months", "1 Jahr", "6か月"; undefined for anything else. */
export function readDuration(text: string): Duration | undefined {
  const match = /^(\d{1,5})\s*(\D+)$/u.exec(text.trim().toLowerCase())
  const word = (match?.[2] ?? '').trim()
  const unit = units.find(([, words]) => words.test(word))?.[0]
  const duration = durationSchema.safeParse({ value: Number(match?.[1]), unit })
  return duration.success ? duration.data : undefined
}
