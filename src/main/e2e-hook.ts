import { app } from 'electron'

/**
 * Lets the end-to-end tests find the core process in order to kill it. Only there when the tests ask for it, and never in a
 * packaged app; dialogs and the like are replaced by the tests from outside.
 */
export const offerTestHook = (corePid: () => number | undefined): void => {
  if (app.isPackaged || process.env['MUSUBI_E2E'] === undefined) return
  Reflect.set(globalThis, 'musubiTestHook', { corePid })
}
