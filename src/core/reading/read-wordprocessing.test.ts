import { expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { writeDocx } from '../export/docx/write-docx.ts'
import { sampleDocument } from '../export/sample-document.ts'
import { openPackage } from './open-package.ts'
import { readWordprocessing } from './read-wordprocessing.ts'
import { wordBody, wordFile, wordParagraph } from './testing/word-file.ts'
import { acceptedParagraphs, rejectedParagraphs } from './tracked-changes.ts'
import type { WordDocument, WordParagraph } from './word-document.ts'

const read = (body: string, parts: Readonly<Record<string, string>> = {}): WordDocument => readWordprocessing(openPackage(wordFile(wordBody(body), parts)))
const words = ({ runs }: WordParagraph): string => runs.map((run) => (run.kind === 'text' ? run.text : `[${run.id}]`)).join('')
const texts = (paragraphs: readonly WordParagraph[]): readonly string[] => paragraphs.map(words)
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const by = 'w:id="1" w:author="Dr. Mori" w:date="2026-11-20T10:00:00Z"'
const inserted = (content: string): string => `<w:ins ${by}>${content}</w:ins>`
const deleted = (text: string): string => `<w:del ${by}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`

function refusal(document: () => unknown): string {
  try {
    document()
    return 'nothing'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

test('reads paragraphs in order with style, numbering, bookmarks and their place in tables', () => {
  const { paragraphs } = read(
    `<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr><w:bookmarkStart w:id="0" w:name="one"/>${run('A')}<w:bookmarkEnd w:id="0"/></w:p>` +
      `<w:bookmarkStart w:id="1" w:name="two"/><w:tbl><w:tr><w:tc>${wordParagraph('left')}</w:tc><w:tc><w:tbl><w:tr><w:tc>${wordParagraph('inner')}</w:tc></w:tr></w:tbl>${wordParagraph('right')}</w:tc></w:tr></w:tbl>`,
  )
  expect(paragraphs.map((paragraph) => [words(paragraph), paragraph.styleId, paragraph.isNumbered, paragraph.bookmarks])).toEqual([
    ['A', 'Heading1', true, ['one']],
    ['left', undefined, false, ['two']],
    ['inner', undefined, false, []],
    ['right', undefined, false, []],
  ])
  expect(paragraphs[2]?.cells).toEqual([
    { table: 0, row: 0, cell: 1 },
    { table: 1, row: 0, cell: 0 },
  ])
})

test('tells tracked words apart, with who and when, and settles them both ways', () => {
  const { paragraphs } = read(`<w:p>${run('We ')}${deleted('shall')}${inserted(run('may'))}${run(' pay.')}</w:p>`)
  const change = { author: 'Dr. Mori', date: '2026-11-20T10:00:00.000Z' }
  expect(paragraphs[0]?.runs.map((one) => one.change)).toEqual([undefined, { kind: 'deleted', ...change }, { kind: 'inserted', ...change }, undefined])
  expect(texts(acceptedParagraphs(paragraphs))).toEqual(['We may pay.'])
  expect(texts(rejectedParagraphs(paragraphs))).toEqual(['We shall pay.'])
})

test('an inserted paragraph end splits when accepted, a deleted one joins', () => {
  const mark = (kind: 'ins' | 'del'): string => `<w:pPr><w:rPr><w:${kind} ${by}/></w:rPr></w:pPr>`
  const split = read(`<w:p>${mark('ins')}${run('One. ')}</w:p><w:p>${run('Two.')}</w:p>`).paragraphs
  expect([texts(acceptedParagraphs(split)), texts(rejectedParagraphs(split))]).toEqual([['One. ', 'Two.'], ['One. Two.']])
  const joined = read(`<w:p>${mark('del')}${run('One. ')}</w:p><w:p>${run('Two.')}</w:p>`).paragraphs
  expect([texts(acceptedParagraphs(joined)), texts(rejectedParagraphs(joined))]).toEqual([['One. Two.'], ['One. ', 'Two.']])
  const gone = read(`<w:p>${mark('del')}${deleted('Gone.')}</w:p><w:p>${run('Stays.')}</w:p>`).paragraphs
  expect([texts(acceptedParagraphs(gone)), texts(rejectedParagraphs(gone))]).toEqual([['Stays.'], ['Gone.', 'Stays.']])
})

test('moved words count as taken away there and added here; former formatting counts as nothing', () => {
  const { paragraphs } = read(
    `<w:p><w:pPr><w:pStyle w:val="New"/><w:pPrChange ${by}><w:pPr><w:pStyle w:val="Old"/></w:pPr></w:pPrChange></w:pPr><w:moveFrom ${by}>${run('moved')}</w:moveFrom>${run('stays')}</w:p><w:p><w:moveTo ${by}>${run('moved')}</w:moveTo></w:p>`,
  )
  expect(paragraphs[0]?.styleId).toBe('New')
  expect(texts(acceptedParagraphs(paragraphs))).toEqual(['stays', 'moved'])
  expect(texts(rejectedParagraphs(paragraphs))).toEqual(['movedstays', ''])
})

test('rows of a table that somebody added or took away', () => {
  const row = (mark: string, text: string): string =>
    `<w:tr>${mark === '' ? '' : `<w:trPr><w:${mark} ${by}/></w:trPr>`}<w:tc>${wordParagraph(text)}</w:tc></w:tr>`
  const { paragraphs } = read(`<w:tbl>${row('', 'kept')}${row('ins', 'new')}${row('del', 'old')}</w:tbl>`)
  expect(texts(acceptedParagraphs(paragraphs))).toEqual(['kept', 'new'])
  expect(texts(rejectedParagraphs(paragraphs))).toEqual(['kept', 'old'])
})

test('keeps the results of fields and skips their instructions, nested ones too', () => {
  const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const instruction = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`
  const inner = `${mark('begin')}${instruction('REF a')}${mark('separate')}${run('(3)')}${mark('end')}`
  const { paragraphs } = read(
    `<w:p>${run('Section ')}${mark('begin')}${instruction('QUOTE')}${inner}${mark('separate')}${run('3')}${mark('end')}${run('.')}<w:fldSimple w:instr="PAGE">${run(' 4')}</w:fldSimple></w:p>` +
      `<w:p>${mark('begin')}${instruction('TOC \\o')}${mark('separate')}${run('§ 1 … 2')}</w:p><w:p>${run('§ 2 … 3')}${mark('end')}</w:p>${wordParagraph('after')}`,
  )
  expect(texts(paragraphs)).toEqual(['Section 3. 4', '§ 1 … 2', '§ 2 … 3', 'after'])
  expect(paragraphs.map(({ isContents }) => isContents)).toEqual([false, true, true, false])
})

test('unwraps links and content controls, drops soft hyphens and drawings, counts text boxes once', () => {
  const box = `<w:txbxContent>${wordParagraph('in a box')}</w:txbxContent>`
  const { paragraphs, textBoxes } = read(
    `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent><w:p><w:hyperlink w:anchor="a">${run('li\u00adnk')}</w:hyperlink><w:r><w:tab/><w:t>tab</w:t><w:noBreakHyphen/><w:br/><w:br w:type="page"/></w:r>` +
      `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p></w:sdtContent></w:sdt>`,
  )
  expect(texts(paragraphs)).toEqual(['link\ttab\u2011\n'])
  expect(textBoxes).toBe(1)
})

test('comments stand at the paragraph they are anchored to, once, with author and date', () => {
  const comments = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="7" w:author="Sato" w:date="2026-11-20T10:00:00">${wordParagraph('Why?')}${wordParagraph('Please explain.')}</w:comment></w:comments>`
  const { paragraphs } = read(
    `<w:p><w:commentRangeStart w:id="7"/>${run('Text')}</w:p><w:p>${run('more')}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r></w:p>`,
    { 'word/comments.xml': comments },
  )
  expect(paragraphs.map((paragraph) => paragraph.comments)).toEqual([[{ author: 'Sato', date: '2026-11-20T10:00:00.000Z', text: 'Why?\nPlease explain.' }], []])
})

test('footnotes are read beside the text', () => {
  const footnotes = `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2">${wordParagraph('A note.')}</w:footnote></w:footnotes>`
  const document = read(`<w:p>${run('Text')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`, { 'word/footnotes.xml': footnotes })
  expect(texts(document.paragraphs)).toEqual(['Text[2]'])
  expect(texts(document.footnotes.get('2') ?? [])).toEqual(['A note.'])
})

test('other prefixes and the strict namespaces read alike', () => {
  const strict =
    '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:pPr><x:pStyle x:val="S"/></x:pPr><x:r><x:t>Text</x:t></x:r></x:p></x:body></x:document>'
  const { paragraphs } = readWordprocessing(openPackage(wordFile(strict)))
  expect([words(paragraphs[0] ?? fail()), paragraphs[0]?.styleId]).toEqual(['Text', 'S'])
})
function fail(): never {
  throw new Error('nothing was read')
}

test('refuses document types and with them entities that stand for gigabytes', () => {
  const bomb = `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${wordBody('<w:p><w:r><w:t>&b;</w:t></w:r></w:p>')}`
  expect(refusal(() => readWordprocessing(openPackage(wordFile(bomb))))).toBe('fileNotReadable')
  expect(refusal(() => read('<w:p><w:r><w:t>&unknown;</w:t></w:r></w:p>'))).toBe('fileNotReadable')
})

test('refuses deep nesting, broken markup and endless text', { timeout: 60_000 }, () => {
  expect(refusal(() => read('<w:sdt>'.repeat(5000)))).toBe('fileNotReadable')
  expect(refusal(() => read('<w:p><w:r></w:p>'))).toBe('fileNotReadable')
  expect(refusal(() => read(wordParagraph('Wort '.repeat(20_001))))).toBe('fileTooLarge')
  const long = wordFile(wordBody(Array.from({ length: 60 }, (_, index) => wordParagraph(`${index} ${Math.sin(index)}`.repeat(40_000))).join('')))
  expect(refusal(() => readWordprocessing(openPackage(long)))).toBe('fileTooLarge')
})

test('says that a package without a Word document is foreign', () => {
  expect(refusal(() => readWordprocessing(openPackage(wordFile('<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'))))).toBe(
    'fileForeign',
  )
  const spreadsheet = wordFile(wordBody(''), { '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>' })
  expect(refusal(() => readWordprocessing(openPackage(spreadsheet)))).toBe('fileForeign')
})

test('reads forty pages in two languages in well under a tenth of a second', async () => {
  const document = sampleDocument({ languages: ['de', 'en'], repeat: 2 })
  const bytes = await writeDocx(document, { draft: undefined, date: '2026-11-23T09:00:00Z', author: '', hasNotes: false })
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now()
    expect(readWordprocessing(openPackage(bytes)).paragraphs.length).toBeGreaterThan(500)
    return performance.now() - start
  })
  expect(Math.min(...times)).toBeLessThan(100)
})
