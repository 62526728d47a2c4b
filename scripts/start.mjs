// `npm start`: from a fresh clone to the running app.
import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { ensureBuilt } from './setup/build.mjs'
import { ensureElectron } from './setup/electron-runtime.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { isRoot, projectNode, root } from './setup/paths.mjs'
import { capture, projectEnvironment, runAttached, runMain, say, SetupError } from './setup/run.mjs'
import { ensureSystemPackages } from './setup/system-packages.mjs'

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** Shows what the app does on a machine without a screen: drafts the sample agreement. */
async function draftSample() {
  say('There is no display here, so no window can be opened. Drafting the sample agreement instead ...')
  const folder = mkdtempSync(path.join(os.tmpdir(), 'musubi-sample-'))
  const pdf = path.join(folder, 'mutual-nda.pdf')
  const docx = path.join(folder, 'mutual-nda.docx')
  const answers = 'templates/agreements/mutual-nda/sample.answers.yaml'
  const code = await runAttached(
    projectNode(),
    ['src/cli/index.ts', 'draft', 'mutual-nda', '--answers', answers, '--language', 'de+en', '--pdf', pdf, '--docx', docx],
    { env: projectEnvironment() },
  )
  if (code !== 0) return code
  say(`PDF:  ${pdf}\nWord: ${docx}`)
  say('On a machine with a display, npm start opens the window.')
  return 0
}

/** Chromium needs user namespaces or a setuid helper for its sandbox; says how to allow one of them where neither is there. */
function checkSandbox(executable) {
  if (process.platform !== 'linux') return
  if (capture('unshare', ['--user', '--map-root-user', 'true']).ok) return
  const helper = path.join(path.dirname(executable), 'chrome-sandbox')
  if (capture('test', ['-u', helper, '-a', '!', '-O', helper]).ok) return
  throw new SetupError(
    [
      "This system does not let ordinary programs make user namespaces, which Chromium's sandbox needs. Allow its helper instead, once:",
      `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
    ].join('\n'),
  )
}

await runMain(async () => {
  await ensureInstalled()
  if (!hasDisplay) return draftSample()
  if (isRoot) {
    throw new SetupError(
      [
        'Electron does not run as root with its sandbox on, and Musubi never runs without it.',
        `Start it as an ordinary user who may write to ${root}:  su -l USER -c 'cd ${root} && npm start'`,
      ].join('\n'),
    )
  }
  await ensureBuilt()
  const electron = await ensureElectron()
  if (electron.isFallback) {
    say('Using the replacement runtime (Electron 25), because the official one cannot be downloaded here. For trying out only.')
  }
  ensureSystemPackages(electron.executable, { isForTests: false })
  checkSandbox(electron.executable)
  return runAttached(electron.executable, [root, ...process.argv.slice(2)], { env: projectEnvironment() })
})
