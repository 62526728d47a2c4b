import type { Change } from '../../../engine/document.ts'
import type { Language } from '../../../engine/language.ts'
import { variant } from './fragments.ts'
import { sans, serif, type BlockStyle, type TextStyle } from './text-style.ts'

/** The styles of one column of a document and the distances that go with its type size. */
export type StyleSheet = {
  readonly title: BlockStyle
  readonly heading: BlockStyle
  readonly subheading: BlockStyle
  readonly body: BlockStyle
  readonly table: BlockStyle
  readonly tableHeader: BlockStyle
  readonly small: BlockStyle
  readonly note: BlockStyle
  readonly footnote: BlockStyle
  /** Left edge of the text of level 0 to 3; a label hangs at the edge of the level above. */
  readonly indents: readonly [number, number, number, number]
  readonly space: { readonly heading: number; readonly subheading: number; readonly paragraph: number; readonly item: number; readonly block: number }
}

const bold = (style: TextStyle): TextStyle => ({ ...style, isBold: true })
const block = (text: TextStyle, leading: number): BlockStyle => ({ text, leading })

const wide: StyleSheet = {
  title: block(bold(serif(19)), 25),
  heading: block(bold(serif(11.5)), 15),
  subheading: block(bold(serif(10.5)), 14.5),
  body: block(serif(10.5), 14.5),
  table: block(serif(9.5), 13),
  tableHeader: block(bold(sans(9, 0)), 12.5),
  small: block(sans(8.5, 0.35), 11.5),
  note: block(sans(9, 0.2), 12.5),
  footnote: block(serif(8.5), 11),
  indents: [0, 30, 52, 76],
  space: { heading: 19, subheading: 12, paragraph: 6, item: 3.5, block: 12 },
}

const narrow: StyleSheet = {
  ...wide,
  title: block(bold(serif(15)), 20),
  heading: block(bold(serif(10.5)), 14),
  subheading: block(bold(serif(9.5)), 13),
  body: block(serif(9.5), 13),
  table: block(serif(9), 12.5),
  note: block(sans(8.5, 0.2), 11.5),
  indents: [0, 23, 42, 62],
  space: { heading: 16, subheading: 10, paragraph: 5.5, item: 3, block: 10 },
}

/** A style sheet with another look for every style. */
function mapped(sheet: StyleSheet, change: (style: BlockStyle) => BlockStyle): StyleSheet {
  return {
    ...sheet,
    title: change(sheet.title),
    heading: change(sheet.heading),
    subheading: change(sheet.subheading),
    body: change(sheet.body),
    table: change(sheet.table),
    tableHeader: change(sheet.tableHeader),
    small: change(sheet.small),
    note: change(sheet.note),
    footnote: change(sheet.footnote),
  }
}

/** Japanese type looks larger and needs more room between its lines: 10/16 where Latin is 10.5/14.5. */
function japanese(sheet: StyleSheet): StyleSheet {
  return mapped(sheet, ({ text, leading }) => ({
    text: { ...text, isJapanese: true, size: Math.round(text.size * 0.955 * 10) / 10 },
    leading: Math.round(leading * 1.104 * 2) / 2,
  }))
}

const covers = new WeakMap<StyleSheet, StyleSheet>()

/** The style sheet of a cover: the same object for the same column. Its titles have few lines, which stand as close in Japanese as in others. */
export function coverSheet(sheet: StyleSheet): StyleSheet {
  const made = covers.get(sheet) ?? {
    ...sheet,
    title: { text: { ...sheet.title.text, size: sheet.title.text.size * 1.35 }, leading: Math.round(sheet.title.text.size * 1.8) },
    body: { text: { ...sheet.note.text, size: sheet.note.text.size + 1.5 }, leading: sheet.note.leading + 2.5 },
  }
  covers.set(sheet, made)
  return made
}

/** The style sheet of a row that was added or taken out as a whole. */
export function changedSheet(sheet: StyleSheet, change: Change): StyleSheet {
  return mapped(sheet, ({ text, leading }) => ({ text: variant(text, { change }), leading }))
}

/** A report is read by its headings: they are larger, with more room above. */
function report(sheet: StyleSheet): StyleSheet {
  const { heading, subheading, space } = sheet
  return {
    ...sheet,
    heading: block({ ...heading.text, size: heading.text.size + 4 }, heading.leading + 5),
    subheading: block({ ...subheading.text, size: subheading.text.size + 1 }, subheading.leading + 1.5),
    space: { ...space, heading: space.heading + 10, subheading: space.subheading + 4 },
  }
}

const agreementSheets = { wide, narrow, wideJapanese: japanese(wide), narrowJapanese: japanese(narrow) } as const
const reportSheets = {
  wide: report(wide),
  narrow: report(narrow),
  wideJapanese: japanese(report(wide)),
  narrowJapanese: japanese(report(narrow)),
} as const

/** The style sheet of a language in a document with one or two columns; `isReport` where the document has a cover. */
export function styleSheet(language: Language, isBilingual: boolean, isReport = false): StyleSheet {
  const sheets = isReport ? reportSheets : agreementSheets
  if (language === 'ja') return isBilingual ? sheets.narrowJapanese : sheets.wideJapanese
  return isBilingual ? sheets.narrow : sheets.wide
}
