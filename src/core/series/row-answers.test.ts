import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers, Json } from '../../engine/answers.ts'
import { durationUnits, partyForms } from '../../engine/answers.ts'
import { resolveColumns } from './columns.ts'
import { readTable } from './read-table.ts'
import { mergeAnswers, rowAnswers } from './row-answers.ts'
import { seriesAgreement } from './testing/series-agreement.ts'
import { tableText } from './write-table.ts'

const questions = new Map(seriesAgreement.pages.flatMap((page) => page.questions.map((question) => [question.id, question] as const)))

function read(cells: Readonly<Record<string, string>>) {
  const { columns, problems } = resolveColumns(questions, Object.keys(cells))
  expect(problems).toEqual([])
  const found = rowAnswers(columns, { number: 2, cells: Object.values(cells) })
  return { answers: found.answers, fileName: found.fileName, problems: found.problems.map(({ column, message }) => `${column}: ${message.en}`) }
}

describe('the answers of a row', () => {
  test('are put where the columns lead; blank cells answer nothing', () => {
    expect(read({ 'company.name': 'A', 'company.address.city': 'Bonn', 'company.form': ' ', staff: '', 'items.0.title.de': 'x', file: 'one' })).toEqual({
      answers: { company: { name: 'A', address: { city: 'Bonn' } }, items: [{ title: { de: 'x' } }] },
      fileName: 'one',
      problems: [],
    })
  })
  test('? leaves a whole question open on purpose, a part cannot be left open', () => {
    expect(read({ staff: ' ? ', starts: '?' }).answers).toEqual({ staff: null, starts: null })
    expect(read({ 'company.name': '?' }).problems).toEqual(['company.name: only a whole answer can be left open on purpose, not a part of it'])
  })
  test.each(['=1+1', '=HYPERLINK("x")', '+1+cmd', '@SUM(1)', '-1-1', '-2+3', ' =1', '\t=1', '＝1+1', "=cmd|'/c calc'!A0", '+A1'])(
    'the formula %j is reported and never answers',
    (cell) => {
      expect(read({ title: cell })).toMatchObject({ answers: {}, problems: [expect.stringContaining('looks like a formula')] })
      expect(read({ 'contact.name': cell }).problems).toHaveLength(1)
    },
  )
  test('signed numbers, amounts and telephone numbers are no formulas', () => {
    expect(read({ staff: '-5', factor: '+3,5', price: '-1.000,00 EUR', 'contact.phone': '+81 53-456-7890' })).toMatchObject({
      answers: { staff: -5, factor: 3.5, price: { amount: -100_000, currency: 'EUR' }, contact: { phone: '+81 53-456-7890' } },
      problems: [],
    })
  })
  test('a dash says nothing, and an apostrophe makes anything text', () => {
    expect(read({ title: '–' }).problems[0]).toContain('a dash can mean many things')
    expect(read({ title: "'=1+1", 'purpose.de': "'?", 'purpose.en': "'- first" }).answers).toEqual({ title: '=1+1', purpose: { de: '?', en: '- first' } })
    expect(read({ title: "'s-Hertogenbosch" }).answers).toEqual({ title: "'s-Hertogenbosch" })
  })
  test('entries of lists are filled from the first one on', () => {
    expect(read({ 'items.0.title': '', 'items.1.title': 'x' }).problems).toEqual([
      'items.0: entries are filled from the first one on; an earlier entry is empty',
    ])
    expect(read({ 'items.0.title': 'x', 'items.1.title': '' })).toMatchObject({ answers: { items: [{ title: 'x' }] }, problems: [] })
  })
  test('a row longer than the header is reported, a shorter one is not', () => {
    const { columns } = resolveColumns(questions, ['title', 'staff'])
    const of = (...cells: (string | null)[]) => rowAnswers(columns, { number: 9, cells }).problems
    expect(of('a')).toEqual([])
    expect(of('a', '1', ' ')).toEqual([])
    expect(of('a', '1', 'x')).toMatchObject([{ row: 9, column: '', message: { en: 'the row has more cells than there are columns' } }])
    expect(of(null, '1')).toMatchObject([{ row: 9, column: 'title' }])
  })
  test('lie over the common ones part by part; lists replace each other', () => {
    expect(
      mergeAnswers(
        { company: { name: 'A', address: { city: 'Bonn', street: 'S' } }, items: [{ title: 'x' }, { title: 'y' }], staff: 1 },
        { company: { address: { city: 'Ulm' } }, items: [{ title: 'z' }], staff: null },
      ),
    ).toEqual({ company: { name: 'A', address: { city: 'Ulm', street: 'S' } }, items: [{ title: 'z' }], staff: null })
  })
})

