import { createHash } from 'node:crypto'
import Pdf from 'pdfkit'
import type { AssembledDocument } from '../../../engine/document.ts'
import type { ExportOptions } from '../options.ts'
import { cleanLine } from './clean-text.ts'
import { page } from './geometry.ts'
import { writeOutputIntent } from './output-intent.ts'
import { sortNames } from './pdf-catalog.ts'
import { xmpDescriptions } from './xmp.ts'

const creator = 'Musubi'
const producer = 'Musubi (pdfkit)'

/** Begins the file of a document: its properties, metadata, colours and identifier. */
export function openFile(document: AssembledDocument, options: ExportOptions): PDFKit.PDFDocument {
  const date = new Date(options.date)
  const languages = document.languages.length === 0 ? (['de'] as const) : document.languages
  const title = document.titles.map(cleanLine).join(' / ').slice(0, 500).toWellFormed() || creator
  const author = cleanLine(options.author).slice(0, 300).toWellFormed()
  const file = new Pdf({
    size: [page.width, page.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: languages[0] ?? 'de',
    // An empty name keeps pdfkit from loading Helvetica, which could not be embedded.
    font: '',
    info: { Title: title, ...(author === '' ? {} : { Author: author }), Creator: creator, Producer: producer, CreationDate: date, ModDate: date },
  })
  const descriptions = xmpDescriptions({ title, author, languages, creator, producer, date })
  // pdfkit does not escape XML, knows either PDF/A or PDF/UA, identifies a file by title and date alone, and leaves the top of its outline
  // without the count that PDF/A checkers ask for.
  Object.assign(file, { _addInfo: () => file.appendXML(descriptions), _id: fileIdentifier(document, options) })
  Object.assign(file.outline, { options: { expanded: true } })
  sortNames(file, 'Dests')
  writeOutputIntent(file)
  return file
}

/** The same for the same document and options, another for any other. */
function fileIdentifier(document: AssembledDocument, options: ExportOptions): Uint8Array {
  const { draft, date, author, hasNotes, profile = 'archive', attachments = [] } = options
  const hash = createHash('sha256').update(JSON.stringify([document, draft, date, author, hasNotes, profile]))
  for (const { name, mediaType, description, relationship, bytes } of attachments)
    hash.update(JSON.stringify([name, mediaType, description, relationship])).update(bytes)
  return new Uint8Array(hash.digest().subarray(0, 16))
}
