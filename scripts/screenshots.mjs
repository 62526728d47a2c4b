// `npm run screenshots`: draws every screen, light and dark, into docs/screenshots.
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { ensureBuilt } from './setup/build.mjs'
import { runEndToEndTests } from './setup/e2e.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { root } from './setup/paths.mjs'
import { runMain, say } from './setup/run.mjs'

await runMain(async () => {
  await ensureInstalled()
  await ensureBuilt()
  // The window may run as another user, who cannot write into the project.
  const drawn = mkdtempSync(path.join(os.tmpdir(), 'musubi-screenshots-'))
  chmodSync(drawn, 0o777)
  try {
    const code = await runEndToEndTests(['tests/e2e/screens/screenshots.spec.ts'], { environment: { MUSUBI_SCREENSHOTS: drawn } })
    const target = path.join(root, 'docs', 'screenshots')
    mkdirSync(target, { recursive: true })
    const pictures = readdirSync(drawn).filter((name) => name.endsWith('.png'))
    for (const name of pictures) copyFileSync(path.join(drawn, name), path.join(target, name))
    say(`${pictures.length} pictures in docs/screenshots`)
    return code
  } finally {
    rmSync(drawn, { recursive: true, force: true })
  }
})
