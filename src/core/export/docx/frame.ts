import { Document, Footer, Header, Packer, PageNumber, Paragraph, Tab, TextRun } from 'docx'
import { TextWatermark } from 'docx/watermarks'
import { inlineText, type AssembledDocument, type Inline } from '../../../engine/document.ts'
import type { Language } from '../../../engine/language.ts'
import { documentWords } from '../../../engine/words.ts'
import { draftMark } from '../draft-mark.ts'
import type { ExportOptions } from '../options.ts'
import { cleanLine, cleanText } from '../text-cleaning.ts'
import { measuresFor, page } from './measures.ts'
import { languageNames } from './style-names.ts'
import { escapeXml } from './xml.ts'

/** Relationship ids docx gives to the one header and footer: behind the five parts every document has, and the comments. The validator holds them in place. */
export const relationsOf = (hasComments: boolean): { readonly header: string; readonly footer: string } =>
  hasComments ? { header: 'rId7', footer: 'rId8' } : { header: 'rId6', footer: 'rId7' }

const first = (languages: readonly Language[]): Language => languages[0] ?? 'en'

/** Says over each column which language it is, and which of them prevails. */
function languageLine(document: AssembledDocument): readonly string[] {
  if (document.prevailing === undefined || document.languages.length < 2) return []
  return document.languages.map((language) =>
    language === document.prevailing ? `${languageNames[language]} (${documentWords[language].prevails})` : languageNames[language],
  )
}

/** How many characters of the header's small print fit on one line, with room for the widest of them. */
const longestLine = 115

/** In points. */
const watermarkHeight = 88

/** What stands in a packed frame for the words of a document, until `frameTexts` fills them in. */
const tokens = { title: '{{title}}', draft: '{{draft}}', footer: '{{footer}}', version: '{{version}}' }

const headerTitle = (document: AssembledDocument): string => cleanLine(document.titles.join(' / '))

function fitsOneLine(document: AssembledDocument, options: ExportOptions): boolean {
  return options.draft === undefined || headerTitle(document).length + draftMark(document.languages, options).length <= longestLine
}

function headerParagraphs(document: AssembledDocument, options: ExportOptions): readonly Paragraph[] {
  const isDraft = options.draft !== undefined
  const word = documentWords[first(document.languages)].draft
  // Letters keep their shape: about two thirds as wide as high, East Asian ones square.
  const width = [...word].reduce((sum, character) => sum + (character > '\u2e80' ? watermarkHeight : watermarkHeight * 0.64), 0)
  const watermark =
    options.draft?.hasWatermark === true
      ? [new TextWatermark({ text: word, font: 'Source Sans 3', color: 'D9D9D9', opacity: 0.45, layout: 'diagonal', width, height: watermarkHeight })]
      : []
  const isOneLine = fitsOneLine(document, options)
  const lines = [
    new Paragraph({
      style: 'Header',
      children: [new TextRun(tokens.title), ...(isOneLine && isDraft ? [new TextRun({ children: [new Tab(), tokens.draft] })] : []), ...watermark],
    }),
  ]
  if (!isOneLine) lines.push(new Paragraph({ style: 'Header', children: [new TextRun({ children: [new Tab(), tokens.draft] })] }))
  const columns = languageLine(document)
  if (columns.length > 0) {
    const { columnWidth } = measuresFor(document.languages)
    const tabStops = columns.slice(1).map((_, index) => ({ type: 'left' as const, position: (columnWidth + page.gutter) * (index + 1) }))
    lines.push(
      new Paragraph({
        style: 'Header',
        tabStops,
        spacing: { before: 60, after: 60 },
        children: columns.flatMap((words, index) => [...(index === 0 ? [] : [new TextRun({ children: [new Tab()] })]), new TextRun(words)]),
      }),
    )
  }
  return lines
}

function footerParagraphs(document: AssembledDocument): readonly Paragraph[] {
  // The pattern of the words is found by printing two numbers that cannot occur in it; like the PDF, it is in every language of the document.
  const pattern = document.languages
    .map((language) => documentWords[language].page(11, 22))
    .join(' / ')
    .split(/(11|22)/)
  const pages = pattern.map((piece) => (piece === '11' ? PageNumber.CURRENT : piece === '22' ? PageNumber.TOTAL_PAGES : piece))
  return [
    new Paragraph({ style: 'Footer', children: [new TextRun(tokens.footer), new TextRun({ children: [new Tab(), ...pages] })] }),
    new Paragraph({ style: 'Footer', children: [new TextRun(tokens.version)] }),
  ]
}

function comment(
  content: readonly Inline[],
  id: number,
  options: ExportOptions,
): { readonly id: number; readonly author: string; readonly initials: string; readonly date: Date; readonly children: readonly Paragraph[] } {
  const author = cleanLine(options.author) === '' ? 'Musubi' : cleanLine(options.author)
  const children = cleanText(inlineText(content))
    .split('\n')
    .map((line) => new Paragraph({ style: 'CommentText', children: [new TextRun(line)] }))
  return { id, author, initials: author.slice(0, 1), date: validDate(options.date), children }
}

/** The date of an export; one that cannot be read counts as the start of 1980, the first a zip file can hold. */
export function validDate(date: string): Date {
  const parsed = new Date(date)
  return Number.isNaN(parsed.getTime()) ? new Date('1980-01-01T00:00:00Z') : parsed
}

const packed = new Map<string, Promise<Uint8Array>>()

/**
 * The package around the text, as docx builds it: header, footer, watermark, comments, settings, relationships and content types, with places
 * for the words of the document. Without comments there are few different frames, so each is packed once.
 */
export function packFrame(document: AssembledDocument, options: ExportOptions, comments: readonly (readonly Inline[])[]): Promise<Uint8Array> {
  const pack = (): Promise<Uint8Array> => Packer.pack(frameDocument(document, options, comments), 'uint8array')
  if (comments.length > 0) return pack()
  const key = [...document.languages, document.prevailing, options.draft !== undefined, options.draft?.hasWatermark, fitsOneLine(document, options)].join()
  const known = packed.get(key)
  if (known !== undefined) return known
  const fresh = pack()
  packed.set(key, fresh)
  return fresh
}

/** docx names the shape of a watermark at random; Word asks only that the name begins like this. */
const fixWatermarkId = (header: string): string => header.replace(/id="PowerPlusWaterMarkObject[^"]*"/g, 'id="PowerPlusWaterMarkObject1"')

/** Fills the words of a document into the header and footer of its frame. */
export function frameTexts(document: AssembledDocument, options: ExportOptions): readonly (readonly [string, (part: string) => string])[] {
  const fill = (part: string, token: string, text: string): string => part.replaceAll(token, () => escapeXml(text))
  return [
    ['word/header1.xml', (part) => fill(fill(fixWatermarkId(part), tokens.draft, draftMark(document.languages, options)), tokens.title, headerTitle(document))],
    ['word/footer1.xml', (part) => fill(fill(part, tokens.version, cleanLine(document.version)), tokens.footer, cleanLine(document.titles[0] ?? ''))],
  ]
}

function frameDocument(document: AssembledDocument, options: ExportOptions, comments: readonly (readonly Inline[])[]): Document {
  return new Document({
    ...(comments.length > 0 ? { comments: { children: comments.map((content, id) => comment(content, id, options)) } } : {}),
    sections: [
      {
        headers: { default: new Header({ children: headerParagraphs(document, options) }) },
        footers: { default: new Footer({ children: footerParagraphs(document) }) },
        children: [],
      },
    ],
  })
}
