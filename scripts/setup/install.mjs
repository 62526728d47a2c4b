import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { root } from './paths.mjs'
import { npmCommand, runAttached, say, SetupError } from './run.mjs'

const lockFile = path.join(root, 'package-lock.json')
const installedLockFile = path.join(root, 'node_modules', '.package-lock.json')
const stampFile = path.join(root, 'node_modules', '.musubi-install')

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
}

/** Whether what npm recorded about node_modules agrees with the lockfile; packages for other platforms may be absent. */
export function isSameInstall(wanted, installed) {
  const names = Object.keys(wanted).filter((name) => name !== '')
  const complete = names.every((name) => {
    const there = installed[name]
    if (there === undefined) return wanted[name].optional === true
    return there.version === wanted[name].version && there.integrity === wanted[name].integrity
  })
  return complete && Object.keys(installed).every((name) => wanted[name] !== undefined)
}

function isInstalled(stamp) {
  if (!existsSync(path.join(root, 'node_modules'))) return false
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return true
  // A developer's own `npm install` leaves no stamp of ours, yet is as good as `npm ci` when it agrees with the lockfile.
  return existsSync(installedLockFile) && isSameInstall(readPackages(lockFile), readPackages(installedLockFile))
}

/** Installs the dependencies exactly as locked, unless that has been done. */
export async function ensureInstalled() {
  const stamp = createHash('sha256').update(readFileSync(lockFile)).digest('hex')
  if (!isInstalled(stamp)) {
    say('Installing dependencies from the lockfile ...')
    const npm = npmCommand()
    // Quiet, because npm would warn once per package that wants a newer Node than the one that runs npm; Node 24 is among them.
    const ask = (words) => runAttached(npm.command, [...npm.args, ...words, '--no-audit', '--no-fund', '--loglevel=error'])
    // No package may run a script, whatever npm's version thinks of `allowScripts`: better-sqlite3 would compile although its binary is in the package.
    const isLaidOut = (await ask(['ci', '--ignore-scripts'])) === 0
    // The one exception is the package that brings Node 24: its script fetches the binary for this system from the registry.
    if (!isLaidOut || (await ask(['rebuild', 'node', '--ignore-scripts=false'])) !== 0) {
      throw new SetupError('The dependencies could not be installed (see above).\nCheck the connection to the npm registry and run the command again.')
    }
  }
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
    writeFileSync(stampFile, stamp)
  }
}
