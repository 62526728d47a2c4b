import { describe, expect, it } from 'vitest'
import type { Language } from '../../../engine/language.ts'
import { hyphenationPoints } from './hyphenation.ts'

const hyphenated = (word: string, language: Language): string => {
  const points = hyphenationPoints(word, language)
  return [...word].map((letter, index) => (points.includes(index) ? `-${letter}` : letter)).join('')
}

describe('hyphenation', () => {
  it('follows German and English patterns', () => {
    expect(hyphenated('Geheimhaltungsvereinbarung', 'de')).toBe('Geheim-hal-tungs-ver-ein-ba-rung')
    expect(hyphenated('development', 'en')).toBe('devel-op-ment')
  })

  it('treats the same word differently in each language', () => {
    expect(hyphenated('Information', 'de')).not.toBe(hyphenated('Information', 'en'))
  })

  it('counts from the start of the word when marks stand around it', () => {
    expect(hyphenated('„Vertragspartner“,', 'de')).toBe('„Ver-trags-part-ner“,')
  })

  it('leaves short words, capitals, figures and Japanese alone', () => {
    for (const word of ['Haus', 'BGBEGHGB', 'A1234567', 'x']) expect(hyphenationPoints(word, 'de')).toEqual([])
    expect(hyphenationPoints('ドキュメント', 'ja')).toEqual([])
  })
})
