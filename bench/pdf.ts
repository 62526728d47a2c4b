import Pdf from 'pdfkit'
import type { AssembledDocument, Block, Inline } from '../src/engine/document.ts'
import { inlineText } from '../src/engine/document.ts'
import { fontPath } from '../src/core/export/fonts.ts'
import type { ExportOptions } from '../src/core/export/options.ts'
import { writePdf } from '../src/core/export/pdf/write-pdf.ts'
import { sampleDocument } from '../src/core/export/sample-document.ts'

/** Time of one task against its baseline; `ratio` must not exceed `limit`. */
export type BenchResult = { readonly name: string; readonly ratio: number; readonly limit: number; readonly ours_ms: number; readonly base_ms: number }

const rounds = 11
const limit = 2
const options: ExportOptions = { draft: { number: 1, hasWatermark: true }, date: '2026-11-21T10:00:00Z', author: 'Bench', hasNotes: false }

/** Writes an agreement of twenty pages or more with all tags and links, against the same text put with bare pdfkit calls and the same fonts, untagged. */
export async function benchPdf(): Promise<readonly BenchResult[]> {
  const results: BenchResult[] = []
  for (const [name, document] of [
    ['pdf, one language, 20 pages', sampleDocument({ languages: ['de'], repeat: 2 })],
    ['pdf, two languages', sampleDocument({ languages: ['de', 'en'], repeat: 2 })],
  ] as const)
    results.push(await compare(name, document))
  return results
}

async function compare(name: string, document: AssembledDocument): Promise<BenchResult> {
  const ours: number[] = []
  const base: number[] = []
  // The first round loads fonts and compiles code; it does not count.
  for (let round = 0; round <= rounds; round++) {
    const oursMs = await timed(() => writePdf(document, options))
    const baseMs = await timed(() => barePdf(document))
    if (round === 0) continue
    ours.push(oursMs)
    base.push(baseMs)
  }
  const oursMs = median(ours)
  const baseMs = median(base)
  return { name, ratio: round2(oursMs / baseMs), limit, ours_ms: round2(oursMs), base_ms: round2(baseMs) }
}

async function timed(task: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await task()
  return performance.now() - start
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const round2 = (value: number): number => Math.round(value * 100) / 100

/** The same words with `doc.text()`, pdfkit breaking lines and pages. */
async function barePdf(document: AssembledDocument): Promise<Buffer> {
  const file = new Pdf({ size: 'A4', margin: 68, font: fontPath('serif') })
  const chunks: Buffer[] = []
  file.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise<void>((resolve) => {
    file.on('end', () => resolve())
  })
  for (const { text, font } of bareLines(document)) file.font(fontPath(font)).fontSize(10.5).text(text)
  file.end()
  await done
  return Buffer.concat(chunks)
}

type BareLine = { readonly text: string; readonly font: 'serif' | 'serifBold' | 'serifJapanese' | 'sans' }

function bareLines(document: AssembledDocument): readonly BareLine[] {
  return [
    { text: `${document.titles.join(' / ')} ${document.version}`, font: 'sans' },
    ...document.sections.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(blockLines))),
  ]
}

function blockLines(block: Block): readonly BareLine[] {
  const plain = (content: readonly Inline[], label = ''): BareLine => {
    const text = `${label} ${inlineText(content)}`
    return { text, font: /[\u3000-\u9fff]/.test(text) ? 'serifJapanese' : 'serif' }
  }
  switch (block.kind) {
    case 'title':
      return [{ text: inlineText(block.content), font: 'serifBold' }]
    case 'heading':
      return [{ text: `${block.label} ${inlineText(block.content)}`, font: 'serifBold' }]
    case 'paragraph':
      return [plain(block.content, block.label)]
    case 'party':
      return [plain(block.name), ...block.lines.map((line) => plain(line)), plain(block.shortName)]
    case 'table':
      return [...block.columns.map(({ header }) => plain(header)), ...block.rows.flatMap((row) => row.map((cell) => plain(cell)))]
    case 'signatures':
      return block.parties.flatMap((party) => [
        plain(party.name),
        ...party.signatories.flatMap((signatory) => [plain(signatory.name), plain(signatory.function)]),
      ])
    case 'note':
    case 'chart':
    case 'pageBreak':
      return []
    default:
      return []
  }
}
