// `npm run test:e2e -- [playwright arguments]`: the end-to-end tests alone.
import { ensureBuilt } from './setup/build.mjs'
import { runEndToEndTests } from './setup/e2e.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { runMain } from './setup/run.mjs'

await runMain(async () => {
  await ensureInstalled()
  await ensureBuilt()
  return runEndToEndTests(process.argv.slice(2))
})
