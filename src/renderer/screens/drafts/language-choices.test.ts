import { expect, test } from 'vitest'
import { usualLanguages } from './language-choices.ts'

test('a new document is in German beside the language of the interface, where the agreement speaks it', () => {
  expect(usualLanguages(['de', 'en', 'ja'], 'ja')).toEqual(['de', 'ja'])
  expect(usualLanguages(['de', 'en', 'ja'], 'de')).toEqual(['de', 'en'])
  expect(usualLanguages(['de', 'en', 'ja'], 'en')).toEqual(['de', 'en'])
  expect(usualLanguages(['de', 'en'], 'ja')).toEqual(['de', 'en'])
  expect(usualLanguages(['ja'], 'en')).toEqual(['ja'])
  expect(usualLanguages([], 'en')).toEqual([])
})
