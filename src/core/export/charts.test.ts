import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { nodesOf, readPdf } from '../../../tests/support/read-pdf.ts'
import type { Block } from '../../engine/document.ts'
import { documentText } from '../../engine/plain-text.ts'
import { writeDocx } from './docx/write-docx.ts'
import type { ExportOptions } from './options.ts'
import { writePdf } from './pdf/write-pdf.ts'
import { sampleDocument } from './sample-document.ts'

const options: ExportOptions = { draft: undefined, date: '2026-11-21T10:00:00Z', author: '', hasNotes: false }
const whole = sampleDocument({ languages: ['de'], isShort: true, hasChart: true })
const document = { ...whole, sections: whole.sections.filter(({ id }) => id === 'report') }
const cell = 'hoch: 1, 12'

it('draws a radar as a picture that says its values, and a matrix as a table with names for rows and columns', async () => {
  const bytes = await writePdf(document, options)
  const trees = (await readPdf(bytes)).pages.map(({ tree }) => tree)
  const all = (role: string): readonly string[] => trees.flatMap((tree) => nodesOf(tree, role)).map(({ text }) => text.trim())
  expect(all('Figure').some((text) => text.includes('秘密管理とアクセス権限') && text.includes('20 %'))).toBe(true)
  expect(all('TH')).toEqual(['Wahrscheinlichkeit /\nAuswirkung', 'gering', 'mittel', 'hoch', 'hoch', 'mittel', 'gering'])
  expect(all('TD')).toContain(cell)
  expect(
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Scope \/Row/g),
  ).toHaveLength(3)
})

it('gives Word a chart of its own with its words, known to the package, and a matrix as a table', async () => {
  const parts = unzipSync(await writeDocx(document, options))
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array())
  const text = part('word/document.xml')
  const relation = /<c:chart [^>]*r:id="([^"]+)"/.exec(text)?.[1] ?? ''
  expect(text).toMatch(/descr="Reifegrad im Netz: Schutzrechte 82 %; /)
  expect(part('word/_rels/document.xml.rels')).toContain(`Id="${relation}"`)
  expect(part('[Content_Types].xml')).toContain('/word/charts/chart1.xml')
  expect(part('word/charts/chart1.xml')).toMatch(/<c:v>82<\/c:v>.*<c:v>55<\/c:v>.*<c:v>20<\/c:v>.*<c:v>100<\/c:v>/)
  expect(text.replaceAll(/<[^>]+>/g, '')).toContain(cell)
})

it('writes charts in plain text', () => {
  const text = documentText(document)
  expect(text).toContain('- Schutzrechte: 82 %')
  expect(text).toContain(`| hoch | mittel | hoch: 3 | ${cell} |`)
})

it('keeps words that lead to others on their page, in both', async () => {
  const words = (text: string, isLeadIn?: true): Block => ({
    kind: 'paragraph',
    level: 0,
    marker: 'none',
    label: '',
    anchor: undefined,
    ...(isLeadIn === undefined ? {} : { isLeadIn }),
    content: [{ kind: 'text', text }],
  })
  for (let before = 30; before < 36; before += 1) {
    const blocks = [...Array.from({ length: before }, (_, index) => words(`Zeile ${index}`)), words('Vorspann', true), words('Folge')]
    const rows = blocks.map((block, index) => ({ id: String(index), isFullWidth: true, cells: [block] }))
    const long = { ...document, sections: [{ id: 'long', kind: 'part' as const, rows }] }
    const pages = (await readPdf(await writePdf(long, options))).pages.map(({ tree }) => tree.text)
    expect(pages.findIndex((text) => text.includes('Vorspann'))).toBe(pages.findIndex((text) => text.includes('Folge')))
    expect(strFromU8(unzipSync(await writeDocx(long, options))['word/document.xml'] ?? new Uint8Array())).toMatch(/<w:keepNext\/>(?:(?!<w:p>).)*Vorspann/)
  }
}, 30_000)
