import { describe, expect, test } from 'vitest'
import { compileGuide, guideInterview, guidePrefill, guideResult } from './guide.ts'
import { guidePackageSchema } from './guide-content.ts'

const both = (text: string): { readonly de: string; readonly en: string } => ({ de: text, en: text })
const options = (...ids: readonly string[]): readonly object[] => ids.map((id) => ({ id, label: both(id) }))
const rule = (id: string, stage: string, agreement: string, when: string): object => ({ id, stage, agreement, when, reason: both(id) })

const guide = compileGuide(
  guidePackageSchema.parse({
    version: '1.0.0',
    title: both('Guide'),
    lead: both('Lead'),
    lawEntries: [],
    questions: [
      { id: 'secrets', question: both('Secrets?'), short: both('Secrets'), options: options('none', 'one', 'both') },
      { id: 'work', question: both('Work?'), short: both('Work'), options: options('none', 'shared') },
      { id: 'funding', question: both('Funding?'), short: both('Funding'), when: "work == 'shared'", options: options('yes', 'no') },
    ],
    documents: ['nda', 'one-way', 'co-operation'].map((agreement) => ({ agreement, title: both(agreement) })),
    stages: [
      { id: 'first', title: both('First') },
      { id: 'later', title: both('Later') },
    ],
    rules: [
      rule('work-together', 'later', 'co-operation', "work == 'shared'"),
      rule('several-show', 'first', 'nda', "secrets == 'both'"),
      rule('always', 'later', 'nda', "secrets == 'none' or work == 'none' or secrets == 'both'"),
      rule('one-shows', 'first', 'one-way', "secrets == 'one'"),
    ],
    models: [{ id: 'funded', when: "funding == 'yes'", title: both('Funded'), summary: both('s'), points: [both('p')] }],
    avoid: [
      { id: 'not-one-way', agreement: 'one-way', when: "secrets == 'both'", reason: both('r') },
      { id: 'not-nda', agreement: 'nda', when: "secrets == 'both'", reason: both('never shown, because a rule names it') },
    ],
    notes: [{ id: 'early', when: "funding == 'yes'", text: both('Sign early') }],
    fill: [
      { question: 'has_funding', when: "funding == 'yes'", value: true },
      { question: 'has_funding', value: false },
      { question: 'kind', value: 'x', agreements: ['nda'] },
    ],
  }),
)
const documents = (answers: Record<string, string>): readonly string[] => guideResult(guide, answers).steps.map(({ rule: { agreement } }) => agreement)

describe('the interview', () => {
  test('asks what earlier answers call for, and drops answers that are no option or no longer asked', () => {
    expect(guideInterview(guide, {}).map(({ question }) => question.id)).toEqual(['secrets', 'work'])
    expect(guideInterview(guide, { secrets: 'all', work: 'shared', funding: 'yes' }).map(({ value }) => value)).toEqual([undefined, 'shared', 'yes'])
    expect(guideResult(guide, { work: 'none', funding: 'yes' })).toMatchObject({ answered: 1, models: [], notes: [] })
  })
})

describe('the result', () => {
  test('names documents in the order of signing, each once, with the first rule that holds', () => {
    expect(documents({ secrets: 'both', work: 'shared' })).toEqual(['nda', 'co-operation'])
    expect(guideResult(guide, { secrets: 'both', work: 'none' }).steps.map(({ rule: { id } }) => id)).toEqual(['several-show'])
    expect(documents({})).toEqual([])
  })

  test('grows with the answers, with models, notes and what not to use', () => {
    const result = guideResult(guide, { secrets: 'both', work: 'shared', funding: 'yes' })
    expect(result.models.map(({ id }) => id)).toEqual(['funded'])
    expect(result.notes.map(({ id }) => id)).toEqual(['early'])
    expect(result.avoid.map(({ id }) => id)).toEqual(['not-one-way'])
    expect(result).toMatchObject({ answered: 3 })
  })

  test('says what each other answer would change, and nothing of answers that change nothing', () => {
    const { flips } = guideResult(guide, { secrets: 'both', work: 'shared', funding: 'yes' })
    expect(flips).toEqual([
      { question: 'secrets', option: 'one', added: ['one-way'], removed: ['nda'], addedModels: [], removedModels: [] },
      { question: 'work', option: 'none', added: [], removed: ['co-operation'], addedModels: [], removedModels: ['funded'] },
      { question: 'funding', option: 'no', added: [], removed: [], addedModels: [], removedModels: ['funded'] },
    ])
  })

  test('names the answers a document hangs on; when any of several is enough, all that speak for it', () => {
    const because = (answers: Record<string, string>, agreement: string): readonly string[] | undefined =>
      guideResult(guide, answers).steps.find(({ rule: { agreement: id } }) => id === agreement)?.because
    expect(because({ secrets: 'both', work: 'shared' }, 'nda')).toEqual(['secrets'])
    expect(because({ secrets: 'none', work: 'none' }, 'nda')).toEqual(['secrets', 'work'])
    expect(because({ secrets: 'both', work: 'shared' }, 'co-operation')).toEqual(['work'])
  })

  test('leaves the first fitting answer in a draft, only for questions the agreement has', () => {
    const questions = new Set(['has_funding', 'kind'])
    expect(guidePrefill(guide, { work: 'shared', funding: 'yes' }, 'nda', questions)).toEqual({ has_funding: true, kind: 'x' })
    expect(guidePrefill(guide, { work: 'shared', funding: 'no' }, 'co-operation', questions)).toEqual({ has_funding: false })
    expect(guidePrefill(guide, { work: 'none' }, 'nda', new Set())).toEqual({})
  })
})
