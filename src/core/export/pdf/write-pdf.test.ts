import { describe, expect, it } from 'vitest'
import { inlineText, type AssembledDocument, type Block, type Inline } from '../../../engine/document.ts'
import { nodesOf, readPdf, type ReadPdf } from '../../../../tests/support/read-pdf.ts'
import type { ExportOptions } from '../options.ts'
import { sampleDocument } from '../sample-document.ts'
import { cleanText } from './clean-text.ts'
import { writePdf } from './write-pdf.ts'

const final: ExportOptions = { draft: undefined, date: '2026-11-21T10:00:00Z', author: 'Kanzlei Muster', hasNotes: false }
const draft: ExportOptions = { ...final, draft: { number: 3, hasWatermark: true } }

const paragraph = (text: string): Block => ({
  kind: 'paragraph',
  level: 1,
  marker: 'number',
  label: '(1)',
  anchor: undefined,
  content: [{ kind: 'answer', text, question: 'q' }],
})
const clause = (...blocks: readonly Block[]): AssembledDocument => ({
  titles: ['Titel'],
  languages: ['de'],
  prevailing: undefined,
  version: 'v1',
  sections: [{ id: 's', kind: 'clause', rows: blocks.map((block, index) => ({ id: String(index), isFullWidth: false, cells: [block] })) }],
})
const read = async (document: AssembledDocument, options: ExportOptions = final): Promise<ReadPdf> => readPdf(await writePdf(document, options))
const squeeze = (text: string): string => cleanText(text).replace(/\s+/g, '')
const bodyText = ({ pages }: ReadPdf): string => squeeze(pages.map(({ tree }) => tree.text).join(''))

function textsOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'title':
      return [block.content]
    case 'party':
      return [block.name, ...block.lines, block.shortName]
    case 'table':
      return [...block.columns.map(({ header }) => header), ...block.rows.flat()]
    case 'signatures':
      return block.parties.flatMap((party) => [party.name, ...party.signatories.flatMap((signatory) => [signatory.name, signatory.function])])
    default:
      return []
  }
}

