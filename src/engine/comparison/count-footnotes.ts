import { type AssembledDocument, type Block, footnotesOf, type Inline, type Row } from '../document.ts'

/**
 * Counts the footnotes of a document anew, each language by itself, as Word does: a redline holds those of both versions, and no two may share a
 * number. Rows without footnotes, and documents without any, stay the same objects.
 */
export function countFootnotes(document: AssembledDocument): AssembledDocument {
  if (!document.sections.some(({ rows }) => rows.some(hasFootnotes))) return document
  const counters: number[] = []
  const count = (block: Block, column: number): Block => {
    if (footnotesOf(block).length === 0 || !('content' in block)) return block
    return { ...block, content: block.content.map((inline): Inline => (inline.kind === 'footnote' ? { ...inline, text: next(column) } : inline)) }
  }
  const next = (column: number): string => String((counters[column] = (counters[column] ?? 0) + 1))
  return {
    ...document,
    sections: document.sections.map((section) =>
      section.rows.some(hasFootnotes)
        ? { ...section, rows: section.rows.map((row) => (hasFootnotes(row) ? { ...row, cells: row.cells.map(count) } : row)) }
        : section,
    ),
  }
}

const hasFootnotes = (row: Row): boolean => row.cells.some((block) => footnotesOf(block).length > 0)
