import { describe, expect, test } from 'vitest'
import type { Answers } from './answers.ts'
import { checklistInterview, compileChecklist, walkChecklist } from './checklist.ts'
import { answerOf, checklistOf, questionOf, smallChecklist } from './testing/small-checklist.ts'

const branching = compileChecklist(
  checklistOf(
    [
      questionOf('early', 'one', 'high', { phase: 'before-talks' }),
      questionOf('companies', 'one', 'high', { who: ['startup'] }),
      questionOf('late', 'two', 'low', { phase: 'exit' }),
      questionOf('institutes', 'two', 'low', { when: "partner_kind == 'institute'" }),
    ],
    {
      flags: [
        {
          id: 'both',
          when: "early == 'no' and companies == 'unknown'",
          title: { de: 'b', en: 'b' },
          reason: { de: 'r', en: 'r' },
          questions: ['early', 'companies'],
        },
      ],
    },
  ),
)
const asked = (answers: Answers): readonly string[] => checklistInterview(branching, answers).map(({ question: { id } }) => id)

describe('what a run asks', () => {
  test('is everything as long as it does not say who asks and how far the partnership is', () => {
    expect(asked({})).toEqual(['early', 'companies', 'late'])
    expect(asked({ who: 'somebody', phase: 7 })).toEqual(['early', 'companies', 'late'])
  })
  test('depends on who asks', () => {
    expect(asked({ who: 'agency' })).toEqual(['early', 'late'])
    expect(asked({ who: 'startup' })).toEqual(['early', 'companies', 'late'])
  })
  test('goes as far as the partnership is, and says what comes later', () => {
    expect(asked({ phase: 'before-talks' })).toEqual(['early'])
    expect(asked({ phase: 'running' })).toEqual(['early', 'companies'])
    expect(asked({ phase: 'exit' })).toEqual(['early', 'companies', 'late'])
    expect(walkChecklist(branching, { phase: 'running' }).later.map(({ id }) => id)).toEqual(['late'])
  })
  test('depends on facts that conditions look at', () => {
    expect(asked({ partner_kind: 'institute' })).toContain('institutes')
    expect(asked({ partner_kind: 'company' })).not.toContain('institutes')
  })
  test('depends on earlier answers, and forgets the answer to what is not asked', () => {
    const ids = (value: string): readonly string[] =>
      checklistInterview(smallChecklist, { c: answerOf(value), d: answerOf('no') }).map(({ question: { id } }) => id)
    expect(ids('yes')).toEqual(['a', 'b', 'c', 'd'])
    expect(ids('no')).toEqual(['a', 'b', 'c'])
  })
})

describe('a red flag', () => {
  const flags = (answers: Answers): readonly string[] => walkChecklist(branching, answers).flags.map(({ id }) => id)
  test('is raised by the answers it declares', () => {
    expect(flags({ early: answerOf('no'), companies: answerOf('unknown') })).toEqual(['both'])
    expect(flags({ early: answerOf('no'), companies: answerOf('yes') })).toEqual([])
    expect(flags({})).toEqual([])
  })
  test('is not raised by the answer to a question that is not asked', () => {
    expect(flags({ who: 'agency', early: answerOf('no'), companies: answerOf('unknown') })).toEqual([])
  })
})
