import type { AssembledDocument } from '../../../engine/document.ts'
import type { ExportOptions } from '../options.ts'
import { embedAttachments } from './attachments.ts'
import { drawNotes } from './draw-notes.ts'
import { drawPlacement } from './draw-placement.ts'
import type { Drawing } from './draw-words.ts'
import { embedFont, type EmbeddedFont } from './embedded-font.ts'
import type { FlowItem } from './flow.ts'
import { formOf } from './form.ts'
import { furniture } from './furniture.ts'
import { page } from './geometry.ts'
import { layOutPages } from './lay-out-pages.ts'
import { openFile } from './open-file.ts'
import { pageContent } from './page-content.ts'
import type { Page } from './paginate.ts'
import { structureTree } from './structure-tree.ts'
import { tagPlan } from './tag-plan.ts'
import type { Typeface } from './typeface.ts'

/**
 * Writes a document as a PDF for archives (PDF/A-3a) and for readers that do not see the page (PDF/UA-1). The same document and options give the same bytes.
 * Rejects with the reason of `options.signal` when it is aborted, at the latest after the page in hand.
 */
export async function writePdf(document: AssembledDocument, options: ExportOptions): Promise<Uint8Array> {
  const breathe = breather(options.signal)
  const { pages } = await layOutPages(document, options, breathe)
  return drawPages(document, pages, options, breathe)
}

async function drawPages(document: AssembledDocument, pages: readonly Page[], options: ExportOptions, breathe: () => Promise<void>): Promise<Uint8Array> {
  const file = openFile(document, options)
  const bytes = collect(file)
  const language = document.languages[0] ?? 'de'
  const tree = structureTree(file, language)
  const form = options.profile === 'fillable' ? formOf(file, tree) : undefined
  const drawing: Drawing = {
    document: file,
    tree,
    plan: tagPlan(tree, document.languages.length > 1),
    open: new Map(),
    links: new WeakMap(),
    notes: new Map(),
    form,
  }
  const around = furniture(document, options)
  const fonts = new Map<Typeface, EmbeddedFont>()
  const named = new Set<string>()
  for (const [index, { placements, notes }] of pages.entries()) {
    await breathe()
    file.addPage()
    tree.openPage()
    const content = pageContent((face) => {
      const font = fonts.get(face) ?? embedFont(file, face, `F${fonts.size + 1}`)
      fonts.set(face, font)
      addResource(file.page.fonts, font)
      return font
    })
    around.drawBehind(content)
    for (const placement of placements) {
      drawPlacement(placement, content, drawing)
      if (placement.isFirst && !placement.isRepeated) nameDestinations(file, placement.item, page.top + placement.top, named)
    }
    drawNotes(notes, content, drawing)
    around.draw(content, index + 1, pages.length)
    // Bytes, because pdfkit converts strings letter by letter.
    file.addContent(Buffer.from(content.take(), 'latin1'))
    options.onProgress?.(0.4 + (0.6 * (index + 1)) / pages.length)
  }
  form?.finish()
  tree.finish()
  embedAttachments(file, options.attachments ?? [], new Date(options.date))
  for (const font of fonts.values()) font.finish()
  file.end()
  return bytes
}

function addResource(fonts: unknown, font: EmbeddedFont): void {
  if (typeof fonts === 'object' && fonts !== null) Object.assign(fonts, { [font.name]: font.reference })
}

function nameDestinations(file: PDFKit.PDFDocument, item: FlowItem, top: number, named: Set<string>): void {
  for (const anchor of item.anchors) {
    if (named.has(anchor)) continue
    named.add(anchor)
    file.addNamedDestination(anchor, 'XYZ', null, top - 10, null)
  }
  if (item.outline !== undefined) {
    // pdfkit counts `left` from the right edge.
    const place = { expanded: false, top: Math.max(0, top - 10), left: page.width }
    file.outline.addItem(item.outline, place)
  }
}

function collect(file: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    file.on('data', (chunk: Buffer) => chunks.push(chunk))
    file.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    file.on('error', reject)
  })
}

/** Lets others, such as a request to cancel, have their turn, and stops when the work is no longer wanted. */
function breather(signal: AbortSignal | undefined): () => Promise<void> {
  return async () => {
    signal?.throwIfAborted()
    await new Promise((resolve) => setImmediate(resolve))
    signal?.throwIfAborted()
  }
}
