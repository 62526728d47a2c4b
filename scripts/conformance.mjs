// `npm run test:conformance [-- PART OF A PATH …]`: whole documents, written and read back with independent readers. Skipped tests are named,
// because most of them wait for a program the machine does not have. With MUSUBI_CONFORMANCE_RESULTS=FILE the counts are written there as JSON.
import { writeFileSync } from 'node:fs'

import { runSuite } from './check/test-suite.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { projectNode } from './setup/paths.mjs'
import { projectEnvironment, runAttached, runMain, say } from './setup/run.mjs'

await runMain(async () => {
  await ensureInstalled()
  const start = async (script, args) => ({ code: await runAttached(projectNode(), [script, ...args], { env: projectEnvironment() }), output: '' })
  const { code, output, tests } = await runSuite('conformance', start, process.argv.slice(2))
  if (output.trim() !== '') say(output.trim())
  const skipped = tests.filter((test) => test.isSkipped)
  if (skipped.length > 0) say(`Skipped:\n${skipped.map((test) => `  ${test.file}: ${test.name}`).join('\n')}`)
  const passed = tests.filter((test) => test.ok && !test.isSkipped).length
  const failed = tests.filter((test) => !test.ok).length
  const results = process.env.MUSUBI_CONFORMANCE_RESULTS
  if (results) writeFileSync(results, `${JSON.stringify({ passed, failed, skipped: skipped.length })}\n`)
  say(`${passed} passed, ${failed} failed, ${skipped.length} skipped`)
  return code
})
