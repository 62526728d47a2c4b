// One test or more for every item of docs/security.md that can be seen from outside the code.
import { readdir, readFile } from 'node:fs/promises'
import http from 'node:http'
import path from 'node:path'

import { z } from 'zod'

import { expect, projectFolder, test } from './fixtures.ts'
import { call, keepPorts, portCount, postGarbage } from './support/page-ports.ts'
import { descendants } from './support/processes.ts'

/** Runs code of the main world that would be a violation, and answers which directive refused it. */
const violationOf = (attempt: string): string => `
  new Promise((resolve) => {
    document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true })
    setTimeout(() => resolve('none'), 3000)
    ${attempt}
  })`

test.describe('2 context isolation', () => {
  test('a page has no Node and no Electron', async ({ window }) => {
    const types = await window.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron'].map((name) => typeof Reflect.get(globalThis, name)),
    )
    expect(new Set(types)).toEqual(new Set(['undefined']))
  })
})

test.describe('3 sandbox', () => {
  test('no process of the app was started without the sandbox', async ({ app, window }) => {
    await window.title()
    const processes = await descendants(app.process().pid ?? 0)
    const electronProcesses = processes.filter((entry) => entry.commandLine.some((argument) => argument.startsWith('--type=')))
    expect(electronProcesses.length).toBeGreaterThan(1)
    for (const { commandLine } of processes) expect(commandLine).not.toContain('--no-sandbox')
    expect(await app.evaluate((electron) => electron.app.commandLine.hasSwitch('no-sandbox'))).toBe(false)
  })

  test('the page runs under a system call filter', async ({ app, window }) => {
    await window.title()
    const renderers = (await descendants(app.process().pid ?? 0)).filter((entry) => entry.commandLine.includes('--type=renderer'))
    expect(renderers).not.toHaveLength(0)
    for (const { status } of renderers) {
      expect(status).toMatch(/^Seccomp:\s*2$/m)
      expect(status).toMatch(/^NoNewPrivs:\s*1$/m)
    }
  })

  test('nothing that is shipped or run mentions the switch that turns the sandbox off', async () => {
    const files = [...(await sourceFiles('src')), ...(await sourceFiles('scripts')), 'package.json', '.ci/run', 'electron.vite.config.ts']
    for (const file of files) expect(await readFile(path.join(projectFolder, file), 'utf8'), file).not.toMatch(/['"`]-{0,2}no-sandbox|disable-setuid-sandbox/)
  })
})

test.describe('4 preload surface', () => {
  test('the page sees one frozen object with one function', async ({ window }) => {
    const surface = await window.evaluate(() => {
      const bridge = globalThis.musubi
      if (bridge === undefined) return null
      return { keys: Object.keys(bridge), isFrozen: Object.isFrozen(bridge), type: typeof bridge.connect }
    })
    expect(surface).toEqual({ keys: ['connect'], isFrozen: true, type: 'function' })
  })

  test('the preload script is small and requires nothing but Electron', async () => {
    const bundle = await readFile(path.join(projectFolder, 'out/preload/index.cjs'), 'utf8')
    expect(bundle.length).toBeLessThan(2000)
    expect([...bundle.matchAll(/require\(["'](.*?)["']\)/g)].map((match) => match[1])).toEqual(['electron'])
  })
})

test.describe('5 app scheme', () => {
  test('serves the interface with a fixed type and without sniffing', async ({ window }) => {
    const answer = await window.evaluate(async () => {
      const response = await fetch('app://musubi/index.html')
      return { status: response.status, headers: Object.fromEntries(response.headers) }
    })
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
  })

  test('serves nothing outside the interface', async ({ window }) => {
    const addresses = [
      'app://musubi/package.json',
      'app://musubi/../package.json',
      'app://musubi/..%2fpackage.json',
      'app://musubi/%2e%2e/%2e%2e/package.json',
      'app://musubi/..%5c..%5cpackage.json',
      'app://musubi/assets/..%2f..%2fmain/index.cjs',
      'app://musubi//etc/passwd',
      'app://musubi/%00index.html',
      'app://other/index.html',
      'file:///etc/passwd',
    ]
    const outcomes = await window.evaluate(
      (list) =>
        Promise.all(
          list.map((address) =>
            fetch(address).then(
              (response) => response.status,
              () => 'refused',
            ),
          ),
        ),
      addresses,
    )
    for (const [index, outcome] of outcomes.entries()) expect([403, 404, 'refused'], addresses[index]).toContain(outcome)
  })

  test('answers no method but GET', async ({ window }) => {
    const statuses = await window.evaluate(() =>
      Promise.all(
        ['POST', 'PUT', 'DELETE'].map((method) =>
          fetch('app://musubi/index.html', { method }).then(
            (response) => response.status,
            () => 0,
          ),
        ),
      ),
    )
    for (const status of statuses) expect([0, 405]).toContain(status)
  })
})

test.describe('6 content security policy', () => {
  test('the interface itself violates nothing', async ({ window }) => {
    const violations = await window.evaluate(
      () =>
        new Promise((resolve) => {
          const observer = new ReportingObserver((reports) => resolve(reports.map((report) => JSON.stringify(report))), {
            types: ['csp-violation'],
            buffered: true,
          })
          observer.observe()
          setTimeout(() => resolve([]), 1000)
        }),
    )
    expect(violations).toEqual([])
  })

  const attempts: readonly (readonly [name: string, code: string, directive: string])[] = [
    [
      'an inline script',
      `const s = document.createElement('script'); try { s.text = 'window.injected = true' } catch { resolve('require-trusted-types-for') }; document.head.append(s)`,
      'require-trusted-types-for',
    ],
    ['markup from text', `try { document.body.innerHTML = '<b>x</b>' } catch { resolve('require-trusted-types-for') }`, 'require-trusted-types-for'],
    [
      'an inline handler',
      `const b = document.createElement('b'); try { b.setAttribute('onclick', 'window.injected = true') } catch { resolve('require-trusted-types-for') }; document.body.append(b); b.click()`,
      'require-trusted-types-for',
    ],
    ['a style element', `const s = document.createElement('style'); s.textContent = 'body { color: red }'; document.head.append(s)`, 'style-src-elem'],
    ['a remote request', `fetch('https://example.org/').catch(() => undefined)`, 'connect-src'],
    ['a remote picture', `const i = new Image(); i.src = 'https://example.org/a.png'`, 'img-src'],
    ['a frame', `const f = document.createElement('iframe'); f.src = 'app://musubi/index.html'; document.body.append(f)`, 'frame-src'],
    ['a base address', `const b = document.createElement('base'); b.href = 'https://example.org/'; document.head.append(b)`, 'base-uri'],
    [
      'a form that is sent',
      `const f = document.createElement('form'); f.action = 'https://example.org/'; f.method = 'post'; document.body.append(f); f.submit()`,
      'form-action',
    ],
    [
      'a worker from a blob',
      `try { new Worker(URL.createObjectURL(new Blob(['']))) } catch { resolve('require-trusted-types-for') }`,
      'require-trusted-types-for',
    ],
  ]
  for (const [name, code, directive] of attempts) {
    test(`refuses ${name}`, async ({ window }) => {
      expect(await window.evaluate(violationOf(code))).toBe(directive)
      expect(await window.evaluate(() => globalThis.injected)).toBeUndefined()
    })
  }

  test('refuses code from text', async ({ window }) => {
    // Called from a timer, because Playwright's own evaluation is exempt from the policy.
    const outcome: unknown = await window.evaluate(`new Promise((resolve) => {
      setTimeout(() => {
        try { resolve(eval('1 + 1')) } catch (error) { resolve(error.name) }
      }, 0)
    })`)
    expect(outcome).toBe('EvalError')
  })
})

test.describe('7 no network', () => {
  const listen = async () => {
    const requests: string[] = []
    const server = http.createServer((request, response) => {
      requests.push(request.url ?? '')
      response.end('reached')
    })
    server.on('upgrade', (request, socket) => {
      requests.push(request.url ?? '')
      socket.destroy()
    })
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    return { requests, origin: `127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(resolve)) }
  }

  test('nothing a page tries reaches a listener on the same machine', async ({ window }) => {
    const listener = await listen()
    const outcomes = await window.evaluate(async (origin) => {
      const settled = (promise: Promise<unknown>) =>
        Promise.race([
          promise.then(
            () => 'reached',
            () => 'refused',
          ),
          new Promise((resolve) => setTimeout(resolve, 1500, 'silent')),
        ])
      const image = new Image()
      const picture = new Promise((resolve, reject) => {
        image.addEventListener('load', resolve)
        image.addEventListener('error', reject)
      })
      image.src = `http://${origin}/image`
      const frame = document.createElement('iframe')
      frame.src = `http://${origin}/frame`
      document.body.append(frame)
      const link = document.createElement('link')
      link.rel = 'prefetch'
      link.href = `http://${origin}/prefetch`
      document.head.append(link)
      const socket = new Promise((resolve, reject) => {
        const webSocket = new WebSocket(`ws://${origin}/socket`)
        webSocket.addEventListener('open', resolve)
        webSocket.addEventListener('error', reject)
      })
      const beacon = navigator.sendBeacon(`http://${origin}/beacon`)
      return [await settled(fetch(`http://${origin}/fetch`)), await settled(picture), await settled(socket), beacon ? 'queued' : 'refused']
    }, listener.origin)
    expect(outcomes).not.toContain('reached')
    expect(listener.requests).toEqual([])
    await listener.close()
  })

  test('a page without any policy reaches nothing either', async ({ app, window }) => {
    await window.title()
    const listener = await listen()
    const outcome = await app.evaluate(async ({ BrowserWindow, net }, origin) => {
      const hidden = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true } })
      const loaded = await hidden.loadURL(`http://${origin}/window`).then(
        () => 'reached',
        () => 'refused',
      )
      await hidden.loadURL('data:text/html,<title>without a policy</title>')
      const fetched: unknown = await hidden.webContents.executeJavaScript(
        `fetch('http://${origin}/fetch', { mode: 'no-cors' }).then(() => 'reached', () => 'refused')`,
      )
      hidden.destroy()
      const fromMain = await net.fetch(`http://${origin}/main`).then(
        () => 'reached',
        () => 'refused',
      )
      const byName = await net.fetch('http://localhost/').then(
        () => 'reached',
        () => 'refused',
      )
      return { loaded, fetched, fromMain, byName }
    }, listener.origin)
    expect(outcome).toEqual({ loaded: 'refused', fetched: 'refused', fromMain: 'refused', byName: 'refused' })
    expect(listener.requests).toEqual([])
    await listener.close()
  })

  test('no source of the product uses a network module', async () => {
    const files = await sourceFiles('src')
    expect(files.length).toBeGreaterThan(20)
    for (const file of files) {
      const text = await readFile(path.join(projectFolder, file), 'utf8')
      expect(text, file).not.toMatch(/from ['"](?:node:)?(?:https?|http2|net|tls|dgram|dns)['"]|autoUpdater|\bnew WebSocket\(/)
    }
  })

  test('the spell checker, which would download dictionaries, is off', async ({ app, window }) => {
    await window.title()
    expect(await app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(false)
  })
})

test.describe('8 permissions', () => {
  test('every permission a page can ask about is denied', async ({ window }) => {
    // Written as text, because some of these names are newer than the types of the page.
    const states: unknown = await window.evaluate(`Promise.all(
      ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'persistent-storage', 'midi', 'idle-detection', 'storage-access',
        'window-management', 'local-fonts'].map((name) => navigator.permissions.query({ name }).then((status) => status.state, () => 'unknown')))`)
    expect(states).toHaveLength(11)
    expect(states).not.toContain('granted')
  })

  test('camera, microphone, screen and place are refused', async ({ window }) => {
    const outcomes = await window.evaluate(() =>
      Promise.all([
        navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(
          () => 'given',
          () => 'refused',
        ),
        navigator.mediaDevices.getDisplayMedia().then(
          () => 'given',
          () => 'refused',
        ),
        new Promise((resolve) => {
          navigator.geolocation.getCurrentPosition(
            () => resolve('given'),
            () => resolve('refused'),
          )
        }),
      ]),
    )
    expect(outcomes).toEqual(['refused', 'refused', 'refused'])
  })
})

test.describe('9 navigation', () => {
  const targets = [
    'https://example.org/',
    'http://127.0.0.1:9/',
    'file:///etc/passwd',
    'data:text/html,<h1>elsewhere</h1>',
    'blob:app://musubi/0',
    'javascript:document.title="taken"',
    'app://musubi/index.html?next=https://example.org',
    'app://musubi@example.org/',
    'app://other/index.html',
    'app://musubi/../../package.json',
    'chrome://gpu',
    'view-source:app://musubi/index.html',
  ]
  for (const target of targets) {
    test(`a page cannot leave for ${target}`, async ({ window }) => {
      const before = window.url()
      await window.evaluate((address) => {
        globalThis.isStillHere = true
        setTimeout(() => {
          location.href = address
        }, 0)
      }, target)
      await window.waitForTimeout(400)
      expect(window.url().split('#')[0]).toBe(before.split('#')[0])
      expect(await window.evaluate(() => globalThis.isStillHere)).toBe(true)
      expect(await window.title()).not.toBe('taken')
    })
  }

  test('a file dropped on the window does not replace the page', async ({ window }) => {
    const before = window.url()
    const session = await window.context().newCDPSession(window)
    const data = { items: [], files: [path.join(projectFolder, 'package.json')], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data })
    await window.waitForTimeout(500)
    expect(window.url()).toBe(before)
    // The page may read what was dropped, and learns its name; where it lies it does not.
    expect(await window.evaluate(() => document.documentElement.outerHTML)).not.toContain(projectFolder)
    expect(await window.title()).toContain('Musubi')
  })

  test('a webview cannot be attached', async ({ app, window }) => {
    await window.evaluate(() => {
      document.body.append(document.createElement('webview'))
    })
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().filter((contents) => contents.getType() === 'webview').length)).toBe(0)
  })
})

test.describe('10 outside links', () => {
  test('a page opens no window, and an address leaves only after a person agreed', async ({ app, window, desktopStub }) => {
    const open = (address: string) =>
      window.evaluate((wanted) => {
        const opened = globalThis.open(wanted)
        return opened === null
      }, address)

    await desktopStub.messageBoxAnswers(1)
    expect(await open('https://www.gesetze-im-internet.de/gebrmg/')).toBe(true)
    await expect.poll(async () => (await desktopStub.messageBoxes()).length).toBe(1)
    expect(await desktopStub.openedAddresses()).toEqual([])

    await desktopStub.messageBoxAnswers(0)
    for (const address of [
      'https://www.gesetze-im-internet.de/gebrmg/',
      'http://example.org/',
      'file:///etc/passwd',
      'smb://host/share',
      'https://user:word@example.org/',
      'ms-msdt:/id',
      'app://musubi/index.html',
      'mailto:a@example.org?attach=/etc/passwd',
    ]) {
      expect(await open(address), address).toBe(true)
    }
    await expect.poll(() => desktopStub.openedAddresses()).toEqual(['https://www.gesetze-im-internet.de/gebrmg/', 'mailto:a@example.org'])
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })
})

test.describe('11 sender of messages', () => {
  test('a foreign page with our preload script is not given ports', async ({ app, window, readLog }) => {
    await window.title()
    const received = await app.evaluate(async ({ BrowserWindow, app: electronApp }) => {
      const hidden = new BrowserWindow({
        show: false,
        webPreferences: { sandbox: true, contextIsolation: true, preload: `${electronApp.getAppPath()}/out/preload/index.cjs` },
      })
      await hidden.loadURL('data:text/html,<title>foreign</title>')
      const count: unknown = await hidden.webContents.executeJavaScript(`new Promise((resolve) => {
        let ports = 0
        addEventListener('message', (event) => { ports += event.ports.length })
        musubi.connect('guess')
        setTimeout(() => resolve(ports), 500)
      })`)
      hidden.destroy()
      return count
    })
    expect(received).toBe(0)
    expect(await readLog()).toContain('claim.refused reason=sender')
  })

  test('a window of the app with our page but without our blessing is not given ports', async ({ app, window, readLog }) => {
    await window.title()
    await app.evaluate(async ({ BrowserWindow, app: electronApp }) => {
      const second = new BrowserWindow({
        show: false,
        webPreferences: { sandbox: true, contextIsolation: true, preload: `${electronApp.getAppPath()}/out/preload/index.cjs` },
      })
      await second.loadURL('app://musubi/index.html')
      await new Promise((resolve) => {
        setTimeout(resolve, 300)
      })
      second.destroy()
    })
    expect(await readLog()).toContain('claim.refused reason=sender')
  })

  test('a malformed call is refused and neither core nor main dies of it', async ({ app, window, coreProbe, readLog }) => {
    await keepPorts(window)
    const before = await coreProbe.pid()
    for (const garbage of ['no JSON', '{}', '{"i":1}', '[]', 'null', { an: 'object' }]) {
      await postGarbage(window, 'core', garbage)
      await postGarbage(window, 'desktop', garbage)
    }
    await window.reload()
    await keepPorts(window)
    expect(await call(window, 'core', 'system.ping')).toMatchObject({ status: 200 })
    expect(await call(window, 'desktop', 'app.info')).toMatchObject({ status: 200 })
    expect(await coreProbe.pid()).toBe(before)
    expect(app.process().exitCode).toBeNull()
    expect(await readLog()).not.toContain('main.error')
  })

  test('bad input is answered with an error', async ({ window }) => {
    await keepPorts(window)
    expect(await call(window, 'desktop', 'appearance.set', { theme: 'purple', interfaceLanguage: 'en' })).toMatchObject({ status: 400 })
    expect(await call(window, 'desktop', 'shell.showInFolder', { handle: '/etc/passwd' })).toMatchObject({ status: 200, body: false })
    expect(await call(window, 'desktop', 'shell.nothing')).toMatchObject({ status: 404 })
  })
})

test.describe('12 hand-over of ports', () => {
  test('a second claim of the same page is refused', async ({ window, readLog }) => {
    await keepPorts(window)
    const before = await portCount(window, 'core')
    await window.evaluate(() => {
      const nonce = document.querySelector<HTMLMetaElement>('meta[name="musubi-page-nonce"]')?.content
      globalThis.musubi?.connect(nonce ?? '')
      globalThis.musubi?.connect('another')
    })
    await expect.poll(readLog).toContain('port.refused')
    expect(await portCount(window, 'core')).toBe(before)
  })

  test('a reloaded page is given new ports', async ({ window }) => {
    await keepPorts(window)
    const first = await window.evaluate(() => document.querySelector<HTMLMetaElement>('meta[name="musubi-page-nonce"]')?.content)
    await keepPorts(window)
    const second = await window.evaluate(() => document.querySelector<HTMLMetaElement>('meta[name="musubi-page-nonce"]')?.content)
    expect(second).not.toBe(first)
    expect(await call(window, 'core', 'system.ping')).toMatchObject({ status: 200 })
  })
})

test.describe('13 core process', () => {
  test('is given only harmless parts of the environment', async ({ window, coreProbe }) => {
    await window.title()
    const names = await coreProbe.environmentNames()
    // Node adds what its own channel needs; Electron's `fork`, used under old runtimes only, adds its mark.
    const added = new Set(['NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE', 'ELECTRON_RUN_AS_NODE'])
    expect(names.filter((name) => /^(NODE_|ELECTRON_|MUSUBI_|npm_|LD_|PATH$)/.test(name) && !added.has(name))).toEqual([])
  })

  test('is started again when it dies, and the page is given a port to the new one', async ({ window, coreProbe }) => {
    await keepPorts(window)
    const before = await coreProbe.pid()
    const ports = await portCount(window, 'core')
    await coreProbe.kill()
    await coreProbe.waitForRestart(before)
    expect(await coreProbe.states()).toEqual(expect.arrayContaining(['restarting', 'running']))
    await expect.poll(() => portCount(window, 'core')).toBe(ports + 1)
    expect(await call(window, 'core', 'system.ping')).toMatchObject({ status: 200 })
  })
})

test.describe('21 files', () => {
  test('a page gets a handle and a name, never a path', async ({ window, desktopStub, outputFolder }) => {
    await keepPorts(window)
    await desktopStub.saveDialogReturns(path.join(outputFolder, 'agreement.pdf'))
    const answer = await call(window, 'desktop', 'dialogs.chooseExportTarget', { suggestedName: 'a/b\\c: agreement', format: 'pdf' })
    expect(answer).toEqual({ status: 200, body: { kind: 'chosen', handle: expect.stringMatching(/^[0-9a-f-]{36}$/), fileName: 'agreement.pdf' } })
    expect(path.basename((await desktopStub.suggestedPath()) ?? '')).toBe('a b c agreement.pdf')
    await desktopStub.saveDialogIsCancelled()
    expect(await call(window, 'desktop', 'dialogs.chooseExportTarget', { suggestedName: 'agreement', format: 'pdf' })).toEqual({
      status: 200,
      body: { kind: 'cancelled' },
    })
  })

  test('a handle that was not given out shows nothing', async ({ window, desktopStub }) => {
    await keepPorts(window)
    expect(await call(window, 'desktop', 'shell.showInFolder', { handle: '2c1b5b0e-8f0e-4c3a-9f57-0d7f1f0e9a11' })).toMatchObject({ body: false })
    expect(await desktopStub.shownFiles()).toEqual([])
  })
})

test.describe('24 supply', () => {
  test('Electron and oRPC are pinned exactly and the lockfile holds no download addresses', async () => {
    const dependencies = z.record(z.string(), z.string())
    const manifest = z
      .object({ dependencies, devDependencies: dependencies })
      .parse(JSON.parse(await readFile(path.join(projectFolder, 'package.json'), 'utf8')))
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    for (const [name, version] of versions) expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/)
    expect(await readFile(path.join(projectFolder, 'package-lock.json'), 'utf8')).not.toContain('"resolved"')
  })
})

/** Every source file below a folder of the project, tests excepted. */
async function sourceFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(path.join(projectFolder, folder), { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|cjs)$/.test(entry.name) && !/\.(test|spec)\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(projectFolder, path.join(entry.parentPath, entry.name)))
}
