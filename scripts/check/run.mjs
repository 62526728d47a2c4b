import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

import { projectNode } from '../setup/paths.mjs'
import { root } from './files.mjs'

/** The entry of a program from node_modules/.bin, as arguments for this Node: works on Windows without a shell. */
export function program(name) {
  const entries = {
    tsc: 'typescript/bin/tsc',
    oxlint: 'oxlint/bin/oxlint',
    prettier: 'prettier/bin/prettier.cjs',
    knip: 'knip/bin/knip.js',
    vitest: 'vitest/vitest.mjs',
  }
  const entry = path.join(root, 'node_modules', entries[name])
  if (!existsSync(entry)) throw new Error(`${name} is not installed: ${entry}`)
  return entry
}

/** Runs a script in the project folder, on the Node of the lockfile, and gives its exit code and everything it printed. Never throws for a failing program. */
export function run(script, args, environment = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(projectNode(), [script, ...args], { cwd: root, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...environment } })
    const chunks = []
    child.stdout.on('data', (chunk) => chunks.push(chunk))
    child.stderr.on('data', (chunk) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }))
  })
}
