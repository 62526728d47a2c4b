import { AppError } from '../../shared/errors.ts'
import { type Connection, schemaVersion } from './connection.ts'
import { drafts } from './migrations/0010-drafts.ts'
import { revisions } from './migrations/0020-revisions.ts'
import { settings } from './migrations/0030-settings.ts'
import { search } from './migrations/0040-search.ts'
import { deviations } from './migrations/0050-deviations.ts'
import { suites } from './migrations/0060-suites.ts'
import { runs } from './migrations/0070-runs.ts'
import { findings } from './migrations/0080-findings.ts'

/** One step of the schema; `version` is the number of its file. SQL text rather than files, so that the bundled core carries it. */
export type Migration = { readonly version: number; readonly sql: string }

/** All steps in order. A released step is never edited; numbers grow by ten so that a mending step can be slotted in. */
export const migrations: readonly Migration[] = [
  { version: 10, sql: drafts },
  { version: 20, sql: revisions },
  { version: 30, sql: settings },
  { version: 40, sql: search },
  { version: 50, sql: deviations },
  { version: 60, sql: suites },
  { version: 70, sql: runs },
  { version: 80, sql: findings },
]

/** The schema this version of Musubi works with. */
export const currentVersion = migrations.at(-1)?.version ?? 0

/** Refuses a database that a newer Musubi has written: reading it could lose what this version does not know. */
export function refuseFuture(connection: Connection): void {
  const version = schemaVersion(connection)
  if (version > currentVersion) throw new AppError('databaseFromFuture', { details: { version: String(version), supported: String(currentVersion) } })
}

/** Brings a database up to `target`, each step in a transaction of its own together with its number. Returns how many steps ran. */
export function migrate(connection: Connection, target = currentVersion): number {
  const due = migrations.filter(({ version }) => version > schemaVersion(connection) && version <= target)
  for (const { version, sql } of due) {
    connection
      .transaction(() => {
        connection.exec(sql)
        // A pragma takes no parameters; the number is our own.
        connection.pragma(`user_version = ${version}`)
      })
      .immediate()
  }
  if (due.length > 0) connection.pragma('optimize')
  return due.length
}
