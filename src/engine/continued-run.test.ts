import { describe, expect, test } from 'vitest'
import { continuedAnswers, formerContents } from './continued-run.ts'
import { answerOf } from './testing/small-checklist.ts'

describe('a run that continues another', () => {
  test('takes over everything but the day and the steps that are done', () => {
    const open = { id: 'own-1', title: 'x' }
    const dismissed = { id: 'b', state: 'dismissed' }
    const answers = { a: answerOf('no'), phase: 'running', assessed_on: '2026-11-20', actions: [open, { id: 'c', state: 'done' }, dismissed] }
    expect(continuedAnswers(answers)).toEqual({ a: answerOf('no'), phase: 'running', actions: [open, dismissed] })
  })
  test('has no plan when everything was done, and keeps a plan it cannot read', () => {
    expect(continuedAnswers({ actions: [{ id: 'c', state: 'done' }] })).toEqual({})
    expect(continuedAnswers({ actions: 'broken' })).toEqual({ actions: 'broken' })
    expect(continuedAnswers({ actions: [null, 'text'] })).toEqual({ actions: [null, 'text'] })
  })
})

describe('the contents a run had before', () => {
  test('are none as long as nothing changed', () => {
    expect(formerContents([], 'one', 'one')).toEqual([])
  })
  test('end with the one that was seen last, each once', () => {
    expect(formerContents([], 'one', 'two')).toEqual(['one'])
    expect(formerContents(['one'], 'two', 'two')).toEqual(['one', 'two'])
    expect(formerContents(['one', 'two'], 'two', 'three')).toEqual(['one', 'two'])
    expect(formerContents(['one', 'two'], 'one', 'three')).toEqual(['two', 'one'])
  })
})
