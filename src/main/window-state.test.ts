import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { defaultWindowState, onScreen, readWindowState } from './window-state.ts'

const screen = { x: 0, y: 0, width: 1920, height: 1080 }
const file = (content: unknown) => ({ read: () => content, write: () => undefined })
const at = (x: number, y: number, width = 1000, height = 700) => ({ bounds: { position: { x, y }, width, height }, isMaximised: false })

describe('the window state', () => {
  test('is the default on a first start and after damage', () => {
    for (const content of [null, 'x', {}, { bounds: { width: 'wide' } }, { bounds: { position: null, width: -1, height: 5 }, isMaximised: false }]) {
      expect(readWindowState(file(content), [screen])).toEqual(defaultWindowState)
    }
  })

  test('is kept while it is on a screen', () => {
    expect(readWindowState(file(at(100, 50)), [screen])).toEqual(at(100, 50))
    expect(onScreen(at(2000, 50), [screen, { ...screen, x: 1920 }])).toEqual(at(2000, 50))
  })

  test('loses a position whose screen is gone', () => {
    for (const state of [at(2500, 100), at(-5000, 100), at(100, 3000), at(100, -500)]) expect(onScreen(state, [screen]).bounds.position).toBeNull()
  })

  test('never makes a window larger than the largest screen', () => {
    expect(onScreen(at(0, 0, 5000, 4000), [screen]).bounds).toMatchObject({ width: 1920, height: 1080 })
  })

  test('always leaves something to get hold of', () => {
    const number = fc.integer({ min: -10_000, max: 10_000 })
    fc.assert(
      fc.property(number, number, (x, y) => {
        const { position } = onScreen(at(x, y), [screen]).bounds
        if (position === null) return
        expect(position.x).toBeLessThan(1920)
        expect(position.x + 1000).toBeGreaterThan(0)
        expect(position.y).toBeGreaterThanOrEqual(0)
        expect(position.y).toBeLessThan(1080)
      }),
    )
  })
})
