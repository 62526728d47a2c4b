// `npm test`: everything that can be checked, from a fresh clone. The last line says how many checks passed and failed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { ensureBuilt } from './setup/build.mjs'
import { runEndToEndTests } from './setup/e2e.mjs'
import { ensureElectron } from './setup/electron-runtime.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { projectNode, root } from './setup/paths.mjs'
import { projectEnvironment, runAttached, runMain, say, SetupError } from './setup/run.mjs'
import { ensureSystemPackages } from './setup/system-packages.mjs'

const sum = (counts) => ({
  passed: counts.reduce((total, count) => total + count.passed, 0),
  failed: counts.reduce((total, count) => total + count.failed, 0),
})

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // The suite died before it could report; `counted` makes a failure of that.
    return null
  }
}

/** A suite that ended badly without naming a failed test has failed itself. */
const counted = (passed, failed, code) => ({ passed, failed: failed === 0 && code !== 0 ? 1 : failed })

/** Types, lint, format, boundaries, unused code and unit tests: each static step counts as one, each unit test as one. */
async function runChecks(reportFolder) {
  const report = path.join(reportFolder, 'check.json')
  const code = await runAttached(projectNode(), [path.join(root, 'scripts', 'check.mjs')], { env: projectEnvironment({ MUSUBI_CHECK_RESULTS: report }) })
  const { steps, tests } = readJson(report) ?? { steps: [], tests: [] }
  const outcomes = [...steps.filter((step) => step.name !== 'unit tests'), ...tests.filter((test) => !test.isSkipped)].map((result) => result.ok)
  return counted(outcomes.filter(Boolean).length, outcomes.filter((isOk) => !isOk).length, code)
}

/** Whole documents read back with independent readers: each test counts as one. */
async function runConformance(reportFolder) {
  const report = path.join(reportFolder, 'conformance.json')
  const code = await runAttached(projectNode(), [path.join(root, 'scripts', 'conformance.mjs')], {
    env: projectEnvironment({ MUSUBI_CONFORMANCE_RESULTS: report }),
  })
  const { passed, failed } = readJson(report) ?? { passed: 0, failed: 0 }
  return counted(passed, failed, code)
}

async function runBuild() {
  await ensureBuilt()
  return { passed: 1, failed: 0 }
}

async function runWindowTests() {
  let result = null
  const code = await runEndToEndTests([], {
    onReport: (file) => {
      result = readJson(file)
    },
  })
  const { expected, unexpected, flaky } = result?.stats ?? { expected: 0, unexpected: 0, flaky: 0 }
  return counted(expected, unexpected + flaky, code)
}

/** A suite that cannot even start is one failure, and the others still run. */
async function guarded(name, run) {
  say(`\n== ${name}`)
  try {
    return await run()
  } catch (error) {
    process.stderr.write(`${error instanceof SetupError ? error.message : error.stack}\n`)
    return { passed: 0, failed: 1 }
  }
}

await runMain(async () => {
  await ensureInstalled()
  const reportFolder = mkdtempSync(path.join(os.tmpdir(), 'musubi-test-'))
  // The conformance tests read exported files back with programs of the system, so these come first.
  const needs = await guarded('system packages', async () => {
    ensureSystemPackages((await ensureElectron()).executable, { isForTests: true })
    return { passed: 0, failed: 0 }
  })
  const checks = await guarded('checks and unit tests', () => runChecks(reportFolder))
  const conformance = await guarded('conformance tests', () => runConformance(reportFolder))
  const built = await guarded('build', runBuild)
  // Without a build there is nothing to open a window with, and that is counted already.
  const windows = built.failed === 0 ? await guarded('end-to-end tests', runWindowTests) : { passed: 0, failed: 0 }
  rmSync(reportFolder, { recursive: true, force: true })
  const { passed, failed } = sum([needs, checks, conformance, built, windows])
  say(`\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
})
