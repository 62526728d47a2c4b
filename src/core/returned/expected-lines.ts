import { type AssembledDocument, type Block, type Inline, inlineText, type Row } from '../../engine/document.ts'
import { comparableWords, linesOf } from '../../engine/document-lines.ts'
import { cleanText } from '../export/text-cleaning.ts'
import { rowBookmarkName } from '../export/docx/row-bookmarks.ts'

/** A line our export printed: its words, and its place in the document tree. */
export type ExpectedLine = {
  readonly section: number
  readonly row: number
  readonly cell: number
  readonly part: string
  readonly block: Block
  readonly content: readonly Inline[]
  readonly label: string
  /** Words as they are compared. */
  readonly words: string
  /** The same with the marks of footnotes in it, as a program prints them that knows no footnotes. */
  readonly wordsWithMarks: string
  /** The bookmark the export put on it; only the first line of a row in a column has one. */
  readonly bookmark: string | undefined
  /** Printed only on request, so its absence says nothing. */
  readonly isOptional: boolean
}

const withMarks = (content: readonly Inline[]): string => content.map((inline) => (inline.kind === 'lineBreak' ? '\n' : inline.text)).join('')

/** Whether the cells of a row stand in the columns of their languages. */
export function isSideBySide(document: AssembledDocument, row: Row | undefined): boolean {
  return document.languages.length > 1 && row !== undefined && !row.isFullWidth && row.cells.length > 1
}

/** The printed lines of a document, one list per column; rows over the full width count as the first column. Empty lines are left out. */
export function expectedLines(document: AssembledDocument): readonly (readonly ExpectedLine[])[] {
  const columns: ExpectedLine[][] = document.languages.map(() => [])
  document.sections.forEach((section, sectionIndex) => {
    section.rows.forEach((row, rowIndex) => {
      const isSplit = isSideBySide(document, row)
      row.cells.forEach((block, cell) => {
        const column = columns[isSplit ? cell : 0]
        linesOf(block).forEach(({ part, content, label }, index) => {
          const words = comparableWords(cleanText(inlineText(content)))
          if (words === '' || column === undefined) return
          column.push({
            section: sectionIndex,
            row: rowIndex,
            cell,
            part,
            block,
            content,
            label,
            words,
            wordsWithMarks: content.some(({ kind }) => kind === 'footnote') ? comparableWords(cleanText(withMarks(content))) : words,
            bookmark: index === 0 ? rowBookmarkName({ section: sectionIndex, row: rowIndex, column: cell }) : undefined,
            isOptional: block.kind === 'note',
          })
        })
      })
    })
  })
  return columns
}

/** Whether a line came back as it was sent. */
export const isSameLine = (line: ExpectedLine, back: { readonly words: string }): boolean => back.words === line.words || back.words === line.wordsWithMarks
