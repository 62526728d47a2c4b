import { UsageError } from './failure.ts'

/** The date of a document from `--date`, else now. A day counts from its beginning in UTC, so that the same date gives the same bytes everywhere. */
export function documentDate(option: string | undefined): string {
  if (option === undefined) return new Date().toISOString()
  const date = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?$/u.test(option) ? new Date(option) : undefined
  if (date === undefined || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(option.slice(0, 10))) {
    throw new UsageError(`--date takes a day such as 2027-03-01 or a moment such as 2027-03-01T09:30:00Z, not ${JSON.stringify(option)}`)
  }
  return date.toISOString()
}
