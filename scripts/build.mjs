// `npm run build`: builds the four bundles into out/.
import { build } from './setup/build.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { runMain } from './setup/run.mjs'

await runMain(async () => {
  await ensureInstalled()
  await build()
})
