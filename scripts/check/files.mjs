import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Files below a folder of `base` whose name matches, with forward slashes, in a stable order. */
export function filesBelow(base, folder, pattern) {
  const full = path.join(base, folder)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return pattern.test(folder) ? [folder] : []
  return readdirSync(full, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const inner = `${folder}/${entry.name}`
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(base, inner, pattern)
      return pattern.test(entry.name) ? [inner] : []
    })
}

/** Whether a module is what `node` was started with, not an import of another one. */
export function runAsProgram(moduleUrl) {
  return process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(moduleUrl)
}
