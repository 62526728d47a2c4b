import { type Inline, inlineText } from './document.ts'

/** How many characters of table type fit over the text width of an A4 page, and the longest word a column must hold unbroken. */
const charactersPerLine = 88
const longestUnbroken = 14
const widest = 45

/**
 * Shares of the width for the columns of a table (they add up to 1): each column gets room for its longest word, the rest goes to the columns
 * with the longest texts. Takes all rows, the header among them.
 */
export function columnWidths(rows: readonly (readonly (readonly Inline[])[])[]): readonly number[] {
  const count = rows[0]?.length ?? 0
  const needs = Array.from({ length: count }, (_, index) => {
    const texts = rows.map((row) => inlineText(row[index] ?? []))
    const words = texts.flatMap((text) => text.split(/\s+/)).map((word) => word.length)
    const least = Math.min(longestUnbroken, Math.max(3, ...words)) + 3
    const average = texts.reduce((sum, text) => sum + text.length, 0) / texts.length
    return { least, wanted: Math.min(widest, Math.max(least, average)) }
  })
  const least = needs.reduce((sum, need) => sum + need.least, 0)
  const wanted = needs.reduce((sum, need) => sum + need.wanted, 0)
  const share = wanted === least ? 0 : Math.min(1, Math.max(0, (charactersPerLine - least) / (wanted - least)))
  const widths = needs.map((need) => need.least + (need.wanted - need.least) * share)
  const total = widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width) => width / total)
}
