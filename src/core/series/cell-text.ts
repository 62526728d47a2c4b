/** What makes a spreadsheet work a cell out, in ordinary and in full width. */
const formulaStart = /^\s*[=+\-@＝＋－＠]/u
/** A number with a sign, a percentage, an amount of money: nothing to be worked out. */
const plainNumber = /^\s*[+\-\u2212]?\s?\d[\d.,'\u2019 \u00A0\u202F]*(?:\s?(?:%|€|円|[A-Za-z]{3}))?\s*$/u
/** A telephone number as it is written with its country. */
const plainPhone = /^\s*\+\d[\d ()/.\u00A0-]*$/u
/** What is nothing but dashes. */
const dashes = /^\s*[-\u2010-\u2015\u2212]+\s*$/u
/** What would mean something else without an apostrophe in front: a formula, a lone dash, a lone question mark, an apostrophe of its own. */
const marked = /^(?:\s*[=+\-@＝＋－＠\t]|'|\s*\?\s*$)/u
const needsApostrophe = (text: string): boolean => (marked.test(text) || dashes.test(text)) && !plainNumber.test(text)

/** The mark of a point left open on purpose. */
export const openMark = '?'

/** What a cell holds before its column is asked. */
export type CellText = { readonly kind: 'blank' | 'open' | 'formula' | 'dash' } | { readonly kind: 'text'; readonly text: string }

/** Reads a cell: nothing, "?" (open on purpose), something a spreadsheet would work out, or text. An apostrophe in front makes all of them text. */
export function readCell(cell: string, isPhone = false): CellText {
  const trimmed = cell.trim()
  if (trimmed === '') return { kind: 'blank' }
  if (trimmed === openMark) return { kind: 'open' }
  if (dashes.test(cell)) return { kind: 'dash' }
  if (cell.startsWith("'") && needsApostrophe(cell.slice(1))) return { kind: 'text', text: cell.slice(1) }
  if (formulaStart.test(cell) && !plainNumber.test(cell) && !(isPhone && plainPhone.test(cell))) return { kind: 'formula' }
  return { kind: 'text', text: cell }
}

/** Writes text so that a spreadsheet shows it and never works it out, and so that `readCell` gives it back. */
export function writeCell(text: string): string {
  return needsApostrophe(text) ? `'${text}` : text
}

/** A row of a CSV; cells are quoted where they must be. Nothing is neutralised here: cells come from `writeCell`. */
export function csvLine(cells: readonly string[], delimiter: string): string {
  return `${cells.map((cell) => (/["\r\n,;\t]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter)}\r\n`
}
