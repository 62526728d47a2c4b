import type { Change } from '../../../engine/document.ts'
import type { FootnoteMark, Mark } from './atoms.ts'
import type { FlowColumn, FlowItem } from './flow.ts'
import { page } from './geometry.ts'
import { backTo, noteWords } from './note-words.ts'
import type { Form } from './form.ts'
import type { Run } from './line-breaking.ts'
import type { PageContent } from './page-content.ts'
import { pdfText } from './pdf-objects.ts'
import type { StructureNode, StructureTree } from './structure-tree.ts'
import type { ColumnTags, TagPlan } from './tag-plan.ts'

/** What drawing needs from the file: the current page, its commands, and the structure that grows with it. */
export type Drawing = {
  readonly document: PDFKit.PDFDocument
  readonly tree: StructureTree
  readonly plan: TagPlan
  /** Elements of items that go on over a page break. */
  readonly open: Map<FlowItem, readonly ColumnTags[]>
  /** Elements of the links of a column: texts that say the same share their marks, each place has links of its own. */
  readonly links: WeakMap<FlowColumn, Map<Mark, StructureNode>>
  readonly notes: Map<FootnoteMark, TaggedNote>
  /** Undefined for a file that is not to be filled in. */
  readonly form: Form | undefined
}

/** The element a footnote will be drawn into; `id` names it and the place on the page. */
export type TaggedNote = { readonly id: string; readonly node: StructureNode }

export type ElementWriter = { readonly into: (node: StructureNode) => void; readonly close: () => void }

/** Opens and closes marked content as the text moves from element to element. */
export function elementWriter(content: PageContent, { tree }: Drawing): ElementWriter {
  let current: StructureNode | undefined
  const close = (): void => {
    if (current !== undefined) content.end()
    current = undefined
  }
  return {
    close,
    into: (node) => {
      if (node === current) return
      close()
      content.beginElement(node.type, tree.addContent(node))
      current = node
    },
  }
}

/** Where words stand: the left end of their base line, and the column they belong to. */
type Place = { readonly x: number; readonly baseline: number; readonly column: FlowColumn }

/** Draws the words of a line into an element, with elements of their own for links, footnotes, changes and other languages; without one they are no text. */
export function drawWords(
  runs: readonly Run[],
  place: Place,
  node: StructureNode | undefined,
  content: PageContent,
  writer: ElementWriter,
  drawing: Drawing,
): void {
  if (node === undefined || runs.every((run) => isPlain(run, place.column))) {
    if (node !== undefined) writer.into(node)
    content.runs(runs, place.x, place.baseline)
    return
  }
  for (const run of runs) {
    writer.into(elementOf(run, node, place, drawing))
    content.runs([run], place.x, place.baseline)
  }
}

const isPlain = ({ mark, style, face }: Run, column: FlowColumn): boolean =>
  mark?.kind !== 'link' && mark?.kind !== 'footnote' && style.change === undefined && !isForeign(face.name, column)

/** Japanese words in other text are read with a Japanese voice. */
const isForeign = (face: string, column: FlowColumn): boolean => column.language !== 'ja' && face.includes('Japanese')

function elementOf(run: Run, node: StructureNode, place: Place, drawing: Drawing): StructureNode {
  const { mark, style, face } = run
  const parent = style.change === undefined ? node : changed(node, style.change, drawing)
  if (mark?.kind === 'link') return linkInto(parent, mark, run, place, drawing)
  if (mark?.kind === 'footnote') return footnoteInto(parent, mark, run, place, drawing)
  return isForeign(face.name, place.column) ? drawing.tree.add(parent, 'Span', { language: 'ja' }) : parent
}

/** Readers are told of changes as they are of underlined and struck words (ISO 32000-1, 14.8.5.4.5). */
const changeOptions = {
  inserted: { attributes: { O: 'Layout', TextDecorationType: 'Underline' } },
  deleted: { attributes: { O: 'Layout', TextDecorationType: 'LineThrough' } },
} as const

function changed(parent: StructureNode, change: Change, { tree }: Drawing): StructureNode {
  const last = parent.children.at(-1)
  const options = changeOptions[change]
  return last !== undefined && 'options' in last && last.options === options ? last : tree.add(parent, 'Span', options)
}

/** The Link element of a reference; a reference over two lines has two annotations in one element. */
function linkInto(parent: StructureNode, mark: Extract<Mark, { kind: 'link' }>, run: Run, place: Place, drawing: Drawing): StructureNode {
  const node = linkOf(mark, place, drawing, () => drawing.tree.add(parent, 'Link'))
  annotate(node, mark.text, mark.target, run, place, drawing)
  return node
}

/** The element of a mark in its column, made when it is first met: what goes on over lines and pages is one. */
function linkOf(mark: Mark, { column }: Place, { links }: Drawing, make: () => StructureNode): StructureNode {
  const own = links.get(column) ?? new Map<Mark, StructureNode>()
  links.set(column, own)
  const node = own.get(mark) ?? make()
  own.set(mark, node)
  return node
}

/** The mark of a footnote: a reference that leads to the note, and behind it the note itself, which is read where its mark stands. */
function footnoteInto(parent: StructureNode, mark: FootnoteMark, run: Run, place: Place, drawing: Drawing): StructureNode {
  const { tree, notes } = drawing
  const id = notes.get(mark)?.id ?? `note-${notes.size + 1}`
  const node = linkOf(mark, place, drawing, () => tree.add(tree.add(parent, 'Reference'), 'Link'))
  if (!notes.has(mark)) {
    notes.set(mark, { id, node: tree.add(parent, 'Note', { id }) })
    drawing.document.addNamedDestination(backTo(id), 'XYZ', null, place.baseline - 20, null)
  }
  annotate(node, noteWords[place.column.language].note(mark.footnote.text), id, run, place, drawing)
  return node
}

/** Lays a link over words. */
function annotate(node: StructureNode, words: string, target: string, run: Run, { x, baseline }: Place, { document, tree }: Drawing): void {
  const bottom = page.height - baseline + run.style.rise
  const { size } = run.style
  const annotation = document.ref({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [x + run.x, bottom - size * 0.28, x + run.x + run.width, bottom + size * 0.86],
    Border: [0, 0, 0],
    F: 4,
    Contents: pdfText(words.slice(0, 300).toWellFormed()),
    A: { S: 'GoTo', D: pdfText(target) },
  })
  Object.assign(annotation.data, { StructParent: tree.addAnnotation(node, annotation) })
  annotation.end(undefined)
  const annotations: unknown = document.page.annotations
  if (Array.isArray(annotations)) annotations.push(annotation)
}
