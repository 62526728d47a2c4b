import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A small file of the shell's own, for example where the window was. Losing it costs nothing. */
export type JsonFile = { readonly read: () => unknown; readonly write: (value: unknown) => void }

/** A JSON file that reads as null when it is missing or broken, and whose failed writes are reported but harmless. */
export const openJsonFile = (file: string, onError: (error: unknown) => void): JsonFile => ({
  read: () => {
    try {
      const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
      return content
    } catch {
      // Missing on a first start; broken after a crash while writing. Both mean the defaults.
      return null
    }
  },
  write: (value) => {
    try {
      mkdirSync(path.dirname(file), { recursive: true })
      const temporary = `${file}.new`
      writeFileSync(temporary, JSON.stringify(value))
      renameSync(temporary, file)
    } catch (error) {
      onError(error)
    }
  },
})
