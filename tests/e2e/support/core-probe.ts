import { readFile } from 'node:fs/promises'

import { expect, type ElectronApplication } from '@playwright/test'

/** The core process from outside. */
export type CoreProbe = {
  readonly pid: () => Promise<number>
  /** Ends the process as a crash would. */
  readonly kill: () => Promise<void>
  /** Stops the process without ending it, as if it hung. */
  readonly suspend: () => Promise<void>
  /** The states the core went through, oldest first. */
  readonly states: () => Promise<readonly string[]>
  /** Waits until another process than `pid` is there and running. */
  readonly waitForRestart: (pid: number) => Promise<number>
  /** The names of the environment variables the process was given (Linux). */
  readonly environmentNames: () => Promise<readonly string[]>
}

/** Watches the core process of an app. */
export const probeCore = (app: ElectronApplication, readLog: () => Promise<string>): CoreProbe => {
  const currentPid = (): Promise<number | null> =>
    app.evaluate(() => {
      const hook: unknown = Reflect.get(globalThis, 'musubiTestHook')
      if (typeof hook !== 'object' || hook === null) return null
      const read: unknown = Reflect.get(hook, 'corePid')
      const pid: unknown = typeof read === 'function' ? Reflect.apply(read, null, []) : null
      return typeof pid === 'number' ? pid : null
    })
  const pid = async () => {
    const found = await currentPid()
    if (found === null) throw new Error('The core process is not running')
    return found
  }
  const states = async () => [...(await readLog()).matchAll(/ core\.status state=(\w+)/g)].map((match) => match[1] ?? '')
  return {
    pid,
    kill: async () => {
      process.kill(await pid(), 'SIGKILL')
    },
    suspend: async () => {
      process.kill(await pid(), 'SIGSTOP')
    },
    states,
    waitForRestart: async (before) => {
      await expect.poll(async () => ((await currentPid()) ?? before) !== before && (await states()).at(-1) === 'running').toBe(true)
      return pid()
    },
    environmentNames: async () => {
      const content = await readFile(`/proc/${await pid()}/environ`, 'utf8')
      return content
        .split('\0')
        .filter((entry) => entry !== '')
        .map((entry) => entry.slice(0, entry.indexOf('=')))
    },
  }
}