describe('PDF of a document', () => {
  it('holds every word in reading order, row by row in two languages', async () => {
    const document = sampleDocument({ languages: ['de', 'en'] })
    const text = bodyText(await read(document))
    let from = text.indexOf(squeeze('Präambel'), text.indexOf('Background') + 1)
    expect(from).toBeGreaterThan(0)
    // A paragraph over a page break is read page by page here, so paragraphs are found by their first words.
    const blocks = document.sections.slice(1).flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(textsOf)))
    let found = 0
    for (const content of blocks) {
      const words = squeeze(inlineText(content)).slice(0, 24)
      const at = text.indexOf(words, from)
      if (at >= 0) {
        found++
        from = at
      }
    }
    expect(found / blocks.length).toBeGreaterThan(0.97)
  })

  it('is tagged with headings, nested lists, table headers and links, each in its language', async () => {
    const { pages, title, language } = await read(sampleDocument({ languages: ['de', 'en'] }))
    const trees = pages.map(({ tree }) => tree)
    const all = (role: string) => trees.flatMap((tree) => nodesOf(tree, role))
    expect(title).toBe('Vertrag über Forschung und Entwicklung / Research and development agreement')
    expect(language).toBe('de')
    expect(all('H1').map((node) => node.language)).toEqual(['de', 'en'])
    expect(all('H2').some((node) => node.language === 'en' && node.text.includes('Definitions'))).toBe(true)
    expect(all('Lbl').length).toBeGreaterThan(50)
    expect(all('LBody').some((node) => nodesOf(node, 'L').length > 0)).toBe(true)
    expect(all('TH').length).toBeGreaterThan(0)
    expect(all('TD').length).toBeGreaterThan(all('TH').length)
    for (const link of all('Link')) expect(link.children.some((child) => child.role === 'annotation')).toBe(true)
    expect(all('Link').length).toBeGreaterThan(20)
  })

  it('gives each of two paragraphs that say the same a link of its own, in its own place', async () => {
    const reference: Inline = { kind: 'reference', target: 's', text: '§ 1', parts: [{ text: '§ 1', target: 's' }] }
    const heading: Block = { kind: 'heading', level: 1, label: '§ 1', anchor: 's', content: [{ kind: 'text', text: 'Begriffe' }] }
    const same: Block = { kind: 'paragraph', level: 0, marker: 'none', label: '', anchor: undefined, content: [{ kind: 'text', text: 'Es gilt ' }, reference] }
    const document = clause(heading, same, same)
    const { pages } = await read(document)
    const paragraphs = pages.flatMap(({ tree }) => nodesOf(tree, 'P'))
    expect(paragraphs.map((node) => nodesOf(node, 'Link').map(({ text }) => text.trim()))).toEqual([['§ 1'], ['§ 1']])
    const again = await read(document)
    expect(again.pages.flatMap(({ tree }) => nodesOf(tree, 'Link')).length).toBe(2)
  })

  it('says how its lists count and what its tables hold', async () => {
    const english = Buffer.from(await writePdf(sampleDocument({ languages: ['en'] }), final)).toString('latin1')
    for (const numbering of ['Decimal', 'LowerAlpha', 'LowerRoman', 'UpperAlpha', 'Disc']) expect(english).toContain(`/ListNumbering /${numbering}`)
    expect(english).toContain(`/Summary <${Buffer.from('Instalments').toString('hex')}>`)
    const german = Buffer.from(await writePdf(sampleDocument({ languages: ['de'] }), final)).toString('latin1')
    expect(german).not.toContain('/ListNumbering /LowerRoman')
    expect(german).toContain('/ListNumbering /LowerAlpha')
  })

  it('numbers pages as page X of Y outside the text', async () => {
    const { pages } = await read(sampleDocument({ languages: ['de'] }))
    pages.forEach(({ text, tree }, index) => {
      expect(text).toContain(`Seite ${index + 1} von ${pages.length}`)
      expect(tree.text).not.toContain('Seite ')
    })
  })

  it('lists contents with true page numbers from eight pages on, and none below', async () => {
    const { pages, outline } = await read(sampleDocument({ languages: ['de'] }))
    const entries = pages.flatMap(({ tree }) => nodesOf(tree, 'TOCI'))
    expect(entries.length).toBeGreaterThan(15)
    for (const { text } of entries) {
      const [, heading = '', page = '0'] = /^\s*(.*?)\s*(\d+)\s*$/s.exec(text) ?? []
      const headings = nodesOf(pages[Number(page) - 1]?.tree ?? { role: '', language: undefined, text: '', children: [] }, 'H2')
      expect(headings.map((node) => squeeze(node.text))).toContain(squeeze(heading))
    }
    expect(outline).toContain('§ 1 Begriffe')
    expect(outline.at(-1)).toBe('Anlage 2 Altschutzrechte')
    const short = await read(sampleDocument({ languages: ['de'], isShort: true }))
    expect(short.pages.length).toBeLessThan(8)
    expect(short.pages.flatMap(({ tree }) => nodesOf(tree, 'TOCI'))).toEqual([])
  })

  it('keeps the contents on one page when they fit on one', async () => {
    const { pages } = await read(sampleDocument({ languages: ['de', 'en'], repeat: 2 }))
    expect(pages.filter(({ tree }) => nodesOf(tree, 'TOCI').length > 0)).toHaveLength(1)
  })

  it('does not print the caption of a table, which headings introduce', async () => {
    const heading: Block = { kind: 'heading', level: 1, label: '', anchor: 's', content: [{ kind: 'text', text: 'Arbeitspakete' }] }
    const table: Block = {
      kind: 'table',
      caption: 'Liste der Arbeitspakete',
      columns: [{ header: [{ kind: 'text', text: 'Titel' }], width: 1, align: 'start' }],
      rows: [[[{ kind: 'text', text: 'Entwurf' }]]],
    }
    expect(bodyText(await read(clause(heading, table)))).toBe('ArbeitspaketeTitelEntwurf')
  })

  it('marks drafts in header and watermark, and final documents not at all', async () => {
    const document = sampleDocument({ languages: ['de', 'en'], isShort: true })
    const marked = await read(document, draft)
    for (const { text } of marked.pages) {
      expect(text).toContain('Entwurf / Draft 3, 2026-11-21')
      expect(text).toContain('(maßgebliche Fassung)')
    }
    for (const { text } of (await read(document)).pages) expect(text).not.toMatch(/Entwurf|Draft/)
  })

  it('says title and author in well-formed metadata', async () => {
    const bytes = await writePdf({ ...sampleDocument({ languages: ['de'], isShort: true }), titles: ['A & B <x>'] }, { ...final, author: 'M & N' })
    const file = Buffer.from(bytes).toString('utf8')
    expect(file).toContain('<rdf:li xml:lang="x-default">A &amp; B &lt;x&gt;</rdf:li>')
    expect(file).toContain('<rdf:li>M &amp; N</rdf:li>')
    expect((await readPdf(bytes)).title).toBe('A & B <x>')
  })

  it('prints notes only when asked', async () => {
    const document = sampleDocument({ languages: ['de'], isShort: true, hasNotes: true })
    expect(bodyText(await read(document))).not.toContain('Vertretungsmacht')
    expect(bodyText(await read(document, { ...final, hasNotes: true }))).toContain('Vertretungsmacht')
  })

  it('gives the same bytes for the same input, and others for another date', async () => {
    const document = sampleDocument({ languages: ['de', 'ja'] })
    const first = Buffer.from(await writePdf(document, draft))
    const fillable = { ...final, profile: 'fillable' } as const
    const noted = sampleDocument({ languages: ['de', 'en'], hasFootnotes: true })
    expect(Buffer.from(await writePdf(noted, fillable)).equals(Buffer.from(await writePdf(noted, fillable)))).toBe(true)
    await writePdf(clause(paragraph('Vorher: ﬁ – ‑ 漢字 ﬀ')), draft)
    expect(Buffer.from(await writePdf(document, draft)).equals(first)).toBe(true)
    expect(Buffer.from(await writePdf(document, { ...draft, date: '2026-11-22T10:00:00Z' })).equals(first)).toBe(false)
  })
})

