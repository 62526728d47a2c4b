import { readFileSync } from 'node:fs'

import { isRoot } from './paths.mjs'
import { capture, hasProgram, say, SetupError } from './run.mjs'

/** Which package carries a library Electron loads; the newer name first where Debian renamed it for 64-bit time. */
const librariesOf = [
  [/^libgtk-3/, 'libgtk-3-0t64', 'libgtk-3-0'],
  [/^libg(lib|object|io)-2/, 'libglib2.0-0t64', 'libglib2.0-0'],
  [/^libnss3|^libnssutil3|^libsmime3/, 'libnss3'],
  [/^libnspr4/, 'libnspr4'],
  [/^libasound/, 'libasound2t64', 'libasound2'],
  [/^libatk-bridge/, 'libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  [/^libatk-1/, 'libatk1.0-0t64', 'libatk1.0-0'],
  [/^libatspi/, 'libatspi2.0-0t64', 'libatspi2.0-0'],
  [/^libcups/, 'libcups2t64', 'libcups2'],
  [/^libdbus-1/, 'libdbus-1-3'],
  [/^libdrm/, 'libdrm2'],
  [/^libgbm/, 'libgbm1'],
  [/^libxkbcommon/, 'libxkbcommon0'],
  [/^libexpat/, 'libexpat1'],
  [/^libpango/, 'libpango-1.0-0'],
  [/^libcairo/, 'libcairo2'],
  [/^libX11/, 'libx11-6'],
  [/^libxcb/, 'libxcb1'],
  [/^libXcomposite/, 'libxcomposite1'],
  [/^libXdamage/, 'libxdamage1'],
  [/^libXext/, 'libxext6'],
  [/^libXfixes/, 'libxfixes3'],
  [/^libXrandr/, 'libxrandr2'],
  [/^libXtst/, 'libxtst6'],
  [/^libXss/, 'libxss1'],
  [/^libudev/, 'libudev1'],
]

/** Programs the tests call, and what carries them. */
const testPrograms = [
  ['Xvfb', 'xvfb'],
  ['qpdf', 'qpdf'],
  ['pdftotext', 'poppler-utils'],
  ['runuser', 'util-linux'],
]

/** Programs without which some tests are skipped, and what carries them. They are large, so failing to get one stops nothing. */
const optionalTestPrograms = [['soffice', 'libreoffice-writer-nogui']]

function isDebianLike() {
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    // No such file: some other system.
    return false
  }
}

/** The libraries the executable needs and the system does not have. */
function missingLibraries(executable) {
  const { stdout } = capture('ldd', [executable])
  return [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1])
}

/** Every combination in which the first available alternative stands for a library or program. */
function alternativesFor(executable, isForTests) {
  const wanted = new Map()
  for (const library of missingLibraries(executable)) {
    const entry = librariesOf.find(([pattern]) => pattern.test(library))
    if (entry === undefined) wanted.set(library, [library])
    else wanted.set(entry[1], entry.slice(1))
  }
  if (isForTests) {
    for (const [program, name] of testPrograms) if (!hasProgram(program)) wanted.set(name, [name])
  }
  // Chromium draws nothing at all without a single font on the system.
  if (!hasProgram('fc-list') || capture('fc-list', []).stdout.trim() === '') {
    wanted.set('fonts-liberation', ['fonts-liberation'])
  }
  return [...wanted.values()]
}

function firstAvailable(alternatives) {
  const isKnown = (name) => capture('apt-cache', ['show', name]).stdout.includes('Package:')
  return alternatives.find(isKnown) ?? alternatives.at(-1)
}

/** Makes sure the system has what Electron (and, for tests, the test programs) need: installs it as root, otherwise names it. */
export function ensureSystemPackages(executable, { isForTests }) {
  if (process.platform !== 'linux') return
  ensureNeededPackages(executable, isForTests)
  if (isForTests) tryOptionalPackages()
}

function tryOptionalPackages() {
  const missing = optionalTestPrograms.filter(([program]) => !hasProgram(program)).map(([, name]) => name)
  if (missing.length === 0) return
  if (isRoot) capture('apt-get', ['update', '-qq'])
  const isInstalled = isRoot && isDebianLike() && install(missing).ok
  if (!isInstalled) say(`Not here: ${missing.join(' ')}. The tests that need it are skipped.`)
}

function install(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  say(`Installing system packages: ${names.join(' ')}`)
  return capture('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { env })
}

function ensureNeededPackages(executable, isForTests) {
  const wanted = alternativesFor(executable, isForTests)
  if (wanted.length === 0) return
  if (!isDebianLike() || !hasProgram('apt-get')) {
    throw new SetupError(
      `The system lacks what these Debian packages carry: ${wanted.map((names) => names.at(-1)).join(' ')}.\nInstall their counterparts and run this again.`,
    )
  }
  if (!isRoot) {
    const names = wanted.map(firstAvailable).join(' ')
    throw new SetupError(`The system lacks some libraries. Install them and run this again:\n  sudo apt-get update && sudo apt-get install -y ${names}`)
  }
  capture('apt-get', ['update', '-qq'], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  const names = wanted.map(firstAvailable)
  const result = install(names)
  if (!result.ok) {
    throw new SetupError(
      `The system packages could not be installed:\n  apt-get install -y ${names.join(' ')}\n${result.stderr.trim().split('\n').slice(-3).join('\n')}`,
    )
  }
}
