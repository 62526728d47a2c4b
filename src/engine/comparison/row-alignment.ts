import type { Block, Inline, Row } from '../document.ts'
import { diffRow, fitsRow, linesOf, similarity } from './block-diff.ts'
import { pairs, type Pair } from './pairs.ts'

/** Rows with less in common than this are two rows, one out and one in. */
const leastSimilar = 0.3

/**
 * Compares the rows of a section: rows that read alike stay, rows that resemble each other are compared word by word, the others were taken
 * out or put in. Rows keep the order of both versions.
 */
export function alignRows(before: readonly Row[], after: readonly Row[]): readonly Row[] {
  const result: Row[] = []
  let stretch: Pair<Row>[] = []
  const closeStretch = (): void => {
    result.push(...unpaired(stretch))
    stretch = []
  }
  for (const pair of pairs(before, after, rowKey, worth)) {
    if (pair.before === undefined || pair.after === undefined) {
      stretch.push(pair)
      continue
    }
    closeStretch()
    result.push(rowKey(pair.before) === rowKey(pair.after) ? withLabels(pair.before, pair.after) : diffRow(pair.before, pair.after))
  }
  closeStretch()
  return result
}

/** Rows without a partner. As many rows in place of as many of the same bones are rewritten, so that their numbers stay where they are. */
function unpaired(stretch: readonly Pair<Row>[]): readonly Row[] {
  const [old, fresh] = [stretch.flatMap(({ before }) => before ?? []), stretch.flatMap(({ after }) => after ?? [])]
  const isRewritten = old.length === fresh.length && old.every((row, index) => fitsRow(row, fresh[index] ?? row))
  if (isRewritten) return fresh.map((row, index) => diffRow(old[index] ?? row, row))
  return [...old.map(deletedRow), ...fresh.map(insertedRow)]
}

/** A row that was taken out. Its id is kept apart from those of the new version. */
export const deletedRow = (row: Row): Row => ({ ...row, id: `before:${row.id}`, change: 'deleted' })
/** A row that was put in. */
export const insertedRow = (row: Row): Row => ({ ...row, change: 'inserted' })

const keys = new WeakMap<Row, string>()

/** What makes a row the same row: its bones and words, not its place and number. */
function rowKey(row: Row): string {
  const known = keys.get(row)
  if (known !== undefined) return known
  const key = row.cells.map(blockKey).join('\u0002') + (row.isFullWidth ? '\u0003' : '')
  keys.set(row, key)
  return key
}

function blockKey(block: Block): string {
  const words = linesOf(block).map(lineKey).join('\u0001')
  if (block.kind === 'paragraph') return `paragraph:${block.level}:${block.marker}:${words}`
  if (block.kind === 'heading') return `heading:${block.level}:${words}`
  if (block.kind === 'signatures') return `signatures:${block.parties.map((party) => `${party.placeAndDate}:${party.signatories.length}`).join('|')}:${words}`
  if (block.kind === 'chart') return JSON.stringify(block)
  if (block.kind === 'table') return `table:${block.columns.length}:${block.rows.length}:${words}`
  return block.kind === 'party' ? `party:${block.label}:${block.lines.length}:${words}` : `${block.kind}:${words}`
}

/** As `tokensOf` tells words apart, without cutting them. */
function lineKey(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
        case 'answer':
          return `w${inline.strong ? 's' : ''}${inline.emphasis ? 'e' : ''}:${inline.text}`
        case 'reference':
          return `r:${inline.target}:${inline.text}`
        case 'footnote':
          return `f:${lineKey(inline.content)}`
        case 'gap':
        case 'definition':
          return `${inline.kind}:${inline.text}`
        case 'lineBreak':
          return 'b'
      }
    })
    .join('\u0000')
}

/** A row that reads alike in both versions; the label of the old one stays known where a number moved. */
function withLabels(before: Row, after: Row): Row {
  const hasMoved = after.cells.some((block, column) => labelOf(block) !== labelOf(before.cells[column]))
  return hasMoved ? diffRow(before, after) : after
}

const labelOf = (block: Block | undefined): string => (block?.kind === 'heading' || block?.kind === 'paragraph' ? block.label : '')

/** What a pair is worth; 0 for rows that do not belong together. An anchor the template gave says more than words. */
function worth(before: Row, after: Row): number {
  if (!fitsRow(before, after)) return 0
  const common = similarity(before, after)
  const anchor = anchorOf(before)
  if (anchor !== undefined && anchor === anchorOf(after)) return 1 + common
  return common >= leastSimilar ? common : 0
}

const anchorOf = (row: Row): string | undefined =>
  row.cells.flatMap((block) => (block.kind === 'heading' || block.kind === 'paragraph' ? (block.anchor ?? []) : []))[0]
