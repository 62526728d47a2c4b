import { expect, test } from 'vitest'
import { compileAgreement } from '../agreement.ts'
import type { Answers } from '../answers.ts'
import { smallAgreement, smallAnswers } from '../testing/small-agreement.ts'
import { answerChanges } from './answer-changes.ts'

const agreement = compileAgreement(smallAgreement)
const changes = (before: Answers, after: Answers) => answerChanges({ agreement, answers: before }, { agreement, answers: after }, ['de', 'en'], 'en')
const against = (after: Answers) => changes(smallAnswers, { ...smallAnswers, ...after })

test('equal answers have no change, in whatever order a form wrote their parts', () => {
  const company = Object.fromEntries(Object.entries(smallAnswers.company).toReversed())
  expect(against({ company, duration: { unit: 'months', value: 11 } })).toEqual([])
})
test('values are printed as people read them, labels with answers filled in', () => {
  expect(against({ start: '2027-05-01', price: { amount: 60_000, currency: 'EUR' }, joint: 'free', days: null })).toMatchObject([
    { question: 'price', label: 'Price', parts: [{ before: 'EUR 500.00', after: 'EUR 600.00' }] },
    { question: 'start', label: 'Start of Akatsuki', parts: [{ before: '31 March 2027', after: '1 May 2027' }] },
    { question: 'days', parts: [{ before: '5', after: undefined }] },
    { question: 'joint', parts: [{ before: 'Own field', after: 'Free' }] },
  ])
})
test('a default given explicitly is no change, an answer no longer asked for is one', () => {
  const { is_free: _, ...rest } = { ...smallAnswers, is_free: false }
  expect(changes(rest, { ...rest, is_free: false })).toEqual([])
  expect(against({ is_free: true }).map(({ question }) => question)).toEqual(['is_free', 'price', 'has_bonus'])
})
test('a party is told part by part, its address as one', () => {
  const company = {
    ...smallAnswers.company,
    name: 'Akatsuki KK',
    country: 'DE',
    address: { ...smallAnswers.company.address, street: '1-1' },
    signatories: [
      { name: 'Dr. Yuki Shirasawa', function: 'CEO' },
      { name: 'Rei Ota', function: 'CTO' },
    ],
  }
  expect(against({ company })[0]?.parts.map(({ field, before, after }) => [field, before, after])).toEqual([
    ['name', 'Akatsuki Photonics KK', 'Akatsuki KK'],
    ['country', 'Japan', 'Germany'],
    ['address', '2-17 Sunayama-cho, Naka-ku, Hamamatsu 430-0926, Japan', '1-1, Naka-ku, Hamamatsu 430-0926, Japan'],
    ['signatories.0.function', 'Representative Director', 'CEO'],
    ['signatories.1.name', undefined, 'Rei Ota'],
    ['signatories.1.function', undefined, 'CTO'],
  ])
})
test('a list is told item by item: put in, taken out, changed', () => {
  const [first, second] = smallAnswers.packages
  const packages = [
    { title: 'Neu', is_paid: false },
    { ...first, cost: { amount: 5, currency: 'JPY' } },
  ]
  expect(against({ packages })[0]?.parts).toMatchObject([
    { item: 1, field: '', before: undefined, after: 'Neu · no' },
    { item: 2, field: 'cost', label: 'Cost', before: 'JPY 4,800,000', after: 'JPY 5' },
    { item: 2, field: '', before: 'Feldtest · no', after: undefined },
  ])
  expect(second?.title).toBe('Feldtest')
})
test('a text in several languages is told per language', () => {
  expect(against({ subject: { de: 'Sensoren', en: 'lasers' } })[0]?.parts).toMatchObject([{ language: 'en', before: 'sensors', after: 'lasers' }])
  expect(against({ subject: 'Sensoren' })[0]?.parts).toMatchObject([{ language: 'en', before: 'sensors', after: 'Sensoren' }])
})
test('answers of a wrong shape count as none', () => {
  expect(against({ price: 'viel', company: 7 }).map(({ question, parts }) => [question, parts.every(({ after }) => after === undefined)])).toEqual([
    ['company', true],
    ['price', true],
    ['has_bonus', true],
  ])
})
