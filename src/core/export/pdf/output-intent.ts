import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { catalogOf } from './pdf-catalog.ts'

const require = createRequire(import.meta.url)
const sRgb = 'sRGB IEC61966-2.1'
let profile: Buffer | undefined

/** The colour profile pdfkit brings along; its own way to write it takes the address of the file for a path. */
function colorProfile(): Buffer {
  profile ??= readFileSync(path.join(path.dirname(require.resolve('pdfkit')), 'data', 'sRGB_IEC61966_2_1.icc'))
  return profile
}

/** Says what the colours of a file mean (ISO 19005-3, 6.2.3): sRGB. */
export function writeOutputIntent(document: PDFKit.PDFDocument): void {
  const stream = document.ref({ N: 3 })
  stream.end(colorProfile())
  const name = new TextEncoder().encode(sRgb)
  const intent = document.ref({ Type: 'OutputIntent', S: 'GTS_PDFA1', Info: name, OutputConditionIdentifier: name, DestOutputProfile: stream })
  intent.end(undefined)
  Object.assign(catalogOf(document), { OutputIntents: [intent] })
}
