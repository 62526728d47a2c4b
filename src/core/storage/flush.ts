import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Waits until a file's content is on the disk. */
export function flushFile(file: string): void {
  const descriptor = openSync(file, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Waits until a rename inside a folder is on the disk; Windows has no such call and needs none. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } catch {
    // Some network file systems refuse to flush folders; the rename itself is done.
  } finally {
    closeSync(descriptor)
  }
}
