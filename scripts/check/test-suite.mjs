import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { filesBelow, root } from './files.mjs'
import { program } from './run.mjs'

/** The suites of the project: the name vitest knows each by, and the folders whose test files must all have been run. */
export const suites = {
  unit: ['src', 'scripts'],
  conformance: ['tests/conformance'],
}

/**
 * Runs a suite with `start(script, args)`, which resolves to `{ code, output }`, and answers with those and with every test:
 * `{ file, name, ok, isSkipped, durationMs, output }`. A test file that was not run is a failure: a pattern that misses a folder would look green.
 * With `filters` only test files whose path holds one of them are run.
 */
export async function runSuite(name, start, filters = []) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'musubi-tests-'))
  const file = path.join(folder, 'tests.json')
  try {
    const { code, output } = await start(program('vitest'), [
      'run',
      '--project',
      name,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...filters,
    ])
    const report = readReport(file)
    if (report === undefined) return { code: code === 0 ? 1 : code, output: `${output}\nThe run ended before it could report.`, tests: [] }
    const tests = report.testResults.flatMap(testsOf)
    const ran = new Set(tests.map((test) => test.file))
    const missed = filters.length > 0 ? [] : suites[name].flatMap((sources) => filesBelow(root, sources, /\.test\.(tsx?|mjs)$/)).filter((one) => !ran.has(one))
    if (missed.length === 0) return { code, output, tests }
    return { code: 1, output: `${output}\nThese test files were not run:\n${missed.map((one) => `  ${one}`).join('\n')}`, tests }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function testsOf(suite) {
  const file = path.relative(root, suite.name).replaceAll('\\', '/')
  if (suite.assertionResults.length === 0)
    return [{ file, name: file, ok: suite.status === 'passed', isSkipped: false, durationMs: 0, output: suite.message ?? '' }]
  return suite.assertionResults.map((test) => {
    const isSkipped = test.status !== 'passed' && test.status !== 'failed'
    return {
      file,
      name: test.fullName,
      ok: test.status === 'passed' || isSkipped,
      isSkipped,
      durationMs: Math.round(test.duration ?? 0),
      output: (test.failureMessages ?? []).join('\n'),
    }
  })
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined // the run ended before it could report; its output says why
  }
}
