// A message port as its server sees it, guarded: what a page sends is treated as hostile. Core and main both serve pages.

type Listener = (event?: { data: unknown }) => void

/** The view of a port that an RPC handler takes. */
export type ServedPort = {
  readonly on: (event: string, callback: Listener) => void
  readonly postMessage: (data: unknown) => void
}

/** A port whose messages come in through `deliver`. */
export type GuardedPort = {
  readonly port: ServedPort
  readonly deliver: (data: unknown) => void
  /** Ends all calls of the port; nothing is delivered or sent any more. */
  readonly close: () => void
}

/** How a guarded port reaches the page and when it gives up. */
export type GuardedPortOptions = {
  readonly post: (data: unknown) => void
  /** The longest message, in characters or bytes. */
  readonly maximumLength: number
  /** Called once when a message was no message of ours; the port is closed then. */
  readonly onRefused: () => void
}

const isAcceptable = (data: unknown, maximumLength: number): boolean => {
  if (typeof data === 'string') return data.length <= maximumLength
  if (data instanceof ArrayBuffer || ArrayBuffer.isView(data)) return data.byteLength <= maximumLength
  return false
}

/** Makes a port that only passes text and bytes of bounded length, and that a malformed message closes instead of crashing. */
export const createGuardedPort = (options: GuardedPortOptions): GuardedPort => {
  const messageListeners: Listener[] = []
  const closeListeners: Listener[] = []
  // Messages that arrive before anybody listens: core may still be opening its database.
  const waiting: unknown[] = []
  let isClosed = false

  const close = () => {
    if (isClosed) return
    isClosed = true
    for (const listener of closeListeners) listener()
  }
  const refuse = () => {
    if (isClosed) return
    close()
    options.onRefused()
  }
  const pass = (listener: Listener, data: unknown) => {
    // The RPC handler's listener is an async function and rejects for a message it cannot decode.
    const outcome: unknown = listener({ data })
    if (outcome instanceof Promise) outcome.catch(refuse)
  }

  return {
    port: {
      on: (event, callback) => {
        if (event === 'close') closeListeners.push(callback)
        if (event !== 'message') return
        messageListeners.push(callback)
        for (const data of waiting.splice(0)) pass(callback, data)
      },
      postMessage: (data) => {
        if (!isClosed) options.post(data)
      },
    },
    deliver: (data) => {
      if (isClosed) return
      if (!isAcceptable(data, options.maximumLength)) {
        refuse()
        return
      }
      if (messageListeners.length === 0) waiting.push(data)
      for (const listener of messageListeners) pass(listener, data)
    },
    close,
  }
}
