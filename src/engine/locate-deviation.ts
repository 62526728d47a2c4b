import { addedRowId, type Deviation } from './deviation.ts'
import { type AssembledDocument, inlineText, type Row, type Section } from './document.ts'
import { comparableWords, linesOf } from './document-lines.ts'
import type { Language } from './language.ts'

/** Where a deviation belongs in a document; `row` -1 is before the first row of the section. `cell` counts the cells of the row. */
export type DeviationPlace = { readonly section: number; readonly row: number; readonly cell: number }

/** Whether a document in these languages has the column a deviation is about; rows over the full width stand in every document. */
export const concerns = ({ language }: Deviation, languages: readonly Language[]): boolean => language === null || languages.includes(language)

/** Whether a row over the full width, which says its words in all languages of the document, was agreed for other languages. */
const isForOtherLanguages = ({ language, languages: found }: Deviation, languages: readonly Language[]): boolean =>
  language === null && (found.length !== languages.length || found.some((one, index) => one !== languages[index]))

const cellOf = (row: Row, column: number): number => (row.cells.length === 1 ? 0 : column)

/** The words of a part of a row as they are compared. A whole table row is its cells one after the other. */
export function partWords(row: Row, cell: number, part: string): string | undefined {
  const block = row.cells[cell]
  if (block === undefined) return undefined
  const lines = linesOf(block)
  if (!part.startsWith('row.')) {
    const line = lines.find((one) => one.part === part)
    return line === undefined ? undefined : comparableWords(inlineText(line.content))
  }
  const cells = lines.filter((one) => one.part.startsWith(`cells.${part.slice(4)}.`))
  return cells.length === 0 ? undefined : comparableWords(cells.map(({ content }) => inlineText(content)).join('\t'))
}

/** The last words of a row in a column: what a paragraph added behind it remembers. */
export function lastWords(row: Row, cell: number): string {
  const block = row.cells[cell]
  const lines = block === undefined ? [] : linesOf(block)
  return comparableWords(inlineText(lines.findLast(({ content }) => content.length > 0)?.content ?? []))
}

function onlyMatch(section: Section, matches: (row: Row, cell: number) => boolean, column: number): number | undefined {
  const found = section.rows.flatMap((row, index) => (matches(row, cellOf(row, column)) ? [index] : []))
  return found.length === 1 ? found[0] : undefined
}

/**
 * Finds the place of a deviation: the row it names while that still says what it said, otherwise the one row of the section that does. Rows count
 * up and down when answers add or remove paragraphs, so the number alone would be a guess. Undefined when the words are gone,
 * or say the same in other languages than it was agreed for: it is stale.
 */
export function locateDeviation(document: AssembledDocument, deviation: Deviation): DeviationPlace | undefined {
  const sectionIndex = document.sections.findIndex(({ id }) => id === deviation.section)
  const section = document.sections[sectionIndex]
  if (section === undefined || isForOtherLanguages(deviation, document.languages)) return undefined
  const column = deviation.language === null ? 0 : document.languages.indexOf(deviation.language)
  const isAdded = deviation.kind === 'inserted'
  const words = comparableWords(isAdded ? deviation.afterWords : deviation.oldWords)
  const matches = isAdded
    ? (row: Row, cell: number): boolean => words !== '' && lastWords(row, cell) === words
    : (row: Row, cell: number): boolean => partWords(row, cell, deviation.part) === words
  const named = section.rows.findIndex(({ id }) => id === deviation.row)
  const row = section.rows[named]
  const place = (index: number, cell = 0): DeviationPlace => ({ section: sectionIndex, row: index, cell })
  if (row !== undefined && matches(row, cellOf(row, column))) return place(named, cellOf(row, column))
  const only = onlyMatch(section, matches, column)
  if (only !== undefined) return place(only, cellOf(section.rows[only] ?? { id: '', isFullWidth: true, cells: [] }, column))
  if (!isAdded) return undefined
  // What was added stays right where the paragraph before it was reworded; only where that is gone altogether is its place unknown.
  if (deviation.row === '') return place(-1)
  return row === undefined ? undefined : place(named, cellOf(row, column))
}

/** The deviations in force: accepted, and not replaced by a later accepted one. */
export function inForce(deviations: readonly Deviation[]): readonly Deviation[] {
  const accepted = deviations.filter(({ state, kind }) => state === 'accepted' && kind !== 'commented')
  const replaced = new Set(accepted.flatMap(({ replaces }) => replaces ?? []))
  return accepted.filter(({ id }) => !replaced.has(id))
}

/** Whether a row of an assembled document was added by a deviation, and by which. */
export function addedBy(rowId: string, deviations: readonly Deviation[]): Deviation | undefined {
  return deviations.find(({ id }) => addedRowId(id) === rowId)
}
