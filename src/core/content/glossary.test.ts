import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createTermFinder } from '../../engine/glossary.ts'
import { loadGlossary } from './glossary.ts'
import { lint } from './lint.ts'
import { goodFilesWithExpected, writeTemplates } from './testing/good-templates.ts'

const good = await goodFilesWithExpected()
const entry = (id: string, more = ''): string =>
  `- id: ${id}\n  de: { term: Wort ${id} }\n  en: { term: word ${id} }\n  ja: 言葉\n  explanation: { de: Was., en: What. }\n${more === '' ? '' : `  ${more}\n`}`

async function lintGlossaryFile(text: string) {
  const { findings } = await lint(await writeTemplates({ ...good, 'glossary.yaml': text }))
  return findings.filter(({ file }) => file === 'glossary.yaml')
}

describe('a glossary', () => {
  test('may be absent', async () => {
    expect(await loadGlossary(await writeTemplates(good))).toEqual({ glossary: { terms: [], lawEntries: [] }, problems: [] })
  })
  test('loads what is right, names what is not, and brings the laws it names', async () => {
    const text = entry('one', 'laws: [bgb-126b]') + '- id: broken\n  de: { term: Nur deutsch }\n' + entry('two')
    const { glossary, problems } = await loadGlossary(await writeTemplates({ ...good, 'glossary.yaml': text }))
    expect(glossary.terms.map(({ id }) => id)).toEqual(['one', 'two'])
    expect(glossary.lawEntries.map(({ id }) => id)).toEqual(['bgb-126b'])
    expect(problems.map(({ line }) => line)).toEqual(expect.arrayContaining([7]))
  })
  test.each([
    ['an id that stands twice', entry('one') + entry('one'), 'unreadable', 6],
    ['a missing language', entry('one').replace('  en: { term: word one }\n', ''), 'unreadable', 1],
    ['an empty language', entry('one').replace('de: Was.', 'de: ""'), 'missing-language', 1],
    ['an unknown law', entry('one', 'laws: [bgb-9999]'), 'unknown-law', 6],
    ['a statute without an entry', entry('one').replace('de: Was.', 'de: Siehe § 611 BGB.'), 'law-not-listed', 5],
    ['an entry that leads nowhere', entry('one', 'seeAlso: [two]'), 'unknown-term', 6],
    ['a word for two concepts', entry('one') + entry('two').replace('Wort two', 'Wort one'), 'duplicate-word', 7],
  ])('is refused with %s', async (_, text, rule, line) => {
    expect(await lintGlossaryFile(text)).toEqual(expect.arrayContaining([expect.objectContaining({ rule, line })]))
  })
  test('is fine otherwise', async () => {
    expect(await lintGlossaryFile(entry('one', 'seeAlso: [two]') + entry('two', 'laws: [bgb-126b]'))).toEqual([])
  })
})

describe('our own glossary', async () => {
  const { glossary, problems } = await loadGlossary(join(import.meta.dirname, '../../../templates'))
  test('is whole, in three languages', () => {
    expect(problems).toEqual([])
    expect(glossary.terms.length).toBeGreaterThan(170)
    expect(new Set(glossary.terms.flatMap(({ laws }) => laws))).toEqual(new Set(glossary.lawEntries.map(({ id }) => id)))
  })
  test('finds its words in sentences of the templates', () => {
    const ids = (text: string, language: 'de' | 'en') => createTermFinder(glossary.terms, language)(text).map(({ term }) => term)
    expect(ids('Nach der Erfindungsmeldung läuft die Frist der Inanspruchnahme; ausschließliche Lizenzen brauchen Textform.', 'de')).toEqual([
      'invention-report',
      'claiming',
      'text-form',
    ])
    // Words that mean something else elsewhere.
    expect(ids('Freigabe der Veröffentlichung; Inanspruchnahme derselben Priorität', 'de')).toEqual(['priority'])
    expect(ids('The court has jurisdiction; the committee releases a grant.', 'en')).toEqual([])
    expect(ids('The institute grants a non-exclusive licence to its Background; trade secrets stay secret.', 'en')).toEqual([
      'non-exclusive-licence',
      'background',
      'trade-secret',
    ])
  })
})
