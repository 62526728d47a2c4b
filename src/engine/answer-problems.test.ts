import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerProblems, isBlank, isUnusable } from './answer-problems.ts'
import type { Json } from './answers.ts'
import { questionSchema } from './template.ts'

const question = (settings: object): ReturnType<typeof questionSchema.parse> =>
  questionSchema.parse({ id: 'q', label: { de: 'Frage', en: 'Question' }, ...settings })
const codes = (settings: object, value: Json): readonly string[] =>
  answerProblems(question(settings), value).map(({ path, code }) => (path === '' ? code : `${path}:${code}`))

describe('problems of an answer', () => {
  test('texts: length, type, characters no document font has', () => {
    expect(codes({ type: 'text' }, 'x'.repeat(201))).toEqual(['tooLong'])
    expect(codes({ type: 'longText' }, 'x'.repeat(200_000))).toEqual(['tooLong'])
    expect(codes({ type: 'text', minLength: 5 }, 'abc')).toEqual(['tooShort'])
    expect(codes({ type: 'text' }, 5)).toEqual(['wrongType'])
    expect(codes({ type: 'text' }, 'gut 😀')).toEqual(['unprintable'])
    expect(codes({ type: 'text' }, 'שלום')).toEqual(['unprintable'])
    expect(codes({ type: 'text' }, 'a\u202Eb')).toEqual(['unprintable'])
    expect(codes({ type: 'text' }, 'Müller & Söhne, 株式会社あかつき – „§ 5“ ½ € ±')).toEqual([])
  })

  test('numbers, money, dates, durations keep their limits', () => {
    expect(codes({ type: 'integer', min: 1, max: 3 }, 4)).toEqual(['aboveMaximum'])
    expect(codes({ type: 'integer' }, 1.5)).toEqual(['wrongType'])
    expect(codes({ type: 'money' }, { amount: 10, currency: 'USD' })).toEqual(['unknownCurrency'])
    expect(codes({ type: 'money', min: 1 }, { amount: 0, currency: 'EUR' })).toEqual(['belowMinimum'])
    expect(codes({ type: 'date' }, '2027-02-30')).toEqual(['notADate'])
    expect(codes({ type: 'date', min: '2027-01-01' }, '2026-12-31')).toEqual(['belowMinimum'])
    expect(codes({ type: 'duration', units: ['months'] }, { value: 2, unit: 'years' })).toEqual(['unknownOption'])
  })

  test('lists name the item and the field', () => {
    const list = {
      type: 'list',
      minItems: 2,
      fields: [
        { id: 'name', type: 'text', label: { de: 'Name', en: 'Name' } },
        { id: 'share', type: 'percent', max: 100, label: { de: 'Anteil', en: 'Share' } },
      ],
    }
    expect(codes(list, [{ name: 'A', share: 120 }])).toEqual(['tooFewItems', '0.share:aboveMaximum'])
    expect(codes(list, [{ share: 10 }, 'x'])).toEqual(['0.name:required', '1:wrongType'])
  })

  test('a party needs name, short name, city and somebody who signs', () => {
    expect(codes({ type: 'party' }, { name: 'X GmbH' })).toEqual(['shortName:required', 'address.city:required', 'signatories:required'])
  })

  test('never throws, whatever the value', () => {
    const all = [
      { type: 'text' },
      { type: 'longText', translate: true },
      { type: 'integer' },
      { type: 'money' },
      { type: 'date' },
      { type: 'duration' },
      { type: 'yesNo' },
      { type: 'party' },
      { type: 'person' },
      { type: 'address' },
      {
        type: 'choice',
        options: [
          { id: 'a', label: { de: 'A', en: 'A' } },
          { id: 'b', label: { de: 'B', en: 'B' } },
        ],
      },
      { type: 'list', fields: [{ id: 'name', type: 'text', label: { de: 'Name', en: 'Name' } }] },
    ].map(question)
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.jsonValue(), (asked, value) => {
        const json: Json = JSON.parse(JSON.stringify(value))
        const problems = answerProblems(asked, json)
        expect(Array.isArray(problems)).toBe(true)
        if (isBlank(json)) expect(isUnusable(problems)).toBe(false)
      }),
    )
  })
})
