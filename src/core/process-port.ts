// Message ports as the core process sees them: real ones in a utility process, relayed ones in a forked Node process.
import type { SupportedMessagePort } from '@orpc/client/message-port'

type Listener = (event?: { data: unknown }) => void

/** What a port needs to be able to do underneath. */
export type PortTransport = { readonly post: (data: unknown) => void }

/** A port whose messages travel over some other channel. */
export type RelayedPort = {
  /** The oRPC handler's view of the port. */
  readonly port: SupportedMessagePort
  readonly deliver: (data: unknown) => void
  readonly close: () => void
}

/** Whether a message is longer than a page may send; anything but text and bytes is not a message of ours. */
export const isTooLong = (data: unknown, maximum: number): boolean => {
  if (typeof data === 'string') return data.length > maximum
  if (data instanceof ArrayBuffer || ArrayBuffer.isView(data)) return data.byteLength > maximum
  return false
}

/** Makes a port out of a way to post and calls to `deliver`; messages over `maximumLength` are refused by closing the port. */
export const createRelayedPort = (transport: PortTransport, maximumLength: number): RelayedPort => {
  const messageListeners: Listener[] = []
  // Messages that arrive before anybody listens: the core may still be opening its database.
  const waiting: unknown[] = []
  const closeListeners: Listener[] = []
  let isClosed = false
  const close = () => {
    if (isClosed) return
    isClosed = true
    for (const listener of closeListeners) listener()
  }
  return {
    port: {
      on: (event, callback) => {
        if (event === 'message') {
          messageListeners.push(callback)
          for (const data of waiting.splice(0)) callback({ data })
        }
        if (event === 'close') closeListeners.push(callback)
      },
      postMessage: (data) => {
        if (!isClosed) transport.post(data)
      },
    },
    deliver: (data) => {
      if (isClosed) return
      if (isTooLong(data, maximumLength)) {
        close()
        return
      }
      if (messageListeners.length === 0) waiting.push(data)
      for (const listener of messageListeners) listener({ data })
    },
    close,
  }
}
