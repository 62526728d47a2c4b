import { describe, expect, test } from 'vitest'
import { compileChecklist } from './checklist.ts'
import { compileGuide } from './guide.ts'
import { guidePackageSchema } from './guide-content.ts'
import { guideFromRun } from './guide-from-run.ts'
import { answerOf, checklistOf, questionOf } from './testing/small-checklist.ts'
import { both, guideTo } from './testing/small-set.ts'

const options = (...ids: readonly string[]) => ids.map((id) => ({ id, label: both(id) }))
const question = (id: string, ids: readonly string[], extra: object = {}) => ({ id, question: both(id), short: both(id), options: options(...ids), ...extra })
const guide = compileGuide(
  guidePackageSchema.parse({
    ...guideTo('nda', []),
    questions: [
      question('who', ['companies', 'company-institute', 'agencies']),
      question('found', ['yes', 'no'], { when: "who != 'agencies'" }),
      question('publication', ['yes', 'no']),
    ],
    rules: [{ id: 'always', stage: 'first', agreement: 'nda', when: "who != 'x'", reason: both('Because') }],
  }),
)
const tells = (id: string, facts: object) => questionOf(id, 'one', 'high', { guide: facts })
const checklist = compileChecklist(
  checklistOf([
    tells('a', { yes: { publication: 'yes' }, no: { publication: 'no' } }),
    tells('b', { yes: { publication: 'yes', found: 'yes', gone: 'yes' }, no: { publication: 'maybe' } }),
    questionOf('c', 'one', 'low', { when: "a == 'yes'", guide: { yes: { found: 'no' } } }),
  ]),
)
const of = (answers: Parameters<typeof guideFromRun>[2]) => guideFromRun(guide, checklist, answers)

describe('what a run already tells the guide', () => {
  test.each([
    [{ partner_kind: 'company' }, 'companies', 'partner_kind'],
    [{ partner_kind: 'institute', who: 'startup' }, 'company-institute', 'partner_kind'],
    [{ partner_kind: 'agency' }, 'agencies', 'partner_kind'],
    [{ partner_kind: 'company', who: 'agency' }, 'agencies', 'who'],
  ])('from its facts: %j', (facts, option, fact) => {
    expect(of(facts)).toEqual({ known: [{ question: 'who', option, sources: [{ kind: 'fact', fact }] }], open: [] })
  })
  test('from its answers, each with where it comes from', () => {
    expect(of({ a: answerOf('yes'), b: answerOf('yes') }).known).toEqual([
      { question: 'found', option: 'yes', sources: [{ kind: 'answer', question: 'b' }] },
      {
        question: 'publication',
        option: 'yes',
        sources: [
          { kind: 'answer', question: 'a' },
          { kind: 'answer', question: 'b' },
        ],
      },
    ])
  })
  test('leaves open what it contradicts itself about', () => {
    const { known, open } = of({ a: answerOf('no'), b: answerOf('yes') })
    expect(known.map((one) => one.question)).toEqual(['found'])
    expect(open.map((one) => [one.question, one.options.map(({ option }) => option)])).toEqual([['publication', ['yes', 'no']]])
  })
  test('nothing from questions that are not asked, for options the guide has not, or for questions it does not ask then', () => {
    expect(of({ a: answerOf('partly'), b: answerOf('no'), c: answerOf('yes') })).toEqual({ known: [], open: [] })
    expect(of({ who: 'agency', b: answerOf('yes') }).known.map((one) => one.question)).toEqual(['who', 'publication'])
  })
})
