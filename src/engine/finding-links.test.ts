import { describe, expect, test } from 'vitest'
import { compileAgreement } from './agreement.ts'
import type { Answers } from './answers.ts'
import {
  type FindingLead,
  findingLead,
  findingLeads,
  findingState,
  mergedSuggestions,
  partiesFromRun,
  type SuggestedAnswer,
  suggestionStates,
} from './finding-links.ts'
import { interview } from './interview.ts'
import { smallAgreement } from './testing/small-agreement.ts'
import { checklistOf, questionOf } from './testing/small-checklist.ts'
import { agreementWith, both } from './testing/small-set.ts'
import type { ChecklistQuestion } from './template.ts'

const finding = (extra: object): ChecklistQuestion => {
  const [question] = checklistOf([questionOf('secrets', 'one', 'high', extra)]).questions
  if (question === undefined) throw new Error('the fixture has a question')
  return question
}
const suggests = (answers: object, extra: object = {}): object => ({ suggests: [{ agreement: 'small', answers, ...extra }] })
const clause = (id: string, topic: string): object => ({
  id,
  type: 'clause',
  topic,
  label: both(id),
  alternatives: ['one', 'two'].map((name) => ({ id: name, label: both(name), favours: 'balanced', weight: 0, explanation: both(name) })),
})

describe('where a finding leads', () => {
  test('to what it suggests there, in the order of the interview', () => {
    expect(findingLead(finding(suggests({ days: 14, price: { amount: 5, currency: 'EUR' }, is_free: true }, { role: 'institute' })), smallAgreement)).toEqual({
      isNamed: true,
      role: 'institute',
      suggested: [
        { question: 'is_free', value: true },
        { question: 'price', value: { amount: 5, currency: 'EUR' } },
        { question: 'days', value: 14 },
      ],
      concerned: ['is_free', 'price', 'days'],
    })
  })
  test('without what this agreement does not know or does not take', () => {
    const lead = findingLead(finding(suggests({ days: 61, joint: 'gone', unknown: 1, is_free: true }, { role: 'joint' })), smallAgreement)
    expect(lead).toMatchObject({ role: undefined, suggested: [{ question: 'is_free', value: true }] })
  })
  test('to the contested points on its topics where it suggests nothing', () => {
    const content = agreementWith('talks', [clause('a', 'M03'), clause('b', 'M09')])
    expect(findingLead(finding({ clauseTopics: ['M03'] }), content)).toEqual({ isNamed: false, role: undefined, suggested: [], concerned: ['a'] })
    expect(findingLead(finding({ clauseTopics: ['M10'] }), content)).toBeUndefined()
    expect(findingLead(finding({ agreements: ['talks'] }), content)).toMatchObject({ isNamed: true, concerned: [] })
  })
  test('best first: as the checklist names them, then with suggestions, then by topic', () => {
    const contents = ['by-topic', 'with-answer', 'second', 'first', 'none'].map((id) =>
      agreementWith(id, [id === 'by-topic' ? clause('a', 'M03') : { id: 'days', type: 'integer', label: both('days') }]),
    )
    const question = finding({ clauseTopics: ['M03'], agreements: ['first', 'second'], suggests: [{ agreement: 'with-answer', answers: { days: 3 } }] })
    expect(findingLeads(question, contents).map(({ content }) => content.id)).toEqual(['first', 'second', 'with-answer', 'by-topic'])
  })
})

