/** The series that are being written now, so that they can be stopped by name, and all of them before core ends. */
export type RunningSeries = {
  /** Runs the work under a name. Its signal is aborted by `stop` and `stopAll`. */
  readonly run: (id: string, work: (signal: AbortSignal) => Promise<void>) => Promise<void>
  /** Asks a series to stop between rows; one that is over stays as it is. */
  readonly stop: (id: string) => void
  /** Stops all and waits until the rows in hand are whole. */
  readonly stopAll: () => Promise<void>
}

/** Makes an empty book of running series. */
export function createRunningSeries(): RunningSeries {
  const running = new Map<string, { readonly controller: AbortController; readonly work: Promise<void> }>()
  return {
    run: async (id, work) => {
      const controller = new AbortController()
      const current = { controller, work: work(controller.signal) }
      running.set(id, current)
      try {
        await current.work
      } finally {
        if (running.get(id) === current) running.delete(id)
      }
    },
    stop: (id) => running.get(id)?.controller.abort(),
    stopAll: async () => {
      const all = [...running.values()]
      for (const { controller } of all) controller.abort()
      // Failures belong to whoever started the series.
      await Promise.allSettled(all.map(({ work }) => work))
    },
  }
}
