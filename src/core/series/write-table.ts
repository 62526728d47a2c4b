import { type Answers, durationSchema, type Json, moneySchema } from '../../engine/answers.ts'
import { currencyDigits, formatDuration } from '../../engine/format.ts'
import type { Language } from '../../engine/language.ts'
import type { AgreementPackage, Question } from '../../engine/template.ts'
import { csvLine, openMark, writeCell } from './cell-text.ts'
import { type CellType, type Column, fileHeader, possibleColumns, resolveColumn } from './columns.ts'
import type { ListLanguage } from './error-list.ts'
import type { Delimiter } from './read-table.ts'

/** Spreadsheets in German divide cells with semicolons, because the comma is their decimal sign. */
export function delimiterFor(language: ListLanguage): Delimiter {
  return language === 'de' ? ';' : ','
}

/**
 * A table to begin with: every column an agreement can have, and one row with sample answers if there are any. Lists have as many entries as the
 * sample has, at least one. Texts that are written per language have one column for each of `languages`.
 */
export function emptyTable(content: AgreementPackage, sample: Answers, languages: readonly Language[], language: ListLanguage): string {
  const questions = content.pages.flatMap((page) => page.questions)
  const byId = new Map(questions.map((question) => [question.id, question] as const))
  const headers = [fileHeader, ...questions.flatMap((question) => columnsFor(question, sample[question.id], languages))]
  const columns = headers.flatMap((header) => resolveColumn(byId, header) ?? [])
  return tableText(columns, Object.keys(sample).length === 0 ? [] : [sample], language)
}

function columnsFor(question: Question, sample: Json | undefined, languages: readonly Language[]): readonly string[] {
  const entries = Math.max(1, longestList(sample))
  const translated = new Set<string>(languages)
  return possibleColumns(question, entries).filter((column, _, all) => {
    const last = column.split('.').at(-1) ?? ''
    const isTranslation = all.includes(column.slice(0, -last.length - 1))
    const isWholeOfTranslations = all.includes(`${column}.de`)
    return isTranslation ? translated.has(last) : !isWholeOfTranslations
  })
}

function longestList(value: Json | undefined): number {
  if (Array.isArray(value)) return Math.max(value.length, ...value.map(longestList))
  return typeof value === 'object' && value !== null ? Math.max(0, ...Object.values(value).map(longestList)) : 0
}

/** A CSV with a byte order mark that holds rows of answers; what `readTable` and `rowAnswers` make of it are the same answers. */
export function tableText(columns: readonly Column[], rows: readonly Answers[], language: ListLanguage): string {
  const delimiter = delimiterFor(language)
  const lines = rows.map((answers) =>
    csvLine(
      columns.map((column) => (column.kind === 'file' ? '' : cellOf(column.type, valueAt(answers, column.path), language))),
      delimiter,
    ),
  )
  return `\uFEFF${csvLine(
    columns.map(({ header }) => header),
    delimiter,
  )}${lines.join('')}`
}

function valueAt(answers: Answers, path: readonly (string | number)[]): Json | undefined {
  let value: Json | undefined = answers
  for (const [index, step] of path.entries()) {
    if (Array.isArray(value)) value = value[Number(step)]
    else if (typeof value === 'object' && value !== null) value = value[String(step)]
    // A text that is the same in all languages stands in the column of each.
    else return index === path.length - 1 && index > 0 ? value : undefined
  }
  return value
}

function cellOf(type: CellType, value: Json | undefined, language: ListLanguage): string {
  if (value === undefined) return ''
  if (value === null) return openMark
  const question = type.kind === 'question' ? type.question : undefined
  if (question?.type === 'money') {
    const { data: money } = moneySchema.safeParse(value)
    if (money === undefined) return ''
    const digits = currencyDigits(money.currency)
    return `${withDecimalSign((money.amount / 10 ** digits).toFixed(digits), language)} ${money.currency}`
  }
  if (question?.type === 'duration') {
    const { data: duration } = durationSchema.safeParse(value)
    return duration === undefined ? '' : formatDuration(duration, language)
  }
  if (typeof value === 'boolean') return { de: ['nein', 'ja'], en: ['no', 'yes'], ja: ['いいえ', 'はい'] }[language][Number(value)] ?? ''
  if (typeof value === 'number') return numberText(value, language)
  if (Array.isArray(value)) return writeCell(value.map(String).join('|'))
  return typeof value === 'string' ? writeCell(value) : ''
}

/** A number nobody can take for another: three decimal places get a fourth. */
function numberText(value: number, language: ListLanguage): string {
  if (Number.isInteger(value)) return String(value)
  const text = value.toFixed(12).replace(/0+$/u, '')
  return withDecimalSign(/\.\d{3}$/u.test(text) ? `${text}0` : text, language)
}

function withDecimalSign(text: string, language: ListLanguage): string {
  return language === 'de' ? text.replace('.', ',') : text
}
