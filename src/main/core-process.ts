import type { MessagePortMain } from 'electron'

import type { CoreChild, LaunchCore } from './core-child.ts'
import type { Log } from './log-file.ts'
import type { CoreStatus } from '../shared/contract/desktop.ts'
import type { FromCore, ToCore } from '../shared/contract/host.ts'

/** What the core process is started with. */
export type CoreProcessOptions = {
  readonly launch: LaunchCore
  readonly start: Omit<Extract<ToCore, { kind: 'start' }>, 'kind'>
  readonly log: Log
  readonly onStatus: (status: CoreStatus) => void
  /** A new process is there, and pages that are open need ports to it. */
  readonly onStarted: () => void
  readonly now: () => number
}

/** Waiting time before each restart, and the number of restarts; a process that lived long starts from the beginning. */
export const restartDelaysMs: readonly number[] = [200, 500, 1000, 2000, 4000]
const longLifeMs = 60_000
const registerTimeoutMs = 10_000

/** Owns the core process: starts it, restarts it when it dies, and stops it in order. */
export class CoreProcess {
  readonly #options: CoreProcessOptions
  #child: CoreChild | null = null
  #status: CoreStatus = { state: 'stopped' }
  #nextPortId = 1
  #restarts = 0
  #startedAt = 0
  #restartTimer: NodeJS.Timeout | null = null
  #stopping: { readonly promise: Promise<void>; readonly resolve: () => void } | null = null
  readonly #registrations = new Map<string, { readonly resolve: () => void; readonly reject: (error: Error) => void }>()

  constructor(options: CoreProcessOptions) {
    this.#options = options
  }

  get status(): CoreStatus {
    return this.#status
  }

  get pid(): number | undefined {
    return this.#child?.pid()
  }

  /** Starts the process, again if it was given up; does nothing while there is one. */
  start(): void {
    if (this.#child !== null || this.#stopping !== null || this.#restartTimer !== null) return
    this.#restarts = 0
    this.#launch('starting')
  }

  /** Hands a page's port to the process; without a process the port is closed, and the page asks again after the restart. */
  attachPort(port: MessagePortMain): void {
    if (this.#child === null) {
      port.close()
      return
    }
    this.#child.attachPort(this.#nextPortId, port)
    this.#nextPortId += 1
  }

  /** Tells core which file a handle stands for; resolves when core knows. */
  async registerFile(handle: string, path: string): Promise<void> {
    const child = this.#child
    if (child === null) throw new Error('The core process is not running')
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#registrations.delete(handle)
        reject(new Error('The core process did not answer'))
      }, registerTimeoutMs)
      this.#registrations.set(handle, {
        resolve: () => {
          clearTimeout(timer)
          resolve()
        },
        reject: (error) => {
          clearTimeout(timer)
          reject(error)
        },
      })
      child.send({ kind: 'file', handle, path })
    })
  }

  /** Asks the process to finish its writes and end; kills it after the time limit. */
  async close(timeoutMs: number): Promise<void> {
    if (this.#stopping !== null) return this.#stopping.promise
    if (this.#restartTimer !== null) clearTimeout(this.#restartTimer)
    this.#restartTimer = null
    const child = this.#child
    let resolve: () => void = () => undefined
    const promise = new Promise<void>((done) => {
      resolve = done
    })
    this.#stopping = { promise, resolve }
    if (child === null) {
      this.#setStatus({ state: 'stopped' })
      resolve()
      return promise
    }
    const timer = setTimeout(() => {
      this.#options.log('core.stopTimeout')
      child.kill()
    }, timeoutMs)
    child.send({ kind: 'stop' })
    await promise
    clearTimeout(timer)
  }

  #launch(state: 'starting' | 'restarting'): void {
    this.#setStatus({ state })
    this.#startedAt = this.#options.now()
    this.#child = this.#options.launch({
      onMessage: (message) => {
        this.#receive(message)
      },
      onOutput: (text) => {
        this.#options.log('core.output', { text })
      },
      onExit: (code) => {
        this.#exited(code)
      },
    })
    this.#child.send({ kind: 'start', ...this.#options.start })
    this.#options.onStarted()
  }

  #receive(message: FromCore): void {
    if (message.kind === 'ready') this.#setStatus({ state: 'running' })
    else if (message.kind === 'failed') {
      this.#setStatus({ state: 'failed', code: message.code })
      // It is of no use any more, and a fresh one must be able to open the database.
      this.#child?.send({ kind: 'stop' })
    } else if (message.kind === 'log') this.#options.log(message.event, message.details)
    else if (message.kind === 'fileRegistered') {
      this.#registrations.get(message.handle)?.resolve()
      this.#registrations.delete(message.handle)
    }
  }

  #exited(code: number | null): void {
    this.#child = null
    for (const registration of this.#registrations.values()) registration.reject(new Error('The core process ended'))
    this.#registrations.clear()
    if (this.#stopping !== null) {
      this.#setStatus({ state: 'stopped' })
      this.#stopping.resolve()
      return
    }
    this.#options.log('core.exit', { code: code ?? -1 })
    if (this.#status.state === 'failed') return
    if (this.#options.now() - this.#startedAt > longLifeMs) this.#restarts = 0
    const delay = restartDelaysMs[this.#restarts]
    if (delay === undefined) {
      this.#setStatus({ state: 'failed', code: 'bug' })
      return
    }
    this.#restarts += 1
    this.#setStatus({ state: 'restarting' })
    this.#restartTimer = setTimeout(() => {
      this.#restartTimer = null
      this.#launch('restarting')
    }, delay)
  }

  #setStatus(status: CoreStatus): void {
    // Saying "restarting" twice would make the page drop the port of the process that was just started.
    if (status.state === this.#status.state) return
    this.#status = status
    this.#options.onStatus(status)
  }
}
