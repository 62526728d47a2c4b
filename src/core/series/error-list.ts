import { type Language, localize } from '../../engine/language.ts'
import { saveFile } from '../export/save-file.ts'
import { join } from 'node:path'
import { csvLine, writeCell } from './cell-text.ts'
import { sameFile } from './file-names.ts'
import type { RowProblem } from './problems.ts'
import type { Delimiter } from './read-table.ts'

const words = {
  de: { header: ['Zeile', 'Spalte', 'Art', 'Problem'], error: 'Fehler', warning: 'Hinweis' },
  en: { header: ['row', 'column', 'kind', 'problem'], error: 'error', warning: 'warning' },
  ja: { header: ['行', '列', '種類', '内容'], error: 'エラー', warning: '注意' },
} as const

/** Languages of the error list. */
export type ListLanguage = Language

/** The error list as CSV with a byte order mark, so that Excel reads it. What stands in the cells of the table is not repeated. */
export function errorListText(problems: readonly RowProblem[], total: number, language: ListLanguage, delimiter: Delimiter): string {
  const { header, error, warning } = words[language]
  const lines = problems.map(({ severity, row, column, message }) =>
    csvLine([row === 0 ? '' : String(row), writeCell(column), severity === 'error' ? error : warning, writeCell(localize(message, language))], delimiter),
  )
  const rest = total - problems.length
  return `\uFEFF${csvLine(header, delimiter)}${lines.join('')}${rest > 0 ? csvLine(['', '', '', `+ ${rest}`], delimiter) : ''}`
}

/** Writes the list beside the files under the first free name: errors.csv, errors-2.csv … Answers the name. */
export async function saveErrorList(folder: string, existing: ReadonlySet<string>, text: string, token: string): Promise<string> {
  let [name, count] = ['errors.csv', 1]
  while (existing.has(sameFile(name))) name = `errors-${(count += 1)}.csv`
  await saveFile(join(folder, name), Buffer.from(text), { token })
  return name
}
