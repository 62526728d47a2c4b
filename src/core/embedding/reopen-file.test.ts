import { describe, expect, test } from 'vitest'
import { deviationSchema } from '../../engine/deviation.ts'
import { smallAgreement, smallAnswers } from '../../engine/testing/small-agreement.ts'
import { composeExport } from '../export/compose-export.ts'
import { docxWords } from './docx-words.ts'
import { reopenFile } from './reopen-file.ts'
import { exported, settings, source } from './testing/exported.ts'
import { withPart } from './testing/zip.ts'

const documentPart = 'word/document.xml'
const changeText = (xml: string): string => xml.replace('Jeder im eigenen Gebiet', 'Jeder im fremden Gebiet')

describe.each(['pdf', 'docx'] as const)('an exported %s', (format) => {
  test('brings answers, template and everything about itself', async () => {
    const opened = reopenFile(await exported(format, smallAnswers, { draft: { number: 3, hasWatermark: true } }))
    expect(opened).toMatchObject({ format, seal: 'untouched', content: smallAgreement })
    expect(opened.draft).toEqual({
      format: 1,
      kind: 'agreement',
      template: { id: 'small', version: '1.0.0', contentHash: source().contentHash },
      languages: ['de', 'en'],
      answers: smallAnswers,
      deviations: [],
      draft: { number: 3 },
      exportedAt: settings.date,
      program: '0.1.0',
    })
  })

  test('makes the same bytes again from what it brings, whatever the order of the answers', async () => {
    const original = await exported(format, Object.fromEntries(Object.entries(smallAnswers).toReversed()))
    const { draft, content = smallAgreement } = reopenFile(original)
    const { answers, languages, template } = draft
    const again = await composeExport({ content, contentHash: template.contentHash, answers, languages }, settings).write(format)
    expect(Buffer.compare(again, original)).toBe(0)
  })

  test('leaves answers behind that are not asked, and open points that were left open on purpose come back', async () => {
    const { draft } = reopenFile(await exported(format, { ...smallAnswers, is_free: true, start: null, forgotten: 'secret' }))
    expect(Object.keys(draft.answers)).not.toContain('price')
    expect(Object.keys(draft.answers)).not.toContain('forgotten')
    expect(draft.answers['start']).toBeNull()
  })

  test('brings what was agreed otherwise, without who said what about it', async () => {
    const row = {
      section: 'term',
      row: 'r1',
      part: 'content',
      language: 'de',
      languages: ['de'],
      kind: 'changed',
      oldWords: 'a',
      newWords: 'b',
      place: '§ 4 (1)',
    }
    const deviation = (id: string, state: string) =>
      deviationSchema.parse({ ...row, id, state, note: 'our secret', decidedBy: 'Kanzlei', comments: [{ author: 'x', date: null, text: 'secret' }] })
    const { draft } = reopenFile(
      await composeExport({ ...source(), deviations: [deviation('1', 'accepted'), deviation('2', 'parked')] }, settings).write(format),
    )
    expect(draft.deviations).toMatchObject([{ id: '1', newWords: 'b', note: '', decidedBy: '', comments: [] }])
    expect(JSON.stringify(draft)).not.toContain('secret')
  })

  test('has neither answers nor template when it is not to be reopened', async () => {
    const bytes = await exported(format, smallAnswers, { hasData: false })
    expect(() => reopenFile(bytes)).toThrow(expect.objectContaining({ code: 'fileForeign' }))
  })

  test('with characters that XML and PDF write in a way of their own comes back letter for letter', async () => {
    const subject = 'A & B <c> "d" \u2028 ü 結び 𠮷 \\u0041 ]]> \uffff\u007f'
    const { draft } = reopenFile(await exported(format, { ...smallAnswers, subject }))
    expect(draft.answers['subject']).toBe(subject)
  })
})

describe('a PDF', () => {
  test('carries the Word file, which can be reopened itself', async () => {
    const { wordFile = new Uint8Array() } = reopenFile(await exported('pdf'))
    expect(Buffer.compare(wordFile, await exported('docx'))).toBe(0)
    expect(reopenFile(wordFile).seal).toBe('untouched')
  })

  test('with something appended still holds the exported file', async () => {
    const original = await exported('pdf')
    const signed = Buffer.concat([original, Buffer.from('9 0 obj\n<< /Type /Sig >>\nendobj\nstartxref\n0\n%%EOF\n')])
    expect(reopenFile(signed)).toMatchObject({ seal: 'appended', draft: { answers: smallAnswers } })
  })

  test('takes nothing from what was appended while the exported file is intact', async () => {
    const original = await exported('pdf')
    const other = await exported('pdf', { ...smallAnswers, days: 59 })
    expect(reopenFile(Buffer.concat([original, other])).draft.answers['days']).toBe(5)
  })

  test('is written anew as soon as one byte differs', async () => {
    const changed = Buffer.from(await exported('pdf'))
    const at = changed.indexOf('/Producer')
    changed[at + 1] = 0x51
    expect(reopenFile(changed).seal).toBe('rewritten')
  })
})

