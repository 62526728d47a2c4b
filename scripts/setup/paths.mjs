import { existsSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Whether the running user is the superuser (never on Windows). */
export const isRoot = process.getuid?.() === 0

/**
 * The folder for things that are downloaded once per machine. The superuser's own home is often closed to other users, and the
 * tests run Electron as another user, so the superuser's cache lies where everybody can read it.
 */
export function cacheFolder() {
  if (process.env.MUSUBI_CACHE) return path.resolve(process.env.MUSUBI_CACHE)
  if (isRoot) return '/var/cache/musubi'
  if (process.platform === 'win32') {
    return path.join(process.env.LOCALAPPDATA ?? os.homedir(), 'musubi', 'cache')
  }
  return path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'musubi')
}

/** The Node 24 that the lockfile brings; the machine's own Node may be older. */
export function projectNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const bundled = path.join(root, 'node_modules', 'node', 'bin', name)
  return existsSync(bundled) ? bundled : process.execPath
}
