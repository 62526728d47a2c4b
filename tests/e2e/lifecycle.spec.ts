// Starting, stopping, dying and coming back.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { expect, launchApp, readyWindow, test } from './fixtures.ts'
import { call, keepPorts } from './support/page-ports.ts'
import { descendants, isAlive } from './support/processes.ts'

test.describe('14 orderly stop', () => {
  test('quitting lets core close first and leaves no process behind', async ({ app, window, coreProbe }) => {
    await keepPorts(window)
    await expect.poll(async () => (await coreProbe.states()).at(-1)).toBe('running')
    const processes = await descendants(app.process().pid ?? 0)
    await app.close()
    expect((await coreProbe.states()).at(-1)).toBe('stopped')
    await expect.poll(async () => (await Promise.all(processes.map(({ pid }) => isAlive(pid)))).filter((isRunning) => isRunning)).toEqual([])
  })

  test('a core that hangs holds quitting for a few seconds only', async ({ app, window, coreProbe, readLog }) => {
    await window.title()
    await expect.poll(async () => (await coreProbe.states()).at(-1)).toBe('running')
    await coreProbe.suspend()
    const begun = Date.now()
    await app.close()
    expect(Date.now() - begun).toBeLessThan(15_000)
    expect(await readLog()).toContain('core.stopTimeout')
  })

  test('core ends when main is killed', async ({ app, window, coreProbe }) => {
    await window.title()
    await expect.poll(async () => (await coreProbe.states()).at(-1)).toBe('running')
    const pid = await coreProbe.pid()
    app.process().kill('SIGKILL')
    await expect.poll(() => isAlive(pid)).toBe(false)
  })
})

test.describe('15 single instance', () => {
  test('a second start shows the first window and ends', async ({ app, window, dataFolder, readLog }) => {
    await window.title()
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.minimize()
    })
    // The second instance ends before Playwright can attach to it, so the launch itself fails.
    await expect(launchApp(dataFolder)).rejects.toThrow()
    await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((opened) => opened.isMinimized()))).toEqual([false])
    expect((await readLog()).match(/core\.status state=starting/g)).toHaveLength(1)
  })

  test('apps with data folders of their own run side by side', async ({ window, outputFolder }) => {
    await window.title()
    const other = await launchApp(outputFolder)
    expect(await (await readyWindow(other)).title()).toContain('Musubi')
    await other.close()
  })
})

test.describe('16 crashes', () => {
  test('a page that dies is loaded again when the person wants it', async ({ app, window, desktopStub }) => {
    await window.title()
    const loaded = app.evaluate(
      ({ BrowserWindow }) =>
        new Promise<string>((resolve) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents
          contents?.once('did-finish-load', () => resolve(contents.getURL()))
        }),
    )
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
    })
    await expect.poll(async () => (await desktopStub.messageBoxes()).map((box) => box.message)).toEqual(['The window stopped working.'])
    await desktopStub.messageBoxAnswers(0)
    expect(await loaded).toMatch(/^app:\/\/musubi\//)
  })

  test('an error in main is told, logged without personal data, and ends the app in order', async ({ app, window, desktopStub, readLog, coreProbe }) => {
    await window.title()
    const ended = new Promise((resolve) => {
      app.process().once('exit', resolve)
    })
    await app.evaluate(() => {
      setTimeout(() => {
        throw new Error("cannot read '/home/erika/nda.docx'")
      }, 0)
    })
    await expect.poll(async () => (await desktopStub.messageBoxes()).map((box) => box.message)).toEqual(['Something went wrong in Musubi.'])
    await desktopStub.messageBoxAnswers(0)
    await ended
    expect(await readLog()).toContain('main.error')
    expect(await readLog()).not.toContain('erika')
    expect((await coreProbe.states()).at(-1)).toBe('stopped')
  })

  test('crash dumps stay on the machine', async ({ app, window }) => {
    await window.title()
    expect(await app.evaluate(({ crashReporter }) => crashReporter.getUploadToServer())).toBe(false)
  })

  test('a core that keeps dying is given up, and can be started again', async ({ window, coreProbe }) => {
    test.setTimeout(90_000)
    await keepPorts(window)
    await expect.poll(async () => (await coreProbe.states()).at(-1)).toBe('running')
    for (let attempt = 0; attempt < 6; attempt += 1) {
      await coreProbe.kill()
      if (attempt < 5) await expect.poll(async () => (await coreProbe.states()).slice(-2).join(' '), { timeout: 15_000 }).toBe('restarting running')
      if (attempt < 5)
        await expect.poll(async () => (await coreProbe.states()).filter((state) => state === 'running').length, { timeout: 15_000 }).toBe(attempt + 2)
    }
    await expect.poll(async () => (await coreProbe.states()).at(-1)).toBe('failed')
    expect(await call(window, 'desktop', 'core.restart')).toMatchObject({ status: 200 })
    await expect.poll(async () => (await coreProbe.states()).at(-1), { timeout: 15_000 }).toBe('running')
    expect(await call(window, 'core', 'system.ping')).toMatchObject({ status: 200 })
  })
})

