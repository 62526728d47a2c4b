import { describe, expect, test } from 'vitest'
import type { Answers } from './answers.ts'
import { compileChecklist } from './checklist.ts'
import { compareRuns, contentHistory } from './checklist-comparison.ts'
import { answerOf, checklistOf, questionOf, smallChecklist } from './testing/small-checklist.ts'

const compare = (before: Answers, now: Answers) => compareRuns({ checklist: smallChecklist, answers: now }, { checklist: smallChecklist, answers: before })

describe('two runs', () => {
  test('show what got better and what got worse', () => {
    const comparison = compare(
      { a: answerOf('no'), b: answerOf('yes'), c: answerOf('partly') },
      { a: answerOf('yes'), b: answerOf('partly'), c: answerOf('partly') },
    )
    expect(comparison).toMatchObject({ better: 1, worse: 1, score: { before: 33, now: 75 } })
    expect(comparison.answers.map(({ question, kind }) => [question.id, kind])).toEqual([
      ['a', 'better'],
      ['b', 'worse'],
      ['c', 'same'],
    ])
    expect(comparison.topics.get('one')).toEqual({ before: 25, now: 88 })
  })
  test('count it as progress to know that something is missing', () => {
    expect(compare({ a: answerOf('unknown') }, { a: answerOf('no') })).toMatchObject({ better: 1, worse: 0 })
  })
  test('do not rank what was not answered or does not apply', () => {
    const { answers } = compare({ a: answerOf('notApplicable') }, { a: answerOf('yes'), b: answerOf('yes') })
    expect(answers.filter(({ kind }) => kind === 'other').map(({ question }) => question.id)).toEqual(['a', 'b'])
  })
  test('of different versions compare what both know', () => {
    const older = compileChecklist(checklistOf([questionOf('a', 'one', 'high'), questionOf('old', 'two', 'high')]))
    const { answers, topics } = compareRuns(
      { checklist: smallChecklist, answers: { a: answerOf('yes'), c: answerOf('yes') } },
      { checklist: older, answers: { a: answerOf('no'), old: answerOf('no') } },
    )
    expect(answers.map(({ question, kind }) => [question.id, kind])).toEqual([
      ['a', 'better'],
      ['b', 'same'],
      ['c', 'other'],
      ['d', 'same'],
    ])
    expect(topics.get('two')).toEqual({ before: 0, now: 100 })
  })
})

describe('a checklist that was renewed', () => {
  const older = checklistOf([questionOf('a', 'one', 'high'), questionOf('old', 'one', 'low')])
  const old = checklistOf([questionOf('a', 'one', 'high', { question: { de: 'Anders?', en: 'Different?' } }), questionOf('b', 'one', 'low')])
  const { content } = smallChecklist

  test('marks new and reworded questions, and keeps the answers to removed ones', () => {
    const history = contentHistory(content, [older, old], { a: answerOf('yes'), old: answerOf('no') })
    expect([...history.added]).toEqual(['c', 'd'])
    expect([...history.reworded]).toEqual(['a'])
    expect(history.removed.map(({ question, answer }) => [question.id, answer.value])).toEqual([['old', 'no']])
  })
  test('has no history before it was renewed, and no removed question without an answer', () => {
    expect(contentHistory(content, [], {})).toEqual({ added: new Set(), reworded: new Set(), removed: [] })
    expect(contentHistory(content, [older], {}).removed).toEqual([])
  })
})
