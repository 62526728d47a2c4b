import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Json } from '../../../../engine/answers.ts'
import { createAnswerSaver, type SaveState } from './answer-saver.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function setUp(save: (question: string, value: Json | undefined) => Promise<unknown>) {
  const states: SaveState['kind'][] = []
  const saver = createAnswerSaver({
    save,
    judge: (error) =>
      error instanceof Error && error.message === 'away' ? 'away' : error instanceof Error && error.message === 'refused' ? 'refused' : 'trouble',
    onState: (state) => states.push(state.kind),
    delayMs: 150,
    retryMs: 500,
  })
  return { saver, states }
}

describe('saving answers', () => {
  test('sends the first change at once and then only the newest value of a question', async () => {
    const sent: unknown[] = []
    const { saver, states } = setUp((question, value) => Promise.resolve(sent.push([question, value])))
    saver.put('name', 'A')
    expect(sent).toEqual([['name', 'A']])
    saver.put('name', 'Ak')
    saver.put('name', 'Aka')
    await vi.advanceTimersByTimeAsync(150)
    expect(sent).toEqual([
      ['name', 'A'],
      ['name', 'Aka'],
    ])
    expect(states.at(-1)).toBe('saved')
    expect(saver.hasUnsaved()).toBe(false)
  })

  test('keeps the order of questions and a value typed while another is on its way', async () => {
    const sent: unknown[] = []
    const { saver } = setUp(async (question, value) => {
      await new Promise((resolve) => setTimeout(resolve, 100))
      sent.push([question, value])
    })
    saver.put('first', 1)
    saver.put('second', 2)
    saver.put('first', 11)
    await vi.advanceTimersByTimeAsync(1000)
    expect(sent).toEqual([
      ['first', 1],
      ['second', 2],
      ['first', 11],
    ])
    expect(sent.at(-1)).toEqual(['first', 11])
    expect(saver.hasUnsaved()).toBe(false)
  })

  test('keeps and sends again what could not be saved while core was away', async () => {
    let isAway = true
    const sent: unknown[] = []
    const { saver, states } = setUp((question, value) => (isAway ? Promise.reject(new Error('away')) : Promise.resolve(sent.push([question, value]))))
    saver.put('term', 24)
    await vi.advanceTimersByTimeAsync(200)
    expect(states.at(-1)).toBe('waiting')
    isAway = false
    await vi.advanceTimersByTimeAsync(600)
    expect(sent).toEqual([['term', 24]])
    expect(states.at(-1)).toBe('saved')
  })

  test('goes on with other questions when one answer is refused, and says so', async () => {
    const sent: unknown[] = []
    const { saver, states } = setUp((question) => (question === 'huge' ? Promise.reject(new Error('refused')) : Promise.resolve(sent.push(question))))
    saver.put('huge', 'x')
    saver.put('small', 'y')
    await vi.advanceTimersByTimeAsync(200)
    expect(sent).toEqual(['small'])
    expect(states.at(-1)).toBe('failed')
    expect(saver.hasUnsaved()).toBe(true)
  })

  test('sends the rest when the draft is closed', async () => {
    const sent: unknown[] = []
    const { saver } = setUp((question) => Promise.resolve(sent.push(question)))
    saver.put('late', true)
    saver.close()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toEqual(['late'])
  })
})
