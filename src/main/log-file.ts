import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'

import { redact } from './redact.ts'

/** The log of the shell and of the core process; it stays on the machine. */
export type Log = (event: string, details?: Readonly<Record<string, string | number | boolean>>) => void

/** One file is kept besides the current one. */
const maximumBytes = 1024 * 1024

/** What a details value looks like in the log. */
const formatted = (value: string | number | boolean): string => (typeof value === 'string' ? redact(value).replaceAll('\n', ' | ') : String(value))

/** One line of the log. */
export const logLine = (now: string, event: string, details: Readonly<Record<string, string | number | boolean>> = {}): string =>
  [now, event, ...Object.entries(details).map(([name, value]) => `${name}=${formatted(value)}`)].join(' ')

/** Opens the log file. A log that cannot be written is no reason to stop. */
export const openLog = (file: string, now: () => string): Log => {
  const rotate = () => {
    if (statSync(file, { throwIfNoEntry: false }) === undefined) return
    if (statSync(file).size > maximumBytes) renameSync(file, `${file}.old`)
  }
  return (event, details) => {
    try {
      mkdirSync(path.dirname(file), { recursive: true })
      rotate()
      appendFileSync(file, `${logLine(now(), event, details)}\n`)
    } catch {
      // A full or read-only disk: the app goes on without a log.
    }
  }
}

/** The details of an error for the log. */
export const errorDetails = (error: unknown): Readonly<Record<string, string>> =>
  error instanceof Error ? { error: error.stack ?? error.message } : { error: typeof error }
