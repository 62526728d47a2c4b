// What every end-to-end test starts from: an app with a data folder of its own, its window, and stand-ins for the parts of the
// desktop that a test cannot click.
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { test as base, _electron, type ElectronApplication, type Page } from '@playwright/test'

import { applyFaults, type Faults, makeReadOnly, noFaults } from './support/faults.ts'
import { type DesktopStub, stubDesktop } from './support/desktop-stub.ts'
import { type CoreProbe, probeCore } from './support/core-probe.ts'

/** The folder of the project under test. */
export const projectFolder = path.resolve(import.meta.dirname, '../..')

/**
 * Playwright's own start script, which keeps the app from going on until Playwright has attached. It is used by itself only without
 * an `executablePath`; without it, a launch or a first page hangs now and then.
 */
const playwrightLoader = path.join(projectFolder, 'node_modules/playwright-core/lib/server/electron/loader.js')

/** Folder for whatever a test writes; the user the tests run as may write here. */
const temporaryFolder = process.env['MUSUBI_E2E_TEMPORARY'] ?? os.tmpdir()

/** Starts the app on a data folder. */
export const launchApp = (dataFolder: string, environment: Readonly<Record<string, string>> = {}): Promise<ElectronApplication> => {
  const executablePath = process.env['MUSUBI_ELECTRON']
  if (executablePath === undefined) throw new Error('Start the end-to-end tests with: npm run test:e2e')
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return _electron.launch({
    executablePath,
    // There is no graphics card behind the tests' display, and Chromium takes long to find that out.
    args: ['-r', playwrightLoader, projectFolder, '--disable-gpu'],
    // Without this, Playwright itself turns the sandbox off.
    chromiumSandbox: true,
    // Without this, Playwright pretends a light theme whatever the app says.
    colorScheme: null,
    cwd: projectFolder,
    env: {
      ...Object.fromEntries(inherited),
      // Dates and the system's language must not depend on the machine.
      LANG: 'en_US.UTF-8',
      LANGUAGE: 'en',
      TZ: 'Europe/Berlin',
      ...environment,
      MUSUBI_E2E: '1',
      MUSUBI_DATA_FOLDER: dataFolder,
    },
  })
}

type Fixtures = {
  /** Things to break before the app starts; set with `test.use({ faults: { ... } })`. */
  readonly faults: Partial<Faults>
  /** A fresh folder that is deleted after the test. */
  readonly outputFolder: string
  /** A folder that nothing can be written to, as a target for exports. */
  readonly readOnlyFolder: string
  /** The data folder of this test's app. */
  readonly dataFolder: string
  /** The running app. */
  readonly app: ElectronApplication
  /** Its main window, once the page has drawn something. */
  readonly window: Page
  /** Stand-ins for dialogs, browser and clipboard, in place before the page can ask for them. */
  readonly desktopStub: DesktopStub
  /** The core process, to be watched and killed. */
  readonly coreProbe: CoreProbe
  /** Closes the app in order and starts it again on the same data folder; answers the new window. */
  readonly restart: () => Promise<{ readonly app: ElectronApplication; readonly window: Page }>
  /** What the app has logged so far. */
  readonly readLog: () => Promise<string>
}

/** The main window of an app, once its page has drawn something. */
export const readyWindow = async (app: ElectronApplication): Promise<Page> => {
  const page = await app.firstWindow()
  await page.waitForFunction(() => (document.getElementById('root')?.childElementCount ?? 0) > 0)
  return page
}

const temporary = async (name: string, use: (folder: string) => Promise<void>) => {
  const folder = await mkdtemp(path.join(temporaryFolder, `${name}-`))
  await use(folder)
  await rm(folder, { recursive: true, force: true })
}

/** Playwright's `test` with the app in its fixtures. */
export const test = base.extend<Fixtures>({
  faults: [{}, { option: true }],
  outputFolder: async ({}, use) => {
    await temporary('output', use)
  },
  readOnlyFolder: async ({ outputFolder }, use) => {
    const restore = await makeReadOnly(outputFolder)
    await use(outputFolder)
    await restore()
  },
  dataFolder: async ({ faults }, use) => {
    await temporary('data', async (folder) => {
      await mkdir(path.join(folder, 'data'), { recursive: true })
      const restore = await applyFaults(folder, { ...noFaults, ...faults })
      await use(folder)
      await restore()
    })
  },
  app: async ({ dataFolder, readLog }, use, testInfo) => {
    const app = await launchApp(dataFolder)
    await use(app)
    await app.close().catch(() => undefined)
    // The data folder is deleted, and with it the only thing that says why.
    if (testInfo.status !== testInfo.expectedStatus) await testInfo.attach('musubi.log', { body: await readLog(), contentType: 'text/plain' })
  },
  window: async ({ app }, use) => {
    await use(await readyWindow(app))
  },
  desktopStub: async ({ app }, use) => {
    await use(await stubDesktop(app))
  },
  coreProbe: async ({ app, readLog }, use) => {
    await use(probeCore(app, readLog))
  },
  restart: async ({ app, dataFolder }, use) => {
    const started: ElectronApplication[] = []
    await use(async () => {
      await (started.at(-1) ?? app).close()
      const next = await launchApp(dataFolder)
      started.push(next)
      return { app: next, window: await readyWindow(next) }
    })
    await started
      .at(-1)
      ?.close()
      .catch(() => undefined)
  },
  readLog: async ({ dataFolder }, use) => {
    await use(() => readFile(path.join(dataFolder, 'logs', 'musubi.log'), 'utf8').catch(() => ''))
  },
})

export { expect } from '@playwright/test'
