// oxlint-disable-next-line triple-slash-reference -- projects that only include the tests find these declarations no other way
/// <reference path="./untyped-modules.d.ts" />
import createHyphenator from 'hyphen'
import german from 'hyphen/patterns/de-1996.js'
import english from 'hyphen/patterns/en-gb.js'
import type { Language } from '../../../engine/language.ts'

const mark = '\u00ad'
const hyphenators = {
  de: createHyphenator(german, { hyphenChar: mark, minWordLength: 6 }),
  en: createHyphenator(english, { hyphenChar: mark, minWordLength: 6 }),
} as const

const points: Record<'de' | 'en', Map<string, readonly number[]>> = { de: new Map(), en: new Map() }
const none: readonly number[] = []
const word = /^([^\p{L}]*)(\p{L}{6,40})[^\p{L}]*$/u
const fewestLetters = 3

/**
 * The places in a word, as indexes into it, where it may be hyphenated in a language; at least three letters stay on either side.
 * Abbreviations in capitals, words with figures and Japanese are never hyphenated.
 */
export function hyphenationPoints(text: string, language: Language): readonly number[] {
  if (language === 'ja') return none
  const cache = points[language]
  const known = cache.get(text)
  if (known !== undefined) return known
  const found = findPoints(text, language)
  if (cache.size > 20_000) cache.clear()
  cache.set(text, found)
  return found
}

function findPoints(text: string, language: 'de' | 'en'): readonly number[] {
  const [, before = '', letters = ''] = word.exec(text) ?? []
  if (letters === '' || letters === letters.toUpperCase()) return none
  const result: number[] = []
  let index = 0
  for (const part of hyphenators[language](letters).split(mark).slice(0, -1)) {
    index += part.length
    if (index >= fewestLetters && letters.length - index >= fewestLetters) result.push(before.length + index)
  }
  return result
}
