import { writeDocx } from '../src/core/export/docx/write-docx.ts'
import type { ExportOptions } from '../src/core/export/options.ts'
import { sampleDocument, type SampleOptions } from '../src/core/export/sample-document.ts'
import { packBare } from './bare-docx.ts'
import { median, timed } from './timing.ts'

/** How one export compares with the bare library on the same words; times are medians. */
export type DocxBenchResult = {
  readonly name: string
  readonly ratio: number
  /** Undefined for what is printed only. */
  readonly limit: number | undefined
  readonly ours_ms: number
  readonly base_ms: number
}

const options: ExportOptions = { draft: { number: 3, hasWatermark: true }, date: '2026-08-19T10:00:00Z', author: 'Bench', hasNotes: false }
const limit = 1.5
type Case = { readonly name: string; readonly sample: SampleOptions; readonly freshLimit: number | undefined }
const cases: readonly Case[] = [
  { name: 'docx agreement, one language', sample: { languages: ['de'] }, freshLimit: limit },
  { name: 'docx agreement, side by side', sample: { languages: ['de', 'en'] }, freshLimit: limit },
  // Far beyond any agreement: shows that time grows with length only.
  { name: 'docx agreement, side by side, four times as long', sample: { languages: ['de', 'en'], repeat: 4 }, freshLimit: undefined },
]

/** How often each case is measured; the first rounds warm up. */
const rounds = 41
const warmUp = 10

/**
 * Measures the export against packing the same text with docx as plain paragraphs; runs alternate so that both meet the same machine. Two numbers a case:
 * with the pages of the document at hand, as beside a PDF of it, and for a document never seen before, whose pages must be laid out first to make its
 * contents right. Bare docx knows no pages; for an agreement the limit is the same for both.
 */
export async function benchDocx(): Promise<readonly DocxBenchResult[]> {
  const results: DocxBenchResult[] = []
  for (const { name, sample, freshLimit } of cases) {
    const document = sampleDocument(sample)
    const times: { readonly base: number; readonly ours: number; readonly fresh: number }[] = []
    for (let round = 0; round < rounds; round += 1) {
      const unseen = structuredClone(document)
      const base = await timed(() => packBare(document))
      const ours = await timed(() => writeDocx(document, options))
      const fresh = await timed(() => writeDocx(unseen, options))
      if (round >= warmUp) times.push({ base, ours, fresh })
    }
    const [base, ours, fresh] = [median(times.map((time) => time.base)), median(times.map((time) => time.ours)), median(times.map((time) => time.fresh))]
    results.push({ name: `${name}, pages at hand`, ratio: ours / base, limit, ours_ms: ours, base_ms: base })
    results.push({ name: `${name}, pages laid out first`, ratio: fresh / base, limit: freshLimit, ours_ms: fresh, base_ms: base })
  }
  return results
}

if (import.meta.main) for (const result of await benchDocx()) console.log(JSON.stringify(result))
