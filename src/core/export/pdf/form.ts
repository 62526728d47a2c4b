import type { FlowField } from './flow.ts'
import { embedFormFont } from './form-font.ts'
import type { FieldKind } from './form-words.ts'
import { page } from './geometry.ts'
import { catalogOf } from './pdf-catalog.ts'
import { pdfText } from './pdf-objects.ts'
import type { StructureNode, StructureTree } from './structure-tree.ts'

type Reference = PDFKit.PDFKitReference

/** The form of a file that is to be filled in. */
export type Form = {
  /** Lays a field over the current page, its lower left corner at `x` and `bottom` from the top left corner, as the content of an element. */
  readonly draw: (field: FlowField, x: number, bottom: number, node: StructureNode) => void
  readonly finish: () => void
}

const fontName = 'Sans'
const look = `/${fontName} 10 Tf 0 g`

/** Begins the form of a file. Its fields have no scripts and an appearance of their own, as PDF/A asks, so that they look the same everywhere. */
export function formOf(document: PDFKit.PDFDocument, tree: StructureTree): Form {
  const fields: Reference[] = []
  const counts = new Map<FieldKind, number>()
  let font: Reference | undefined

  return {
    draw: ({ kind, tooltip, width, height }, x, bottom, node) => {
      font ??= embedFormFont(document)
      const number = (counts.get(kind) ?? 0) + 1
      counts.set(kind, number)
      const appearance = document.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height], Resources: { Font: { [fontName]: font } } })
      appearance.end(Buffer.from(kind === 'signature' ? '% not yet signed\n' : '/Tx BMC\nEMC\n', 'latin1'))
      const low = page.height - bottom
      const field = document.ref({
        Type: 'Annot',
        Subtype: 'Widget',
        ...(kind === 'signature' ? { FT: 'Sig' } : { FT: 'Tx', DA: pdfText(look) }),
        T: pdfText(`${kind}-${number}`),
        TU: pdfText(tooltip),
        Rect: [x, low, x + width, low + height],
        F: 4,
        P: document.page.dictionary,
        AP: { N: appearance },
      })
      Object.assign(field.data, { StructParent: tree.addAnnotation(node, field) })
      field.end(undefined)
      fields.push(field)
      const annotations: unknown = document.page.annotations
      if (Array.isArray(annotations)) annotations.push(field)
    },
    finish: () => {
      if (font === undefined) return
      Object.assign(catalogOf(document), { AcroForm: { Fields: fields, DA: pdfText(look), DR: { Font: { [fontName]: font } } } })
      // pdfkit would look for the fonts of a form of its own.
      Object.assign(document, { endAcroForm: () => document })
    },
  }
}
