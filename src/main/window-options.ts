import type { BrowserWindowConstructorOptions } from 'electron'

import type { WindowState } from './window-state.ts'

/** What a window's options depend on. */
export type WindowOptionsInput = {
  readonly preloadPath: string
  readonly state: WindowState
  readonly isPackaged: boolean
  readonly isDark: boolean
}

/** Paper and ink of the two themes, so that the window does not flash before the first paint. */
const background = { light: '#f7f5f0', dark: '#17181a' } as const

/** The smallest size at which the drafting screen still works. */
const minimumSize = { minWidth: 880, minHeight: 600 } as const

/** The options of the main window. Security settings are stated even where they are the default: a test reads them here. */
export const windowOptions = (input: WindowOptionsInput): BrowserWindowConstructorOptions => ({
  width: input.state.bounds.width,
  height: input.state.bounds.height,
  ...input.state.bounds.position,
  ...minimumSize,
  show: false,
  title: 'Musubi',
  backgroundColor: input.isDark ? background.dark : background.light,
  webPreferences: {
    preload: input.preloadPath,
    contextIsolation: true,
    sandbox: true,
    webSecurity: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    navigateOnDragDrop: false,
    // Chromium downloads its dictionaries, and this app uses no network.
    spellcheck: false,
    devTools: !input.isPackaged,
  },
})
