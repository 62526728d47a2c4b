import { type AssembledDocument, type Block, isReport } from '../../../engine/document.ts'
import type { Language } from '../../../engine/language.ts'
import { textColumns } from './geometry.ts'
import { styleSheet, type StyleSheet } from './styles.ts'

/** One column of the page: its place, its language and its styles. */
export type Column = {
  readonly x: number
  readonly width: number
  readonly language: Language
  readonly sheet: StyleSheet
  /** Runs over both columns of a page in two languages. */
  readonly isWide: boolean
}

/** What laying out a document needs to know. */
export type LayoutContext = {
  readonly document: AssembledDocument
  readonly columns: readonly Column[]
  /** The whole width, for rows that run over both columns. */
  readonly full: Column
  readonly targets: ReadonlySet<string>
  readonly hasNotes: boolean
}

/** Prepares the columns of a document and collects the anchors its references may lead to. */
export function layoutContext(document: AssembledDocument, hasNotes: boolean): LayoutContext {
  const languages = document.languages.length === 0 ? (['de'] as const) : document.languages
  const places = textColumns(languages.length)
  const columns = languages.map((language, index): Column => ({
    x: places[index]?.x ?? 0,
    width: places[index]?.width ?? 0,
    language,
    sheet: styleSheet(language, languages.length > 1, isReport(document)),
    isWide: false,
  }))
  const wide = textColumns(1)[0] ?? { x: 0, width: 0 }
  const first = languages[0] ?? 'de'
  const full: Column = { ...wide, language: first, sheet: styleSheet(first, languages.length > 1, isReport(document)), isWide: languages.length > 1 }
  return { document, columns, full, targets: anchorsOf(document), hasNotes }
}

/** The anchors of a block. */
export function blockAnchor(block: Block): string | undefined {
  return block.kind === 'heading' || block.kind === 'paragraph' ? block.anchor : undefined
}

function anchorsOf(document: AssembledDocument): ReadonlySet<string> {
  const anchors = new Set<string>()
  for (const section of document.sections) {
    if (section.rows.length === 0) continue
    anchors.add(section.id)
    for (const row of section.rows) {
      for (const cell of row.cells) {
        const anchor = blockAnchor(cell)
        if (anchor !== undefined) anchors.add(anchor)
      }
    }
  }
  return anchors
}
