import { drawWords, elementWriter, type Drawing, type ElementWriter } from './draw-words.ts'
import type { FlowColumn, FlowItem, Shape } from './flow.ts'
import { page } from './geometry.ts'
import type { PageContent } from './page-content.ts'
import type { Placement } from './paginate.ts'
import type { ColumnTags } from './tag-plan.ts'

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

function drawShapes(shapes: readonly Shape[], item: FlowItem, tags: readonly ColumnTags[] | undefined, content: PageContent, writer: ElementWriter): void {
  if (shapes.length === 0) return
  const figure = item.tag.kind === 'figure' ? tags?.[0]?.part(0) : undefined
  if (figure !== undefined) {
    writer.into(figure)
    content.shapes(shapes)
    return
  }
  content.beginArtifact('/Type /Layout')
  content.shapes(shapes)
  content.end()
}

/** Draws a range of the lines of a column from `top` on into the elements of the column; without any they are no text. */
export function drawColumn(
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
    for (const field of line.fields) {
      if (drawing.form === undefined || tags?.field === undefined) break
      drawing.form.draw(field, column.x + field.x, y + line.height - 1, tags.field())
    }
    const baseline = y + line.baseline
    if (line.label.length > 0) drawWords(line.label, { x: column.x, baseline, column }, tags?.label(), content, writer, drawing)
    if (line.runs.length > 0) drawWords(line.runs, { x: column.x + line.indent, baseline, column }, tags?.part(line.part), content, writer, drawing)
    y += line.height
  }
}

function drawRule(x: number, y: number, width: number, tags: ColumnTags | undefined, content: PageContent, writer: ElementWriter): void {
  const rule = { x, y, width, height: 0.6, color: [0.3, 0.3, 0.3] } as const
  writer.close()
  if (tags !== undefined) content.beginArtifact('/Type /Layout')
  content.shapes([rule])
  if (tags !== undefined) content.end()
}
