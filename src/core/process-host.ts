// The channel to main, the same for a utility process and for a forked Node process.
import { type FromCore, maximumMessageLength, type ToCore, toCoreSchema } from '../shared/contract/host.ts'
import { createGuardedPort, type GuardedPort, type ServedPort } from '../shared/guarded-port.ts'

/** The channel to main as the core process uses it. */
export type Host = {
  readonly post: (message: FromCore) => void
  /** Called for each message except those about ports. */
  readonly onMessage: (listener: (message: ToCore) => void) => void
  readonly onPort: (listener: (port: ServedPort) => void) => void
  /** Called when main is gone without saying so. */
  readonly onLost: (listener: () => void) => void
}

/** The part of Electron's MessagePortMain that is needed; core never imports Electron. */
type TransferredPort = {
  on: (event: 'message' | 'close', listener: (event: { data: unknown }) => void) => unknown
  postMessage: (data: unknown) => void
  start: () => void
  close: () => void
}

type ParentPort = {
  on: (event: 'message', listener: (event: { data: unknown; ports: readonly TransferredPort[] }) => void) => unknown
  postMessage: (data: unknown) => void
}

const isParentPort = (value: unknown): value is ParentPort => typeof value === 'object' && value !== null && 'postMessage' in value

/** Opens the channel to whoever started this process. */
export const openHost = (): Host => {
  const messageListeners: ((message: ToCore) => void)[] = []
  const portListeners: ((port: ServedPort) => void)[] = []
  const lostListeners: (() => void)[] = []
  const relayedPorts = new Map<number, GuardedPort>()

  const open = (id: number, send: (data: unknown) => void, transferred: TransferredPort | undefined): GuardedPort => {
    const relayed = createGuardedPort({
      post: send,
      maximumLength: maximumMessageLength,
      onRefused: () => {
        post({ kind: 'log', event: 'core.messageRefused' })
        transferred?.close()
      },
    })
    relayedPorts.set(id, relayed)
    return relayed
  }

  const post = connect(
    (data, transferred) => {
      const message = toCoreSchema.parse(data)
      if (message.kind === 'pagePort') {
        const id = message.portId
        const relayed = open(
          id,
          transferred === undefined ? (reply) => post({ kind: 'relayed', portId: id, data: reply }) : (reply) => transferred.postMessage(reply),
          transferred,
        )
        for (const listener of portListeners) listener(relayed.port)
        if (transferred !== undefined) {
          transferred.on('message', (event) => relayed.deliver(event.data))
          transferred.on('close', () => {
            relayed.close()
            relayedPorts.delete(id)
          })
          transferred.start()
        }
      } else if (message.kind === 'relayed') {
        relayedPorts.get(message.portId)?.deliver(message.data)
      } else if (message.kind === 'pagePortClosed') {
        relayedPorts.get(message.portId)?.close()
        relayedPorts.delete(message.portId)
      } else {
        for (const listener of messageListeners) listener(message)
      }
    },
    () => {
      for (const listener of lostListeners) listener()
    },
  )

  return {
    post,
    onMessage: (listener) => void messageListeners.push(listener),
    onPort: (listener) => void portListeners.push(listener),
    onLost: (listener) => void lostListeners.push(listener),
  }
}

const connect = (receive: (data: unknown, port: TransferredPort | undefined) => void, lost: () => void): ((message: FromCore) => void) => {
  const parentPort: unknown = Reflect.get(process, 'parentPort')
  if (isParentPort(parentPort)) {
    parentPort.on('message', (event) => {
      receive(event.data, event.ports[0])
    })
    return (message) => {
      parentPort.postMessage(message)
    }
  }
  if (process.send === undefined) throw new Error('The core process is started by the app, not by hand')
  process.on('message', (data) => {
    receive(data, undefined)
  })
  process.on('disconnect', lost)
  return (message) => {
    if (process.connected) process.send?.(message)
  }
}
