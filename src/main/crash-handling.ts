// What happens when something dies. Answers are saved as they are typed, so nobody loses more than the moment.
import { app, type BrowserWindow, crashReporter, dialog } from 'electron'

import { errorDetails, type Log } from './log-file.ts'
import type { ShellTexts } from './texts.ts'

/** What crash handling works with. */
export type CrashContext = { readonly log: Log; readonly texts: () => ShellTexts }

/** Keeps crash dumps on the machine and handles what is otherwise nobody's business in main. */
export const handleCrashes = (context: CrashContext): void => {
  crashReporter.start({ uploadToServer: false })
  const fatal = (error: unknown) => {
    context.log('main.error', errorDetails(error))
    const { message, detail, close } = context.texts().shellError
    const tell = app.isReady() ? dialog.showMessageBox({ type: 'error', message, detail, buttons: [close], noLink: true }) : Promise.resolve()
    void tell.finally(() => {
      app.quit()
    })
  }
  process.on('uncaughtException', fatal)
  process.on('unhandledRejection', fatal)
  app.on('child-process-gone', (_event, details) => {
    context.log('process.gone', { type: details.type, reason: details.reason, code: details.exitCode })
  })
}

/** Offers to load a page again when it died or hangs. */
export const handlePageCrashes = (window: BrowserWindow, context: CrashContext): void => {
  window.webContents.on('render-process-gone', (_event, details) => {
    context.log('page.gone', { reason: details.reason, code: details.exitCode })
    if (details.reason === 'clean-exit') return
    const { message, detail, reload, quit } = context.texts().pageGone
    const buttons = [reload, quit]
    void dialog.showMessageBox(window, { type: 'error', message, detail, buttons, defaultId: 0, cancelId: 0, noLink: true }).then(({ response }) => {
      if (response === 1) app.quit()
      else if (!window.isDestroyed()) window.reload()
    })
  })
  window.on('unresponsive', () => {
    context.log('page.unresponsive')
    const { message, detail, wait, reload } = context.texts().unresponsive
    const buttons = [wait, reload]
    void dialog.showMessageBox(window, { type: 'warning', message, detail, buttons, defaultId: 0, cancelId: 0, noLink: true }).then(({ response }) => {
      if (response !== 1 || window.isDestroyed()) return
      window.webContents.forcefullyCrashRenderer()
      window.reload()
    })
  })
  window.webContents.on('preload-error', (_event, _path, error) => {
    context.log('preload.error', errorDetails(error))
  })
}
