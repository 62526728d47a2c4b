import { expect, test } from 'vitest'
import { buildDocument } from '../../../src/core/export/build-document.ts'
import { sampleDocument } from '../../../src/core/export/sample-document.ts'
import { languages as all, type Language } from '../../../src/engine/language.ts'
import { reportLanguages, samplesOf } from '../support/content.ts'
import { parityOf } from './read-all.ts'

const combinations: readonly (readonly Language[])[] = [
  ...all.map((one) => [one]),
  ...all.flatMap((one) => all.filter((other) => other !== one).map((other) => [one, other])),
]
const checklists = await samplesOf('checklist')

test.each(combinations.map((languages) => ({ name: languages.join(' + '), languages })))(
  'a document with one of everything, footnotes and Japanese included, says the same in $name',
  async ({ languages }) => {
    expect(await parityOf(sampleDocument({ languages, hasFootnotes: true, hasChart: true }))).toEqual([])
  },
)

test.each(checklists.map(({ content, hash, sample }) => ({ id: content.id, content, hash, sample })))(
  'the report of $id says the same as PDF and as DOCX',
  async ({ content, hash, sample }) => {
    for (const languages of reportLanguages(content.id))
      expect(await parityOf(buildDocument({ content, contentHash: hash, answers: sample, languages, hasNotes: false }), false)).toEqual([])
  },
)
