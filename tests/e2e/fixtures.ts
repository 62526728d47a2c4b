import { test as base, _electron, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

const projectFolder = path.resolve(import.meta.dirname, '../..')
export const test = base.extend<{ dataFolder: string; app: ElectronApplication; window: Page }>({
  dataFolder: async ({}, use) => {
    const folder = await mkdtemp(path.join(process.env['MUSUBI_E2E_TEMPORARY'] ?? os.tmpdir(), 'data-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  app: async ({ dataFolder }, use) => {
    const app = await _electron.launch({
      executablePath: process.env['MUSUBI_ELECTRON'] ?? '',
      args: [projectFolder],
      env: { ...process.env, MUSUBI_E2E: '1', MUSUBI_DATA_FOLDER: dataFolder } as Record<string, string>,
    })
    app.process().stderr?.on('data', (c) => process.stderr.write(c))
    await use(app)
    await app.close()
  },
  window: async ({ app }, use) => {
    await use(await app.firstWindow())
  },
})
export { expect } from '@playwright/test'