/** Texts of people and of attackers; a carriage return is written as a line feed, and what is blank is no answer. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc
      .tuple(fc.constantFrom('=', '+', '-', '@', "'", "''", '?', '"', '\t', ' =', '–', ';', ',', '\n', '＝'), fc.string({ maxLength: 8 }))
      .map((parts) => parts.join('')),
  )
  .filter((value) => value.trim() !== '' && !/[\r\0\uFEFF]/u.test(value) && value.isWellFormed())
const part = <Value extends Json>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(value, { nil: undefined })
const open = (value: fc.Arbitrary<Json>): fc.Arbitrary<Json> => fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) })
const withoutHoles = (record: Readonly<Record<string, Json | undefined>>): Answers =>
  Object.fromEntries(Object.entries(record).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])))
const parts = (model: Readonly<Record<string, fc.Arbitrary<Json | undefined>>>): fc.Arbitrary<Json | undefined> =>
  fc.record(model).map((record) => {
    const answer = withoutHoles(record)
    return Object.keys(answer).length === 0 ? undefined : { ...answer }
  })
const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
const address = { street: part(text), city: part(text), country: part(fc.constantFrom('DE', 'JP')) }

const answersArbitrary: fc.Arbitrary<Answers> = fc
  .record({
    company: parts({
      name: part(text),
      form: part(fc.constantFrom(...partyForms)),
      signing: part(fc.constantFrom('single', 'joint')),
      address: parts(address),
      signatories: part(fc.array(fc.record({ name: text, function: text }), { minLength: 1, maxLength: 3 })),
    }),
    purpose: part(open(fc.record({ de: text, en: text }))),
    title: part(open(text)),
    staff: part(open(fc.integer())),
    factor: part(open(fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 10_000))),
    share: part(open(fc.integer({ min: 0, max: 100_000 }).map((value) => value / 1000))),
    price: part(open(fc.record({ amount: fc.integer({ min: -1e9, max: 1e9 }), currency: fc.constantFrom('EUR', 'JPY') }))),
    starts: part(open(day)),
    term: part(open(fc.record({ value: fc.integer({ min: 1, max: 9999 }), unit: fc.constantFrom(...durationUnits) }))),
    secret: part(open(fc.boolean())),
    law: part(open(fc.constantFrom('german-law', 'japanese-law'))),
    ways: part(fc.uniqueArray(fc.constantFrom('mail', 'meeting', 'call'), { minLength: 1 })),
    contact: parts({ name: part(text), phone: part(fc.constantFrom('+49 89 1', '030/12')) }),
    place: parts(address),
    items: part(fc.array(fc.record({ title: fc.record({ de: text }), count: fc.integer() }), { minLength: 1, maxLength: 3 })),
  })
  .map(withoutHoles)

test('every table of answers we write reads back as the same answers, in both languages', async () => {
  const headers = [
    ['name', 'form', 'signing', 'address.street', 'address.city', 'address.country'].map((name) => `company.${name}`),
    [0, 1, 2].flatMap((index) => [`company.signatories.${index}.name`, `company.signatories.${index}.function`]),
    'purpose.de,purpose.en,title,staff,factor,share,price,starts,term,secret,law,ways'.split(','),
    'contact.name,contact.phone,place.street,place.city,place.country'.split(','),
    [0, 1, 2].flatMap((index) => [`items.${index}.title.de`, `items.${index}.count`]),
  ].flat()
  const { columns, problems } = resolveColumns(questions, headers)
  expect(problems).toEqual([])
  await fc.assert(
    fc.asyncProperty(fc.array(answersArbitrary, { minLength: 1, maxLength: 4 }), fc.constantFrom('de', 'en'), async (rows, language) => {
      const given = rows.map((row) => ({ ...row, purpose: row['purpose'] === null ? { de: 'x' } : (row['purpose'] ?? { de: 'x' }) }))
      const table = await readTable(one(Buffer.from(tableText(columns, given, language))))
      const back: Answers[] = []
      for await (const row of table.rows) {
        const found = rowAnswers(columns, row)
        expect(found.problems).toEqual([])
        back.push(found.answers)
      }
      expect(back).toEqual(given)
    }),
    { numRuns: 300 },
  )
}, 60_000)

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}
