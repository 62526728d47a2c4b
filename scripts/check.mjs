// `npm run check`: types, lint, sources, boundaries, templates, format, unused code and unit tests. One line per step, the full output of those that failed.
// With MUSUBI_CHECK_RESULTS=FILE the results are written there as JSON:
//   { ok, steps: [{ name, ok, durationMs, output }], tests: [{ file, name, ok, isSkipped, durationMs, output }] }
// `npm run check -- types lint` runs the steps whose names begin so.
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { root } from './check/files.mjs'
import { program, run } from './check/run.mjs'
import { runSuite } from './check/test-suite.mjs'

const layers = ['engine', 'shared', 'core', 'cli', 'main', 'preload', 'renderer', 'tests']
const parallel = 2
const tests = []

const command = (name, script, args) => ({ name, start: () => run(script, args) })
const ownScript = (name, file, args = []) => command(name, path.join(root, 'scripts', file), args)

/** Looks every German citation up in an index of the statutes; the index is kept beside the project, where there is one. */
const citationCheck = path.resolve(root, '..', 'shared', 'tools', 'check-citations.mjs')

const steps = [
  ...layers.map((layer) => command(`types: ${layer}`, program('tsc'), ['-p', `tsconfig.${layer}.json`, '--pretty', 'false'])),
  command('lint', program('oxlint'), ['-f', 'unix', '--ignore-pattern', 'tests/fixtures', '.']),
  ownScript('sources', 'check-sources.mjs'),
  ownScript('canaries', 'check-canaries.mjs'),
  ownScript('templates', 'check-templates.mjs'),
  ...(existsSync(citationCheck) ? [command('citations', citationCheck, ['templates'])] : []),
  command('format', program('prettier'), ['--check', '.']),
  command('unused code', program('knip'), ['--no-progress']),
  { name: 'unit tests', start: unitTests },
]

async function unitTests() {
  const result = await runSuite('unit', run)
  tests.push(...result.tests)
  return { ...result, note: `${tests.filter((test) => test.ok).length} of ${tests.length}` }
}

async function runStep(step) {
  const begin = performance.now()
  const result = await step.start().catch((error) => ({ code: 1, output: error.stack }))
  const durationMs = Math.round(performance.now() - begin)
  const ok = result.code === 0
  console.log(
    `${ok ? 'ok  ' : 'FAIL'} ${step.name.padEnd(16)} ${(durationMs / 1000).toFixed(1).padStart(6)} s${result.note === undefined ? '' : `   ${result.note}`}`,
  )
  return { name: step.name, ok, durationMs, output: ok ? '' : result.output.trim() }
}

async function runAll(wanted) {
  const results = []
  const queue = wanted.map((step, index) => ({ step, index }))
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) results[next.index] = await runStep(next.step)
  }
  await Promise.all(Array.from({ length: parallel }, worker))
  return results
}

const names = process.argv.slice(2)
const wanted = names.length === 0 ? steps : steps.filter((step) => names.some((name) => step.name.startsWith(name)))
if (wanted.length === 0) {
  console.error(`No step begins with ${names.join(' or ')}. Steps: ${steps.map((step) => step.name).join(', ')}.`)
  process.exit(2)
}

const results = await runAll(wanted)
const failed = results.filter((result) => !result.ok)
for (const result of failed) console.log(`\n--- ${result.name} ---\n${result.output}`)
const resultsFile = process.env.MUSUBI_CHECK_RESULTS
if (resultsFile) writeFileSync(resultsFile, `${JSON.stringify({ ok: failed.length === 0, steps: results, tests }, null, 2)}\n`)
console.log(
  failed.length === 0 ? '\nAll checks passed.' : `\n${failed.length} of ${results.length} checks failed: ${failed.map((result) => result.name).join(', ')}.`,
)
process.exitCode = failed.length === 0 ? 0 : 1
