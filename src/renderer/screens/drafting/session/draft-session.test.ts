import { describe, expect, test } from 'vitest'
import { createDraftSession } from './draft-session.ts'

function setUp() {
  let time = 0
  const session = createDraftSession({ answers: { name: 'before' }, save: () => Promise.resolve(), judge: () => 'trouble', now: () => time })
  return {
    session,
    wait: (ms: number) => {
      time += ms
    },
  }
}

describe('the session of a draft', () => {
  test('shows a change at once and takes it back', () => {
    const { session } = setUp()
    session.answer('name', 'after')
    expect(session.get().answers).toEqual({ name: 'after' })
    expect(session.undo()).toBe('name')
    expect(session.get().answers).toEqual({ name: 'before' })
    expect(session.redo()).toBe('name')
    expect(session.get().answers).toEqual({ name: 'after' })
  })
  test('undoes typing without a pause in one step', () => {
    const { session, wait } = setUp()
    for (const text of ['a', 'ab', 'abc']) session.answer('name', text)
    wait(5000)
    session.answer('name', 'abcd')
    session.undo()
    expect(session.get().answers).toEqual({ name: 'abc' })
    session.undo()
    expect(session.get().answers).toEqual({ name: 'before' })
    expect(session.get().canUndo).toBe(false)
  })
  test('shows in its field what was filled in from outside, as a step of its own', () => {
    const { session } = setUp()
    session.answer('name', 'typed')
    const { epoch } = session.get()
    session.fill('name', 'suggested')
    expect(session.get()).toMatchObject({ answers: { name: 'suggested' }, epoch: epoch + 1 })
    session.answer('name', 'typed on')
    expect(session.get().epoch).toBe(epoch + 1)
    session.undo()
    expect(session.get().answers).toEqual({ name: 'suggested' })
    session.undo()
    expect(session.get().answers).toEqual({ name: 'typed' })
  })
  test('undoes what followed a revision by itself, however soon it came', async () => {
    const { session } = setUp()
    session.answer('name', 'in the revision')
    await session.flush()
    session.answer('name', 'after the revision')
    session.undo()
    expect(session.get().answers).toEqual({ name: 'in the revision' })
  })

  test('removes an answer when it is taken away, and forgets redo after a new one', () => {
    const { session } = setUp()
    session.answer('name', undefined)
    expect(session.get().answers).toEqual({})
    session.undo()
    session.answer('other', null)
    expect(session.get().canRedo).toBe(false)
    expect(session.get().answers).toEqual({ name: 'before', other: null })
  })
})
