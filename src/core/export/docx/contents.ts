import { documentWords } from '../../../engine/words.ts'
import { paragraph, type ContentsEntry, type DrawingContext } from './drawing-context.ts'
import { fieldCharacter, textRun } from './inlines.ts'

const tab = '<w:r><w:tab/></w:r>'
const instruction = (text: string): string => `<w:r><w:instrText xml:space="preserve"> ${text} </w:instrText></w:r>`

function entryRuns({ page, ...entry }: ContentsEntry, isNumbered: boolean): string {
  // Where no entry has a number there is nothing to line up: a tab would run to the page number.
  const number = isNumbered ? `${textRun(entry.label)}${tab}` : ''
  const reference =
    page === undefined
      ? ''
      : `${tab}${fieldCharacter('begin')}${instruction(`PAGEREF ${entry.bookmark} \\h`)}${fieldCharacter('separate')}${textRun(String(page))}${fieldCharacter('end')}`
  return `<w:hyperlink w:anchor="${entry.bookmark}" w:history="1">${number}${textRun(entry.title)}${reference}</w:hyperlink>`
}

/**
 * The contents of a column: a TOC field already filled, in the content control Word offers its "Update table" button on. The field collects the
 * heading level of the column and the outline level of its annexes. */
export function contentsXml(context: DrawingContext, column: number): string {
  const entries = context.contents[column] ?? []
  const language = context.languages[column] ?? 'en'
  const start = `${fieldCharacter('begin')}${instruction(`TOC \\o "${column + 1}-${column + 1}" \\h \\z \\u`)}${fieldCharacter('separate')}`
  const isNumbered = entries.some(({ label }) => label !== '')
  const lines = entries.map((entry, index) => {
    const isLast = index === entries.length - 1
    return paragraph(context, 'TocEntry', column, `${index === 0 ? start : ''}${entryRuns(entry, isNumbered)}${isLast ? fieldCharacter('end') : ''}`)
  })
  const heading = paragraph(context, 'ContentsHeading', column, textRun(documentWords[language].contents))
  return `<w:sdt><w:sdtPr><w:id w:val="${910_000_000 + column}"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>${heading}${lines.join('')}</w:sdtContent></w:sdt>`
}
