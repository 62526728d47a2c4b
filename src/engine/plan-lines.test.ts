import { expect, test } from 'vitest'
import { planLines } from './plan-lines.ts'
import { checklistOf, questionOf } from './testing/small-checklist.ts'

const law = { id: 'law-1', cite: { de: '§ 1', en: 'Section 1' }, title: { de: 'G', en: 'Act' }, checked: '2026-01-01', source: 'x', status: 'confirmed' }
const now = checklistOf([questionOf('a', 'one', 'high', { laws: ['law-1', 'gone'] })], { lawEntries: [law] })
const before = checklistOf([questionOf('old', 'one', 'low')])
const of = (actions: readonly object[]) => planLines([now, before], { actions: JSON.parse(JSON.stringify(actions)) }, 'en')

test('a step speaks in the words of the checklist until people write their own', () => {
  expect(
    of([
      { id: 'a', question: 'a', due: '2026-12-01' },
      { id: 'own-1', title: ' Ask the works council ', owner: 'Sato', state: 'done', priority: 'low' },
    ]),
  ).toEqual([
    {
      id: 'a',
      title: 'Get a',
      finding: 'a is missing',
      reason: 'consequence',
      laws: ['Section 1'],
      owner: '',
      due: '2026-12-01',
      priority: 'medium',
      state: 'open',
    },
    { id: 'own-1', title: 'Ask the works council', finding: '', reason: '', laws: [], owner: 'Sato', due: '', priority: 'low', state: 'done' },
  ])
})

test('a step for a question that is gone keeps its words; dismissed ones stay at home; nothing is without a title', () => {
  const lines = of([
    { id: 'old', question: 'old' },
    { id: 'a', question: 'a', state: 'dismissed' },
    { id: 'x', question: 'never_there' },
  ])
  expect(lines.map(({ title }) => title)).toEqual(['Get old', 'Step without a title'])
})
