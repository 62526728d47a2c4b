import { type Agreement, compileAgreement } from '../../engine/agreement.ts'
import type { Answers } from '../../engine/answers.ts'
import type { Language } from '../../engine/language.ts'
import type { AgreementPackage } from '../../engine/template.ts'
import { AppError } from '../../shared/errors.ts'
import { checkRow, type Strictness } from './check-row.ts'
import { type Column, resolveColumns } from './columns.ts'
import { checkFileName, defaultFileName, partnersOf, sameFile } from './file-names.ts'
import { createProblemList, type ProblemList } from './problem-list.ts'
import { type ColumnProblem, problemMessage, type RowProblem } from './problems.ts'
import { type Delimiter, readTable, type TableRow } from './read-table.ts'
import { mergeAnswers, rowAnswers } from './row-answers.ts'
import type { TableFile } from './table-file.ts'

/** What a series is made of, besides its table. `common` are answers that are the same in every row unless the row says otherwise. */
export type SeriesSetup = Strictness & {
  readonly content: AgreementPackage
  readonly languages: readonly Language[]
  readonly common: Answers
}

/** One row, understood: its answers with the common ones, the name of its files, and what is wrong with it. */
export type SeriesRow = { readonly row: number; readonly answers: Answers; readonly name: string; readonly problems: readonly RowProblem[] }

/** What was found in a table. `names` holds the rows that can be written, each with the name of its files without an ending. */
export type CheckedSeries = {
  readonly delimiter: Delimiter
  readonly columns: readonly Column[]
  readonly rows: number
  readonly names: ReadonlyMap<number, string>
  readonly problems: ProblemList
  /** The first rows as they stand in the table. */
  readonly preview: readonly { readonly row: number; readonly cells: readonly string[] }[]
}

/** The columns of a table cannot all be used; nothing was read any further. */
export class ColumnsRefused extends AppError {
  readonly problems: readonly ColumnProblem[]

  constructor(problems: readonly ColumnProblem[]) {
    super('tableColumns', {
      details: {
        columns: problems
          .slice(0, 3)
          .flatMap(({ column }) => (column === '' ? [] : [column]))
          .join(', '),
        count: String(problems.length),
      },
    })
    this.problems = problems
  }
}

export type CheckObserver = { readonly signal: AbortSignal; readonly onProgress: (rows: number) => void }

const previewRows = 5

/**
 * Reads a whole table, one row in memory at a time, and checks each row. Throws `ColumnsRefused` before any row is read, and what `readTable` throws.
 * An aborted signal throws its reason.
 */
export async function checkSeries(table: TableFile, setup: SeriesSetup, { signal, onProgress }: CheckObserver): Promise<CheckedSeries> {
  const reading = await readSeries(table, setup)
  const agreement = compileAgreement(setup.content)
  const problems = createProblemList()
  const names = new Map<number, string>()
  const takenBy = new Map<string, number>()
  const preview: { row: number; cells: readonly string[] }[] = []
  let rows = 0
  for await (const { number, cells } of reading.rows) {
    signal.throwIfAborted()
    rows += 1
    if (preview.length < previewRows) preview.push({ row: number, cells: cells.map((cell) => cell ?? '') })
    const read = reading.understand(number, cells)
    const found = [...read.problems, ...withoutRepeats(checkRow(agreement, read.answers, setup.languages, number, setup), read.problems)]
    const first = takenBy.get(sameFile(read.name))
    const isTwice = first !== undefined && read.name !== ''
    const all: readonly RowProblem[] = isTwice
      ? [...found, { severity: 'error', row: number, column: 'file', message: problemMessage('fileTwice', { row: first }) }]
      : found
    if (!isTwice) takenBy.set(sameFile(read.name), number)
    if (!all.some(({ severity }) => severity === 'error')) names.set(number, read.name)
    problems.add(all)
    onProgress(rows)
  }
  return { delimiter: reading.delimiter, columns: reading.columns, rows, names, problems, preview }
}

/** A cell that cannot be used leaves its question unanswered; saying both would be saying it twice. */
function withoutRepeats(found: readonly RowProblem[], before: readonly RowProblem[]): readonly RowProblem[] {
  return found.filter(
    ({ column, severity }) => severity === 'warning' || !before.some((known) => known.column === column || known.column.startsWith(`${column}.`)),
  )
}

/** A table whose columns are known, row by row. */
export type SeriesReading = {
  readonly delimiter: Delimiter
  readonly columns: readonly Column[]
  readonly rows: AsyncIterable<TableRow>
  readonly understand: (number: number, cells: TableRow['cells']) => SeriesRow
}

/** Opens a table for a series. Throws `ColumnsRefused`. */
export async function readSeries(table: TableFile, { content, common }: Pick<SeriesSetup, 'content' | 'common'>): Promise<SeriesReading> {
  const { delimiter, header, rows } = await readTable(table.bytes())
  const questions: Agreement['questions'] = new Map(content.pages.flatMap((page) => page.questions.map((question) => [question.id, question] as const)))
  const { columns, problems } = resolveColumns(questions, header)
  if (problems.length > 0) throw new ColumnsRefused(problems)
  const partners = partnersOf(content, columns)
  return {
    delimiter,
    columns,
    rows,
    understand: (number, cells) => {
      const read = rowAnswers(columns, { number, cells })
      const answers = mergeAnswers(common, read.answers)
      const named = read.fileName === undefined ? { name: defaultFileName(number, answers, partners) } : checkFileName(read.fileName)
      return 'name' in named
        ? { row: number, answers, name: named.name, problems: read.problems }
        : { row: number, answers, name: '', problems: [...read.problems, { severity: 'error', row: number, column: 'file', message: named.message }] }
    },
  }
}
