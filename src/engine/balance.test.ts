import { describe, expect, test } from 'vitest'
import { compileAgreement } from './agreement.ts'
import type { Answers } from './answers.ts'
import { balanceIf, balanceOf, degreeOf, pointsOf, sideOf } from './balance.ts'
import { interview } from './interview.ts'
import { type AgreementPackage, agreementPackageSchema } from './template.ts'
import { smallAgreement } from './testing/small-agreement.ts'

const both = (text: string) => ({ de: text, en: text })
const alternative = (id: string, favours: string, weight: number) => ({ id, label: both(id), favours, weight, explanation: both(id) })
const threeWays = [alternative('ours', 'company', 3), alternative('middle', 'balanced', 0), alternative('theirs', 'institute', 2)]
const clause = (id: string, more: object = {}) => ({ id, type: 'clause', label: both(id), alternatives: threeWays, ...more })

function agreementWith(questions: readonly object[], positions?: readonly object[]): AgreementPackage {
  const [page] = smallAgreement.pages
  return agreementPackageSchema.parse({
    ...smallAgreement,
    positions: positions ?? [
      { id: 'company', title: both('company'), side: 'left', role: 'company' },
      { id: 'institute', title: both('institute'), side: 'right' },
    ],
    pages: [page, { id: 'clauses', title: both('?'), short: both('?'), questions }],
  })
}

function balanced(content: AgreementPackage, answers: Answers) {
  const agreement = compileAgreement(content)
  const current = interview(agreement, answers, ['en'])
  return {
    balance: balanceOf(agreement, current),
    ifChosen: (question: string, chosen: string) => balanceIf(agreement, current, { answers, languages: ['en'] }, question, chosen),
  }
}

describe('the balance of a draft', () => {
  const content = agreementWith([
    clause('one', { topic: 'M07' }),
    clause('two', { topic: 'M07' }),
    clause('three', { topic: 'M10', default: 'theirs' }),
    clause('four'),
  ])

  test('is the mean of the weights, left negative, right positive, from -1 to 1', () => {
    const { balance } = balanced(content, { one: 'ours', two: 'middle', four: 'ours' })
    expect(balance.topics.map(({ topic, lean }) => [topic, lean])).toEqual([
      ['M07', -1 / 2],
      ['M10', 2 / 3],
      ['other', -1],
    ])
    expect(balance.overall).toEqual({ lean: (-1 + 0 + 2 / 3 - 1) / 4, decided: 4, open: 0 })
    expect(balance.sides).toEqual({ left: ['company'], right: ['institute'] })
  })

  test('counts an open question as open, not as the middle', () => {
    const { balance } = balanced(content, { one: 'ours', three: null, four: 'no-such-alternative' })
    expect(balance.topics[0]).toMatchObject({ lean: -1, decided: 1, open: 1 })
    expect(balance.topics[1]).toMatchObject({ lean: undefined, decided: 0, open: 1 })
    expect(balance.overall).toEqual({ lean: -1, decided: 1, open: 3 })
  })

  test('leaves out what is not asked', () => {
    const conditional = agreementWith([clause('one'), clause('two', { when: "one == 'ours'", default: 'theirs' })])
    expect(balanced(conditional, { one: 'middle' }).balance.overall).toEqual({ lean: 0, decided: 1, open: 0 })
    expect(balanced(conditional, { one: 'ours' }).balance.overall).toEqual({ lean: (-1 + 2 / 3) / 2, decided: 2, open: 0 })
  })

  test('is without a lean and without topics where nothing is contested', () => {
    const { balance } = balanced(agreementWith([{ id: 'note', type: 'text', label: both('note') }]), {})
    expect(balance).toMatchObject({ overall: { lean: undefined, decided: 0, open: 0 }, topics: [] })
  })

  test('tells before it is chosen what an alternative would do', () => {
    const { balance, ifChosen } = balanced(content, { one: 'ours' })
    expect(ifChosen('two', 'theirs')).toEqual(balanced(content, { one: 'ours', two: 'theirs' }).balance)
    expect(ifChosen('one', 'ours')).toEqual(balance)
    const conditional = agreementWith([clause('one'), clause('two', { when: "one == 'ours'", default: 'theirs' })])
    expect(balanced(conditional, { one: 'middle' }).ifChosen('one', 'ours').overall.decided).toBe(2)
  })
})

test('degrees are those of the nearest weight', () => {
  expect([0, 0.16, -0.17, 0.49, -0.5, 0.84, 1].map(degreeOf)).toEqual([0, 0, 1, 1, 2, 3, 3])
  expect([-0.1, -0.4, 0.4].map(sideOf)).toEqual([undefined, 'left', 'right'])
  expect([pointsOf(-0.004), pointsOf(-2 / 3), pointsOf(1)]).toEqual([0, -67, 100])
})
