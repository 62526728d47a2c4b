import { describe, expect, test } from 'vitest'
import { nearestInterfaceLanguage } from './interface-language.ts'

describe('the interface language of a first start', () => {
  test.each([
    ['de-AT', 'de'],
    ['de_DE.UTF-8', 'de'],
    ['en-GB', 'en'],
    ['ja-JP', 'ja'],
    ['ja_JP.UTF-8', 'ja'],
    ['ja', 'ja'],
    ['fr-FR', 'en'],
    ['', 'en'],
  ])('for %s is %s', (system, language) => {
    expect(nearestInterfaceLanguage(system)).toBe(language)
  })
})
