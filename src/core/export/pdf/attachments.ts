import { createHash } from 'node:crypto'
import type { Attachment } from '../options.ts'
import { cleanLine } from './clean-text.ts'
import { catalogOf, sortNames } from './pdf-catalog.ts'
import { pdfName, pdfText } from './pdf-objects.ts'

/**
 * Writes files into a PDF as associated files of the document (ISO 19005-3, 6.8). pdfkit's own way writes the checksum as digits where the standard
 * wants bytes.
 */
export function embedAttachments(document: PDFKit.PDFDocument, attachments: readonly Attachment[], date: Date): void {
  const specifications = attachments.map((attachment) => {
    const specification = document.ref(fileSpecification(document, attachment, date))
    specification.end(undefined)
    document.addNamedEmbeddedFile(cleanLine(attachment.name), specification)
    return specification
  })
  if (specifications.length === 0) return
  sortNames(document, 'EmbeddedFiles')
  Object.assign(catalogOf(document), { AF: specifications })
}

function fileSpecification(document: PDFKit.PDFDocument, attachment: Attachment, date: Date): object {
  const { bytes, deflated, mediaType, relationship } = attachment
  // An MD5 sum is what the standard has here; it finds damage, not fraud.
  const CheckSum = new Uint8Array(createHash('md5').update(bytes).digest())
  const file = document.ref({
    Type: 'EmbeddedFile',
    Subtype: pdfName(mediaType),
    Params: { Size: bytes.byteLength, CreationDate: date, ModDate: date, CheckSum },
    // What names its packing is written as it is.
    ...(deflated === undefined ? {} : { Filter: 'FlateDecode' }),
  })
  file.end(Buffer.from(deflated ?? bytes))
  const name = pdfText(cleanLine(attachment.name))
  return {
    Type: 'Filespec',
    F: name,
    UF: name,
    Desc: pdfText(cleanLine(attachment.description)),
    AFRelationship: relationship,
    EF: { F: file, UF: file },
  }
}
