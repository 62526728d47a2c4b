import { writeDocx } from '../src/core/export/docx/write-docx.ts'
import type { ExportOptions } from '../src/core/export/options.ts'
import { sampleDocument, type SampleOptions } from '../src/core/export/sample-document.ts'
import { packBare } from './bare-docx.ts'
import { median, timed } from './timing.ts'

/** How one export compares with the bare library on the same words; times are medians. */
export type DocxBenchResult = { readonly name: string; readonly ratio: number; readonly limit: number; readonly ours_ms: number; readonly base_ms: number }

const options: ExportOptions = { draft: { number: 3, hasWatermark: true }, date: '2026-08-19T10:00:00Z', author: 'Bench', hasNotes: false }
const cases: readonly (readonly [string, SampleOptions])[] = [
  ['docx agreement, one language', { languages: ['de'] }],
  ['docx agreement, side by side', { languages: ['de', 'en'] }],
  ['docx agreement, side by side, four times as long', { languages: ['de', 'en'], repeat: 4 }],
]

/** Measures the export against packing the same text with docx as plain paragraphs; runs alternate so that both meet the same machine. */
export async function benchDocx(): Promise<readonly DocxBenchResult[]> {
  const results: DocxBenchResult[] = []
  for (const [name, sample] of cases) {
    const document = sampleDocument(sample)
    const ours: number[] = []
    const base: number[] = []
    for (let round = 0; round < 71; round += 1) {
      const [first, second] = [await timed(() => packBare(document)), await timed(() => writeDocx(document, options))]
      // The first rounds warm up both.
      if (round >= 10) {
        base.push(first)
        ours.push(second)
      }
    }
    const [oursMs, baseMs] = [median(ours), median(base)]
    results.push({ name, ratio: oursMs / baseMs, limit: 1.5, ours_ms: oursMs, base_ms: baseMs })
  }
  return results
}

if (import.meta.main) for (const result of await benchDocx()) console.log(JSON.stringify(result))
