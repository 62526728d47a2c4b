// `node scripts/complete-lockfile.mjs`: run after adding a dependency on a machine whose registry does not carry every platform.
//
// npm leaves packages for other platforms out of the lockfile when it cannot fetch their metadata, and `npm ci` then refuses the
// lockfile everywhere. Their exact versions stand in the packages that want them, so the entries can be written down here; only
// their integrity is missing, which npm fills in on a machine that reaches them.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { root } from './setup/paths.mjs'
import { say } from './setup/run.mjs'

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64']
const exactVersion = /^\d+\.\d+\.\d+(-[\w.]+)?$/

/** What a platform package's name says about where it may be installed. */
export function platformOf(name) {
  const words = name.split(/[-/]/)
  const os = systems.filter((system) => words.includes(system))
  const cpu = processors.filter((processor) => words.includes(processor))
  const libc = [...(words.includes('musl') ? ['musl'] : []), ...(words.includes('gnu') ? ['glibc'] : [])]
  return { ...(cpu.length > 0 ? { cpu } : {}), ...(libc.length > 0 ? { libc } : {}), ...(os.length > 0 ? { os } : {}) }
}

/** Whether a package is found from the folder of another, the way Node looks for it. */
function isInstalledFor(packages, folder, name) {
  for (let base = folder; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    if (packages[`${base === '' ? '' : `${base}/`}node_modules/${name}`] !== undefined) return true
    if (base === '') return false
  }
}

/** The lockfile's packages with the missing optional platform packages added, and the names of those. */
export function completed(packages) {
  const added = {}
  for (const [folder, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const platform = platformOf(name)
      if (isInstalledFor(packages, folder, name) || !exactVersion.test(version)) continue
      if (platform.os === undefined) continue
      added[`node_modules/${name}`] = { version, ...platform, ...(entry.dev ? { dev: true } : {}), optional: true }
    }
  }
  const sorted = Object.fromEntries(Object.entries({ ...packages, ...added }).sort(([a], [b]) => (a < b ? -1 : 1)))
  return { packages: sorted, added: Object.keys(added) }
}

if (process.argv[1] === import.meta.filename) {
  const file = path.join(root, 'package-lock.json')
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const { packages, added } = completed(lock.packages)
  writeFileSync(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`)
  say(`${added.length} platform packages added to the lockfile.`)
}
