// The composition root of the main process: it wires, the other files do.
import { mkdir } from 'node:fs/promises'
import path from 'node:path'

import { app, type BrowserWindow, Menu, session, shell } from 'electron'

import { registerAppScheme, serveAppScheme } from './app-scheme.ts'
import { applyTheme, type Appearance, readAppearance } from './appearance.ts'
import { launchInNode, launchInUtilityProcess, needsPlainNode } from './core-child.ts'
import { CoreProcess } from './core-process.ts'
import { handleCrashes, handlePageCrashes } from './crash-handling.ts'
import { createDesktopServer } from './desktop-procedures.ts'
import { offerTestHook } from './e2e-hook.ts'
import { createEventFeed } from './event-feed.ts'
import { createFileHandles } from './file-handles.ts'
import { listenForClaims } from './ipc.ts'
import { openJsonFile } from './json-file.ts'
import { errorDetails, openLog } from './log-file.ts'
import { openMainWindow } from './main-window.ts'
import { menuTemplate } from './menu-template.ts'
import { guardNavigation } from './navigation-guard.ts'
import { blockNetwork } from './network-block.ts'
import { quitInOrder } from './orderly-quit.ts'
import { openOutsideLink } from './outside-links.ts'
import { createPageNonces } from './page-nonces.ts'
import { createPortBroker } from './port-broker.ts'
import { secureSession } from './session-security.ts'
import { shellTexts } from './texts.ts'
import type { CoreStatus, MenuCommand } from '../shared/contract/desktop.ts'

app.enableSandbox()
blockNetwork()
registerAppScheme()

// A data folder of their own lets tests and workshops at one machine run side by side; the single-instance lock lies in it too.
const ownFolder = app.isPackaged ? undefined : process.env['MUSUBI_DATA_FOLDER']
if (ownFolder !== undefined && ownFolder !== '') app.setPath('userData', path.resolve(ownFolder))

if (app.requestSingleInstanceLock()) run()
else app.quit()

function run(): void {
  const userData = app.getPath('userData')
  const dataFolder = path.join(userData, 'data')
  const ownTemplatesFolder = path.join(userData, 'templates')
  const outFolder = path.join(app.getAppPath(), 'out')
  const log = openLog(path.join(userData, 'logs', 'musubi.log'), () => new Date().toISOString())
  const reportWrite = (error: unknown) => {
    log('shell.writeFailed', errorDetails(error))
  }
  const windowFile = openJsonFile(path.join(userData, 'window.json'), reportWrite)
  const appearanceFile = openJsonFile(path.join(userData, 'appearance.json'), reportWrite)

  let window: BrowserWindow | null = null
  let isDraftOpen = false
  let appearance: Appearance = { theme: 'system', interfaceLanguage: 'en' }
  const texts = () => shellTexts[appearance.interfaceLanguage]
  const commands = createEventFeed<MenuCommand>()
  const statuses = createEventFeed<CoreStatus>()
  const handles = createFileHandles()
  const nonces = createPageNonces()

  handleCrashes({ log, texts })

  const bundle = path.join(outFolder, 'core', 'process.mjs')
  const node = path.join(app.getAppPath(), 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const core = new CoreProcess({
    launch: needsPlainNode(process.versions.electron, app.isPackaged) ? launchInNode(bundle, node) : launchInUtilityProcess(bundle),
    start: {
      dataFolder,
      templatesFolder: path.join(app.isPackaged ? process.resourcesPath : app.getAppPath(), 'templates'),
      ownTemplatesFolder,
      templatesBundle: path.join(outFolder, 'core', 'templates.json'),
      version: app.getVersion(),
    },
    log,
    onStatus: (status) => {
      log('core.status', { state: status.state })
      statuses.publish(status)
    },
    onStarted: () => {
      broker.renewCorePorts()
    },
    now: () => Date.now(),
  })
  offerTestHook(() => core.pid)

  const openDataFolder = async () => {
    await shell.openPath(userData)
  }
  const openTemplatesFolder = async () => {
    await mkdir(path.join(ownTemplatesFolder, 'agreements'), { recursive: true })
    await shell.openPath(ownTemplatesFolder)
  }
  const updateMenu = () => {
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(
        menuTemplate({
          language: appearance.interfaceLanguage,
          theme: appearance.theme,
          platform: process.platform,
          isPackaged: app.isPackaged,
          isDraftOpen,
          send: commands.publish,
          openDataFolder: () => void openDataFolder(),
        }),
      ),
    )
  }
  const broker = createPortBroker({
    nonces,
    attachCore: (port) => {
      core.attachPort(port)
    },
    attachDesktop: createDesktopServer({
      window: () => window,
      texts,
      core,
      handles,
      commands,
      statuses,
      setAppearance: (next) => {
        appearance = next
        appearanceFile.write(next)
        applyTheme(next)
        updateMenu()
      },
      setDraftOpen: (isOpen) => {
        if (isOpen === isDraftOpen) return
        isDraftOpen = isOpen
        updateMenu()
      },
      openDataFolder,
      openTemplatesFolder,
      onError: (error) => {
        log('desktop.error', errorDetails(error))
      },
    }),
    onRefused: (reason) => {
      log('port.refused', { reason })
    },
  })
  listenForClaims({
    knownContents: () => new Set(window === null || window.isDestroyed() ? [] : [window.webContents.id]),
    onClaim: broker.claim,
    onRefused: (reason) => {
      log('claim.refused', { reason })
    },
  })
  guardNavigation({
    onOutsideLink: (address) => void openOutsideLink(window, address, texts()),
    onRefused: (what) => {
      log('navigation.refused', { what })
    },
  })

  const openWindow = () => {
    const opened = openMainWindow({ preloadPath: path.join(outFolder, 'preload', 'index.cjs'), isPackaged: app.isPackaged, stateFile: windowFile })
    const { id } = opened.webContents
    window = opened
    handlePageCrashes(opened, { log, texts })
    const release = () => {
      broker.release(id)
    }
    opened.webContents.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) release()
    })
    opened.webContents.on('render-process-gone', release)
    opened.on('closed', () => {
      release()
      window = null
    })
  }
  const focusWindow = () => {
    if (window === null) {
      openWindow()
      return
    }
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }

  // What a second start was given on its command line is not looked at: the app opens files through its dialogs only.
  app.on('second-instance', focusWindow)
  app.on('activate', focusWindow)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  quitInOrder((timeLimitMs) => core.close(timeLimitMs))

  void app.whenReady().then(() => {
    appearance = readAppearance(appearanceFile, app.getPreferredSystemLanguages()[0] ?? 'en')
    applyTheme(appearance)
    secureSession(session.defaultSession, {
      areDevToolsAllowed: !app.isPackaged,
      onRefused: (scheme) => {
        log('request.refused', { scheme })
      },
    })
    serveAppScheme(session.defaultSession, path.join(outFolder, 'renderer'), nonces)
    updateMenu()
    core.start()
    openWindow()
  })
}
