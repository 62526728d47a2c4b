import { ColumnsRefused } from '../core/series/check-series.ts'
import { AppError, type ErrorCode } from '../shared/errors.ts'
import { InputProblems, UsageError } from './failure.ts'

type Words = (details: Readonly<Record<string, string>>, file: string) => string

/** What is wrong with a table, in a line. */
const tableWords: Partial<Readonly<Record<ErrorCode, Words>>> = {
  tableEncoding: ({ line = '?' }, file) =>
    `${file}:${line}: this is not UTF-8 text; in Excel save as "CSV UTF-8", in LibreOffice choose the character set "Unicode (UTF-8)" when saving as CSV`,
  tableIsWorkbook: (_, file) => `${file}: this is a workbook, not a CSV; in Excel save it as "CSV UTF-8", in LibreOffice as "Text CSV"`,
  tableBroken: ({ line = '?' }, file) => `${file}:${line}: a quotation mark opens a cell and is never closed, or a row is longer than 4 MB`,
  tableEmpty: (_, file) => `${file}: there is no header; its first row names questions, and --empty-table writes one to begin with`,
  tableTooLarge: ({ maximum = '?', what = '' }, file) => `${file}: more than ${maximum} ${what}`,
  tableChanged: (_, file) => `${file}: somebody saved the table while it was being read; start again`,
  seriesFilesExist: ({ count = '?', file: first = '' }) =>
    `${count} files of the series are there already, such as ${first}; nothing was written. --overwrite replaces them, --skip-existing leaves those rows out`,
}

const usageWords: Partial<Readonly<Record<ErrorCode, Words>>> = {
  fileNotReadable: (_, file) => `${file} cannot be read`,
  fileNotWritable: ({ file = '' }) => `${file} is no folder that can be written to`,
  diskFull: ({ file = '' }) => `${file} was not written: the disk is full`,
}

/** Turns what a table or its folder is refused for into lines and an exit code; anything else stays what it is. */
export function tableFailure(error: unknown, file: string): unknown {
  if (error instanceof ColumnsRefused)
    return new InputProblems(error.problems.map(({ column, message }) => `${column === '' ? file : column}: unknown column - ${message.en}`))
  if (!(error instanceof AppError)) return error
  const problem = tableWords[error.code]
  if (problem !== undefined) return new InputProblems([problem(error.details, file)])
  const usage = usageWords[error.code]
  return usage === undefined ? error : new UsageError(usage(error.details, file), { cause: error })
}
