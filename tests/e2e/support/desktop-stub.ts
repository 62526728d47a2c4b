// Replaces, inside main and for one test, what opens outside the page: dialogs, the browser, the file manager.
import type { ElectronApplication } from '@playwright/test'

import type { DesktopStubState } from './globals.ts'

/** What a stand-in for the desktop was asked, and what it shall answer. */
export type DesktopStub = {
  /** The next and all further save dialogs answer this path. */
  readonly saveDialogReturns: (path: string) => Promise<void>
  readonly saveDialogIsCancelled: () => Promise<void>
  /** Open dialogs, for files or folders, answer these paths; none means cancelled. */
  readonly openDialogReturns: (paths: readonly string[]) => Promise<void>
  /** Message boxes answer with the button of this index; before this is called they stay open for ever, like real ones. */
  readonly messageBoxAnswers: (button: number) => Promise<void>
  /** The message boxes that were shown, oldest first. */
  readonly messageBoxes: () => Promise<readonly { readonly message: string; readonly detail: string }[]>
  /** The default path of the last save dialog. */
  readonly suggestedPath: () => Promise<string | null>
  /** Addresses that were handed to the browser or mail program. */
  readonly openedAddresses: () => Promise<readonly string[]>
  /** Files that were shown in the file manager or opened. */
  readonly shownFiles: () => Promise<readonly string[]>
  /** Chooses a menu item by the id it has in the menu table. */
  readonly clickMenu: (id: string) => Promise<void>
  readonly clipboardText: () => Promise<string>
}

/** Puts the stand-ins in place. They live as long as the app. */
export const stubDesktop = async (app: ElectronApplication): Promise<DesktopStub> => {
  await app.evaluate(({ dialog, shell }) => {
    const state: DesktopStubState = { save: null, open: [], button: null, boxes: [], suggested: null, addresses: [], files: [] }
    globalThis.musubiDesktopStub = state
    const optionsOf = (args: unknown[]): Record<string, unknown> => Object.assign({}, args.at(-1))
    const replace = (target: object, name: string, value: unknown) => {
      Reflect.set(target, name, value)
    }
    replace(dialog, 'showSaveDialog', (...args: unknown[]) => {
      const suggested = optionsOf(args)['defaultPath']
      state.suggested = typeof suggested === 'string' ? suggested : null
      return Promise.resolve({ canceled: state.save === null, filePath: state.save ?? '' })
    })
    replace(dialog, 'showOpenDialog', () => Promise.resolve({ canceled: state.open.length === 0, filePaths: state.open }))
    replace(dialog, 'showMessageBox', async (...args: unknown[]) => {
      const { message, detail } = optionsOf(args)
      state.boxes.push({ message: typeof message === 'string' ? message : '', detail: typeof detail === 'string' ? detail : '' })
      for (;;) {
        if (state.button !== null) return { response: state.button, checkboxChecked: false }
        await new Promise((resolve) => {
          setTimeout(resolve, 20)
        })
      }
    })
    replace(shell, 'openExternal', (address: string) => {
      state.addresses.push(address)
      return Promise.resolve()
    })
    replace(shell, 'showItemInFolder', (file: string) => {
      state.files.push(file)
    })
    replace(shell, 'openPath', (file: string) => {
      state.files.push(file)
      return Promise.resolve('')
    })
  })
  const set = (values: Partial<DesktopStubState>) =>
    app.evaluate((_electron, given) => {
      Object.assign(globalThis.musubiDesktopStub ?? {}, given)
    }, values)
  const state = async (): Promise<DesktopStubState> => {
    const found = await app.evaluate(() => globalThis.musubiDesktopStub)
    if (found === undefined) throw new Error('The stand-ins are not in place')
    return found
  }

  return {
    saveDialogReturns: (path) => set({ save: path }),
    saveDialogIsCancelled: () => set({ save: null }),
    openDialogReturns: (paths) => set({ open: paths }),
    messageBoxAnswers: (button) => set({ button }),
    messageBoxes: async () => (await state()).boxes,
    suggestedPath: async () => (await state()).suggested,
    openedAddresses: async () => (await state()).addresses,
    shownFiles: async () => (await state()).files,
    clickMenu: (id) =>
      app.evaluate(({ Menu, BrowserWindow }, wanted) => {
        const item = Menu.getApplicationMenu()?.getMenuItemById(wanted)
        if (!item) throw new Error(`There is no menu item ${wanted}`)
        if (!item.enabled) throw new Error(`The menu item ${wanted} is disabled`)
        const window = BrowserWindow.getAllWindows()[0]
        Reflect.apply(item.click, item, [undefined, window, window?.webContents])
      }, id),
    clipboardText: () => app.evaluate(({ clipboard }) => clipboard.readText()),
  }
}
