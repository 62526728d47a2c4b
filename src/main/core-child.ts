// The two ways the core process can be started, behind one face.
import { type ChildProcess, fork } from 'node:child_process'
import type { Readable } from 'node:stream'

import { type MessagePortMain, utilityProcess } from 'electron'

import { coreProcessEnvironment } from './core-process-environment.ts'
import { type FromCore, fromCoreSchema, type ToCore } from '../shared/contract/host.ts'

/** A started core process. */
export type CoreChild = {
  readonly pid: () => number | undefined
  readonly send: (message: ToCore) => void
  /** Hands a page's port over, or relays its messages where ports cannot be handed over. */
  readonly attachPort: (portId: number, port: MessagePortMain) => void
  /** Ends the process at once. */
  readonly kill: () => void
}

/** What the owner of a core process hears. */
export type CoreChildEvents = {
  readonly onMessage: (message: FromCore) => void
  readonly onOutput: (text: string) => void
  readonly onExit: (code: number | null) => void
}

/** Starts a core process. */
export type LaunchCore = (events: CoreChildEvents) => CoreChild

const kill = (pid: number | undefined): void => {
  if (pid === undefined) return
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself in the meantime.
  }
}

const receive = (data: unknown, events: CoreChildEvents): void => {
  const message = fromCoreSchema.safeParse(data)
  if (message.success) events.onMessage(message.data)
  else events.onOutput('A message of the core process was not understood.')
}

const forward = (stream: Readable | NodeJS.ReadableStream | null, events: CoreChildEvents): void => {
  stream?.on('data', (chunk: Buffer | string) => {
    events.onOutput(chunk.toString())
  })
}

/** Starts core in an Electron utility process: the ordinary way. */
export const launchInUtilityProcess =
  (bundle: string): LaunchCore =>
  (events) => {
    const child = utilityProcess.fork(bundle, [], {
      serviceName: 'Musubi Core',
      stdio: ['ignore', 'pipe', 'pipe'],
      execArgv: [],
      env: coreProcessEnvironment(process.env),
    })
    child.on('message', (data: unknown) => {
      receive(data, events)
    })
    child.on('exit', (code: number) => {
      events.onExit(code)
    })
    forward(child.stdout, events)
    forward(child.stderr, events)
    return {
      pid: () => child.pid,
      send: (message) => {
        child.postMessage(message)
      },
      attachPort: (portId, port) => {
        child.postMessage({ kind: 'pagePort', portId } satisfies ToCore, [port])
      },
      kill: () => {
        kill(child.pid)
      },
    }
  }

/**
 * Starts core as a plain Node process. Only for runtimes too old for the core's native module, in development and tests; never in
 * a packaged app.
 */
export const launchInNode =
  (bundle: string, node: string): LaunchCore =>
  (events) => {
    const ports = new Map<number, MessagePortMain>()
    const child: ChildProcess = fork(bundle, [], {
      execPath: node,
      execArgv: [],
      env: coreProcessEnvironment(process.env),
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    const send = (message: ToCore): void => {
      if (child.connected) child.send(message)
    }
    child.on('message', (data: unknown) => {
      const message = fromCoreSchema.safeParse(data)
      if (message.success && message.data.kind === 'relayed') ports.get(message.data.portId)?.postMessage(message.data.data)
      else receive(data, events)
    })
    child.on('error', () => {
      // 'exit' does not follow when the process could not be started at all.
      if (child.pid === undefined) events.onExit(null)
    })
    child.on('exit', (code) => {
      for (const port of ports.values()) port.close()
      ports.clear()
      events.onExit(code)
    })
    forward(child.stdout, events)
    forward(child.stderr, events)
    return {
      pid: () => child.pid,
      send,
      attachPort: (portId, port) => {
        ports.set(portId, port)
        send({ kind: 'pagePort', portId })
        port.on('message', (event) => {
          send({ kind: 'relayed', portId, data: event.data })
        })
        port.on('close', () => {
          ports.delete(portId)
          send({ kind: 'pagePortClosed', portId })
        })
        port.start()
      },
      kill: () => {
        kill(child.pid)
      },
    }
  }

/** The first Electron whose Node loads the core's native module. */
const firstSufficientElectron = 35

/** Whether the core must run in a plain Node process instead of a utility process. */
export const needsPlainNode = (electronVersion: string, isPackaged: boolean): boolean =>
  !isPackaged && Number.parseInt(electronVersion, 10) < firstSufficientElectron
