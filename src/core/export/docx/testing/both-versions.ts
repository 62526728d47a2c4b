import { strFromU8, unzipSync } from 'fflate'
import { redline } from '../../../../engine/comparison/redline.ts'
import type { AssembledDocument } from '../../../../engine/document.ts'
import { writeDocx } from '../write-docx.ts'
import { settleChanges } from './settle-changes.ts'
import { readWordParagraphs } from './word-numbers.ts'

const options = { draft: undefined, date: '2026-11-25T10:00:00.000Z', author: 'Dr. Ada Beispiel', hasNotes: false }

/** What a reader sees: numbers and words, and the notes behind the marks. Contents, which a redline has none of, and empty paragraphs do not count. */
const seen = (file: Uint8Array): readonly string[] => [
  ...readWordParagraphs(file)
    .filter(({ style, text, number }) => !/^(?:TOC|ContentsHeading)/.test(style) && (text.trim() !== '' || number !== ''))
    .map(({ number, text }) => `${number} ${text}`),
  ...notesOf(file),
]

/** The words of the footnotes in the order of their marks. */
function notesOf(file: Uint8Array): readonly string[] {
  const parts = unzipSync(file)
  const part = (name: string): string => strFromU8(parts[`word/${name}.xml`] ?? new Uint8Array())
  const notes = new Map([...part('footnotes').matchAll(/<w:footnote [^>]*w:id="(\d+)"[^>]*>(.*?)<\/w:footnote>/gs)].map(([, id, xml = '']) => [id, xml]))
  return [...part('document').matchAll(/<w:footnoteReference [^>]*w:id="(\d+)"/g)].map(([, id]) =>
    [...(notes.get(id) ?? '').matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)]
      .map(([, words = '']) => words)
      .join('')
      .trim()
      .replace(/^\d+\s*/, ''),
  )
}

/** Two versions of a document as a reader of Word files sees them. */
type Seen = { readonly before: readonly string[]; readonly after: readonly string[] }

/** The versions inside a redline: everything rejected, and everything accepted. */
export async function versionsInside(before: AssembledDocument, after: AssembledDocument): Promise<Seen> {
  const file = await writeDocx(redline(before, after), options)
  return { before: seen(settleChanges(file, 'reject')), after: seen(settleChanges(file, 'accept')) }
}

/** The same versions, each written by itself. */
export async function versionsAlone(before: AssembledDocument, after: AssembledDocument): Promise<Seen> {
  return { before: seen(await writeDocx(before, options)), after: seen(await writeDocx(after, options)) }
}
