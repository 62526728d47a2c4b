// A client link over message ports that may be replaced: calls go over the present port, wait when there is none, and fail with
// a typed error when theirs is closed.
import { type ClientContext, type ClientLink, mapEventIterator, ORPCError } from '@orpc/client'
import { RPCLink, type SupportedMessagePort } from '@orpc/client/message-port'

/** The part of a browser message port that is needed. */
type PagePort = Pick<MessagePort, 'addEventListener' | 'postMessage' | 'start' | 'close'>

/** A link whose port comes later and may come anew. */
export type ReplaceableLink = ClientLink<ClientContext> & {
  /** Uses this port from now on; calls on the former one fail. */
  readonly replace: (port: PagePort) => void
  /** The present port is dead; calls on it fail, new ones wait for the next. */
  readonly lose: () => void
  /** There will be no next port until `replace`; waiting and new calls fail at once. */
  readonly giveUp: () => void
}

/** The error of a call that was in flight when the core process went, or that found none in time. */
const coreRestartedError = (isRetryable: boolean): ORPCError<'coreRestarted', { details: Record<string, string>; isRetryable: boolean }> =>
  new ORPCError('coreRestarted', { defined: true, status: 503, data: { details: {}, isRetryable } })

/** Whether an error means that the core process went away during a call; nothing is known of what the call did. */
export const isCoreRestarted = (error: unknown): boolean => error instanceof ORPCError && error.code === 'coreRestarted'

const isStream = (output: unknown): output is AsyncIterator<unknown> =>
  typeof output === 'object' && output !== null && Symbol.asyncIterator in output && 'next' in output

type Connection = { readonly link: RPCLink<ClientContext>; readonly close: () => void; isClosed: boolean }

const open = (port: PagePort): Connection => {
  const closeListeners: (() => void)[] = []
  const adapter: SupportedMessagePort = {
    on: (event, callback) => {
      if (event === 'message') {
        port.addEventListener('message', (message: MessageEvent<unknown>) => {
          callback({ data: message.data })
        })
      }
      if (event === 'close') closeListeners.push(callback)
    },
    postMessage: (data: unknown) => {
      port.postMessage(data)
    },
  }
  const connection: Connection = {
    link: new RPCLink({ port: adapter }),
    isClosed: false,
    close: () => {
      if (connection.isClosed) return
      connection.isClosed = true
      for (const listener of closeListeners) listener()
      port.close()
    },
  }
  port.addEventListener('close', connection.close)
  port.start()
  return connection
}

/** Makes a link without a port; calls wait for one up to `waitMs`. */
export const createReplaceableLink = (waitMs: number): ReplaceableLink => {
  let current: Connection | null = null
  let isGivenUp = false
  const waiting = new Set<(connection: Connection | null) => void>()

  const settle = (connection: Connection | null) => {
    for (const resolve of waiting) resolve(connection)
    waiting.clear()
  }

  const present = async (signal: AbortSignal | undefined): Promise<Connection> => {
    signal?.throwIfAborted()
    if (current !== null && !current.isClosed) return current
    if (isGivenUp) throw coreRestartedError(false)
    const connection = await new Promise<Connection | null>((resolve) => {
      const finish = (result: Connection | null) => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', abort)
        waiting.delete(finish)
        resolve(result)
      }
      const abort = () => {
        finish(null)
      }
      const timer = setTimeout(abort, waitMs)
      signal?.addEventListener('abort', abort)
      waiting.add(finish)
    })
    signal?.throwIfAborted()
    if (connection === null) throw coreRestartedError(!isGivenUp)
    return connection
  }

  return {
    call: async (path, input, options) => {
      const connection = await present(options.signal)
      const translated = (error: unknown): unknown => (connection.isClosed && options.signal?.aborted !== true ? coreRestartedError(true) : error)
      try {
        const output = await connection.link.call(path, input, options)
        if (!isStream(output)) return output
        return mapEventIterator(output, {
          value: (value: unknown) => Promise.resolve(value),
          error: (error) => Promise.resolve(translated(error)),
        })
      } catch (error) {
        throw translated(error)
      }
    },
    replace: (port) => {
      isGivenUp = false
      current?.close()
      current = open(port)
      settle(current)
    },
    lose: () => {
      current?.close()
      current = null
    },
    giveUp: () => {
      isGivenUp = true
      current?.close()
      current = null
      settle(null)
    },
  }
}
