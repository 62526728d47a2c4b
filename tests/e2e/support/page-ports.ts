// Speaks to core and desktop over the page's own ports, below the interface: for tests of the connection itself.
import type { Page } from '@playwright/test'

/**
 * Reloads the page so that every port it is given is also kept for the test. The page goes on using them; answers reach both, and
 * the test's call ids are unlike the page's.
 */
export const keepPorts = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const kept: { kind: string; port: MessagePort }[] = []
    Reflect.set(window, 'keptPorts', kept)
    window.addEventListener('message', (event) => {
      const port = event.ports[0]
      if (event.data?.channel === 'musubi:port' && port !== undefined) kept.push({ kind: event.data.port, port })
    })
  })
  await page.reload()
  await page.waitForFunction(() => Reflect.get(window, 'keptPorts').length >= 2)
}

/** How many ports of a kind the page has been given since it was loaded. */
export const portCount = (page: Page, kind: 'core' | 'desktop'): Promise<number> =>
  page.evaluate((wanted) => Reflect.get(window, 'keptPorts').filter((kept: { kind: string }) => kept.kind === wanted).length, kind)

/** The answer of a call: its status as in HTTP and its content. */
export type Answer = { readonly status: number; readonly body: unknown }

/** Calls a procedure over the page's `index`-th port of a kind, the newest by default; null when no answer came in time. */
export const call = (page: Page, kind: 'core' | 'desktop', procedure: string, input?: unknown, options: { readonly index?: number; readonly timeoutMs?: number } = {}): Promise<Answer | null> =>
  page.evaluate(
    ({ wanted, url, given, index, timeoutMs }) => {
      const ports = Reflect.get(window, 'keptPorts').filter((kept: { kind: string }) => kept.kind === wanted)
      const { port } = ports.at(index)
      const id = `test-${Math.random()}`
      return new Promise<{ status: number; body: unknown } | null>((resolve) => {
        const timer = setTimeout(() => resolve(null), timeoutMs)
        port.addEventListener('message', (event: MessageEvent) => {
          const message = typeof event.data === 'string' ? JSON.parse(event.data) : null
          if (message?.i !== id) return
          clearTimeout(timer)
          resolve({ status: message.p.s ?? 200, body: message.p.b?.json ?? null })
        })
        port.start()
        port.postMessage(JSON.stringify({ i: id, p: { u: url, b: given === undefined ? undefined : { json: given } } }))
      })
    },
    { wanted: kind, url: `/${procedure.replace('.', '/')}`, given: input, index: options.index ?? -1, timeoutMs: options.timeoutMs ?? 5000 },
  )

/** Posts something that is no call at all on the page's newest port of a kind. */
export const postGarbage = (page: Page, kind: 'core' | 'desktop', data: unknown): Promise<void> =>
  page.evaluate(
    ({ wanted, given }) => {
      Reflect.get(window, 'keptPorts')
        .filter((kept: { kind: string }) => kept.kind === wanted)
        .at(-1)
        .port.postMessage(given)
    },
    { wanted: kind, given: data },
  )
