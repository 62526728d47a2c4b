import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checklistAnswers } from './answers.ts'
import { checklistInterview, compileChecklist, scoreChecklist } from './checklist.ts'
import { checklistPackageSchema } from './template.ts'

const both = (text: string): { readonly de: string; readonly en: string } => ({ de: text, en: text })
const question = (id: string, topic: string, risk: string, extra: object = {}): object => ({
  id,
  topic,
  risk,
  question: both(id),
  why: both('why'),
  missing: both('missing'),
  consequence: both('consequence'),
  action: both('action'),
  who: ['startup'],
  phase: 'running',
  ...extra,
})
const checklist = compileChecklist(
  checklistPackageSchema.parse({
    kind: 'checklist',
    id: 'test',
    version: '1.0.0',
    title: both('Test'),
    short: both('Test'),
    purpose: both('Test'),
    minutes: 5,
    lawEntries: [],
    topics: [
      { id: 'one', title: both('One') },
      { id: 'two', title: both('Two') },
    ],
    questions: [
      question('a', 'one', 'high'),
      question('b', 'one', 'low'),
      question('c', 'two', 'medium'),
      question('d', 'two', 'high', { when: "c == 'yes'" }),
    ],
  }),
)
const answer = (value: string): { readonly value: string; readonly note: string } => ({ value, note: '' })

describe('scoring', () => {
  test('weighs each answer by how bad a missing measure is', () => {
    const result = scoreChecklist(checklist, { a: answer('yes'), b: answer('no'), c: answer('partly') })
    expect(result.score).toBe(Math.round(((3 + 0 + 1) / 6) * 100))
    expect(result.topics.map(({ score }) => score)).toEqual([75, 50])
    expect(result.findings.map(({ question: { id }, level }) => [id, level])).toEqual([
      ['c', 'medium'],
      ['b', 'medium'],
    ])
    expect(result.strengths.map(({ id }) => id)).toEqual(['a'])
  })

  test('counts unknown as a risk and not applicable neither way', () => {
    expect(scoreChecklist(checklist, { a: answer('unknown') })).toMatchObject({ score: 0, findings: [{ level: 'high', likelihood: 3, impact: 3 }] })
    expect(scoreChecklist(checklist, { a: answer('notApplicable') })).toMatchObject({ score: undefined, findings: [], answered: 1 })
  })

  test('asks a question only when earlier answers call for it, and forgets its answer otherwise', () => {
    const asked = (value: string): readonly string[] => checklistInterview(checklist, { c: answer(value), d: answer('no') }).map(({ question: { id } }) => id)
    expect(asked('yes')).toEqual(['a', 'b', 'c', 'd'])
    expect(asked('no')).toEqual(['a', 'b', 'c'])
    expect(scoreChecklist(checklist, { c: answer('no'), d: answer('no') }).findings.map(({ question: { id } }) => id)).toEqual(['c'])
  })

  test('never falls when an answer gets better', () => {
    const better = { no: 'partly', partly: 'yes', unknown: 'partly' } as const
    fc.assert(
      fc.property(
        fc.record({ a: fc.constantFrom(...checklistAnswers), b: fc.constantFrom(...checklistAnswers), c: fc.constantFrom('partly', 'no', 'unknown') }),
        fc.constantFrom<'a' | 'b'>('a', 'b'),
        (values, changed) => {
          const answers = { a: answer(values.a), b: answer(values.b), c: answer(values.c) }
          const before = scoreChecklist(checklist, answers).score
          const value = values[changed]
          fc.pre(before !== undefined && (value === 'no' || value === 'partly' || value === 'unknown'))
          const after = scoreChecklist(checklist, {
            ...answers,
            [changed]: answer(value === 'no' || value === 'partly' || value === 'unknown' ? better[value] : value),
          }).score
          expect((after ?? 0) >= (before ?? 0)).toBe(true)
        },
      ),
    )
  })
})
