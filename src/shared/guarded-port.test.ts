import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { eventIterator, oc } from '@orpc/contract'
import { implement } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'

import { createGuardedPort, isWellFormed } from './guarded-port.ts'

const contract = {
  echo: oc.input(z.object({ text: z.string(), at: z.date().optional(), many: z.bigint().optional() })).output(z.object({ text: z.string() })),
  count: oc.input(z.object({ to: z.number() })).output(eventIterator(z.number())),
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

const serve = () => {
  const { port1, port2 } = new MessageChannel()
  let refusals = 0
  let stopped = 0
  const router = {
    echo: implement(contract.echo).handler(({ input }) => ({ text: input.text })),
    count: implement(contract.count).handler(async function* ({ input }) {
      try {
        for (let value = 1; value <= input.to; value += 1) {
          yield value
          await nextTurn()
        }
      } finally {
        stopped += 1
      }
    }),
  }
  const guarded = createGuardedPort({
    post: (data) => {
      port1.postMessage(data)
    },
    maximumLength: 10_000,
    onRefused: () => {
      refusals += 1
    },
  })
  port1.addEventListener('message', (event) => {
    guarded.deliver(event.data)
  })
  port1.start()
  new RPCHandler(router).upgrade(guarded.port)
  const client: ContractRouterClient<typeof contract> = createORPCClient(new RPCLink({ port: port2 }))
  port2.start()
  return { client, guarded, raw: port2, refusals: () => refusals, stopped: () => stopped, close: () => port1.close() }
}

let close = () => {}
afterEach(() => {
  close()
})

const start = () => {
  const served = serve()
  close = served.close
  return served
}

describe('a guarded port', () => {
  test('passes every kind of call the client makes', async () => {
    const { client, refusals, stopped } = start()
    expect(await client.echo({ text: 'a', at: new Date(0), many: 3n })).toEqual({ text: 'a' })
    const seen: number[] = []
    for await (const value of await client.count({ to: 5 })) {
      seen.push(value)
      if (value === 3) break
    }
    expect(seen).toEqual([1, 2, 3])
    await expect.poll(stopped).toBe(1)
    const abort = new AbortController()
    const stream = await client.count({ to: 1_000_000 }, { signal: abort.signal })
    await stream.next()
    abort.abort()
    await expect.poll(stopped).toBe(2)
    expect(refusals()).toBe(0)
  })

  test('keeps messages that come before anybody listens', async () => {
    const received: unknown[] = []
    const guarded = createGuardedPort({ post: () => undefined, maximumLength: 1000, onRefused: () => undefined })
    const message = JSON.stringify({ i: '1', p: { u: '/echo' } })
    guarded.deliver(message)
    guarded.port.on('message', (event) => received.push(event?.data))
    expect(received).toEqual([message])
  })

  test('closes for good on a message that is too long', async () => {
    const { client, guarded, refusals } = start()
    const call = client.echo({ text: 'x'.repeat(20_000) })
    call.catch(() => undefined)
    await expect.poll(refusals).toBe(1)
    guarded.deliver(JSON.stringify({ i: '2', p: { u: '/echo' } }))
    expect(refusals()).toBe(1)
  })

  test.each([
    ['no JSON'],
    ['{}'],
    ['{"i":1}'],
    ['[]'],
    ['null'],
    ['{"i":"1"}'],
    ['{"i":"1","p":{"u":"http://example.org/"}}'],
    ['{"i":"1","t":3,"p":{"e":"message"}}'],
    ['{"i":"1","p":{"u":"/echo","h":{"content-disposition":"form-data; filename=a"}}}'],
    ['{"i":"1","p":{"u":"/echo","h":{"content-type":"multipart/form-data"}}}'],
    [new ArrayBuffer(8)],
    [{ i: '1' }],
    [undefined],
  ])('refuses %j', (message) => {
    expect(isWellFormed(message, 1000)).toBe(false)
  })

  test('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.anything()), (message) => {
        expect(typeof isWellFormed(message, 1000)).toBe('boolean')
      }),
    )
  })
})
