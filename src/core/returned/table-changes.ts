import { inlineText, type Table } from '../../engine/document.ts'

import type { LinePair } from './align-lines.ts'
import type { ExpectedLine } from './expected-lines.ts'
import type { LineChange } from './find-changes.ts'
import type { ReturnedLine } from './returned-lines.ts'

/** The row of a table of data that a line stands in, as a key; undefined outside of tables and for header rows. */
function expectedRow(line: ExpectedLine | undefined): string | undefined {
  const row = line === undefined ? undefined : /^cells\.(\d+)\./.exec(line.part)?.[1]
  return line === undefined || row === undefined ? undefined : `${line.section}:${line.row}:${line.cell}:${row}`
}
const returnedRow = (line: ReturnedLine | undefined): string | undefined => (line?.cell === undefined ? undefined : `${line.cell.table}:${line.cell.row}`)
const tableRowOf = (line: ExpectedLine): number => Number(line.part.split('.')[1])

/**
 * Reads what happened to whole rows of tables out of what happened to their cells: a row whose cells all went is one deletion, new cells in a new
 * row are one added row, and new lines inside a cell that is still there belong to its words.
 */
export function mergeTableRows(
  changes: readonly LineChange[],
  pairs: readonly LinePair[],
  expected: readonly ExpectedLine[],
  returned: readonly ReturnedLine[],
): readonly LineChange[] {
  /** For each row of a table in the file the row of ours it still is. */
  const rowOf = new Map<string, ExpectedLine>()
  const keptRows = new Set<string>()
  for (const pair of pairs) {
    const [line, back] = [pair.expected === undefined ? undefined : expected[pair.expected], pair.returned === undefined ? undefined : returned[pair.returned]]
    const [ours, theirs] = [expectedRow(line), returnedRow(back)]
    if (line === undefined || back === undefined || ours === undefined) continue
    keptRows.add(ours)
    if (theirs !== undefined) rowOf.set(theirs, line)
  }
  const result: LineChange[] = []
  for (const found of changes) {
    const merged =
      found.change.kind === 'deleted'
        ? mergeDeleted(result, found, keptRows)
        : found.change.kind === 'inserted'
          ? mergeInserted(result, found, rowOf)
          : undefined
    if (merged === undefined) result.push(found)
    else if (merged.at === undefined) result.push(merged.change)
    else result[merged.at] = merged.change
  }
  return result
}

type Merged = { readonly at: number | undefined; readonly change: LineChange }

function mergeDeleted(result: readonly LineChange[], found: LineChange, keptRows: ReadonlySet<string>): Merged | undefined {
  const row = expectedRow(found.expected)
  if (row === undefined || keptRows.has(row) || found.expected === undefined) return undefined
  const at = result.findIndex(({ change, expected }) => change.kind === 'deleted' && expectedRow(expected) === row)
  const { block } = found.expected
  const number = tableRowOf(found.expected)
  if (at >= 0) return { at, change: result[at] ?? found }
  const words = block.kind === 'table' ? wordsOfRow(block, number) : found.change.oldWords
  return { at: undefined, change: { ...found, change: { ...found.change, part: `row.${number}`, oldWords: words } } }
}

const wordsOfRow = (table: Table, row: number): string => (table.rows[row] ?? []).map(inlineText).join('\t')

function mergeInserted(result: readonly LineChange[], found: LineChange, rowOf: ReadonlyMap<string, ExpectedLine>): Merged | undefined {
  const { returned, previous, change } = found
  const row = returnedRow(returned)
  const cell = returned?.cell?.cell
  if (returned === undefined || row === undefined || cell === undefined) return undefined
  const kept = rowOf.get(row)
  if (kept !== undefined) return mergeIntoCell(result, found, kept, cell)
  if (previous?.block.kind !== 'table') return undefined
  const at = result.findIndex((one) => one.change.kind === 'inserted' && one.change.part.startsWith('row.') && returnedRow(one.returned) === row)
  const known = result[at]
  const cells = known === undefined ? [] : known.change.newWords.split('\t')
  while (cells.length <= cell) cells.push('')
  cells[cell] = [cells[cell], change.newWords].filter((words) => words !== '').join('\n')
  const part = `row.${previous.part.startsWith('header') ? -1 : tableRowOf(previous)}`
  const { shape: _, ...plain } = known?.change ?? change
  return {
    at: known === undefined ? undefined : at,
    change: { ...(known ?? found), change: { ...plain, part: known?.change.part ?? part, newWords: cells.join('\t') } },
  }
}

/** A second paragraph in a cell that is still there, or the first one in a cell that was empty. */
function mergeIntoCell(result: readonly LineChange[], found: LineChange, kept: ExpectedLine, cell: number): Merged | undefined {
  const { change } = found
  const part = `cells.${tableRowOf(kept)}.${cell}`
  const table = kept.block
  const content = table.kind === 'table' ? table.rows[tableRowOf(kept)]?.[cell] : undefined
  if (content === undefined) return undefined
  const at = result.findIndex((one) => one.change.part === part && one.expected?.block === table && one.change.kind !== 'inserted')
  const known = result[at]
  if (known !== undefined)
    return { at, change: { ...known, change: { ...known.change, kind: 'changed', newWords: `${known.change.newWords}\n${change.newWords}` } } }
  const oldWords = inlineText(content)
  const { shape: _, ...plain } = change
  const newWords = oldWords === '' ? change.newWords : `${oldWords}\n${change.newWords}`
  return {
    at: undefined,
    change: { ...found, expected: { ...kept, part }, change: { ...plain, kind: 'changed', part, oldWords, newWords, afterWords: '', order: 0 } },
  }
}
