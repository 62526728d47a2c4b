import type { Footnote } from '../../../engine/document.ts'
import { declaration, escapeXml, namespaces } from './xml.ts'

/** The footnotes of a file, filled while its text is drawn: finished XML, and how many Word has numbered so far. */
export type FootnoteBook = { readonly notes: string[]; counted: number }

/** An empty book of footnotes. */
export const footnoteBook = (): FootnoteBook => ({ notes: [], counted: 0 })

const markStyle = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'

/**
 * The mark of a footnote as a run, its note put into the book. Word counts the marks through the file; where the tree counts otherwise, because another
 * language has notes of its own, the mark is typed. `runs` is the finished text of the note, `style` its paragraph style.
 */
export function footnoteReference(book: FootnoteBook, { text }: Footnote, runs: string, style: string): string {
  const isCounted = text === String(book.counted + 1)
  if (isCounted) book.counted += 1
  const typed = `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`
  // Ids up to 0 are those of the separators.
  const id = book.notes.length + 1
  book.notes.push(
    `<w:footnote w:id="${id}"><w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r>${markStyle}${isCounted ? '<w:footnoteRef/>' : typed}</w:r><w:r><w:tab/></w:r>${runs}</w:p></w:footnote>`,
  )
  return isCounted
    ? `<w:r>${markStyle}<w:footnoteReference w:id="${id}"/></w:r>`
    : `<w:r>${markStyle}<w:footnoteReference w:customMarkFollows="1" w:id="${id}"/>${typed}</w:r>`
}

const separator = (type: 'separator' | 'continuationSeparator', id: number): string =>
  `<w:footnote w:type="${type}" w:id="${id}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:${type}/></w:r></w:p></w:footnote>`

/** The part of the footnotes, with the lines that part them from the text. */
export function footnotesXml({ notes }: FootnoteBook): string {
  return `${declaration}<w:footnotes ${namespaces}>${separator('separator', -1)}${separator('continuationSeparator', 0)}${notes.join('')}</w:footnotes>`
}
