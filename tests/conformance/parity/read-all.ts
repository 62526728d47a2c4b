import type { AssembledDocument } from '../../../src/engine/document.ts'
import { writeDocx } from '../../../src/core/export/docx/write-docx.ts'
import type { ExportOptions } from '../../../src/core/export/options.ts'
import { writePdf } from '../../../src/core/export/pdf/write-pdf.ts'
import { type Difference, differencesOf } from './compare.ts'
import { readDocx } from './read-docx.ts'
import { readPdf } from './read-pdf.ts'
import { readPreview } from './read-preview.tsx'

const options: ExportOptions = { draft: undefined, date: '2026-11-23T09:00:00Z', author: '', hasNotes: false }

/** Draws a document in all three ways, reads each back by itself, and says where they differ. A report has no preview of its own: the window shows it as a screen. */
export async function parityOf(document: AssembledDocument, hasPreview = true): Promise<readonly Difference[]> {
  const docx = readDocx(await writeDocx(document, options))
  const pdf = await readPdf(await writePdf(document, options))
  return differencesOf(document, [...(hasPreview ? [readPreview(document)] : []), docx, pdf])
}
