import { spawn, spawnSync } from 'node:child_process'
import path from 'node:path'

import { projectNode, root } from './paths.mjs'

/** A failure whose message is meant for the person at the terminal: shown without a stack. */
export class SetupError extends Error {}

/** Says one line about what is going on. */
export function say(text) {
  process.stdout.write(`${text}\n`)
}

/** Runs a program to its end and returns status and output; never throws for a failing program. */
export function capture(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...options,
  })
  return {
    ok: result.status === 0,
    status: result.status,
    stdout: result.stdout ?? '',
    stderr: result.stderr ?? '',
    missing: result.error?.code === 'ENOENT',
  }
}

/** Whether a program can be found on the PATH. */
export function hasProgram(name) {
  return capture(process.platform === 'win32' ? 'where' : 'which', [name]).ok
}

/** Runs a program with the terminal attached and answers its exit code (128 when a signal ended it). */
export function runAttached(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    child.on('error', reject)
    child.on('exit', (code) => {
      resolve(code ?? 128)
    })
  })
}

/** Program and leading arguments that start the npm which started us, or the one on the PATH. */
export function npmCommand() {
  const script = process.env.npm_execpath
  if (script && /npm(-cli)?\.(c?js)$/.test(script)) return { command: process.execPath, args: [script] }
  // On Windows npm is a .cmd file, which Node starts only through a shell.
  return process.platform === 'win32' ? { command: process.env.ComSpec ?? 'cmd.exe', args: ['/d', '/s', '/c', 'npm'] } : { command: 'npm', args: [] }
}

/** An environment whose PATH finds Node 24 and the project's own programs first. */
export function projectEnvironment(extra = {}) {
  const folders = [path.dirname(projectNode()), path.join(root, 'node_modules', '.bin')]
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  return {
    ...process.env,
    [key]: [...folders, process.env[key] ?? ''].join(path.delimiter),
    ...extra,
  }
}

/** Runs `main` and turns its outcome into the process's exit code. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    process.stderr.write(`${error instanceof SetupError ? error.message : (error?.stack ?? error)}\n`)
    process.exitCode = 1
  }
}
