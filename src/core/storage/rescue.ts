import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { newestUsableBackup } from './backups.ts'
import { flushFile, flushFolder } from './flush.ts'

/** Moves a damaged database with its log into a folder of its own, never deleting it; returns the name of that folder. */
export function setAside(file: string, at: string): string {
  const folder = freeFolder(join(dirname(file), `damaged-${new Date(at).toISOString().replaceAll(/[:.]/gu, '-')}`))
  mkdirSync(folder, { recursive: true })
  // The log goes first: left behind, it would be played into the restored database.
  for (const rest of ['-wal', '-shm', '-journal', '']) {
    if (existsSync(`${file}${rest}`)) renameSync(`${file}${rest}`, join(folder, basename(`${file}${rest}`)))
  }
  flushFolder(dirname(file))
  return basename(folder)
}

/** Puts the newest sound backup where the database is missing; returns the moment it was made, or undefined when there is none. */
export function restoreBackup(file: string, backupFolder: string, supportedVersion: number): string | undefined {
  const backup = newestUsableBackup(backupFolder, supportedVersion)
  if (backup === undefined) return undefined
  const unfinished = `${file}.part`
  copyFileSync(backup.file, unfinished)
  flushFile(unfinished)
  renameSync(unfinished, file)
  flushFolder(dirname(file))
  return backup.at
}

function freeFolder(wanted: string, attempt = 1): string {
  const folder = attempt === 1 ? wanted : `${wanted}-${attempt}`
  return existsSync(folder) ? freeFolder(wanted, attempt + 1) : folder
}
