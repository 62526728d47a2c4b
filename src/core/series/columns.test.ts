import { describe, expect, test } from 'vitest'
import { possibleColumns, resolveColumn, resolveColumns } from './columns.ts'
import { seriesAgreement } from './testing/series-agreement.ts'

const questions = new Map(seriesAgreement.pages.flatMap((page) => page.questions.map((question) => [question.id, question] as const)))
const problems = (...header: string[]) => resolveColumns(questions, header).problems.map(({ column, message }) => `${column}: ${message.en}`)

describe('columns', () => {
  test('lead to questions and into parts of answers', () => {
    const { columns } = resolveColumns(questions, ['file', 'staff', 'company.address.city', 'company.signatories.1.name', 'purpose.de', 'items.0.title.en'])
    expect(columns.map((column) => (column.kind === 'file' ? 'file' : column.path))).toEqual([
      'file',
      ['staff'],
      ['company', 'address', 'city'],
      ['company', 'signatories', 1, 'name'],
      ['purpose', 'de'],
      ['items', 0, 'title', 'en'],
    ])
  })
  test('every possible column has a place', () => {
    const all = [...questions.values()].flatMap((question) => possibleColumns(question, 2))
    expect(all).toHaveLength(80)
    expect(all.filter((header) => resolveColumn(questions, header) === undefined)).toEqual([])
  })
  test.each([
    'company.nam',
    'company.address.cty',
    'staff.0',
    'items.title',
    'items.00.title',
    'items.100.title',
    'items.-1.title',
    'items.0.__proto__',
    'company.__proto__.name',
    '__proto__.x',
    'company.constructor',
    'purpose.fr',
    'title.de',
    'company.signatories.0',
  ])('%s is no column', (header) => {
    expect(problems(header)).toHaveLength(1)
  })
  test('unknown ones are refused with what was probably meant', () => {
    expect(problems('Company.Nam', 'zzzzzz', 'company')).toEqual([
      'Company.Nam: there is no such question; did you mean company.name?',
      'zzzzzz: there is no such question',
      'company: this answer has parts; name one, such as company.name',
    ])
  })
  test('doubled and overlapping ones and those without a name are refused', () => {
    expect(problems('staff', 'staff', '', 'purpose', 'purpose.de')).toEqual([
      'staff: this column is there twice',
      ': column 3 has no name',
      'purpose.de: this column and purpose answer the same question',
    ])
    expect(problems('purpose.de', 'purpose')).toEqual(['purpose: this column and purpose.de answer the same question'])
    expect(problems('company.name', 'company.form', 'items.0.title.de', 'items.0.title.en')).toEqual([])
  })
  test('a thousand unknown ones are refused in no time', () => {
    const start = performance.now()
    const found = problems(...Array.from({ length: 1000 }, (_, index) => `${'company.address.'.repeat(20)}${index}`))
    expect(found).toHaveLength(21)
    expect(found.at(-1)).toBe(': and 980 more columns')
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
