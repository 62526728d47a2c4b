import { type AssembledDocument, type Block, type Change, type Inline, inlineText, type Row, type Section, type Table } from '../document.ts'
import { mapSignatureLines } from '../document-lines.ts'
import { countFootnotes } from './count-footnotes.ts'

/** The new version inside a redline: what was taken out is gone, what was put in stays. */
export const acceptAll = (redline: AssembledDocument): AssembledDocument => resolve(redline, 'deleted')

/** The old version inside a redline. Words both versions have keep the questions of the new one; row ids and table widths are those of the redline. */
export const rejectAll = (redline: AssembledDocument): AssembledDocument => resolve(redline, 'inserted')

function resolve(redline: AssembledDocument, dropped: Change): AssembledDocument {
  const sections = redline.sections
    .map((section): Section => ({ ...section, rows: section.rows.filter(({ change }) => change !== dropped).map((row) => resolveRow(row, dropped)) }))
    .filter(({ rows }) => rows.length > 0)
  const titles = sections[0]?.rows.flatMap(({ cells }) => cells.flatMap((block) => (block.kind === 'title' ? [inlineText(block.content)] : []))) ?? []
  return countFootnotes({ ...redline, titles: titles.length === redline.titles.length ? titles : redline.titles, sections })
}

function resolveRow(row: Row, dropped: Change): Row {
  const { change: _, ...kept } = row
  return { ...kept, cells: row.cells.map((block) => resolveBlock(block, dropped)) }
}

function resolveBlock(block: Block, dropped: Change): Block {
  const line = (content: readonly Inline[]): readonly Inline[] => resolveInlines(content, dropped)
  switch (block.kind) {
    case 'title':
    case 'note':
      return { ...block, content: line(block.content) }
    case 'heading':
    case 'paragraph': {
      const { labelBefore, ...rest } = block
      return { ...rest, label: dropped === 'inserted' ? (labelBefore ?? block.label) : block.label, content: line(block.content) }
    }
    case 'party':
      return { ...block, name: line(block.name), lines: block.lines.filter((words) => !isWhole(words, dropped)).map(line), shortName: line(block.shortName) }
    case 'table':
      return resolveTable(block, line, dropped)
    case 'signatures':
      return mapSignatureLines(block, line)
    case 'chart':
    case 'pageBreak':
      return block
  }
}

/** Whether a line was taken out or put in as a whole. */
export const isWhole = (content: readonly Inline[], change: Change): boolean => content.length > 0 && content.every((inline) => inline.change === change)

const resolveInlines = (content: readonly Inline[], dropped: Change): readonly Inline[] =>
  content.flatMap((inline): readonly Inline[] => {
    if (inline.change === undefined) return [inline]
    const { change, ...kept } = inline
    return change === dropped ? [] : [kept]
  })

function resolveTable({ rowChanges, ...table }: Table, line: (content: readonly Inline[]) => readonly Inline[], dropped: Change): Table {
  const rows = table.rows.filter((_, index) => rowChanges?.[index] !== dropped)
  return { ...table, columns: table.columns.map((column) => ({ ...column, header: line(column.header) })), rows: rows.map((cells) => cells.map(line)) }
}
