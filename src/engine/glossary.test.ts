import { describe, expect, test } from 'vitest'
import { createTermFinder, firstHits, glossaryTermSchema, type GlossaryTerm, searchGlossary } from './glossary.ts'

const term = (id: string, de: string, en: string, ja: string, more: object = {}): GlossaryTerm =>
  glossaryTermSchema.parse({ id, de: { term: de }, en: { term: en }, ja, explanation: { de: `Was ${de} ist.`, en: `What ${en} is.` }, ...more })

const terms = [
  term('claiming', 'Inanspruchnahme', 'claiming', '権利請求', { reading: 'けんりせいきゅう' }),
  term('licence', 'Lizenz', 'licence', 'ライセンス', { de: { term: 'Lizenz', forms: ['Lizenzen'] } }),
  term('exclusive-licence', 'ausschließliche Lizenz', 'exclusive licence', '独占的通常実施権'),
  term('ug', 'Unternehmergesellschaft (UG)', 'entrepreneurial company', 'UG', { de: { term: 'Unternehmergesellschaft (UG)', forms: ['UG'] } }),
  term('draft', 'Entwurf', 'draft', 'ドラフト', { quiet: true }),
]
const found = (text: string, language: 'de' | 'en' | 'ja') => createTermFinder(terms, language)(text).map((hit) => [text.slice(hit.start, hit.end), hit.term])

describe('terms in texts', () => {
  test('are found as whole words, the longest first, forms too', () => {
    expect(found('Ausschließliche Lizenz oder Lizenzen; Lizenzgeber, Unterlizenz, UG', 'de')).toEqual([
      ['Ausschließliche Lizenz', 'exclusive-licence'],
      ['Lizenzen', 'licence'],
      ['UG', 'ug'],
    ])
    expect(found('Claiming two licences, an exclusive licence.', 'en')).toEqual([
      ['Claiming', 'claiming'],
      ['licences', 'licence'],
      ['exclusive licence', 'exclusive-licence'],
    ])
    expect(found('独占的通常実施権とライセンス', 'ja').map(([, id]) => id)).toEqual(['exclusive-licence', 'licence'])
  })
  test('keep their capitals, and everyday words are left alone', () => {
    expect(found('die lizenz im Entwurf; Non-licence', 'de')).toEqual([])
    expect(found('a non-licence in the draft', 'en')).toEqual([])
  })
  test('are marked once', () => {
    const seen = new Set<string>()
    const find = createTermFinder(terms, 'de')
    expect(firstHits(find('Lizenz, Lizenz, UG'), seen)).toHaveLength(2)
    expect(firstHits(find('Lizenz'), seen)).toEqual([])
  })
})

test('the search finds words in every language and by reading, the closest first', () => {
  const ids = (query: string) => searchGlossary(terms, query, 'en').map(({ id }) => id)
  expect(ids('LIZENZ')).toEqual(['licence', 'exclusive-licence'])
  expect(ids('ケンリ')).toEqual(['claiming'])
  expect(ids('ｕｇ')).toEqual(['ug'])
  expect(ids('What draft')).toEqual(['draft'])
  expect(ids('')).toEqual(['claiming', 'draft', 'ug', 'exclusive-licence', 'licence'])
  expect(ids('nothing like it')).toEqual([])
})
