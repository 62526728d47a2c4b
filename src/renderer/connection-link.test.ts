import { createORPCClient, ORPCError } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { eventIterator, oc } from '@orpc/contract'
import { implement } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'

import { createReplaceableLink, isCoreRestarted } from './connection-link.ts'

const contract = {
  name: oc.output(z.string()),
  never: oc.output(z.string()),
  ticks: oc.output(eventIterator(z.number())),
}

const openPorts: { readonly close: () => void }[] = []
afterEach(() => {
  for (const port of openPorts.splice(0)) port.close()
})

/** A server with a name, and the port a page would be given. */
const serve = (name: string) => {
  const { port1, port2 } = new MessageChannel()
  openPorts.push(port1, port2)
  const router = {
    name: implement(contract.name).handler(() => name),
    never: implement(contract.never).handler(() => new Promise<string>(() => undefined)),
    ticks: implement(contract.ticks).handler(async function* () {
      for (let tick = 1; ; tick += 1) {
        yield tick
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    }),
  }
  new RPCHandler(router).upgrade(port1)
  port1.start()
  return port2
}

const start = (waitMs = 1000) => {
  const link = createReplaceableLink(waitMs)
  const client: ContractRouterClient<typeof contract> = createORPCClient(link)
  return { link, client }
}

describe('the connection of a page', () => {
  test('lets calls wait for the first port', async () => {
    const { link, client } = start()
    const answer = client.name()
    link.replace(serve('first'))
    expect(await answer).toBe('first')
  })

  test('rejects calls in flight with a typed error when core goes', async () => {
    const { link, client } = start()
    link.replace(serve('first'))
    const call = client.never()
    const stream = await client.ticks()
    await stream.next()
    link.lose()
    const error = await call.catch((reason: unknown) => reason)
    expect(isCoreRestarted(error)).toBe(true)
    expect(error).toBeInstanceOf(ORPCError)
    expect(error).toMatchObject({ code: 'coreRestarted', defined: true, data: { isRetryable: true } })
    await expect(
      (async () => {
        for (;;) if ((await stream.next()).done === true) return
      })(),
    ).rejects.toSatisfy(isCoreRestarted)
  })

  test('lets new calls wait for the next port', async () => {
    const { link, client } = start()
    link.replace(serve('first'))
    expect(await client.name()).toBe('first')
    link.lose()
    const answer = client.name()
    link.replace(serve('second'))
    expect(await answer).toBe('second')
  })

  test('rejects what is in flight on a port that is replaced', async () => {
    const { link, client } = start()
    link.replace(serve('first'))
    const call = client.never()
    await client.name()
    link.replace(serve('second'))
    await expect(call).rejects.toSatisfy(isCoreRestarted)
    expect(await client.name()).toBe('second')
  })

  test('does not wait for ever', async () => {
    const { client } = start(20)
    await expect(client.name()).rejects.toMatchObject({ code: 'coreRestarted', data: { isRetryable: true } })
  })

  test('fails at once when there will be no port, until there is one after all', async () => {
    const { link, client } = start(60_000)
    const waiting = client.name()
    link.giveUp()
    await expect(waiting).rejects.toMatchObject({ code: 'coreRestarted', data: { isRetryable: false } })
    await expect(client.name()).rejects.toSatisfy(isCoreRestarted)
    link.replace(serve('again'))
    expect(await client.name()).toBe('again')
  })

  test('obeys a caller that cancels while waiting', async () => {
    const { client } = start(60_000)
    const abort = new AbortController()
    const call = client.name(undefined, { signal: abort.signal })
    abort.abort()
    await expect(call).rejects.toThrow('abort')
  })
})
