import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { projectNode, root } from './paths.mjs'
import { projectEnvironment, runAttached, say, SetupError } from './run.mjs'

const sources = ['src', 'templates', 'electron.vite.config.ts', 'vite.core.config.ts', 'package-lock.json']
const products = [
  'out/main/index.cjs',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/core/process.mjs',
  'out/core/series-worker.mjs',
  'out/core/templates.json',
]
const stampFile = path.join(root, 'out', '.build-stamp')

function* filesBelow(entry) {
  const full = path.join(root, entry)
  if (!existsSync(full)) return
  const children = readdirOrNull(full)
  if (children === null) {
    yield entry
    return
  }
  for (const child of children.sort()) yield* filesBelow(`${entry}/${child}`)
}

function readdirOrNull(full) {
  try {
    return readdirSync(full)
  } catch (error) {
    if (error.code === 'ENOTDIR') return null
    throw error
  }
}

function isTest(file) {
  return /\.(test|spec)\.tsx?$/.test(file)
}

/** A hash over the names and bytes of everything the build reads. */
function sourceHash() {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of filesBelow(source)) {
      if (isTest(file)) continue
      hash
        .update(`${file}\0`)
        .update(readFileSync(path.join(root, file)))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

/** Builds main, preload, renderer and core, whatever was built before. */
export async function build() {
  const stamp = sourceHash()
  rmSync(stampFile, { force: true })
  const tools = [
    ['node_modules/electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn'],
    ['node_modules/vite/bin/vite.js', 'build', '--config', 'vite.core.config.ts', '--logLevel', 'warn'],
    ['node_modules/vite/bin/vite.js', 'build', '--config', 'vite.core.config.ts', '--mode', 'worker', '--logLevel', 'warn'],
    ['src/core/content/write-bundle.ts', 'out/core/templates.json'],
  ]
  for (const [tool, ...args] of tools) {
    const code = await runAttached(projectNode(), [path.join(root, tool), ...args], {
      env: projectEnvironment({ NODE_ENV: 'production' }),
    })
    if (code !== 0) throw new SetupError('The build failed (see above).')
  }
  mkdirSync(path.dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, stamp)
}

/** Builds when a source changed since the last build; answers whether it did. */
export async function ensureBuilt() {
  const isCurrent =
    existsSync(stampFile) && products.every((product) => existsSync(path.join(root, product))) && readFileSync(stampFile, 'utf8') === sourceHash()
  if (isCurrent) return false
  say('Building ...')
  await build()
  return true
}
