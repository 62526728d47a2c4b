import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildDocument } from '../../src/core/export/build-document.ts'
import type { ExportOptions } from '../../src/core/export/options.ts'
import { writePdf } from '../../src/core/export/pdf/write-pdf.ts'
import { type AssembledDocument, inlineText } from '../../src/engine/document.ts'
import type { Language } from '../../src/engine/language.ts'
import { documentWords } from '../../src/engine/words.ts'
import { answersIn, reportLanguages, samplesOf } from './support/content.ts'

const run = promisify(execFile)
const options: ExportOptions = { draft: { number: 1, hasWatermark: true }, date: '2026-11-23T09:00:00Z', author: '', hasNotes: true }

const agreements = await samplesOf('agreement')
const samples = [...agreements, ...(await samplesOf('checklist'))].map(({ sample, ...template }) => ({
  template,
  name: `the sample of ${template.content.id}`,
  answers: sample,
}))
const fixtures = await Promise.all(
  [
    ['rd-cooperation', 'tests/fixtures/case-1.answers.yaml'],
    ['mutual-nda', 'tests/fixtures/case-2.answers.yaml'],
  ].map(async ([id = '', file = '']) => ({
    template: agreements.find(({ content }) => content.id === id),
    name: `${path.basename(file)} of ${id}`,
    answers: await answersIn(file),
  })),
)
const combinations: readonly (readonly Language[])[] = [['de'], ['en'], ['de', 'en']]
const cases = [...samples, ...fixtures].flatMap((source) =>
  (source.template?.content.kind === 'checklist' ? reportLanguages(source.template.content.id) : combinations).map((languages) => ({
    ...source,
    name: `${source.name} in ${languages.join(' + ')}`,
    languages,
  })),
)

let folder = ''

function documentOf({ template, answers, languages }: (typeof cases)[number]): AssembledDocument {
  if (template === undefined) throw new Error('there is no such template')
  return buildDocument({ content: template.content, contentHash: template.hash, answers, languages, hasNotes: true })
}

/** Whether the PDF says it is tagged; pdf.js gives a map or an object. */
const isMarked = (info: unknown): boolean =>
  info instanceof Map ? info.get('Marked') === true : typeof info === 'object' && info !== null && Reflect.get(info, 'Marked') === true

/** What the outline must say: every clause, annex and part, in all languages. */
const headingsOf = (document: AssembledDocument): readonly string[] =>
  document.sections.flatMap((section) =>
    section.rows.flatMap((row) => {
      const titles = row.cells.flatMap((cell) => (cell.kind === 'heading' && cell.level === 1 ? [`${cell.label} ${inlineText(cell.content)}`.trim()] : []))
      return titles.length === 0 ? [] : [[...new Set(titles)].join(' / ')]
    }),
  )

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'musubi-conformance-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe.each(cases)('$name', (source) => {
  test('PDF: sound by qpdf, every font embedded, tagged, with outline and page x of y', { timeout: 60_000 }, async () => {
    const file = path.join(folder, 'document.pdf')
    const document = documentOf(source)
    const bytes = await writePdf(document, options)
    await writeFile(file, bytes)
    await run('qpdf', ['--check', file])
    const { stdout: fonts } = await run('pdffonts', [file])
    const rows = fonts.trim().split('\n').slice(2)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row).toMatch(/\byes\s+yes\s+yes\s+\d+\s+\d+\s*$/)

    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
    expect(isMarked(await pdf.getMarkInfo())).toBe(true)
    const outline = ((await pdf.getOutline()) ?? []).map((entry) => entry.title.replace(/\s+/g, ' '))
    expect(outline).toEqual(headingsOf(document))
    const page = await pdf.getPage(1)
    expect(JSON.stringify(await page.getStructTree())).toContain('"role":"H1"')
    const words = (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('')
    expect(words).toContain(documentWords[source.languages[0] ?? 'de'].page(1, pdf.numPages))
    await pdf.loadingTask.destroy()
  })
})