describe('a Word file', () => {
  test('packed again without another word has the same words', async () => {
    expect(reopenFile(withPart(await exported('docx'), documentPart, (xml) => xml.replaceAll('<w:r>', '<w:r w:rsidR="00AB12CD">'))).seal).toBe('sameWords')
  })

  test('with other words is altered', async () => {
    const altered = withPart(await exported('docx'), documentPart, changeText)
    expect(reopenFile(altered)).toMatchObject({ seal: 'altered', draft: { answers: smallAnswers } })
  })

  test('with a tracked insertion is altered', async () => {
    const insert = (xml: string): string => xml.replace('</w:p>', '<w:ins w:id="9" w:author="x"><w:r><w:t>not</w:t></w:r></w:ins></w:p>')
    expect(reopenFile(withPart(await exported('docx'), documentPart, insert)).seal).toBe('altered')
  })

  test('whose answers were changed by hand is altered, although its words are not', async () => {
    const changed = withPart(await exported('docx'), 'customXml/item1.xml', (xml) => xml.replace('"days":5', '"days":6'))
    expect(reopenFile(changed)).toMatchObject({ seal: 'altered', draft: { answers: { days: 6 } } })
  })

  test('whose seal is gone counts as altered', async () => {
    const noSeal = (xml: string): string => xml.replace(/<seal [^>]*>/, '').replace('words=', 'other=')
    const broken = withPart(withPart(await exported('docx'), 'customXml/item1.xml', noSeal), documentPart, changeText)
    expect(reopenFile(broken).seal).toBe('altered')
  })
})

describe('the words of a Word file', () => {
  const paragraph = (content: string): string => `<w:p>${content}</w:p>`
  const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
  const field = (instruction: string, result: string): string =>
    `<w:fldChar w:fldCharType="begin"/><w:instrText>${instruction}</w:instrText><w:fldChar w:fldCharType="separate"/>${run(result)}<w:fldChar w:fldCharType="end"/>`

  test.each([
    ['runs may be cut anywhere', paragraph(run('Wor') + run('ds &amp; more')), 'Words & more'],
    ['insertions count, deletions do not', paragraph(`${run('a ')}<w:ins>${run('b')}</w:ins><w:del><w:r><w:delText>c</w:delText></w:r></w:del>`), 'a b'],
    ['moved words count where they are now', paragraph(`<w:moveFrom>${run('x')}</w:moveFrom><w:moveTo>${run('y')}</w:moveTo>`), 'y'],
    ['a mark of a deleted paragraph is no deletion', `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('kept')}</w:p>`, 'kept'],
    ['what fields derive does not count', paragraph(run('see ') + field(' PAGEREF x ', '7') + run('.')), 'see .'],
    ['the result of another field counts', paragraph(field(' FORMTEXT ', 'name')), 'name'],
    ['a field inside an instruction is no word', paragraph(field(` = ${field(' REF x ', '4')} `, '4')), '4'],
    ['soft hyphens and kinds of hyphen do not count', paragraph(run('Ver\u00adtrag 1\u20112')), 'Vertrag 1-2'],
    ['cells and breaks separate', `<w:tc>${paragraph(run('a'))}</w:tc><w:tc>${paragraph(run('b'))}</w:tc><w:br/>${run('c')}`, 'a b c'],
    ['copies for older programs do not count', `<mc:Choice>${run('a')}</mc:Choice><mc:Fallback>${run('a')}</mc:Fallback>`, 'a'],
  ])('%s', (_name, xml, words) => {
    expect(docxWords(xml)).toBe(words)
  })

  test('are read in time proportional to the length, whatever is in it', () => {
    const start = process.cpuUsage()
    docxWords('<'.repeat(2_000_000))
    docxWords('<w:t '.repeat(400_000))
    docxWords('<w:fldChar w:fldCharType="begin"/>'.repeat(2000) + run('a').repeat(2000))
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(5000)
  })
})
