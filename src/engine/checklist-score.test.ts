import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checklistAnswers } from './answers.ts'
import { answerCredit, type ChecklistResult, levelOf, riskWeight, scoreChecklist } from './checklist-score.ts'
import { answerOf, smallChecklist } from './testing/small-checklist.ts'

const ids = (result: ChecklistResult): readonly string[] => result.findings.map(({ question: { id } }) => id)
const anyAnswer = fc.constantFrom(...checklistAnswers)
const anyRun = fc
  .record({ a: fc.option(anyAnswer), b: fc.option(anyAnswer), c: fc.option(anyAnswer), d: fc.option(anyAnswer) })
  .map((values) => Object.fromEntries(Object.entries(values).flatMap(([id, value]) => (value === null ? [] : [[id, answerOf(value)]]))))

describe('scoring', () => {
  test('weighs each answer by how bad a missing measure is', () => {
    const result = scoreChecklist(smallChecklist, { a: answerOf('yes'), b: answerOf('no'), c: answerOf('partly') })
    expect(result.score).toBe(Math.round(((3 + 0 + 1) / 6) * 100))
    expect(result.topics.map(({ score }) => score)).toEqual([75, 50])
    expect(result.findings.map(({ question: { id }, level }) => [id, level])).toEqual([
      ['c', 'medium'],
      ['b', 'medium'],
    ])
    expect(result.strengths.map(({ id }) => id)).toEqual(['a'])
  })

  test('counts unknown as a risk of its own and not applicable neither way', () => {
    const result = scoreChecklist(smallChecklist, { a: answerOf('unknown'), b: answerOf('yes') })
    expect(result).toMatchObject({ score: 25, best: 100, unknown: 1, findings: [{ kind: 'unknown', level: 'high', likelihood: 3, impact: 3 }] })
    expect(scoreChecklist(smallChecklist, { a: answerOf('notApplicable') })).toMatchObject({ score: undefined, best: undefined, findings: [], answered: 1 })
  })

  test('puts what is worst first', () => {
    expect(ids(scoreChecklist(smallChecklist, { a: answerOf('partly'), b: answerOf('no'), c: answerOf('no') }))).toEqual(['a', 'c', 'b'])
  })

  test('explains every score by its parts', () => {
    fc.assert(
      fc.property(anyRun, (answers) => {
        const { score, parts, topics } = scoreChecklist(smallChecklist, answers)
        const weight = parts.reduce((sum, part) => sum + part.weight, 0)
        const credit = parts.reduce((sum, part) => sum + part.credit, 0)
        expect(score).toBe(weight === 0 ? undefined : Math.round((credit / weight) * 100))
        for (const part of parts) expect(part).toMatchObject({ weight: riskWeight[part.question.risk], credit: answerCredit[part.value] * part.weight })
        expect(topics.flatMap((topic) => topic.parts).length).toBe(parts.length)
      }),
    )
  })

  test('never falls when an answer gets better, and never rises with what is unknown', () => {
    const better = { no: 'partly', partly: 'yes', unknown: 'partly' } as const
    const weak = fc.constantFrom('no' as const, 'partly' as const, 'unknown' as const)
    fc.assert(
      fc.property(anyRun, fc.constantFrom('a', 'b'), weak, (answers, id, value) => {
        const score = (answer: string): number => scoreChecklist(smallChecklist, { ...answers, [id]: answerOf(answer) }).score ?? 0
        expect(score(better[value])).toBeGreaterThanOrEqual(score(value))
        expect(score('unknown')).toBeLessThanOrEqual(score(value))
      }),
    )
  })

  test('is at most what it would be if the unknown turned out well', () => {
    fc.assert(
      fc.property(anyRun, (answers) => {
        const { score, best, unknown } = scoreChecklist(smallChecklist, answers)
        expect(best ?? 0).toBeGreaterThanOrEqual(score ?? 0)
        if (unknown === 0) expect(best).toBe(score)
      }),
    )
  })

  test('has a level for every cell of the matrix', () => {
    expect([1, 2, 3].map((likelihood) => [1, 2, 3].map((impact) => levelOf(likelihood, impact)))).toEqual([
      ['low', 'low', 'medium'],
      ['low', 'medium', 'high'],
      ['medium', 'high', 'high'],
    ])
  })
})
