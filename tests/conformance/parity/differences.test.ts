import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { writeDocx } from '../../../src/core/export/docx/write-docx.ts'
import { writePdf } from '../../../src/core/export/pdf/write-pdf.ts'
import { sampleDocument } from '../../../src/core/export/sample-document.ts'
import type { AssembledDocument } from '../../../src/engine/document.ts'
import { type Difference, differencesOf } from './compare.ts'
import { readDocx } from './read-docx.ts'
import { readPdf } from './read-pdf.ts'
import { readPreview } from './read-preview.tsx'

// The check itself must be able to fail: each test plants one mistake in one output and expects it to be named.
const options = { draft: undefined, date: '2026-11-23T09:00:00Z', author: '', hasNotes: false } as const
const document = sampleDocument({ languages: ['de', 'en'], isShort: true, hasFootnotes: true })
const docx = await writeDocx(document, options)
const pdf = await readPdf(await writePdf(document, options))
const preview = readPreview(document)

/** The document with words changed, as a writer with a mistake would see it. */
function changed(from: string, to: string): AssembledDocument {
  const text = JSON.stringify(document)
  if (!text.includes(from)) throw new Error(`the document does not hold ${from}`)
  return { ...document, sections: document.sections.map((section) => replacedIn(section, from, to)) }
}

function replacedIn<Value>(value: Value, from: string, to: string): Value {
  const result: Value = JSON.parse(JSON.stringify(value).replaceAll(from, to))
  return result
}

/** The DOCX with one of its parts changed. */
function damaged(part: string, from: string | RegExp, to: string): Uint8Array {
  const parts = unzipSync(docx)
  const before = strFromU8(parts[part] ?? new Uint8Array())
  const after = before.replace(from, to)
  if (after === before) throw new Error(`${part} does not hold ${from}`)
  return zipSync({ ...parts, [part]: strToU8(after) })
}

const withDocx = (bytes: Uint8Array): readonly Difference[] => differencesOf(document, [preview, readDocx(bytes), pdf])
const withPdf = async (other: AssembledDocument): Promise<readonly Difference[]> =>
  differencesOf(document, [preview, readDocx(docx), await readPdf(await writePdf(other, options))])

test('nothing is planted, nothing is found', () => {
  expect(withDocx(docx)).toEqual([])
})

test.each([
  { name: 'a word', from: 'Aachen', to: 'Achen' },
  { name: 'a missing letter', from: 'Fraunhofer-Institut', to: 'Fraunhofer-Institt' },
  { name: 'an amount in a table', from: '1.4.2027', to: '1.4.2028' },
  { name: 'the function of a signatory', from: 'Institutsleiterin', to: 'Institutsleitung' },
  { name: 'the name of a gap', from: 'Abnahme / Acceptance', to: 'Annahme / Acceptance' },
  { name: 'a number', from: '"label":"§ 2"', to: '"label":"§ 3"' },
  { name: 'a figure in brackets', from: '"label":"(2)"', to: '"label":"(4)"' },
])('finds in the PDF $name that changed', async ({ from, to }) => {
  const [difference] = await withPdf(changed(from, to))
  expect(difference?.message).toMatch(/^preview has .*, PDF has /)
})

test('finds a paragraph the PDF lacks, and names its clause', async () => {
  const target = document.sections.find(({ kind }) => kind === 'clause')
  const without = {
    ...document,
    sections: document.sections.map((section) => (section === target ? { ...section, rows: section.rows.slice(0, -1) } : section)),
  }
  const differences = await withPdf(without)
  expect(differences.map(({ language }) => language)).toEqual(['de', 'en'])
  expect(differences[0]?.clause).toMatch(/^§ 1 /)
})

test('finds a paragraph the PDF says twice', async () => {
  const twice = {
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      rows: section.rows.flatMap((row, index) => (index === 1 && section.kind === 'clause' ? [row, row] : [row])),
    })),
  }
  expect((await withPdf(twice)).length).toBeGreaterThan(0)
})

test('finds languages that changed places', async () => {
  const swapped = { ...document, languages: document.languages.toReversed() }
  expect((await withPdf(swapped)).length).toBeGreaterThan(0)
})

test('finds a word that changed in the DOCX alone', () => {
  const [difference, ...others] = withDocx(damaged('word/document.xml', 'Aachen', 'Achen'))
  expect(difference).toMatchObject({ language: 'de', message: expect.stringContaining('Achen') })
  expect(others.length).toBeLessThanOrEqual(1)
})

test('finds a list that counts otherwise in Word', () => {
  expect(withDocx(damaged('word/numbering.xml', '<w:lvlText w:val="(%2)"/>', '<w:lvlText w:val="%2."/>'))[0]?.message).toContain('(1)')
  expect(withDocx(damaged('word/numbering.xml', '<w:start w:val="1"/>', '<w:start w:val="2"/>')).length).toBeGreaterThan(0)
})

test('finds a reference whose stored number is not that of its target', () => {
  const stored = /(REF _Ref\d+ \\n \\h <\/w:instrText><\/w:r><w:r><w:fldChar w:fldCharType="separate"\/><\/w:r><w:r><w:t xml:space="preserve">)([^<]+)/
  const messages = withDocx(damaged('word/document.xml', stored, '$1§ 99')).map(({ message }) => message)
  expect(messages.some((message) => /DOCX: a reference says "§ 99", its target is numbered "/.test(message))).toBe(true)
})

test('finds a reference that leads nowhere in Word', () => {
  const messages = withDocx(damaged('word/document.xml', /REF _Ref\d+/, 'REF _Ref1')).map(({ message }) => message)
  expect(messages.some((message) => message.includes('which is nowhere'))).toBe(true)
})

test('finds words marked as another language in Word', () => {
  expect(withDocx(damaged('word/styles.xml', /w:val="en-GB"/g, 'w:val="fr-FR"')).length).toBeGreaterThan(0)
})

test('finds a footnote that says something else, and one that is not there', async () => {
  const languages = ['de', 'en'] as const
  const noted = sampleDocument({ languages, hasFootnotes: true })
  const drawn = [readDocx(await writeDocx(noted, options)), await readPdf(await writePdf(noted, options))]
  expect(differencesOf(noted, [readPreview(noted), ...drawn])).toEqual([])
  const changes = differencesOf(noted, [readPreview(replacedIn(noted, 'vier Monaten', 'drei Monaten')), ...drawn]).map(({ message }) => message)
  expect(changes).toEqual([
    expect.stringMatching(/^preview has footnote "\[\^1\]: .*drei Monaten.*DOCX has footnote/),
    expect.stringMatching(/^preview has footnote "\[\^1\]: .*drei Monaten.*PDF has footnote/),
    expect.stringContaining('the plain text lacks footnote'),
  ])
  expect(differencesOf(noted, [readPreview(sampleDocument({ languages })), ...drawn]).length).toBeGreaterThan(0)
})
