import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync } from 'node:fs'

import { SetupError } from './run.mjs'

const startTimeoutMs = 15_000

/** Starts an X server without a screen on a free display, and answers its name and how to stop it. */
export function startVirtualDisplay(wrap) {
  try {
    // An ordinary user's Xvfb may not make this folder.
    mkdirSync('/tmp/.X11-unix', { recursive: true })
    chmodSync('/tmp/.X11-unix', 0o1777)
  } catch {
    // It is there already and belongs to the system.
  }
  const { command, args } = wrap('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-ac'])
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill()
      reject(new SetupError(`Xvfb did not start: ${errors.trim()}`))
    }, startTimeoutMs)
    child.on('error', (error) => {
      clearTimeout(timer)
      reject(new SetupError(`Xvfb did not start: ${error.message}`))
    })
    child.on('exit', (code) => {
      clearTimeout(timer)
      reject(new SetupError(`Xvfb ended with ${code}: ${errors.trim()}`))
    })
    child.stdout.once('data', (chunk) => {
      clearTimeout(timer)
      resolve({
        display: `:${chunk.toString().trim()}`,
        stop: () => {
          child.removeAllListeners('exit')
          child.kill()
        },
      })
    })
  })
}
