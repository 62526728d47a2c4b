import { writeDocx } from '../src/core/export/docx/write-docx.ts'
import type { ExportOptions } from '../src/core/export/options.ts'
import { sampleDocument } from '../src/core/export/sample-document.ts'
import { importAndCompare } from '../src/core/returned/import-and-compare.ts'
import { compareDocuments } from '../src/engine/comparison/redline.ts'
import type { AssembledDocument, Block } from '../src/engine/document.ts'
import { median, timed } from './timing.ts'

const options: ExportOptions = { draft: undefined, date: '2026-11-23T09:00:00Z', author: 'Bench', hasNotes: false }
const rounds = 11
const limitMs = 300

/** The steps of taking in another version; `limit_ms` holds for both together. */
export type VersionsBench = {
  readonly import_ms: number
  readonly compare_ms: number
  readonly total_ms: number
  readonly limit_ms: number
}

/** Reads the Word file of a changed version of forty pages, finds its changes clause by clause, and compares both versions word by word. */
export async function benchVersions(): Promise<VersionsBench> {
  const before = sampleDocument({ languages: ['de'], repeat: 4 })
  const after = edited(before)
  const file = await writeDocx(after, options)
  if (importAndCompare(file, before).changes.length === 0) throw new Error('no change was found in the changed version')
  const times: { taken: number[]; compared: number[]; total: number[] } = { taken: [], compared: [], total: [] }
  // The first rounds compile the code.
  for (let round = -2; round < rounds; round += 1) {
    const taken = await timed(() => importAndCompare(file, before))
    const compared = await timed(() => compareDocuments(before, after))
    if (round < 0) continue
    times.taken.push(taken)
    times.compared.push(compared)
    times.total.push(taken + compared)
  }
  return { import_ms: median(times.taken), compare_ms: median(times.compared), total_ms: median(times.total), limit_ms: limitMs }
}

/** Another version as a partner leaves it: words changed in every fifth paragraph, every twentieth taken out. */
function edited(document: AssembledDocument): AssembledDocument {
  let count = 0
  const changed = (cell: Block): Block =>
    cell.kind === 'paragraph'
      ? { ...cell, content: [...cell.content, { kind: 'text', text: ' Dies gilt nicht, soweit Anhang B etwas anderes bestimmt.' }] }
      : cell
  return {
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      rows: section.rows.flatMap((row) => {
        if (row.cells[0]?.kind !== 'paragraph') return [row]
        count += 1
        if (count % 20 === 0) return []
        return [count % 5 === 0 ? { ...row, cells: row.cells.map(changed) } : row]
      }),
    })),
  }
}

if (import.meta.main) console.log(JSON.stringify(await benchVersions()))
