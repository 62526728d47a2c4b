import { describe, expect, test } from 'vitest'

import { createEventFeed } from './event-feed.ts'

describe('an event feed', () => {
  test('gives each listener the first value and then every later one', async () => {
    const feed = createEventFeed<number>()
    const stop = new AbortController()
    const listener = feed.subscribe(stop.signal, 1)
    expect(await listener.next()).toEqual({ value: 1, done: false })
    const next = listener.next()
    feed.publish(2)
    feed.publish(3)
    expect(await next).toEqual({ value: 2, done: false })
    expect(await listener.next()).toEqual({ value: 3, done: false })
    stop.abort()
    expect(await listener.next()).toEqual({ value: undefined, done: true })
  })

  test('ends a listener that waits when it is aborted', async () => {
    const stop = new AbortController()
    const waiting = createEventFeed<number>().subscribe(stop.signal).next()
    stop.abort()
    expect(await waiting).toEqual({ value: undefined, done: true })
  })

  test('drops the oldest values of a listener that does not read', async () => {
    const feed = createEventFeed<number>()
    const listener = feed.subscribe(undefined, 0)
    await listener.next()
    const next = listener.next()
    for (let value = 1; value <= 500; value += 1) feed.publish(value)
    expect((await next).value).toBeGreaterThan(300)
    await listener.return()
  })
})
