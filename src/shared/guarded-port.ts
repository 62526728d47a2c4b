// A message port as its server sees it, guarded: what a page sends is treated as hostile. Core and main both serve pages.
import { z } from 'zod'

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
  /** The longest message, in characters. */
  readonly maximumLength: number
  /** Called once when a message was no message of ours; the port is closed then. */
  readonly onRefused: () => void
}

/** A call, or the wish to end one, as oRPC 1.16 writes it. Files and streams from the page are in no contract of ours. */
const messageSchema = z.union([
  z.object({
    i: z.string().max(100),
    t: z.literal(1).optional(),
    p: z.object({
      u: z.string().startsWith('/').max(1000),
      m: z.string().max(10).optional(),
      h: z.strictObject({ 'last-event-id': z.string().max(200).optional() }).optional(),
      b: z.unknown().optional(),
    }),
  }),
  z.object({ i: z.string().max(100), t: z.literal(4) }),
])

/**
 * Whether a message is one that the RPC handler can decode. The handler decodes in a promise that nobody can catch, so what it
 * cannot decode would end the process.
 */
export const isWellFormed = (data: unknown, maximumLength: number): boolean => {
  if (typeof data !== 'string' || data.length > maximumLength) return false
  try {
    return messageSchema.safeParse(JSON.parse(data)).success
  } catch {
    // Not even JSON.
    return false
  }
}

/** Makes a port that only passes well-formed calls of bounded length; anything else closes it. */
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

  return {
    port: {
      on: (event, callback) => {
        if (event === 'close') closeListeners.push(callback)
        if (event !== 'message') return
        messageListeners.push(callback)
        for (const data of waiting.splice(0)) callback({ data })
      },
      postMessage: (data) => {
        if (!isClosed) options.post(data)
      },
    },
    deliver: (data) => {
      if (isClosed) return
      if (!isWellFormed(data, options.maximumLength)) {
        close()
        options.onRefused()
        return
      }
      if (messageListeners.length === 0) waiting.push(data)
      for (const listener of messageListeners) listener({ data })
    },
    close,
  }
}
