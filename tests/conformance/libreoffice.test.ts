import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadContent } from '../../src/core/content/load.ts'
import { buildDocument } from '../../src/core/export/build-document.ts'
import { writeDocx } from '../../src/core/export/docx/write-docx.ts'
import type { ExportOptions } from '../../src/core/export/options.ts'
import { writePdf } from '../../src/core/export/pdf/write-pdf.ts'
import { type AssembledDocument, inlineText } from '../../src/engine/document.ts'
import type { Language } from '../../src/engine/language.ts'
import { hasOffice, printedByOffice } from '../support/office.ts'
import { answersIn, project } from './support/content.ts'

const options: ExportOptions = { draft: { number: 1, hasWatermark: true }, date: '2026-11-23T09:00:00Z', author: '', hasNotes: true }
const sources = [
  ['mutual-nda', 'templates/agreements/mutual-nda/sample.answers.yaml'],
  ['rd-cooperation', 'templates/agreements/rd-cooperation/sample.answers.yaml'],
  ['cl02', 'templates/checklists/cl02/sample.answers.yaml'],
  ['rd-cooperation', 'tests/fixtures/case-1.answers.yaml'],
  ['mutual-nda', 'tests/fixtures/case-2.answers.yaml'],
] as const
const combinations: readonly (readonly Language[])[] = [['de'], ['en'], ['de', 'en']]
const cases = sources.flatMap(([id, file]) =>
  combinations.map((languages) => ({ name: `${id} (${file.split('/').at(-1) ?? ''}) in ${languages.join(' + ')}`, id, file, languages })),
)

/** A document as our own PDF, and the pages LibreOffice makes of its Word file; words without any space, as pages are compared by them. */
type Printed = { readonly document: AssembledDocument; readonly own: readonly string[]; readonly office: readonly string[] }
const printed = new Map<string, Printed>()

const squeeze = (text: string): string => text.replaceAll(/[\s\u00ad\u200b]/g, '')

/** The words of each page in the order they are drawn. */
async function pagesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const content = await (await pdf.getPage(number)).getTextContent()
    pages.push(squeeze(content.items.map((item) => ('str' in item ? item.str : '')).join('')))
  }
  await pdf.loadingTask.destroy()
  return pages
}

/** Number and words of every heading, in order, by column: what the contents list. */
function headingsOf({ sections }: AssembledDocument): readonly string[] {
  return sections.flatMap(({ kind, rows }) =>
    kind === 'opening' || kind === 'cover'
      ? []
      : rows
          .slice(0, 2)
          .flatMap(({ cells }) =>
            cells.flatMap((cell) => (cell.kind === 'heading' && cell.level === 1 ? [squeeze(`${cell.label}${inlineText(cell.content)}`)] : [])),
          ),
  )
}

/** How often each reference of the text is printed in the whole file. */
function referencesIn({ sections }: AssembledDocument, pages: readonly string[]): Readonly<Record<string, number>> {
  const texts = new Set<string>()
  for (const { rows } of sections)
    for (const { cells } of rows)
      for (const cell of cells)
        if (cell.kind === 'paragraph') for (const inline of cell.content) if (inline.kind === 'reference') texts.add(squeeze(inline.text))
  const all = pages.join('\n')
  return Object.fromEntries([...texts].map((text) => [text, all.split(text).length - 1]))
}

type Entry = { readonly heading: string; readonly listed: number | undefined; readonly page: number }

/** For each heading the page the contents name and the page it stands on, both counted from 1. */
function entriesIn(headings: readonly string[], pages: readonly string[]): readonly Entry[] {
  const listed = headings.map((heading) => {
    const line = new RegExp(`${heading.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')}\\.*(\\d{1,3})`)
    const page = pages.findIndex((text) => line.test(text))
    return { heading, page, number: page < 0 ? undefined : Number(line.exec(pages[page] ?? '')?.[1]) }
  })
  const hasContents = listed.every(({ number }) => number !== undefined)
  const lastOfContents = hasContents ? Math.max(...listed.map(({ page }) => page)) : -1
  return listed.map(({ heading, number }) => ({
    heading,
    listed: hasContents ? number : undefined,
    page: pages.findIndex((text, index) => index > lastOfContents && text.includes(heading)) + 1,
  }))
}

describe.skipIf(!(await hasOffice()))('a Word file printed by LibreOffice', () => {
  beforeAll(async () => {
    const { packages } = await loadContent(`${project}/templates`)
    const files = new Map<string, Uint8Array>()
    const documents = new Map<string, AssembledDocument>()
    for (const { name, id, file, languages } of cases) {
      const loaded = packages.find(({ content }) => content.id === id)
      if (loaded === undefined) throw new Error(`no template ${id}`)
      const document = buildDocument({ content: loaded.content, contentHash: loaded.hash, answers: await answersIn(file), languages, hasNotes: true })
      documents.set(name, document)
      files.set(name, await writeDocx(document, options))
    }
    const office = await printedByOffice(files)
    for (const [name, document] of documents)
      printed.set(name, { document, own: await pagesOf(await writePdf(document, options)), office: await pagesOf(office.get(name) ?? new Uint8Array()) })
  }, 240_000)

  test.each(cases)('has the clauses, references and contents of our PDF: $name', ({ name }) => {
    const found = printed.get(name)
    if (found === undefined) throw new Error(`${name} was not printed`)
    const { document, own, office } = found
    const headings = headingsOf(document)
    const [inOwn, inOffice] = [entriesIn(headings, own), entriesIn(headings, office)]
    expect(inOwn.every(({ page }) => page > 0)).toBe(true)
    expect(inOffice).toEqual(inOwn)
    for (const { listed, page } of inOffice) if (listed !== undefined) expect(listed).toBe(page)
    expect(office.length).toBe(own.length)
    expect(inOffice.some(({ listed }) => listed !== undefined)).toBe(own.length >= 8)
    // Clauses follow each other as in the tree.
    const places = inOffice.map(({ page }) => page)
    expect(places).toEqual(places.toSorted((left, right) => left - right))
    expect(referencesIn(document, office)).toEqual(referencesIn(document, own))
  })
})
