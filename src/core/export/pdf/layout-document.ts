import { inlineText, isFront, type Block, type Inline, type Row, type Section } from '../../../engine/document.ts'
import { cleanLine } from './clean-text.ts'
import { coverContext, coverItems } from './cover.ts'
import { flowItem, type FlowItem } from './flow.ts'
import { blockAnchor, type Column, type LayoutContext } from './layout-context.ts'
import { layoutChart } from './layout-chart.ts'
import { layoutSignatures } from './layout-closing.ts'
import { layoutTable } from './layout-table.ts'
import { changedSheet } from './styles.ts'
import { layoutText, type TextBlock, type TextLayout } from './layout-text.ts'

/** A heading as contents and bookmarks list it: label and words per column, and the anchor it leads to. */
export type ContentsEntry = { readonly target: string; readonly cells: readonly { readonly label: string; readonly text: string }[] }

/** Lays out one section; items carry `section` so that each becomes a part of its own in the structure of the file. */
export function layoutSection(section: Section, index: number, context: LayoutContext): readonly FlowItem[] {
  const items: FlowItem[] = []
  const isCover = section.kind === 'cover'
  const own = isCover ? coverContext(context) : context
  const before = context.document.sections[index - 1]?.kind
  // What follows the annexes is no part of the last of them, and a cover has a page of its own.
  let breaksBefore = section.kind === 'annex' || before === 'annex' || before === 'cover'
  section.rows.forEach((row, rowIndex) => {
    const made = layoutRow(row, section.rows.slice(0, rowIndex), index, rowIndex, own)
    if (made === 'pageBreak') {
      breaksBefore = true
      return
    }
    made.forEach((item) => {
      items.push({ ...item, row: rowIndex, startsPage: item.startsPage || breaksBefore })
      breaksBefore = false
    })
  })
  const [first, ...rest] = isCover ? coverItems(items) : withLeadIns(items)
  if (first === undefined) return []
  const opened = {
    ...first,
    anchors: [section.id, ...first.anchors.filter((anchor) => anchor !== section.id)],
    outline: isFront(section) ? undefined : outlineOf(section),
  }
  return [opened, ...rest]
}

/** A sentence that leads into a list keeps its end with the first point, whether or not it closes with a colon; so does "between" with the party. */
function withLeadIns(items: readonly FlowItem[]): readonly FlowItem[] {
  const depth = ({ tag }: FlowItem): number => (tag.kind === 'listItem' ? tag.level + (tag.isBullet ? 0.5 : 0) : tag.kind === 'paragraph' ? 0 : 9)
  return items.map((item, index) => {
    const next = items[index + 1]
    const leadsIntoList = next?.tag.kind === 'listItem' && depth(next) > depth(item)
    const leadsIntoBlock = next?.tag.kind === 'group' && item.tag.kind === 'paragraph'
    return leadsIntoList || leadsIntoBlock ? { ...item, keepsTailWithNext: item.keepsTailWithNext || depth(item) < 9 } : item
  })
}

/**
 * The words before the signatures go with them, so that no page holds signatures alone; a single closing line brings the end of the clause before along.
 */
export function withSignatureText(items: readonly FlowItem[]): readonly FlowItem[] {
  const result = [...items]
  const keep = (index: number): void => {
    const item = result[index]
    if (item === undefined || result[index + 1]?.startsPage === true || item.tag.kind === 'signatures') return
    const isSingleLine = item.columns.every(({ lines }) => lines.length < 2)
    result[index] = { ...item, keepsWithNext: item.keepsWithNext || isSingleLine, keepsTailWithNext: true }
    if (isSingleLine && !item.startsPage) {
      const before = result[index - 1]
      if (before?.keepsWithNext === false) result[index - 1] = { ...before, keepsTailWithNext: true }
    }
  }
  items.forEach((item, index) => {
    if (item.tag.kind === 'signatures') keep(index - 1)
  })
  return result
}

/** The headings of a document in order. */
export function contentsEntries(sections: readonly Section[]): readonly ContentsEntry[] {
  return sections.flatMap((section) => {
    const cells = headingCells(section)
    return cells.length === 0 || isFront(section) ? [] : [{ target: section.id, cells }]
  })
}

