import type { AssembledDocument } from '../../engine/document.ts'
import type { ExportOptions } from './options.ts'

export type ExportFormat = 'pdf' | 'docx'
/** Turns a document tree into the bytes of a file. */
export type Writer = (document: AssembledDocument, options: ExportOptions) => Promise<Uint8Array>
/** Finds the writer of a format; loads its library only then, which keeps the start fast. */
export type Writers = (format: ExportFormat) => Promise<Writer>

/** The writers of the product. */
export const fileWriters: Writers = async (format) => {
  if (format === 'pdf') return (await import('./pdf/write-pdf.ts')).writePdf
  return (await import('./docx/write-docx.ts')).writeDocx
}
