import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Connection, connectReadOnly, schemaVersion } from './connection.ts'
import { flushFile, flushFolder } from './flush.ts'
import { damage } from './health.ts'

/** Why a backup was made: on a new day, in an hour of work, or before the schema changes. */
type BackupReason = 'daily' | 'hourly' | 'migration'

/** A backup by its file and the moment it was made (ISO 8601). */
type Backup = { readonly file: string; readonly at: string; readonly reason: BackupReason }

/** How many backups are kept of each kind. */
const kept: Readonly<Record<BackupReason, number>> = { daily: 7, hourly: 3, migration: 3 }

const pattern = /^musubi-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z-(daily|hourly|migration)\.db$/u

/** The backups in a folder, newest first; other files are passed over. */
export function listBackups(folder: string): readonly Backup[] {
  return namesIn(folder)
    .flatMap((name): readonly Backup[] => {
      const match = pattern.exec(name)
      if (match === null) return []
      const [, day, hour, minute, second, millisecond, reason] = match
      return [
        {
          file: join(folder, name),
          at: `${day}T${hour}:${minute}:${second}.${millisecond}Z`,
          reason: reason === 'migration' || reason === 'hourly' ? reason : 'daily',
        },
      ]
    })
    .toSorted((left, right) => (left.at < right.at ? 1 : left.at > right.at ? -1 : 0))
}

/** A folder that is missing or cannot be read holds no backup. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Copies a sound database into the folder and drops the oldest copies of the same kind. A copy that fails leaves no file. */
export async function createBackup(connection: Connection, folder: string, at: string, reason: BackupReason): Promise<Backup> {
  mkdirSync(folder, { recursive: true })
  const moment = new Date(at).toISOString()
  const file = join(folder, `musubi-${moment.replaceAll(/[:.]/gu, '-')}-${reason}.db`)
  const unfinished = `${file}.part`
  try {
    rmSync(unfinished, { force: true })
    await connection.backup(unfinished)
    flushFile(unfinished)
    renameSync(unfinished, file)
    flushFolder(folder)
  } finally {
    for (const rest of ['', '-journal', '-wal', '-shm']) rmSync(`${unfinished}${rest}`, { force: true })
  }
  const old = listBackups(folder)
    .filter((backup) => backup.reason === reason)
    .slice(kept[reason])
  for (const backup of old) rmSync(backup.file, { force: true })
  return { file, at: moment, reason }
}

/** The newest backup that is sound and not from a newer version; undefined when there is none. */
export function newestUsableBackup(folder: string, supportedVersion: number): Backup | undefined {
  return listBackups(folder).find(({ file }) => {
    try {
      const connection = connectReadOnly(file)
      try {
        const version = schemaVersion(connection)
        return version > 0 && version <= supportedVersion && damage(connection).length === 0
      } finally {
        connection.close()
      }
    } catch {
      // Not readable as a database: the next older one may be.
      return false
    }
  })
}

/** Which backup is due: the first of a day, or one more when the newest is an hour old; undefined when none is. */
export function dueBackup(folder: string, at: string): BackupReason | undefined {
  const backups = listBackups(folder)
  const moment = new Date(at)
  const day = moment.toISOString().slice(0, 10)
  if (!backups.some((backup) => backup.reason === 'daily' && backup.at.startsWith(day))) return 'daily'
  const [newest] = backups
  return newest !== undefined && moment.getTime() - Date.parse(newest.at) >= 60 * 60 * 1000 ? 'hourly' : undefined
}