function headingCells(section: Section): readonly { readonly label: string; readonly text: string }[] {
  const row = section.rows.find(({ cells, change }) => change !== 'deleted' && cells.some((cell) => cell.kind === 'heading' && cell.level === 1))
  return (row?.cells ?? []).flatMap((cell) =>
    cell.kind === 'heading' ? [{ label: cleanLine(cell.label), text: cleanLine(inlineText(listedWords(cell.content))) }] : [],
  )
}

/** The words of a heading as a list of headings has them: no figures of footnotes, and of a redline the new words. */
const listedWords = (content: readonly Inline[]): readonly Inline[] => content.filter(({ kind, change }) => kind !== 'footnote' && change !== 'deleted')

function outlineOf(section: Section): string | undefined {
  const titles = headingCells(section).map(({ label, text }) => `${label} ${text}`.trim().slice(0, 300).toWellFormed())
  return titles.length === 0 ? undefined : [...new Set(titles)].join(' / ')
}

/** Whether a heading of the rows above a chart already says its caption. */
function isSaidBefore(caption: string, before: readonly Row[]): boolean {
  return before.some(({ cells }) => {
    const words = cells.flatMap((cell) => (cell.kind === 'heading' ? [cleanLine(inlineText(cell.content))] : []))
    return words.includes(cleanLine(caption)) || (words.length > 0 && words.join(' / ') === cleanLine(caption))
  })
}

const isText = (block: Block): block is TextBlock =>
  block.kind === 'title' || block.kind === 'heading' || block.kind === 'paragraph' || block.kind === 'party' || block.kind === 'note'

function layoutRow(row: Row, before: readonly Row[], section: number, rowIndex: number, context: LayoutContext): readonly FlowItem[] | 'pageBreak' {
  if (row.cells.some((cell) => cell.kind === 'pageBreak')) return 'pageBreak'
  const marked = (column: Column): Column => (row.change === undefined ? column : { ...column, sheet: changedSheet(column.sheet, row.change) })
  const full = marked(context.full)
  const columns = row.isFullWidth || row.cells.length === 1 ? [full] : context.columns.map(marked)
  const items: FlowItem[] = []
  let texts: { readonly layout: TextLayout; readonly column: Column }[] = []
  const flush = (): void => {
    if (texts.length > 0) items.push(textItem(texts, row, section))
    texts = []
  }
  row.cells.forEach((cell, index) => {
    if (cell.kind === 'note' && !context.hasNotes) return
    const column = columns[index] ?? full
    if (isText(cell)) texts.push({ layout: layoutText(cell, column, context.targets), column })
    else {
      flush()
      items.push(...wideItems(cell, before, section, rowIndex * 4 + index, { ...context, full }))
    }
  })
  flush()
  return items
}

function wideItems(block: Exclude<Block, TextBlock>, before: readonly Row[], section: number, number: number, context: LayoutContext): readonly FlowItem[] {
  switch (block.kind) {
    case 'table':
      return layoutTable(block, context.full, context.targets, section, section * 10_000 + number)
    case 'signatures':
      return layoutSignatures(
        block,
        context.full,
        context.targets,
        context.columns.map(({ language }) => language),
        section,
      )
    case 'chart':
      return layoutChart(block, context.full, section, section * 10_000 + number, !isSaidBefore(block.caption, before))
    case 'pageBreak':
      return []
    default:
      return assertNever(block)
  }
}

function assertNever(value: never): never {
  throw new Error(`Unknown block ${JSON.stringify(value)}`)
}

function textItem(texts: readonly { readonly layout: TextLayout; readonly column: Column }[], row: Row, section: number): FlowItem {
  const first = texts[0]?.layout
  const anchors = [...new Set(row.cells.map(blockAnchor).filter((anchor) => anchor !== undefined))]
  const decorations = texts.flatMap(({ layout }) => (layout.row.decorations === undefined ? [] : [layout.row.decorations]))
  return flowItem({
    section,
    tag: first?.tag ?? { kind: 'paragraph' },
    columns: texts.map(({ layout, column }) => ({ x: column.x, width: column.width, language: column.language, lines: layout.lines })),
    ...first?.row,
    keepsTailWithNext: texts.some(({ layout }) => layout.row.keepsTailWithNext === true),
    anchors,
    decorations: decorations.length === 0 ? undefined : (box) => decorations.flatMap((decorate) => decorate(box)),
  })
}
