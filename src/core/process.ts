// The entry of the core process: gives the core its environment and mounts its procedures on the ports main hands over.
import { randomUUID } from 'node:crypto'

import { onError, ORPCError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'

import { type Core, createCore } from './core.ts'
import type { CoreEnvironment } from './environment.ts'
import { openHost } from './process-host.ts'
import { AppError } from '../shared/errors.ts'
import type { ToCore } from '../shared/contract/host.ts'

const host = openHost()

const log: CoreEnvironment['log'] = (event, details) => {
  host.post(details === undefined ? { kind: 'log', event } : { kind: 'log', event, details })
}

type Running = { readonly core: Core; readonly handler: RPCHandler<Record<never, never>> }
let running: Promise<Running> | null = null

const start = async (message: Extract<ToCore, { kind: 'start' }>): Promise<Running> => {
  const core = await createCore({
    now: () => new Date().toISOString(),
    newId: () => randomUUID(),
    dataFolder: message.dataFolder,
    templatesFolder: [message.templatesFolder, message.ownTemplatesFolder],
    templatesBundle: message.templatesBundle,
    version: message.version,
    log,
  })
  return { core, handler: new RPCHandler(core.router, { interceptors: [onError(reportBug)] }) }
}

/** Declared errors are answers; anything else that leaves a procedure is a defect and is written down in full. */
const reportBug = (error: unknown) => {
  if (error instanceof ORPCError || (error instanceof Error && error.name === 'AbortError')) return
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
}

const failed = (error: unknown) => {
  const code = error instanceof AppError ? error.code : 'bug'
  if (code === 'bug') reportBug(error)
  host.post({ kind: 'failed', code })
}

const stop = async () => {
  // A core that never came up has said so already and has nothing to close.
  const core = await running?.then(
    (started) => started.core,
    () => null,
  )
  try {
    await core?.close()
  } catch (error) {
    reportBug(error)
  }
  host.post({ kind: 'stopped' })
  // The message needs a turn of the event loop to leave the process.
  setTimeout(() => process.exit(0), 50)
}

host.onMessage((message) => {
  if (message.kind === 'start' && running === null) {
    running = start(message)
    running.then(() => host.post({ kind: 'ready' }), failed)
  } else if (message.kind === 'file') {
    const { handle, path } = message
    void running?.then(
      ({ core }) => {
        core.files.register(handle, path)
        host.post({ kind: 'fileRegistered', handle })
      },
      () => undefined,
    )
  } else if (message.kind === 'stop') {
    void stop()
  }
})

host.onPort((port) => {
  // Calls that arrive before the core is up wait in the port's queue of promises, not in the page.
  void running?.then(
    ({ handler }) => handler.upgrade(port, { context: {} }),
    () => undefined,
  )
})

host.onLost(() => void stop())

process.on('uncaughtException', (error) => {
  process.stderr.write(`${error.stack ?? String(error)}\n`)
  process.exit(70)
})
process.on('unhandledRejection', (reason) => {
  process.stderr.write(`${reason instanceof Error ? reason.stack : String(reason)}\n`)
  process.exit(70)
})

host.post({ kind: 'listening' })
