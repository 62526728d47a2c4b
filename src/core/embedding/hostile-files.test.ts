import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { smallAgreement, smallAnswers } from '../../engine/testing/small-agreement.ts'
import { AppError } from '../../shared/errors.ts'
import { canonicalJson, contentHash } from '../content/canonical-json.ts'
import { attachmentNames } from './attachment-names.ts'
import { embeddedDraftText } from './embedded-draft.ts'
import { pdfAttachments } from './pdf-attachments.ts'
import { reopenFile } from './reopen-file.ts'
import { exported, source } from './testing/exported.ts'
import { fileSpecification, pdfFile, pdfStream } from './testing/pdf-file.ts'
import { withPart } from './testing/zip.ts'

const [pdf, docx] = [await exported('pdf'), await exported('docx')]
const item = 'customXml/item1.xml'

/** The code of the error a file is refused with; a file that opens, or any other error, fails the test. */
function refusal(bytes: Uint8Array): string {
  try {
    reopenFile(bytes)
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
  return 'opened'
}

const draft = {
  kind: 'agreement',
  template: { id: 'small', version: '1.0.0', contentHash: source().contentHash },
  languages: ['de'],
  answers: {},
  deviations: [],
  draft: null,
  exportedAt: '2026-11-25T09:00:00.000Z',
  program: '0.1.0',
} as const

/** Zeros that pack to a thousandth. */
const bombOf = (size: number): Buffer => deflateSync(Buffer.alloc(size))

const pdfWith = (draftText: string, template = '{}'): Uint8Array =>
  pdfFile([
    '<< /Type /Catalog >>',
    pdfStream(draftText),
    fileSpecification(attachmentNames.draft, 2),
    pdfStream(template),
    fileSpecification(attachmentNames.template, 4),
  ])

describe.each([
  ['PDF', pdf],
  ['Word file', docx],
])('a %s', (_name, bytes) => {
  test('cut off anywhere is refused as damaged', () => {
    for (let part = 0; part < 16; part += 1) {
      const cut = bytes.subarray(0, Math.floor((bytes.length * part) / 16))
      expect([part, refusal(cut)]).toEqual([part, 'fileNotReadable'])
    }
  })

  test('with any bytes spoilt opens as changed or is refused, and never fails otherwise', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 }), (changes) => {
        const spoilt = Uint8Array.from(bytes)
        for (const [at, byte] of changes) spoilt[at] = byte
        const code = refusal(spoilt)
        // The times in a zip file, for example, are no part of what is in it.
        if (code === 'opened' && reopenFile(spoilt).seal === 'untouched') expect(reopenFile(spoilt)).toEqual(reopenFile(bytes))
        else expect(['fileNotReadable', 'fileForeign', 'fileTooLarge', 'fileFromFuture', 'opened']).toContain(code)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a file that is none of ours', () => {
  test.each([
    ['nothing', new Uint8Array(), 'fileNotReadable'],
    ['a picture', Buffer.from('\u0089PNG\r\n', 'latin1'), 'fileForeign'],
    ['an old or protected Word file', Buffer.from('\u00d0\u00cf\u0011\u00e0rest', 'latin1'), 'fileNotReadable'],
    ['another PDF', pdfFile(['<< /Type /Catalog >>']), 'fileForeign'],
    ['a protected PDF', Buffer.concat([pdfFile(['<< /Type /Catalog >>']), Buffer.from('trailer << /Encrypt 3 0 R >>\n%%EOF')]), 'fileNotReadable'],
    ['another Word file', zipSync({ 'word/document.xml': strToU8('<w:document/>'), 'customXml/item1.xml': strToU8('<other/>') }), 'fileForeign'],
  ])('%s is refused', (_name, bytes, code) => {
    expect(refusal(bytes)).toBe(code)
  })

  test('random bytes after a right beginning are refused', () => {
    for (const start of ['%PDF-1.7\n', 'PK\u0003\u0004']) {
      for (let round = 0; round < 20; round += 1) {
        const bytes = Buffer.concat([Buffer.from(start), randomBytes(20_000), Buffer.from('\n%%EOF')])
        expect(['fileNotReadable', 'fileForeign', 'fileTooLarge']).toContain(refusal(bytes))
      }
    }
  })
})

describe('embedded data', () => {
  test('of a newer format are refused as such, also with keys nobody knows yet', () => {
    expect(refusal(pdfWith(JSON.stringify({ format: 2, everything: 'new' })))).toBe('fileFromFuture')
  })

  test('with more keys than are known open without them', () => {
    const text = JSON.stringify({ format: 1, ...draft, novelty: [] })
    const opened = reopenFile(pdfFile(['<< /Type /Catalog >>', pdfStream(text), fileSpecification(attachmentNames.draft, 2)]))
    expect([Object.keys(opened.draft).includes('novelty'), opened.content]).toEqual([false, undefined])
  })

  test.each([
    ['no JSON', '{'],
    ['no draft', '{"format":1}'],
    ['no format', '{}'],
    ['a hash that is none', JSON.stringify({ format: 1, ...draft, template: { ...draft.template, contentHash: 'x' } })],
    ['lists in lists in lists', `{"format":1,"answers":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('that are %s are refused', (_name, text) => {
    expect(refusal(pdfWith(text))).toBe('fileNotReadable')
  })

  test('whose template has another hash are refused', () => {
    expect(refusal(pdfWith(embeddedDraftText({ ...draft, languages: ['de'] }), JSON.stringify({ ...smallAgreement, version: '9.9.9' })))).toBe(
      'fileNotReadable',
    )
  })

  test.each([
    ['is no template this program knows', { ...smallAgreement, novelty: true }, 'fileFromFuture'],
    ['cannot be compiled', { ...smallAgreement, texts: { de: '# A\n\n## B {#b}\n\n1. {{ nobody | unknown }}\n' } }, 'fileNotReadable'],
    ['is another than the draft says', { ...smallAgreement, id: 'other' }, 'fileNotReadable'],
  ])('whose template %s are refused', (_name, content, code) => {
    const template = { ...draft.template, contentHash: contentHash(content) }
    expect(refusal(pdfWith(embeddedDraftText({ ...draft, languages: ['de'], template }), canonicalJson(content)))).toBe(code)
  })

  test('of a Word file whose template is a bomb are refused', () => {
    const bomb = bombOf(64 * 1024 * 1024).toString('base64')
    expect(refusal(withPart(docx, item, (xml) => xml.replace(/(<template[^>]*>)[^<]*/, `$1${bomb}`)))).toBe('fileTooLarge')
  })

  test('without a draft in our part are refused', () => {
    expect(refusal(withPart(docx, item, (xml) => xml.replace(/<draft>.*<\/draft>/, '')))).toBe('fileNotReadable')
  })
})

describe('a PDF with much in it', () => {
  test('10,000 attachments: ours is found, the others are not unpacked', () => {
    const others = Array.from({ length: 10_000 }, (_, index) => [pdfStream(`file ${index}`), fileSpecification(`file-${index}.txt`, index * 2 + 2)]).flat()
    const text = embeddedDraftText({ ...draft, languages: ['de'], answers: smallAnswers })
    const bytes = pdfFile(['<< /Type /Catalog >>', ...others, pdfStream(text), fileSpecification(attachmentNames.draft, others.length + 2)])
    expect(reopenFile(bytes).draft.answers).toEqual(smallAnswers)
  })

  test('an attachment that unpacks to more than a document can need is refused', () => {
    const bomb = bombOf(80 * 1024 * 1024)
    const stream = Buffer.concat([Buffer.from(`<< /Length ${bomb.length} /Filter /FlateDecode >>\nstream\n`), bomb, Buffer.from('\nendstream')])
    expect(refusal(pdfFile(['<< >>', stream, fileSpecification(attachmentNames.draft, 2)]))).toBe('fileTooLarge')
  })

  test('a file specification inside an object stream is found', () => {
    const specification = fileSpecification('a.txt', 3)
    const bytes = pdfFile(['<< >>', pdfStream(`7 0 ${specification}`, '/Type /ObjStm /N 1 /First 4'), pdfStream('content')])
    expect(Buffer.from(pdfAttachments(bytes, ['a.txt']).get('a.txt') ?? []).toString()).toBe('content')
  })

  test.each(['\n', '\r\n', '\r'])('a stream whose length stands elsewhere ends before %j and "endstream"', (lineEnd) => {
    const bytes = pdfFile(['<< >>', `<< /Length 9 0 R >>\nstream\ncontent${lineEnd}endstream`, fileSpecification('a.txt', 2)])
    expect(Buffer.from(pdfAttachments(bytes, ['a.txt']).get('a.txt') ?? []).toString()).toBe('content')
  })

  test('the later of two objects of a number counts, and what looks like an object inside a stream does not', () => {
    const fake = pdfStream('2 0 obj\n<< /Length 5 >>\nstream\nfalse\nendstream\nendobj', '', false)
    const bytes = pdfFile(['<< >>', pdfStream('first'), fileSpecification('a.txt', 2), fake])
    const later = Buffer.concat([bytes, Buffer.from('2 0 obj\n<< /Length 5 >>\nstream\nlater\nendstream\nendobj\n')])
    expect(Buffer.from(pdfAttachments(bytes, ['a.txt']).get('a.txt') ?? []).toString()).toBe('first')
    expect(Buffer.from(pdfAttachments(later, ['a.txt']).get('a.txt') ?? []).toString()).toBe('later')
  })

  test.each([
    ['dictionaries without an end', '1 0 obj<<'.repeat(300_000)],
    ['streams without an end', '1 0 obj<<>>stream\n'.repeat(200_000)],
    ['strings without an end', '1 0 obj<</A('.repeat(200_000)],
    ['names that never stop', `1 0 obj<</${'A'.repeat(3_000_000)}`],
    ['more objects than any document has', Array.from({ length: 450_000 }, (_, index) => `${index} 0 obj<<>>stream\nendstream `).join('')],
    ['one array of millions', `1 0 obj<</A[${'0 '.repeat(2_000_000)}]>>`],
  ])('%s are read in a moment and refused', (_name, content) => {
    // Of the processor, because the clock also runs for whatever else the machine does.
    const start = process.cpuUsage()
    expect(['fileForeign', 'fileTooLarge']).toContain(refusal(Buffer.from(`%PDF-1.7\n${content}\n%%EOF`)))
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(8000)
  })
})
