// Electron refuses to run sandboxed as root, and nothing of ours ever runs without the sandbox: when root starts the tests, they
// run as a user of their own.
import { chmodSync, chownSync, cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'

import { isRoot, root } from './paths.mjs'
import { capture, say, SetupError } from './run.mjs'

const userName = 'musubi-test'

function idOf(flag) {
  const result = capture('id', [flag, userName])
  return result.ok ? Number(result.stdout.trim()) : null
}

/** The user the tests run as, made when it is not there. */
function ensureUser() {
  if (idOf('-u') === null) {
    const result = capture('useradd', ['--system', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/bin/sh', userName])
    if (!result.ok) throw new SetupError(`The user ${userName} for the tests could not be made: ${result.stderr.trim()}`)
  }
  return { uid: idOf('-u'), gid: idOf('-g') }
}

function canRead(file) {
  return capture('runuser', ['-u', userName, '--', 'test', '-r', file]).ok
}

/** The project in a place the test user can read: the project folder itself, or a copy when it lies in a closed folder. */
function readableRoot() {
  const probes = ['package.json', 'out/main/index.cjs', 'node_modules/@playwright/test/package.json']
  if (probes.every((probe) => canRead(path.join(root, probe)))) return root
  const copy = path.join('/var/tmp', 'musubi-test-copy')
  say(`The test user cannot read ${root}; testing a copy in ${copy} ...`)
  rmSync(copy, { recursive: true, force: true })
  mkdirSync(copy, { recursive: true })
  // Hard links where possible: node_modules is large and only read.
  const linked = capture('cp', ['-a', '--link', path.join(root, 'node_modules'), copy])
  if (!linked.ok) capture('cp', ['-a', path.join(root, 'node_modules'), copy])
  for (const name of readdirSync(root)) {
    if (name !== 'node_modules' && name !== '.git') cpSync(path.join(root, name), path.join(copy, name), { recursive: true })
  }
  capture('chmod', ['-R', 'a+rX', copy])
  return copy
}

/**
 * How to run a program without superuser rights: as is for an ordinary user, through `runuser` for root.
 * @param {string} workFolder a folder the program may write to; it is given to the test user
 */
export function unprivileged(workFolder) {
  mkdirSync(workFolder, { recursive: true })
  if (!isRoot) return { root, wrap: (command, args) => ({ command, args }), environment: {} }
  const { uid, gid } = ensureUser()
  chownSync(workFolder, uid, gid)
  chmodSync(workFolder, 0o755)
  const home = path.join(workFolder, 'home')
  mkdirSync(home, { recursive: true })
  chownSync(home, uid, gid)
  return {
    root: readableRoot(),
    // runuser sets HOME to what the user database says, and this user has no home there.
    wrap: (command, args) => ({ command: 'runuser', args: ['-u', userName, '--', 'env', `HOME=${home}`, `XDG_CACHE_HOME=${home}/.cache`, command, ...args] }),
    environment: { XDG_CONFIG_HOME: undefined, XDG_RUNTIME_DIR: undefined },
  }
}