describe('PDF of hostile text', () => {
  it.each([
    ['two hundred thousand letters', 'A'.repeat(200_000)],
    ['two hundred thousand characters of prose', 'Lorem ipsum dolor sit amet. '.repeat(7143)],
    ['thousands of emoji', '👩‍👩‍👧😀'.repeat(8000)],
    ['Arabic, Hebrew, Thai and Korean', 'مرحبا بالعالم שלום עולם ภาษาไทย 한국어'],
    ['control characters and direction marks', 'a\u0000b\u0007c\u001b[31md\u202ee\u2066f\ufeffg\u00adh'],
    ['lone surrogates and non-characters', 'x\ud800y\udc00z\ufffe\uffff'],
    ['stacked accents', 'q\u0302\u0323 Z\u0341\u0353\u0312 Việt Nam'],
    ['only line breaks', '\n'.repeat(3000)],
    ['PDF syntax', '(\\) >> endstream endobj /Artifact BMC ET Q'],
  ])('writes %s', async (_, text) => {
    const result = await read(clause(paragraph(text)))
    // Readers turn words of right-to-left scripts round by themselves, so only the letters are compared.
    const letters = (words: string): string => [...words].toSorted().join('')
    if (text.length < 300) expect(letters(bodyText(result).replace('(1)', ''))).toBe(letters(squeeze(text)))
    expect(result.pages.length).toBeGreaterThan(0)
  })

  it('keeps all letters of a word longer than many pages', async () => {
    const text = bodyText(await read(clause(paragraph('A'.repeat(200_000)))))
    expect(text.replace('(1)', '')).toHaveLength(200_000)
  })

  it('survives hostile titles, empty documents and tables of impossible widths', async () => {
    const cell: readonly Inline[] = [{ kind: 'text', text: 'Wort '.repeat(3000) }]
    const table: Block = {
      kind: 'table',
      caption: '',
      columns: [
        { header: [], width: 0, align: 'start' },
        { header: [], width: Number.NaN, align: 'end' },
      ],
      rows: [[cell, cell, cell], []],
    }
    const result = await read({ ...clause(table), titles: [`👾\u0000${'T'.repeat(200_000)}`] }, draft)
    expect(result.pages.length).toBeGreaterThan(1)
    expect((await read({ ...clause(), titles: [], languages: [], sections: [] })).pages).toHaveLength(1)
  })
})

describe('writing a PDF', () => {
  it('stops with the reason of the signal', async () => {
    const controller = new AbortController()
    const reason = new Error('no longer wanted')
    const document = sampleDocument({ languages: ['de'], repeat: 4 })
    const progress: number[] = []
    const writing = writePdf(document, {
      ...final,
      signal: controller.signal,
      onProgress: (fraction) => {
        progress.push(fraction)
        if (fraction > 0.6) controller.abort(reason)
      },
    })
    await expect(writing).rejects.toBe(reason)
    expect(Math.max(...progress)).toBeLessThan(0.8)
  })

  it('lets others have a turn, so that a request to cancel is heard', async () => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 1)
    await expect(writePdf(sampleDocument({ languages: ['de', 'en'], repeat: 20 }), { ...final, signal: controller.signal })).rejects.toMatchObject({
      name: 'AbortError',
    })
  })

  it('tells how far it is, up to one', async () => {
    const progress: number[] = []
    await writePdf(sampleDocument({ languages: ['en'] }), { ...final, onProgress: (fraction) => progress.push(fraction) })
    expect(progress).toEqual(progress.toSorted((a, b) => a - b))
    expect(progress.at(-1)).toBe(1)
  })
})
