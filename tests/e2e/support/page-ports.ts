// Speaks to core and desktop over the page's own ports, below the interface: for tests of the connection itself.
import type { Page } from '@playwright/test'

import type { Answer, KeptPort } from './globals.ts'

/**
 * Reloads the page so that every port it is given is also kept for the test. The page goes on using them; answers reach both, and
 * the test's call ids are unlike the page's.
 */
export const keepPorts = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    globalThis.keptPorts = []
    addEventListener('message', (event: MessageEvent<unknown>) => {
      const [port] = event.ports
      const { data } = event
      if (port === undefined || typeof data !== 'object' || data === null || !('port' in data)) return
      if (data.port === 'core' || data.port === 'desktop') globalThis.keptPorts?.push({ kind: data.port, port })
    })
  })
  await page.reload()
  await page.waitForFunction(() => (globalThis.keptPorts?.length ?? 0) >= 2)
}

/** How many ports of a kind the page has been given since it was loaded. */
export const portCount = (page: Page, kind: KeptPort['kind']): Promise<number> =>
  page.evaluate((wanted) => globalThis.keptPorts?.filter((kept) => kept.kind === wanted).length ?? 0, kind)

/** Calls a procedure over the page's newest port of a kind; null when no answer came in time. */
export const call = (page: Page, kind: KeptPort['kind'], procedure: string, input?: unknown, timeoutMs = 5000): Promise<Answer | null> =>
  page.evaluate(
    ({ wanted, url, given, limit }) => {
      const port = globalThis.keptPorts?.filter((kept) => kept.kind === wanted).at(-1)?.port
      if (port === undefined) throw new Error('The page has no such port')
      const id = `test-${Math.random()}`
      const member = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined)
      return new Promise<{ status: number; body: unknown } | null>((resolve) => {
        const timer = setTimeout(() => {
          resolve(null)
        }, limit)
        port.addEventListener('message', (event: MessageEvent<unknown>) => {
          const message: unknown = typeof event.data === 'string' ? JSON.parse(event.data) : null
          if (member(message, 'i') !== id) return
          clearTimeout(timer)
          const payload = member(message, 'p')
          resolve({ status: Number(member(payload, 's') ?? 200), body: member(member(payload, 'b'), 'json') ?? null })
        })
        port.start()
        port.postMessage(JSON.stringify({ i: id, p: { u: url, ...(given === undefined ? {} : { b: { json: given } }) } }))
      })
    },
    { wanted: kind, url: `/${procedure.replace('.', '/')}`, given: input, limit: timeoutMs },
  )

/** Posts something that is no call at all on the page's newest port of a kind. */
export const postGarbage = (page: Page, kind: KeptPort['kind'], data: unknown): Promise<void> =>
  page.evaluate(
    ({ wanted, given }) => {
      globalThis.keptPorts
        ?.filter((kept) => kept.kind === wanted)
        .at(-1)
        ?.port.postMessage(given)
    },
    { wanted: kind, given: data },
  )
