import type { Language } from '../../../engine/language.ts'

/** Twips (1/20 pt) in a number of millimetres. */
export const millimetres = (value: number): number => Math.round((value * 1440) / 25.4)
/** Twips in a number of points. */
export const points = (value: number): number => Math.round(value * 20)

const pageWidth = 11906
const pageHeight = 16838
const margins = { left: millimetres(25), right: millimetres(22), top: millimetres(24), bottom: millimetres(26) }
const gutter = millimetres(8)

/** The page all measures follow from: A4, in twips. */
export const page = {
  width: pageWidth,
  height: pageHeight,
  margins,
  header: millimetres(10),
  footer: millimetres(12),
  textWidth: pageWidth - margins.left - margins.right,
  gutter,
}

/** Sizes that differ between documents in one language and side by side, in twips unless said otherwise. */
export type Measures = {
  /** Width of the text in one column, gutter excluded. */
  readonly columnWidth: number
  /** Font size in half points. */
  readonly size: number
  readonly headingSize: number
  readonly line: number
  readonly paragraphGap: number
  /** Where the text of levels 1 to 3 begins. */
  readonly levelIndents: readonly [number, number, number]
}

/** The measures of a document: roomier in one language than in columns, and wider lines in Japanese. */
export function measuresFor(languages: readonly Language[]): Measures {
  if (languages.length > 1) {
    const columnWidth = Math.floor((page.textWidth - gutter * (languages.length - 1)) / languages.length)
    return {
      columnWidth,
      size: 19,
      headingSize: 21,
      line: points(13),
      paragraphGap: points(5),
      levelIndents: [millimetres(7.5), millimetres(14), millimetres(21)],
    }
  }
  const isJapanese = languages[0] === 'ja'
  return {
    columnWidth: page.textWidth,
    size: isJapanese ? 20 : 21,
    headingSize: 23,
    line: points(isJapanese ? 16 : 14.5),
    paragraphGap: points(6),
    levelIndents: [millimetres(9), millimetres(17), millimetres(26)],
  }
}

/** How far the words of a heading hang behind its number, so that "Section 16" and "Anlage 2" fit before them. */
export function headingHang(label: string, isBilingual: boolean): number {
  const wide = [...label].reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0)
  return millimetres(Math.max(12, (wide + 1.5) * 2.25) * (isBilingual ? 0.92 : 1))
}
