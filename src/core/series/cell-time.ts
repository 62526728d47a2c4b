import { dateSchema, type Duration, durationSchema } from '../../engine/answers.ts'
import { halfWidth } from '../../engine/half-width.ts'

/** The Japanese eras of living memory with their first days, the newest first. */
const eras = [
  { name: '令和', start: '2019-05-01' },
  { name: '平成', start: '1989-01-08' },
  { name: '昭和', start: '1926-12-25' },
] as const

/** Reads "令和8年11月22日", the first year also as 元年; a day before the era began or after it ended is none. */
function eraDate(text: string): string | undefined {
  const match = /^(令和|平成|昭和)(\d{1,2}|元)年(\d{1,2})月(\d{1,2})日$/u.exec(text)
  const place = eras.findIndex(({ name }) => name === match?.[1])
  const era = eras[place]
  if (match === null || era === undefined) return undefined
  const year = Number(era.start.slice(0, 4)) - 1 + (match[2] === '元' ? 1 : Number(match[2]))
  const found = existing(String(year), match[3], match[4])?.day
  const end = eras[place - 1]?.start
  return found !== undefined && found >= era.start && (end === undefined || found < end) ? found : undefined
}

/**
 * Reads a day: 2027-03-01, 1.3.2027, 2027/03/01, 2027年3月1日, 令和9年3月1日, digits in either width. A fiscal year (年度) or a lucky day (吉日) is no
 * date. 3/1/2027 is `ambiguous`; anything else, and a day the calendar lacks, undefined.
 */
export function readDate(text: string): { readonly day: string } | 'ambiguous' | undefined {
  const trimmed = halfWidth(text)
  const inEra = eraDate(trimmed)
  if (inEra !== undefined) return { day: inEra }
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
  const match = /^(\d{1,5})\s*(\D+)$/u.exec(halfWidth(text).toLowerCase())
  const word = (match?.[2] ?? '').trim()
  const unit = units.find(([, words]) => words.test(word))?.[0]
  const duration = durationSchema.safeParse({ value: Number(match?.[1]), unit })
  return duration.success ? duration.data : undefined
}
