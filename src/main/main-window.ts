import { BrowserWindow, nativeTheme, screen } from 'electron'

import { appOrigin } from './app-url.ts'
import type { JsonFile } from './json-file.ts'
import { windowOptions } from './window-options.ts'
import { readWindowState, type WindowState } from './window-state.ts'

/** A page that has not painted after this time is shown anyway, so that the person sees something is there. */
const showAfterMs = 4000

const currentState = (window: BrowserWindow): WindowState => {
  const { x, y, width, height } = window.getNormalBounds()
  return { bounds: { position: { x, y }, width, height }, isMaximised: window.isMaximized() }
}

/** Opens the main window where it was last time, and remembers where it goes. */
export const openMainWindow = (options: { readonly preloadPath: string; readonly isPackaged: boolean; readonly stateFile: JsonFile }): BrowserWindow => {
  const workAreas = screen.getAllDisplays().map((display) => display.workArea)
  const state = readWindowState(options.stateFile, workAreas)
  const window = new BrowserWindow(
    windowOptions({ preloadPath: options.preloadPath, isPackaged: options.isPackaged, isDark: nativeTheme.shouldUseDarkColors, state }),
  )
  if (state.isMaximised) window.maximize()

  const show = () => {
    clearTimeout(timer)
    if (!window.isDestroyed() && !window.isVisible()) window.show()
  }
  const timer = setTimeout(show, showAfterMs)
  window.once('ready-to-show', show)
  window.on('close', () => {
    clearTimeout(timer)
    options.stateFile.write(currentState(window))
  })
  window.webContents.setVisualZoomLevelLimits(1, 1).catch(() => undefined)
  void window.loadURL(`${appOrigin}/index.html`)
  return window
}
