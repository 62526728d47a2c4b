// Finds or fetches veraPDF, the checker of PDF/A and PDF/UA, for the conformance tests. Run as a program it prints the answer as JSON.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { cacheFolder } from './paths.mjs'
import { capture } from './run.mjs'

const artifact = {
  coordinates: 'org.verapdf.apps:greenfield-apps:1.28.2',
  file: 'greenfield-apps-1.28.2.jar',
  sha256: '687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6',
  mainClass: 'org.verapdf.apps.GreenfieldCliWrapper',
}
const copyGoal = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy'
const isWindows = process.platform === 'win32'

/**
 * How to run veraPDF: `{ kind: 'ready', command, args }`, to be followed by its own arguments, or `{ kind: 'skipped', reason }` with one line for
 * people. It is one Java archive of 9 MB, fetched from Maven Central once per machine and trusted by its hash only.
 */
export function findVeraPdf() {
  if (capture('java', ['-version']).status !== 0) return skipped('Java is not installed')
  const jar = path.join(cacheFolder(), 'verapdf', artifact.file)
  if (!isGenuine(jar)) {
    rmSync(jar, { force: true })
    const fetched = fetchWithMaven(path.dirname(jar))
    if (fetched !== undefined) return skipped(fetched)
    if (!isGenuine(jar)) return skipped(`${artifact.file} from Maven Central is not the file it should be`)
  }
  return { kind: 'ready', command: 'java', args: ['-cp', jar, artifact.mainClass] }
}

const skipped = (reason) => ({ kind: 'skipped', reason: `veraPDF skipped: ${reason}.` })

function isGenuine(jar) {
  return existsSync(jar) && createHash('sha256').update(readFileSync(jar)).digest('hex') === artifact.sha256
}

/** The reason why there is no archive, or nothing when there is one. */
function fetchWithMaven(folder) {
  mkdirSync(folder, { recursive: true })
  const result = capture(isWindows ? 'mvn.cmd' : 'mvn', ['-q', '-B', copyGoal, `-Dartifact=${artifact.coordinates}`, `-DoutputDirectory=${folder}`], {
    cwd: folder,
    shell: isWindows,
    timeout: 180_000,
  })
  if (result.missing) return 'Maven is not installed'
  return result.ok ? undefined : 'Maven could not fetch it'
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${JSON.stringify(findVeraPdf())}\n`)
