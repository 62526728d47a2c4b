import { app } from 'electron'

/** The longest time quitting waits for core; every answer is on disk by then, only the clean closing of the database is at stake. */
const timeLimitMs = 5000

/** Holds quitting until the core process has closed its database. */
export const quitInOrder = (closeCore: (timeLimitMs: number) => Promise<void>): void => {
  let isClosed = false
  let isClosing = false
  app.on('before-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    void closeCore(timeLimitMs).finally(() => {
      isClosed = true
      app.quit()
    })
  })
}
