/** Sends values to whoever listens at the moment; each listener is an async iterable that ends with its signal. */
export type EventFeed<Value> = {
  readonly publish: (value: Value) => void
  /** Values from now on; with `first`, that one before all others. */
  readonly subscribe: (signal: AbortSignal | undefined, first?: Value) => AsyncGenerator<Value, void, void>
}

/** A listener that has stopped reading loses its oldest values beyond this many. */
const maximumWaiting = 100

/** Makes a feed without listeners. */
export const createEventFeed = <Value>(): EventFeed<Value> => {
  const listeners = new Set<(value: Value) => void>()
  return {
    publish: (value) => {
      for (const listener of listeners) listener(value)
    },
    subscribe: async function* (signal, first) {
      const waiting: Value[] = first === undefined ? [] : [first]
      let wake: () => void = () => undefined
      const listener = (value: Value) => {
        waiting.push(value)
        if (waiting.length > maximumWaiting) waiting.shift()
        wake()
      }
      const stop = () => {
        wake()
      }
      listeners.add(listener)
      signal?.addEventListener('abort', stop)
      try {
        while (signal?.aborted !== true) {
          const next = waiting.shift()
          if (next !== undefined) {
            yield next
            continue
          }
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        }
      } finally {
        listeners.delete(listener)
        signal?.removeEventListener('abort', stop)
      }
    },
  }
}