describe('how a draft deals with a suggestion', () => {
  const agreement = compileAgreement(smallAgreement)
  const statesOf = (suggested: readonly SuggestedAnswer[], answers: Answers) =>
    suggestionStates(agreement, interview(agreement, answers, ['en']), suggested).map(({ status, isAsked }) => [status, isAsked])

  test.each([
    ['taken by an answer', { days: 14 }, 14, ['taken', true]],
    ['taken by the preset', {}, 30, ['taken', true]],
    ['open when only the preset differs', {}, 14, ['open', true]],
    ['open when it is left open on purpose', { days: null }, 14, ['open', true]],
    ['otherwise when somebody answered differently', { days: 20 }, 14, ['otherwise', true]],
  ] as const)('is %s', (_, answers, value, expected) => {
    expect(statesOf([{ question: 'days', value }], answers)).toEqual([expected])
  })
  test('does not mind in which order the parts of an answer were written', () => {
    expect(statesOf([{ question: 'duration', value: { unit: 'months', value: 6 } }], { duration: { value: 6, unit: 'months' } })).toEqual([['taken', true]])
  })
  test('is open while the question is not asked, and says what that hangs on', () => {
    const price = [{ question: 'price', value: { amount: 5, currency: 'EUR' } }]
    const [state] = suggestionStates(agreement, interview(agreement, { is_free: true, price: { amount: 5, currency: 'EUR' } }, ['en']), price)
    expect(state).toMatchObject({ status: 'open', isAsked: false, dependsOn: ['is_free'] })
  })
  test('adds up to dealt with, partly or open; a person may settle it', () => {
    const states = (...all: readonly ('taken' | 'open' | 'otherwise')[]) =>
      all.map((status) => ({ question: 'q', value: 1, status, isAsked: true, dependsOn: [] }))
    expect(findingState(states('taken', 'taken'), null)).toBe('dealt')
    expect(findingState(states('taken', 'open'), null)).toBe('partly')
    expect(findingState(states('taken', 'otherwise'), null)).toBe('partly')
    expect(findingState(states('otherwise'), null)).toBe('open')
    expect(findingState(states(), null)).toBe('open')
    expect(findingState(states('open'), 'otherwise')).toBe('dealt')
    expect(findingState(states(), 'taken')).toBe('dealt')
  })
})

describe('several findings together', () => {
  const lead = (suggested: FindingLead['suggested']): FindingLead => ({ isNamed: true, role: undefined, suggested, concerned: [] })
  const leads = [
    { finding: 'one', lead: lead([{ question: 'days', value: 14 }]) },
    {
      finding: 'two',
      lead: lead([
        { question: 'days', value: 30 },
        { question: 'free', value: true },
      ]),
    },
    { finding: 'three', lead: lead([{ question: 'days', value: 14 }]) },
  ]
  test('leave open and name what they contradict each other in', () => {
    expect(mergedSuggestions(leads)).toEqual({
      answers: { days: null, free: true },
      conflicts: [
        {
          question: 'days',
          choices: [
            { value: 14, findings: ['one', 'three'] },
            { value: 30, findings: ['two'] },
          ],
        },
      ],
    })
  })
  test('follow what a person chose', () => {
    expect(mergedSuggestions(leads, { days: 'three' }).answers).toEqual({ days: 14, free: true })
    expect(mergedSuggestions(leads, { days: 'nobody' }).answers).toEqual({ days: null, free: true })
  })
})

describe('the names a draft begins with', () => {
  const facts = { organisation: 'Akatsuki KK', partner: 'ILT' }
  test('go into the role of the organisation and into the other one of two', () => {
    expect(partiesFromRun(smallAgreement, 'institute', facts)).toEqual({ institute: { name: 'Akatsuki KK' }, company: { name: 'ILT' } })
    expect(partiesFromRun(smallAgreement, 'company', { organisation: 'Akatsuki KK' })).toEqual({ company: { name: 'Akatsuki KK' } })
  })
  test('are not guessed: without a role, for a role that is none, with more than two', () => {
    expect(partiesFromRun(smallAgreement, undefined, facts)).toEqual({})
    expect(partiesFromRun(smallAgreement, 'subject', facts)).toEqual({})
    const three = {
      ...agreementWith(
        'three',
        ['a', 'b', 'c'].map((id) => ({ id, type: 'party', label: both(id) })),
      ),
      roles: ['a', 'b', 'c'].map((id) => ({ id, title: both(id) })),
    }
    expect(partiesFromRun(three, 'a', facts)).toEqual({ a: { name: 'Akatsuki KK' } })
  })
})
