// What a test can break before the app starts. Each is undone afterwards, so that the folder can be deleted.
import { chmod, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Which faults to prepare. */
export type Faults = {
  /** The data folder cannot be written to. */
  readonly hasReadOnlyDataFolder: boolean
  /** The database file is no database. */
  readonly hasCorruptDatabase: boolean
}

/** Nothing broken. */
export const noFaults: Faults = { hasReadOnlyDataFolder: false, hasCorruptDatabase: false }

/** Where core keeps its database, below the app's folder. */
const databaseFile = (folder: string): string => path.join(folder, 'data', 'musubi.db')

/** Breaks what is asked for; answers how to undo it. */
export const applyFaults = async (folder: string, faults: Faults): Promise<() => Promise<void>> => {
  if (faults.hasCorruptDatabase) await writeFile(databaseFile(folder), 'This is not a database. '.repeat(500))
  if (faults.hasReadOnlyDataFolder) await chmod(path.join(folder, 'data'), 0o555)
  return () => chmod(path.join(folder, 'data'), 0o755)
}

/** Makes a folder that exports cannot be written to; answers how to undo it. */
export const makeReadOnly = async (folder: string): Promise<() => Promise<void>> => {
  await chmod(folder, 0o555)
  return () => chmod(folder, 0o755)
}
