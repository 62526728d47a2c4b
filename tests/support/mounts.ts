import { spawnSync } from 'node:child_process'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from './core.ts'

/** Whether this machine may let a test mount a small file system of its own. */
export const mayMount = process.platform === 'linux' && process.getuid?.() === 0

/** A folder on a small file system in memory, or undefined where mounting is not allowed; gone with the test. */
export function mountedFolder(options: string): string | undefined {
  const folder = temporaryFolder()
  if (spawnSync('/usr/bin/mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status !== 0) return undefined
  onTestFinished(() => void spawnSync('/usr/bin/umount', ['-l', folder]))
  return folder
}

/** Mounts the same folder again with other options, for example `ro`. */
export function remount(folder: string, options: string): boolean {
  return spawnSync('/usr/bin/mount', ['-o', `remount,${options}`, folder]).status === 0
}
