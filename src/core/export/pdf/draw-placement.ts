import type { Mark } from './atoms.ts'
import type { FlowColumn, FlowItem, Rectangle } from './flow.ts'
import { page } from './geometry.ts'
import type { Run } from './line-breaking.ts'
import type { PageContent } from './page-content.ts'
import type { Placement } from './paginate.ts'
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
  readonly links: Map<Mark, StructureNode>
}

/** Draws the part of an item that stands on the current page and tags it. */
export function drawPlacement(placement: Placement, content: PageContent, drawing: Drawing): void {
  const { item } = placement
  const top = page.top + placement.top
  const tags = placement.isRepeated ? undefined : (drawing.open.get(item) ?? drawing.plan.open(item))
  if (tags !== undefined) {
    if (placement.isLast) drawing.open.delete(item)
    else drawing.open.set(item, tags)
  }
  const writer = elementWriter(content, drawing)
  const shapes = item.decorations?.({ top, bottom: top + placement.height, isFirst: placement.isFirst, isLast: placement.isLast }) ?? []
  drawShapes(shapes, item, tags, content, writer)
  if (tags === undefined) content.beginArtifact('/Type /Pagination')
  const textTop = top + (placement.isFirst ? item.padding.top : 0)
  item.columns.forEach((column, index) => {
    const [from, to] = placement.ranges[index] ?? [0, 0]
    drawColumn(column, [from, to], textTop, tags?.[index], content, writer, drawing)
  })
  writer.close()
  if (tags === undefined) content.end()
}

type ElementWriter = { readonly into: (node: StructureNode) => void; readonly close: () => void }

/** Opens and closes marked content as the text moves from element to element. */
function elementWriter(content: PageContent, drawing: Drawing): ElementWriter {
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
      content.beginElement(node.type, drawing.tree.addContent(node))
      current = node
    },
  }
}

function drawShapes(shapes: readonly Rectangle[], item: FlowItem, tags: readonly ColumnTags[] | undefined, content: PageContent, writer: ElementWriter): void {
  if (shapes.length === 0) return
  const figure = item.tag.kind === 'figure' ? tags?.[0]?.part(0) : undefined
  if (figure !== undefined) {
    writer.into(figure)
    content.rectangles(shapes)
    return
  }
  content.beginArtifact('/Type /Layout')
  content.rectangles(shapes)
  content.end()
}

function drawColumn(
  column: FlowColumn,
  range: readonly [number, number],
  top: number,
  tags: ColumnTags | undefined,
  content: PageContent,
  writer: ElementWriter,
  drawing: Drawing,
): void {
  let y = top
  for (let index = range[0]; index < range[1]; index++) {
    const line = column.lines[index]
    if (line === undefined) break
    if (line.rule > 0) drawRule(column.x, y + line.height - 1, line.rule, tags, content, writer)
    const baseline = y + line.baseline
    if (line.label.length > 0) drawRuns(line.label, column.x, baseline, tags?.label(), column, content, writer, drawing)
    if (line.runs.length > 0) drawRuns(line.runs, column.x + line.indent, baseline, tags?.part(line.part), column, content, writer, drawing)
    y += line.height
  }
}

function drawRule(x: number, y: number, width: number, tags: ColumnTags | undefined, content: PageContent, writer: ElementWriter): void {
  const rule = { x, y, width, height: 0.6, color: [0.3, 0.3, 0.3] } as const
  writer.close()
  if (tags !== undefined) content.beginArtifact('/Type /Layout')
  content.rectangles([rule])
  if (tags !== undefined) content.end()
}

function drawRuns(
  runs: readonly Run[],
  x: number,
  baseline: number,
  node: StructureNode | undefined,
  column: FlowColumn,
  content: PageContent,
  writer: ElementWriter,
  drawing: Drawing,
): void {
  if (node === undefined || runs.every((run) => run.mark?.kind !== 'link' && !isForeign(run, column))) {
    if (node !== undefined) writer.into(node)
    content.runs(runs, x, baseline)
    return
  }
  for (const run of runs) {
    const { mark } = run
    if (mark?.kind === 'link') writer.into(linkInto(node, mark, run, x, baseline, drawing))
    else if (isForeign(run, column)) writer.into(drawing.tree.add(node, 'Span', { language: 'ja' }))
    else writer.into(node)
    content.runs([run], x, baseline)
  }
}

/** Japanese words in other text are read with a Japanese voice. */
const isForeign = (run: Run, column: FlowColumn): boolean => column.language !== 'ja' && run.face.name.includes('Japanese')

/** The Link element of a reference, with an annotation over these words; a reference over two lines has two annotations in one element. */
function linkInto(
  parent: StructureNode,
  mark: Extract<Mark, { kind: 'link' }>,
  run: Run,
  x: number,
  baseline: number,
  { document, tree, links }: Drawing,
): StructureNode {
  const node = links.get(mark) ?? tree.add(parent, 'Link')
  links.set(mark, node)
  const bottom = page.height - baseline
  const { size } = run.style
  const annotation = document.ref({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [x + run.x, bottom - size * 0.28, x + run.x + run.width, bottom + size * 0.86],
    Border: [0, 0, 0],
    F: 4,
    Contents: pdfText(mark.text.slice(0, 300).toWellFormed()),
    A: { S: 'GoTo', D: pdfText(mark.target) },
  })
  Object.assign(annotation.data, { StructParent: tree.addAnnotation(node, annotation) })
  annotation.end(undefined)
  const annotations: unknown = document.page.annotations
  if (Array.isArray(annotations)) annotations.push(annotation)
  return node
}
