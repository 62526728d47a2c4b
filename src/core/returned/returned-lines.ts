import type { AssembledDocument } from '../../engine/document.ts'
import { comparableWords, linesOf } from '../../engine/document-lines.ts'
import { readRowBookmark, type RowPlace } from '../export/docx/row-bookmarks.ts'
import type { CellPlace, TrackedChange, WordComment, WordDocument, WordParagraph, WordRun } from '../reading/word-document.ts'
import { isSideBySide } from './expected-lines.ts'

/** A line of a Word file that came back. */
export type ReturnedLine = {
  readonly text: string
  /** Words as they are compared. */
  readonly words: string
  readonly bookmarks: readonly string[]
  readonly styleId: string | undefined
  /** The cell of a table of data it stands in; undefined in running text, side by side or not. */
  readonly cell: CellPlace | undefined
  readonly isFootnote: boolean
  readonly changes: readonly TrackedChange[]
  readonly comments: readonly WordComment[]
}

/** What our export prints around words, by which they are told from words somebody typed: the gaps of a document and the marks of its footnotes. */
type Print = { readonly gaps: ReadonlySet<string>; readonly marks: ReadonlySet<string> }

/** Typed marks of footnotes are no words, unless they are none of ours: nothing may hide in them. */
const runText = (runs: readonly WordRun[], { marks }: Print): string =>
  runs.map((run) => (run.kind === 'text' ? run.text : marks.has(run.mark) ? '' : run.mark)).join('')

function printOf(document: AssembledDocument): Print {
  const inlines = document.sections.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(linesOf))).flatMap(({ content }) => content)
  const words = (kind: 'gap' | 'footnote'): ReadonlySet<string> => new Set(inlines.flatMap((inline) => (inline.kind === kind ? [inline.text] : [])))
  return { gaps: words('gap'), marks: words('footnote') }
}
/** Print puts a space that does not break on either side of a gap, which is no part of the text. */
const withoutPadding = (text: string, gaps: ReadonlySet<string>): string =>
  text.replace(/\u00a0([^\u00a0]+)\u00a0/g, (padded, words: string) => (gaps.has(words) ? words : padded))

/** Tabs and doubled spaces are layout; what is kept as new words has single spaces. */
const tidy = (text: string): string => text.replace(/[ \t\u00a0]{2,}|\t/g, ' ').trim()

const placesOf = ({ bookmarks }: WordParagraph): readonly RowPlace[] => bookmarks.flatMap((name) => readRowBookmark(name) ?? [])

/** Tables that hold the columns of the languages, as the bookmarks in them show. */
function columnTables(document: AssembledDocument, paragraphs: readonly WordParagraph[]): ReadonlySet<number> {
  const tables = new Set<number>()
  for (const paragraph of paragraphs) {
    const [outermost] = paragraph.cells
    if (outermost === undefined || tables.has(outermost.table)) continue
    if (placesOf(paragraph).some(({ section, row }) => isSideBySide(document, document.sections[section]?.rows[row]))) tables.add(outermost.table)
  }
  return tables
}

/**
 * The lines of a Word file, one list per column like those of the document. Contents, empty lines, and what follows the document proper (the page for
 * one's own side) are left out.
 */
export function returnedLines(
  document: AssembledDocument,
  { footnotes }: WordDocument,
  paragraphs: readonly WordParagraph[],
): readonly (readonly ReturnedLine[])[] {
  const columns: ReturnedLine[][] = document.languages.map(() => [])
  const tables = columnTables(document, paragraphs)
  const print = printOf(document)
  let isOutside = false
  for (const paragraph of paragraphs) {
    const [place] = placesOf(paragraph)
    if (place !== undefined) isOutside = place.section >= document.sections.length
    if (isOutside || paragraph.isContents) continue
    const [outermost] = paragraph.cells
    const isInColumn = outermost !== undefined && tables.has(outermost.table)
    const column = columns[isInColumn ? Math.min(outermost.cell, columns.length - 1) : 0]
    const inner = paragraph.cells.at(-1)
    const cell = isInColumn && paragraph.cells.length === 1 ? undefined : inner
    const line = toLine(paragraph, cell, print, undefined)
    if (line.words !== '') column?.push(line)
    for (const run of paragraph.runs) {
      if (run.kind !== 'footnote') continue
      for (const note of footnotes.get(run.id) ?? []) {
        const noteLine = toLine(note, cell, print, run.mark)
        if (noteLine.words !== '') column?.push(noteLine)
      }
    }
  }
  return columns
}

function toLine(paragraph: WordParagraph, cell: CellPlace | undefined, print: Print, mark: string | undefined): ReturnedLine {
  const isFootnote = mark !== undefined
  const runs = isFootnote ? paragraph.runs.filter(({ change }) => change?.kind !== 'deleted') : paragraph.runs
  const printed = tidy(withoutPadding(runText(runs, print), print.gaps))
  const text = mark === undefined || mark === '' ? printed : withoutMark(printed, mark)
  const { bookmarks, styleId, comments } = paragraph
  const changes = paragraph.settledChanges ?? paragraph.runs.flatMap(({ change }) => change ?? [])
  return { text, words: comparableWords(text), bookmarks, styleId, cell, isFootnote, changes, comments }
}

/** A note begins with the mark that was typed for it. LibreOffice writes it twice, the second time without anything behind it. */
function withoutMark(printed: string, mark: string): string {
  if (!printed.startsWith(mark)) return printed
  const rest = printed.slice(mark.length).trimStart()
  return rest.startsWith(mark) && /^[^\s\d]/.test(rest.slice(mark.length)) ? rest.slice(mark.length) : rest
}

/** A line without the number that was printed in front of it as words. */
export function withoutLabel(line: ReturnedLine, label: string): ReturnedLine {
  if (label === '' || !line.text.startsWith(label)) return line
  const text = line.text.slice(label.length).trimStart()
  return { ...line, text, words: comparableWords(text) }
}