test.describe('window', () => {
  test('opens where it was closed', async ({ app, window, restart }) => {
    await window.title()
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 120, y: 90, width: 1010, height: 710 })
    })
    const again = await restart()
    const bounds = await again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())
    expect(bounds).toEqual({ x: 120, y: 90, width: 1010, height: 710 })
  })

  test('comes back to the screen when its place is gone', async ({ dataFolder }) => {
    await writeFile(
      path.join(dataFolder, 'window.json'),
      JSON.stringify({ bounds: { position: { x: 9000, y: 9000 }, width: 1000, height: 700 }, isMaximised: false }),
    )
    const app = await launchApp(dataFolder)
    const isVisible = await app.firstWindow().then(() =>
      app.evaluate(({ BrowserWindow, screen }) => {
        const bounds = BrowserWindow.getAllWindows()[0]?.getBounds()
        const area = screen.getPrimaryDisplay().workArea
        return bounds !== undefined && bounds.x < area.x + area.width && bounds.y < area.y + area.height
      }),
    )
    await app.close()
    expect(isVisible).toBe(true)
  })

  test('starts although its state file is damaged', async ({ dataFolder }) => {
    await writeFile(path.join(dataFolder, 'window.json'), '{"bounds":')
    await writeFile(path.join(dataFolder, 'appearance.json'), '[]')
    const app = await launchApp(dataFolder)
    expect(await (await readyWindow(app)).title()).toContain('Musubi')
    await app.close()
  })
})

test.describe('menu and appearance', () => {
  test('the menu speaks the language the page sets, also after a restart', async ({ app, window, restart }) => {
    await keepPorts(window)
    expect(await call(window, 'desktop', 'appearance.set', { theme: 'dark', interfaceLanguage: 'de' })).toMatchObject({ status: 200 })
    const labels = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label))
    expect(await labels()).toEqual(['Datei', 'Bearbeiten', 'Ansicht', 'Fenster', 'Hilfe'])
    expect(await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark')
    expect(await window.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
    const again = await restart()
    // The page may set its own language again; the file says what main starts with.
    expect(await again.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.length)).toBe(5)
  })

  test('a menu item that needs a draft is enabled when there is one', async ({ app, window }) => {
    await keepPorts(window)
    const isEnabled = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('export')?.enabled)
    expect(await call(window, 'desktop', 'menu.update', { isDraftOpen: true })).toMatchObject({ status: 200 })
    expect(await isEnabled()).toBe(true)
    expect(await call(window, 'desktop', 'menu.update', { isDraftOpen: false })).toMatchObject({ status: 200 })
    expect(await isEnabled()).toBe(false)
  })

  test('text goes to the clipboard', async ({ window, desktopStub }) => {
    await keepPorts(window)
    expect(await call(window, 'desktop', 'clipboard.writeText', { text: 'Vertraulichkeitsvereinbarung 秘密' })).toMatchObject({ status: 200 })
    expect(await desktopStub.clipboardText()).toBe('Vertraulichkeitsvereinbarung 秘密')
  })
})

test.describe('faults', () => {
  test.describe('a read-only data folder', () => {
    test.use({ faults: { hasReadOnlyDataFolder: true } })
    test('is said and does not make core start again and again', async ({ window, coreProbe, readLog }) => {
      await window.title()
      await expect.poll(async () => (await coreProbe.states()).at(-1)).toMatch(/^(running|failed)$/)
      expect((await readLog()).match(/core\.exit/g)?.length ?? 0).toBeLessThan(2)
      expect(await coreProbe.states()).not.toContain('restarting')
    })
  })

  test.describe('a damaged database', () => {
    test.use({ faults: { hasCorruptDatabase: true } })
    test('does not keep the app from starting, and is kept', async ({ window, coreProbe, dataFolder }) => {
      await window.title()
      await expect.poll(async () => (await coreProbe.states()).at(-1)).toMatch(/^(running|failed)$/)
      const files = await readdir(path.join(dataFolder, 'data'), { withFileTypes: true, recursive: true })
      const contents = await Promise.all(files.filter((file) => file.isFile()).map((file) => readFile(path.join(file.parentPath, file.name), 'latin1')))
      expect(contents.some((content) => content.startsWith('This is not a database.'))).toBe(true)
    })
  })

  test('the log is written and says nothing about the machine', async ({ window, coreProbe, readLog, dataFolder }) => {
    await window.title()
    await expect.poll(async () => (await coreProbe.states()).at(-1)).toBe('running')
    const log = await readLog()
    expect(log).toContain('core.status state=running')
    expect(log).not.toContain(dataFolder)
    expect(await readFile(path.join(dataFolder, 'logs', 'musubi.log'), 'utf8')).toBe(log)
  })
})
