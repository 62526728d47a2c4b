import type { Language } from '../../../engine/language.ts'
import { mm, page as pdfPage, textColumns } from '../pdf/geometry.ts'
import { styleSheet, type StyleSheet } from '../pdf/styles.ts'

/** Twips (1/20 pt) in a number of points. */
export const points = (value: number): number => Math.round(value * 20)
/** Twips in a number of millimetres. */
export const millimetres = (value: number): number => points(value * mm)

const width = 11906
const height = 16838
const margins = { left: points(pdfPage.left), right: points(595.28 - pdfPage.right), top: points(pdfPage.top), bottom: millimetres(26) }

/** The page all measures follow from: A4 with the margins of the PDF, in twips. */
export const page = {
  width,
  height,
  margins,
  header: millimetres(10),
  footer: millimetres(12),
  textWidth: width - margins.left - margins.right,
  gutter: millimetres(8),
}

/** The measures of a document: those of the PDF, so that Word breaks lines and pages where our own layout does. Widths in twips. */
export type Measures = {
  /** Width of the text in one column, gutter excluded. */
  readonly columnWidth: number
  /** Type and distances of each column, in points. */
  readonly sheets: readonly StyleSheet[]
  /**
   * How much lower than the PDF's, in points, the text may reach. Word keeps the space above a paragraph in a table on top of a page, where the PDF drops
   * it; with this allowance a Word page holds no less than a PDF page, and what must stand on the next page is held together with it (see `page-plan.ts`).
   */
  readonly allowance: number
}

/** The measures of a document in these languages, an agreement if not said. */
export function measuresFor(languages: readonly Language[], isReport = false): Measures {
  const isBilingual = languages.length > 1
  const columns = languages.length === 0 ? (['de'] as const) : languages
  const sheets = columns.map((language) => styleSheet(language, isBilingual, isReport))
  return {
    columnWidth: points(textColumns(columns.length)[0]?.width ?? 0),
    sheets,
    allowance: isBilingual ? 4 + Math.max(...sheets.map(({ space }) => space.heading)) : 1,
  }
}

/** The type and distances of one column. */
export function sheetOf(measures: Measures, column: number): StyleSheet {
  return measures.sheets[column] ?? measures.sheets[0] ?? styleSheet('en', false)
}
