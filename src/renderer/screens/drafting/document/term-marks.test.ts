import { expect, test } from 'vitest'
import { compileAgreement } from '../../../../engine/agreement.ts'
import { createAssembler } from '../../../../engine/assemble.ts'
import type { Inline } from '../../../../engine/document.ts'
import { createTermFinder, glossaryTermSchema } from '../../../../engine/glossary.ts'
import type { Language } from '../../../../engine/language.ts'
import { smallAgreement, smallAnswers } from '../../../../engine/testing/small-agreement.ts'
import type { WindowGlossary } from '../../glossary/use-glossary.ts'
import { markTerms, termsIn } from './term-marks.ts'

const terms = [
  glossaryTermSchema.parse({
    id: 'results',
    de: { term: 'Erkenntnisse' },
    en: { term: 'finding' },
    ja: '成果',
    explanation: { de: 'Was herauskommt.', en: 'What comes out.' },
  }),
]
const makeGlossary = (): WindowGlossary => ({
  terms,
  lawEntries: [],
  term: (id) => terms.find((term) => term.id === id),
  find: (text: string, language: Language) => createTermFinder(terms, language)(text),
})

test('words of a section are marked once in each column, and answers are left alone', () => {
  const languages = ['de', 'en'] as const
  const answers = { ...smallAnswers, subject: { de: 'Erkenntnisse', en: 'findings' } }
  const { sections } = createAssembler(compileAgreement(smallAgreement))(answers, languages)
  const section = sections.find(({ id }) => id === 'definitions')
  if (section === undefined) throw new Error('the section is missing')
  const glossary = makeGlossary()
  markTerms(section, languages, glossary)
  const inlines: readonly Inline[] = section.rows.flatMap((row) => row.cells.flatMap((block) => (block.kind === 'paragraph' ? block.content : [])))
  const marked = inlines.flatMap((inline) => termsIn(inline, glossary).map(({ start, end }) => (inline.kind === 'text' ? inline.text.slice(start, end) : '')))
  expect(marked).toEqual(['Erkenntnisse', 'findings'])
  expect(inlines.filter((inline) => inline.kind === 'answer').flatMap((inline) => termsIn(inline, glossary))).toEqual([])
  // Another glossary, or none, has marked nothing here.
  expect(inlines.flatMap((inline) => [...termsIn(inline, makeGlossary()), ...termsIn(inline, undefined)])).toEqual([])
})
