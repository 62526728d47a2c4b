import { setTimeout as wait } from 'node:timers/promises'
import { app, BrowserWindow } from 'electron'

/** The longest time quitting waits for core; every answer is on disk by then, only the clean closing of the database is at stake. */
const timeLimitMs = 5000

/** How long the page gets to send what was typed in its last moment; a save takes a few milliseconds. */
const lastWordsMs = 300

/** A hidden page sends everything that still waits for a pause in typing. */
const letPagesSave = async (): Promise<void> => {
  const windows = BrowserWindow.getAllWindows().filter((window) => !window.isDestroyed())
  for (const window of windows) window.hide()
  if (windows.length > 0) await wait(lastWordsMs)
}

/** Holds quitting until the page has sent its last words and the core process has closed its database. */
export const quitInOrder = (closeCore: (timeLimitMs: number) => Promise<void>): void => {
  let isClosed = false
  let isClosing = false
  app.on('before-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    void letPagesSave()
      .then(() => closeCore(timeLimitMs))
      .finally(() => {
        isClosed = true
        app.quit()
      })
  })
}
