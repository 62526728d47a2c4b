// What the page can ask main to do: the desktop contract, implemented.
import path from 'node:path'

import { implement } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { app, type BrowserWindow, clipboard, type MessagePortMain, shell } from 'electron'

import type { Appearance } from './appearance.ts'
import type { CoreProcess } from './core-process.ts'
import type { EventFeed } from './event-feed.ts'
import { askExportFolder, askExportTarget, askImportFiles, type DialogContext } from './file-dialogs.ts'
import type { FileHandles } from './file-handles.ts'
import { openOutsideLink } from './outside-links.ts'
import type { ShellTexts } from './texts.ts'
import type { FileHandle } from '../shared/contract/ids.ts'
import { type CoreStatus, desktopContract, type MenuCommand } from '../shared/contract/desktop.ts'
import { maximumMessageLength } from '../shared/contract/host.ts'
import { createGuardedPort } from '../shared/guarded-port.ts'

/** What the procedures work on. */
export type DesktopContext = {
  readonly window: () => BrowserWindow | null
  readonly texts: () => ShellTexts
  readonly core: CoreProcess
  readonly handles: FileHandles
  readonly commands: EventFeed<MenuCommand>
  readonly statuses: EventFeed<CoreStatus>
  readonly setAppearance: (appearance: Appearance) => void
  readonly setDraftOpen: (isDraftOpen: boolean) => void
  readonly openDataFolder: () => Promise<void>
  readonly openTemplatesFolder: () => Promise<void>
  readonly onError: (error: unknown) => void
}

const platforms = { darwin: 'mac', win32: 'windows' } as const

const platformName = (): 'mac' | 'windows' | 'linux' => (process.platform === 'darwin' || process.platform === 'win32' ? platforms[process.platform] : 'linux')

const createRouter = (context: DesktopContext) => {
  const os = implement(desktopContract)
  const dialogContext = (): DialogContext => ({ window: context.window(), texts: context.texts() })

  /** Makes a handle and tells core what it stands for, in this order: the page must not hold a handle that core does not know. */
  const chosen = async (file: string): Promise<{ handle: FileHandle; fileName: string }> => {
    const handle = context.handles.create(file)
    await context.core.registerFile(handle, file)
    return { handle, fileName: path.basename(file) }
  }

  const choice = async (file: string | null) => (file === null ? { kind: 'cancelled' as const } : { kind: 'chosen' as const, ...(await chosen(file)) })

  return os.router({
    app: {
      info: os.app.info.handler(() => ({ version: app.getVersion(), platform: platformName(), systemLanguage: app.getPreferredSystemLanguages()[0] ?? 'en' })),
      quit: os.app.quit.handler(() => {
        app.quit()
      }),
    },
    appearance: {
      set: os.appearance.set.handler(({ input }) => {
        context.setAppearance(input)
      }),
    },
    dialogs: {
      chooseExportTarget: os.dialogs.chooseExportTarget.handler(async ({ input }) =>
        choice(await askExportTarget(dialogContext(), input.suggestedName, input.format)),
      ),
      chooseExportFolder: os.dialogs.chooseExportFolder.handler(async () => choice(await askExportFolder(dialogContext()))),
      chooseImportFiles: os.dialogs.chooseImportFiles.handler(async ({ input }) => {
        const files = await askImportFiles(dialogContext(), input.kind, input.isMultiple)
        return Promise.all(files.map(chosen))
      }),
    },
    shell: {
      showInFolder: os.shell.showInFolder.handler(({ input }) => {
        const file = context.handles.pathOf(input.handle)
        if (file === null) return false
        shell.showItemInFolder(file)
        return true
      }),
      openFile: os.shell.openFile.handler(async ({ input }) => {
        const file = context.handles.pathOf(input.handle)
        return file !== null && (await shell.openPath(file)) === ''
      }),
      openDataFolder: os.shell.openDataFolder.handler(() => context.openDataFolder()),
      openTemplatesFolder: os.shell.openTemplatesFolder.handler(() => context.openTemplatesFolder()),
      openOutsideLink: os.shell.openOutsideLink.handler(({ input }) => openOutsideLink(context.window(), input.url, context.texts())),
    },
    clipboard: {
      writeText: os.clipboard.writeText.handler(async ({ input }) => {
        await clipboard.writeText(input.text)
      }),
    },
    menu: {
      update: os.menu.update.handler(({ input }) => {
        context.setDraftOpen(input.isDraftOpen)
      }),
      commands: os.menu.commands.handler(({ signal }) => context.commands.subscribe(signal)),
    },
    core: {
      statuses: os.core.statuses.handler(({ signal }) => context.statuses.subscribe(signal, context.core.status)),
      restart: os.core.restart.handler(() => {
        context.core.start()
      }),
    },
  })
}

/** Mounts the desktop procedures; the result serves one port after the other. */
export const createDesktopServer = (context: DesktopContext): ((port: MessagePortMain) => void) => {
  const handler = new RPCHandler(createRouter(context), {
    interceptors: [
      async (options) => {
        try {
          return await options.next()
        } catch (error) {
          context.onError(error)
          throw error
        }
      },
    ],
  })
  return (port) => {
    const guarded = createGuardedPort({
      post: (data) => {
        port.postMessage(data)
      },
      maximumLength: maximumMessageLength,
      onRefused: () => {
        context.onError(new Error('A message of the page was refused'))
        port.close()
      },
    })
    port.on('message', (event) => {
      guarded.deliver(event.data)
    })
    port.on('close', guarded.close)
    handler.upgrade(guarded.port, { context: {} })
    port.start()
  }
}
