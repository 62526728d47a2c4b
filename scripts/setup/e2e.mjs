// Runs Playwright against the built app, with everything that needs: an Electron, a display, a user that is not root.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { startVirtualDisplay } from './display.mjs'
import { ensureElectron } from './electron-runtime.mjs'
import { projectNode } from './paths.mjs'
import { projectEnvironment, runAttached } from './run.mjs'
import { ensureSystemPackages } from './system-packages.mjs'
import { unprivileged } from './unprivileged.mjs'

/**
 * @param {readonly string[]} playwrightArguments passed on, for example the name of a spec file
 * @param {{ onReport?: (file: string) => void, environment?: Record<string, string> }} options
 * @returns {Promise<number>} Playwright's exit code
 */
export async function runEndToEndTests(playwrightArguments, options = {}) {
  const electron = await ensureElectron()
  ensureSystemPackages(electron.executable, { isForTests: true })
  const workFolder = mkdtempSync(path.join(os.tmpdir(), 'musubi-e2e-'))
  const user = unprivileged(workFolder)
  const display = process.platform === 'linux' ? await startVirtualDisplay(user.wrap) : null
  try {
    const report = path.join(workFolder, 'report.json')
    const cli = path.join(user.root, 'node_modules', '@playwright', 'test', 'cli.js')
    const node = user.root === projectRootOf(projectNode()) ? projectNode() : path.join(user.root, 'node_modules', 'node', 'bin', 'node')
    const { command, args } = user.wrap(node, [cli, 'test', ...playwrightArguments])
    const environment = projectEnvironment({
      ...user.environment,
      ...options.environment,
      ...(display === null ? {} : { DISPLAY: display.display, WAYLAND_DISPLAY: undefined }),
      MUSUBI_ELECTRON: electron.executable,
      MUSUBI_E2E_OUTPUT: path.join(workFolder, 'results'),
      MUSUBI_E2E_TEMPORARY: path.join(workFolder, 'home'),
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    })
    mkdirSync(path.join(workFolder, 'home'), { recursive: true })
    const code = await runAttached(command, args, { cwd: user.root, env: environment })
    options.onReport?.(report)
    if (code === 0) rmSync(workFolder, { recursive: true, force: true })
    else process.stdout.write(`Traces and screenshots: ${path.join(workFolder, 'results')}\n`)
    return code
  } finally {
    display?.stop()
  }
}

function projectRootOf(node) {
  return path.resolve(path.dirname(node), '..', '..', '..')
}
