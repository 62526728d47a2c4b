import { describe, expect, test } from 'vitest'
import type { Answers } from './answers.ts'
import { documentText } from './plain-text.ts'
import { compileSuite, documentAnswers, suiteDocuments, suiteQuestions } from './suite.ts'
import { suiteFileSchema } from './suite-content.ts'
import { openPointsSheet, termSheet } from './term-sheet.ts'
import { agreementWith, both } from './testing/small-set.ts'

const question = (id: string, type: string, more: object = {}): object => ({ id, type, label: both(id.replaceAll('_', ' ')), ...more })
const secrecy = question('secrecy', 'clause', {
  alternatives: ['short', 'long'].map((id) => ({ id, label: both(`${id} secrecy`), favours: 'balanced', weight: 0, explanation: both('why') })),
})

const talks = agreementWith('talks', [
  question('first', 'party'),
  question('purpose', 'text'),
  question('has_samples', 'yesNo', { default: false }),
  secrecy,
  ...['notice', 'review'].map((id) => question(id, 'integer', { default: 30, unit: both('days') })),
])
const samples = agreementWith('samples', [question('company', 'party'), question('purpose', 'text'), question('fee', 'money')])
const suite = compileSuite(
  suiteFileSchema.parse({
    id: 'both',
    version: '1.0.0',
    title: both('Both'),
    purpose: both('Both'),
    documents: [
      { agreement: 'talks', map: { first: 'company', purpose: 'talks_purpose' } },
      { agreement: 'samples', when: 'has_samples' },
    ],
  }),
  new Map([
    ['talks', talks],
    ['samples', samples],
  ]),
)
const [firstPart, secondPart] = suite.parts
if (firstPart === undefined || secondPart === undefined) throw new Error('the suite has two documents')
const company = { name: 'Akatsuki Photonics KK', shortName: 'Akatsuki' }
const answers: Answers = { company, talks_purpose: 'talks', purpose: 'tests', has_samples: true, fee: { amount: 100_000, currency: 'EUR' } }

describe('a suite', () => {
  test('asks each question once, under one name, and says where', () => {
    expect(suiteQuestions(suite).map(({ name, places }) => [name, places.map((place) => `${place.agreement}.${place.question}`)])).toEqual([
      ['company', ['talks.first', 'samples.company']],
      ['talks_purpose', ['talks.purpose']],
      ['has_samples', ['talks.has_samples']],
      ['secrecy', ['talks.secrecy']],
      ['notice', ['talks.notice']],
      ['review', ['talks.review']],
      ['purpose', ['samples.purpose']],
      ['fee', ['samples.fee']],
    ])
  })

  test('gives each document its answers, and none that it cannot take', () => {
    expect(documentAnswers(firstPart, answers)).toEqual({ first: company, purpose: 'talks', has_samples: true })
    expect(documentAnswers(secondPart, { company: 7, purpose: null, fee: { amount: 1, currency: 'ZZZ' } })).toEqual({ purpose: null })
  })

  test('needs a document when the answers before it say so; a default is an answer', () => {
    const needed = (given: Answers): readonly string[] =>
      suiteDocuments(suite, (part) => documentAnswers(part, given), ['en']).flatMap(({ document, isNeeded }) => (isNeeded ? [document.agreement] : []))
    expect(needed(answers)).toEqual(['talks', 'samples'])
    expect(needed({})).toEqual(['talks'])
  })

  test('cannot be put together without one of its agreements', () => {
    expect(() => compileSuite(suite.content, new Map([['talks', talks]]))).toThrow('needs the agreement "samples"')
  })
})

describe('the sheets of a suite', () => {
  const sources = [
    { agreement: firstPart.agreement, answers: documentAnswers(firstPart, answers) },
    { agreement: secondPart.agreement, answers: documentAnswers(secondPart, answers), shared: new Set(['company']) },
  ]
  test('the term sheet shows parties, figures and choices, what is open, and shared terms once', () => {
    const text = documentText(termSheet(both('Both'), sources, ['en']))
    expect(termSheet({ ...both('Both'), ja: '検証' }, sources, ['ja']).titles).toEqual(['主要条件：検証'])
    expect(text).toContain('Term sheet: Both')
    expect(text).toContain('It binds nobody')
    expect(text).toContain('Akatsuki Photonics KK (Akatsuki)')
    expect(text).toContain('EUR 1,000.00')
    expect(text).toMatch(/secrecy.*open/)
    expect(text.match(/Akatsuki Photonics/g)).toHaveLength(1)
    expect(text).not.toContain('has samples')
    expect(text).not.toContain('notice')
  })
  test('the open points name what is missing in each document, in both languages', () => {
    const text = documentText(openPointsSheet(both('Both'), sources, ['de', 'en']))
    expect(text).toContain('Nur für die eigene Seite bestimmt')
    expect(text).toContain('talks (de)')
    expect(text).toContain('secrecy')
  })
})
