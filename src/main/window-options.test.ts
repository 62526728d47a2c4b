import { describe, expect, test } from 'vitest'

import { windowOptions } from './window-options.ts'
import { defaultWindowState } from './window-state.ts'

const options = (isPackaged: boolean) => windowOptions({ preloadPath: '/app/preload.cjs', state: defaultWindowState, isPackaged, isDark: false })

describe('the main window', () => {
  test('isolates its page and gives it no Node', () => {
    expect(options(true).webPreferences).toEqual({
      preload: '/app/preload.cjs',
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
      spellcheck: false,
      devTools: false,
    })
  })

  test('has developer tools only while it is not packaged', () => {
    expect(options(false).webPreferences?.devTools).toBe(true)
    expect(options(true).webPreferences?.devTools).toBe(false)
  })

  test('opens where it was, or where the system puts it', () => {
    expect(options(true)).not.toHaveProperty('x')
    const placed = windowOptions({
      preloadPath: '',
      isPackaged: true,
      isDark: true,
      state: { isMaximised: false, bounds: { position: { x: 5, y: 6 }, width: 900, height: 700 } },
    })
    expect(placed).toMatchObject({ x: 5, y: 6, width: 900, height: 700 })
  })
})
