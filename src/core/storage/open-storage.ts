import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { createBackup, dueBackup } from './backups.ts'
import { type Connection, connect, schemaVersion } from './connection.ts'
import { type ContentStore, createContentStore } from './content-store.ts'
import { createDeviationStore, type DeviationStore } from './deviation-store.ts'
import { createFindingStore, type FindingStore } from './finding-store.ts'
import { createSuiteStore, type SuiteStore } from './suite-store.ts'
import { createDraftStore, type DraftStore } from './draft-store.ts'
import { damage, repairSearch } from './health.ts'
import { currentVersion, migrate, refuseFuture } from './migrate.ts'
import { restoreBackup, setAside } from './rescue.ts'
import { createRevisionStore, type RevisionStore } from './revision-store.ts'
import { createRunStore, type RunStore } from './run-store.ts'
import { createSettingsStore, type SettingsStore } from './settings-store.ts'
import { storageFailure, toStorageError, withStorageErrors } from './storage-error.ts'

/** The database as the rest of core sees it. Every function throws expected errors only, or a bug. */
export type Storage = {
  readonly contents: ContentStore
  readonly drafts: DraftStore
  readonly deviations: DeviationStore
  readonly suites: SuiteStore
  readonly findings: FindingStore
  readonly revisions: RevisionStore
  readonly runs: RunStore
  readonly settings: SettingsStore
  /** What was found and mended while opening; told to the person once the window is there. */
  readonly problems: readonly AppError[]
  /** Runs several writes as one: all of them or none. */
  readonly atomically: <Result>(run: () => Result) => Result
  /** Makes a backup if there is none of today or the newest is an hour old. Returns whether it made one. */
  readonly backUp: () => Promise<boolean>
  readonly close: () => Promise<void>
}

export type StorageOptions = {
  readonly folder: string
  readonly now: () => string
  readonly log: (event: string, details?: Readonly<Record<string, string | number | boolean>>) => void
}

/**
 * Opens the database in a folder, creating it when there is none. Refuses one from a newer version, sets a damaged one aside and restores
 * the newest backup, backs up before migrating, and daily and hourly while there is work.
 */
export async function openStorage({ folder, now, log }: StorageOptions): Promise<Storage> {
  const file = join(folder, 'musubi.db')
  const backupFolder = join(folder, 'backups')
  try {
    makeFolder(folder)
    const { connection, problems } = openSound(file, backupFolder, now(), log)
    try {
      const version = schemaVersion(connection)
      if (version > 0 && version < currentVersion) await createBackup(connection, backupFolder, now(), 'migration')
      const steps = migrate(connection)
      if (steps > 0) log('storage.migrated', { from: version, to: currentVersion })
      return withConnection(connection, problems, { folder, now, log }, backupFolder)
    } catch (error) {
      connection.close()
      throw error
    }
  } catch (error) {
    throw toStorageError(error)
  }
}

function withConnection(connection: Connection, problems: readonly AppError[], { now, log }: StorageOptions, backupFolder: string): Storage {
  let running: Promise<boolean> | undefined
  let failedHour = ''
  const backUp = async (): Promise<boolean> => {
    const hour = now().slice(0, 13)
    const reason = hour === failedHour ? undefined : dueBackup(backupFolder, now())
    if (reason === undefined) return false
    try {
      await createBackup(connection, backupFolder, now(), reason)
      return true
    } catch (error) {
      // Work goes on without this backup; the next start tries again, or the first save of the next hour.
      failedHour = hour
      log('storage.backupFailed', { failure: storageFailure(error) ?? 'other' })
      return false
    }
  }
  return {
    contents: withStorageErrors(createContentStore(connection)),
    drafts: withStorageErrors(createDraftStore(connection)),
    deviations: withStorageErrors(createDeviationStore(connection)),
    suites: withStorageErrors(createSuiteStore(connection)),
    findings: withStorageErrors(createFindingStore(connection)),
    revisions: withStorageErrors(createRevisionStore(connection)),
    runs: withStorageErrors(createRunStore(connection)),
    settings: withStorageErrors(createSettingsStore(connection)),
    problems,
    atomically: (run) => {
      try {
        return connection.transaction(run).immediate()
      } catch (error) {
        throw toStorageError(error)
      }
    },
    backUp: () => {
      running ??= backUp().finally(() => {
        running = undefined
      })
      return running
    },
    close: async () => {
      await running
      connection.close()
    },
  }
}

type Opened = { readonly connection: Connection; readonly problems: readonly AppError[] }

/** Opens a database that passed SQLite's own check, if need be a restored or a new one. */
function openSound(file: string, backupFolder: string, at: string, log: StorageOptions['log']): Opened {
  const isMissing = !existsSync(file)
  const opened = isMissing ? undefined : tryOpen(file)
  if (opened !== undefined) return { connection: opened, problems: [] }
  const hasRest = !isMissing || existsSync(`${file}-wal`)
  const folder = hasRest ? setAside(file, at) : undefined
  // A file that somebody took away comes back from its backup as well: better than an empty start.
  const restoredFrom = restoreBackup(file, backupFolder, currentVersion)
  const connection = connect(file)
  if (folder === undefined && restoredFrom === undefined) return { connection, problems: [] }
  log('storage.rescued', { hasBackup: restoredFrom !== undefined })
  const details = { ...(folder === undefined ? {} : { setAside: folder }), ...(restoredFrom === undefined ? {} : { restoredFrom }) }
  return { connection, problems: [new AppError('databaseDamaged', { details })] }
}

/** A sound connection, or undefined when the file is damaged. Other failures, such as a database from a newer version, are thrown. */
function tryOpen(file: string): Connection | undefined {
  let connection: Connection | undefined
  try {
    connection = connect(file)
    // The version before the check: a newer database may hold what this SQLite cannot judge.
    refuseFuture(connection)
    const findings = damage(connection)
    if (findings.length === 0 || repairSearch(connection, findings)) return connection
  } catch (error) {
    if (storageFailure(error) !== 'damaged') {
      connection?.close()
      throw error
    }
  }
  connection?.close()
  return undefined
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new AppError('databaseReadOnly', { isRetryable: true, cause: error })
  }
}
