import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import type { CoreChildEvents } from './core-child.ts'
import { CoreProcess, restartDelaysMs } from './core-process.ts'
import type { ToCore } from '../shared/contract/host.ts'

const createHarness = () => {
  const launched: { readonly events: CoreChildEvents; readonly sent: ToCore[]; isKilled: boolean }[] = []
  const states: string[] = []
  let started = 0
  let now = 0
  const core = new CoreProcess({
    launch: (events) => {
      const sent: ToCore[] = []
      const child = { events, sent, isKilled: false }
      launched.push(child)
      return {
        pid: () => 100 + launched.length,
        send: (message) => {
          child.sent.push(message)
        },
        attachPort: () => undefined,
        kill: () => {
          child.isKilled = true
          events.onExit(null)
        },
      }
    },
    start: { dataFolder: '/data', templatesFolder: '/templates', ownTemplatesFolder: '/own', templatesBundle: '/templates.json', version: '1.0.0' },
    log: () => undefined,
    onStatus: (status) => {
      states.push(status.state)
    },
    onStarted: () => {
      started += 1
    },
    now: () => now,
  })
  const newest = () => {
    const child = launched.at(-1)
    if (child === undefined) throw new Error('No process was started')
    return child
  }
  return {
    core,
    launched,
    states,
    newest,
    started: () => started,
    advance: (milliseconds: number) => {
      now += milliseconds
      vi.advanceTimersByTime(milliseconds)
    },
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the owner of the core process', () => {
  test('starts it and says when it runs', () => {
    const { core, states, newest } = createHarness()
    core.start()
    expect(newest().sent).toEqual([
      { kind: 'start', dataFolder: '/data', templatesFolder: '/templates', ownTemplatesFolder: '/own', templatesBundle: '/templates.json', version: '1.0.0' },
    ])
    newest().events.onMessage({ kind: 'ready' })
    expect(states).toEqual(['starting', 'running'])
  })

  test('starts a dead one again, later each time, and says "restarting" once', () => {
    const { core, states, newest, launched, advance, started } = createHarness()
    core.start()
    newest().events.onMessage({ kind: 'ready' })
    newest().events.onExit(9)
    expect(launched).toHaveLength(1)
    advance(restartDelaysMs[0] ?? 0)
    expect(launched).toHaveLength(2)
    expect(started()).toBe(2)
    newest().events.onExit(9)
    advance(restartDelaysMs[0] ?? 0)
    expect(launched).toHaveLength(2)
    advance(restartDelaysMs[1] ?? 0)
    expect(launched).toHaveLength(3)
    newest().events.onMessage({ kind: 'ready' })
    expect(states).toEqual(['starting', 'running', 'restarting', 'running'])
  })

  test('gives up after the last attempt and can be asked to try again', () => {
    const { core, states, newest, launched, advance } = createHarness()
    core.start()
    for (const delay of [...restartDelaysMs, 0]) {
      newest().events.onExit(1)
      advance(delay)
    }
    expect(states.at(-1)).toBe('failed')
    const before = launched.length
    core.start()
    expect(launched).toHaveLength(before + 1)
    newest().events.onMessage({ kind: 'ready' })
    expect(states.at(-1)).toBe('running')
  })

  test('counts attempts anew after a long life', () => {
    const { core, newest, launched, advance } = createHarness()
    core.start()
    for (let life = 0; life < 10; life += 1) {
      advance(61_000)
      newest().events.onExit(1)
      advance(restartDelaysMs[0] ?? 0)
    }
    expect(launched).toHaveLength(11)
  })

  test('does not start again what cannot work', () => {
    const { core, states, newest, launched, advance } = createHarness()
    core.start()
    newest().events.onMessage({ kind: 'failed', code: 'databaseFromFuture' })
    expect(core.status).toEqual({ state: 'failed', code: 'databaseFromFuture' })
    expect(newest().sent.at(-1)).toEqual({ kind: 'stop' })
    newest().events.onExit(0)
    advance(60_000)
    expect(launched).toHaveLength(1)
    expect(states).toEqual(['starting', 'failed'])
  })

  test('waits for an orderly end', async () => {
    const { core, newest, states } = createHarness()
    core.start()
    const closed = core.close(5000)
    expect(newest().sent.at(-1)).toEqual({ kind: 'stop' })
    newest().events.onExit(0)
    await closed
    expect(newest().isKilled).toBe(false)
    expect(states.at(-1)).toBe('stopped')
  })

  test('kills what does not end in time', async () => {
    const { core, newest, advance } = createHarness()
    core.start()
    const closed = core.close(5000)
    advance(5000)
    await closed
    expect(newest().isKilled).toBe(true)
  })

  test('does not come back when it dies while being closed', async () => {
    const { core, newest, launched, advance } = createHarness()
    core.start()
    newest().events.onExit(1)
    await core.close(5000)
    advance(60_000)
    expect(launched).toHaveLength(1)
  })

  test('tells core about a file before the page hears of it', async () => {
    const { core, newest } = createHarness()
    core.start()
    let isKnown = false
    const registered = core.registerFile('h', '/a.pdf').then(() => {
      isKnown = true
    })
    expect(newest().sent.at(-1)).toEqual({ kind: 'file', handle: 'h', path: '/a.pdf' })
    expect(isKnown).toBe(false)
    newest().events.onMessage({ kind: 'fileRegistered', handle: 'h' })
    await registered
  })

  test('refuses a file when core dies or stays silent', async () => {
    const { core, newest, advance } = createHarness()
    core.start()
    const first = core.registerFile('a', '/a')
    advance(10_000)
    await expect(first).rejects.toThrow('did not answer')
    const second = core.registerFile('b', '/b')
    newest().events.onExit(1)
    await expect(second).rejects.toThrow('ended')
  })
})
