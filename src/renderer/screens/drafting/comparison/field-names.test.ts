import { expect, test } from 'vitest'
import type { AnswerPartChange } from '../../../../engine/comparison/answer-changes.ts'
import { createTranslator, type Translate } from '../../../i18n/i18n.ts'
import { partName, partValue } from './field-names.ts'

const translator = createTranslator('en')
const t: Translate = (key, values = {}) => translator.t(key, values)
const part = (given: Partial<AnswerPartChange>): AnswerPartChange => ({
  item: undefined,
  field: '',
  label: undefined,
  language: undefined,
  before: undefined,
  after: undefined,
  ...given,
})

test('a whole answer needs no name, everything inside it has one', () => {
  expect(partName(part({}), t)).toBe('')
  expect(partName(part({ language: 'de' }), t)).toBe('German')
  expect(partName(part({ item: 2, field: 'due', label: 'Due on' }), t)).toBe('Entry 2 · Due on')
  expect(partName(part({ field: 'name' }), t)).toBe('Registered name')
  expect(partName(part({ field: 'signatories.1.name' }), t)).toBe('Signatories 2, Name')
  expect(partName(part({ field: 'contact.email' }), t)).toBe('Contact person, E-mail')
})
test('identifiers of a party read as words, everything else as it is', () => {
  expect(partValue('form', 'KK', t)).toBe('KK, Japanese stock company (株式会社)')
  expect(partValue('kind', 'startup', t)).toBe('Start-up')
  expect(partValue('signing', 'joint', t)).toBe('Two together')
  expect(partValue('name', 'joint', t)).toBe('joint')
  expect(partValue('form', 'unheard of', t)).toBe('unheard of')
})
