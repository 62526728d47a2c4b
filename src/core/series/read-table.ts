import { pipeline, Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import { decodeText } from './decode-text.ts'

/** A row of cells below the header; null is a cell whose quotes are broken. `number` counts as a spreadsheet does: the header is row 1. */
export type TableRow = { readonly number: number; readonly cells: readonly (string | null)[] }
/** A table being read; `rows` reads on as it is asked and can be gone through once. */
export type Table = { readonly delimiter: Delimiter; readonly header: readonly string[]; readonly rows: AsyncIterable<TableRow> }
export type Delimiter = ',' | ';' | '\t'

/** No real table is wider or longer; what is, would only fill the memory or the disk. */
export const tableLimits = { columns: 1000, rows: 100_000, recordBytes: 4 * 1024 * 1024, headerCharacters: 256 * 1024 } as const

const recordSchema = z.object({ raw: z.string(), record: z.array(z.string()) })

/**
 * Reads a CSV as it streams in, one row in memory at a time. The delimiter is the one that occurs most in the header. Throws `tableEncoding`,
 * `tableIsWorkbook`, `tableEmpty`, `tableTooLarge`, and `tableBroken` with the line where a quotation mark opens that is never closed.
 */
export async function readTable(bytes: AsyncIterable<Uint8Array>): Promise<Table> {
  const { start, rest } = await readStart(decodeText(bytes))
  const delimiter = delimiterOf(start)
  const records = parseRecords(chain(start, rest), delimiter)
  const first = await records.next()
  const header = first.done === true ? [] : first.value.map((cell) => (cell ?? '').trim())
  // Excel leaves empty columns behind what was once filled; their cells must be empty as well.
  const width = header.findLastIndex((name) => name !== '') + 1
  if (width === 0) {
    await records.return(undefined)
    throw new AppError('tableEmpty')
  }
  if (width > tableLimits.columns) {
    await records.return(undefined)
    throw new AppError('tableTooLarge', { details: { maximum: String(tableLimits.columns), what: 'columns' } })
  }
  return { delimiter, header: header.slice(0, width), rows: numbered(records) }
}

async function* numbered(records: AsyncGenerator<readonly (string | null)[]>): AsyncGenerator<TableRow> {
  let number = 1
  for await (const cells of records) {
    number += 1
    if (number > tableLimits.rows + 1) throw new AppError('tableTooLarge', { details: { maximum: String(tableLimits.rows), what: 'rows' } })
    // A row somebody emptied is no row, but it counts, because the spreadsheet counts it.
    if (cells.some((cell) => cell === null || cell.trim() !== '')) yield { number, cells }
  }
}

/** The text up to the end of the header, and what follows. */
async function readStart(text: AsyncGenerator<string>): Promise<{ readonly start: string; readonly rest: AsyncGenerator<string> }> {
  let start = ''
  for (;;) {
    const next = await text.next()
    if (next.done === true) break
    start += next.value
    if (headerEnd(start) < start.length || start.length > tableLimits.headerCharacters) break
  }
  return { start, rest: text }
}

/** Where the first line outside quotes ends. */
function headerEnd(text: string): number {
  let isQuoted = false
  for (let place = 0; place < text.length; place += 1) {
    const character = text[place]
    if (character === '"') isQuoted = !isQuoted
    else if (!isQuoted && (character === '\n' || character === '\r')) return place
  }
  return text.length
}

const delimiters = [';', ',', '\t'] as const

function delimiterOf(text: string): Delimiter {
  const header = text.slice(0, headerEnd(text)).replaceAll(/"[^"]*"/gu, '')
  const count = (delimiter: Delimiter): number => header.split(delimiter).length
  return delimiters.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best))
}

async function* chain(start: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (start !== '') yield start
  yield* rest
}

async function* parseRecords(text: AsyncGenerator<string>, delimiter: Delimiter): AsyncGenerator<readonly (string | null)[]> {
  let line = 0
  const parser = parse({
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: tableLimits.recordBytes,
    raw: true,
    on_record: (record: string[], info) => {
      line = info.lines
      return record
    },
  })
  // Errors of the source arrive where the records are read.
  const read = pipeline(Readable.from(text), parser, () => undefined)
  try {
    for await (const item of read) {
      const { raw, record } = recordSchema.parse(item)
      yield record.map((cell) => checkedCell(cell, raw))
    }
  } catch (error) {
    throw isCsvError(error) ? new AppError('tableBroken', { details: { line: String(line + 1) }, cause: error }) : error
  }
}

/**
 * Quotes in the middle of a cell are read as they stand. One that opens a cell and runs over a line end without closing is an accident: then the
 * cell begins with that quote although the record does not hold it doubled, as it would if it were meant.
 */
function checkedCell(cell: string, raw: string): string | null {
  if (cell.startsWith('"') && /[\r\n]/u.test(cell) && !raw.includes(`"${cell.replaceAll('"', '""')}"`)) return null
  return cell.replaceAll(/\r\n?/gu, '\n')
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('CSV_')
}
