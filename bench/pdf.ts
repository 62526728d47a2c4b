import type { AssembledDocument } from '../src/engine/document.ts'
import type { ExportOptions } from '../src/core/export/options.ts'
import { writePdf } from '../src/core/export/pdf/write-pdf.ts'
import { sampleDocument } from '../src/core/export/sample-document.ts'
import { barePdf } from './bare-pdf.ts'
import { median, timed } from './timing.ts'

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
    results.push(await comparePdf(name, document))
  return results
}

/** A document with all tags and links against its words put with bare pdfkit calls. */
export async function comparePdf(name: string, document: AssembledDocument): Promise<BenchResult> {
  const ours: number[] = []
  const base: number[] = []
  // The first round loads fonts and compiles code; it does not count.
  for (let round = 0; round <= rounds; round++) {
    // A document keeps its pages, so each round writes one never seen before.
    const unseen = structuredClone(document)
    const oursMs = await timed(() => writePdf(unseen, options))
    const baseMs = await timed(() => barePdf(document))
    if (round === 0) continue
    ours.push(oursMs)
    base.push(baseMs)
  }
  const oursMs = median(ours)
  const baseMs = median(base)
  return { name, ratio: round2(oursMs / baseMs), limit, ours_ms: round2(oursMs), base_ms: round2(baseMs) }
}

const round2 = (value: number): number => Math.round(value * 100) / 100
