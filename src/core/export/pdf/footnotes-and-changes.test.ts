import { describe, expect, it } from 'vitest'
import type { AssembledDocument, Block, Change, Inline, Paragraph, Section } from '../../../engine/document.ts'
import { nodesOf, readPdf, type ReadPdf } from '../../../../tests/support/read-pdf.ts'
import type { ExportOptions } from '../options.ts'
import { sampleDocument } from '../sample-document.ts'
import { cleanText } from './clean-text.ts'
import { writePdf } from './write-pdf.ts'

const final: ExportOptions = { draft: undefined, date: '2026-11-21T10:00:00Z', author: 'Kanzlei Muster', hasNotes: false }

const paragraph = (text: string): Paragraph => ({
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

describe('footnotes of a PDF', () => {
  it('reads a footnote behind its mark, links the mark to it, and gives each language its own', async () => {
    const { pages } = await read(sampleDocument({ languages: ['de', 'en'], hasFootnotes: true }))
    const trees = pages.map(({ tree }) => tree)
    const all = (role: string) => trees.flatMap((tree) => nodesOf(tree, role))
    const notes = all('Note')
    expect(notes.slice(0, 2).map((node) => node.text.replace(/\s+/g, ' ').trim().slice(0, 28))).toEqual([
      '1 Nach § 6 Abs. 2 ArbnErfG g',
      '1 Under section 6(2) of that',
    ])
    for (const node of notes) {
      expect(node.children[0]?.role).toBe('Lbl')
      expect(node.children[0]?.children.map(({ role }) => role)).toEqual(['Link'])
    }
    for (const node of all('Reference')) {
      expect(node.text).toMatch(/^\d+$/)
      expect(nodesOf(node, 'Link')[0]?.children.some(({ role }) => role === 'annotation')).toBe(true)
    }
    expect(all('Reference').length).toBe(notes.length)
    const paragraphs = all('P').filter((node) => node.children.some(({ role }) => role === 'Note'))
    for (const { children } of paragraphs) expect(children[children.findIndex(({ role }) => role === 'Note') - 1]?.role).toBe('Reference')
    expect(paragraphs.length).toBeGreaterThan(0)
  })

  it('leaves the figure of a footnote out of contents and outline', async () => {
    const footnote: Inline = { kind: 'footnote', text: '7', content: [{ kind: 'text', text: 'Anmerkung' }] }
    const heading: Block = { kind: 'heading', level: 1, label: '§ 1', anchor: 's', content: [{ kind: 'text', text: 'Begriffe' }, footnote] }
    const result = await read(clause(heading, paragraph('Text')))
    expect(result.outline).toEqual(['§ 1 Begriffe'])
    expect(bodyText(result)).toContain('Begriffe7')
    expect(bodyText(result)).toContain('7Anmerkung')
  })

  it('sets footnotes of any length and number, each letter once', async () => {
    const long = 'Ein Satz in einer Fußnote ohne Ende. '.repeat(3000)
    const footnote = (text: string, words: string): Inline => ({ kind: 'footnote', text, content: [{ kind: 'text', text: words }] })
    const content: readonly Inline[] = [
      { kind: 'text', text: 'Anfang' },
      footnote('1', long),
      ...Array.from({ length: 300 }, (_, index) => footnote(String(index + 2), `Anmerkung ${index + 2}`)),
      { kind: 'text', text: ' Ende.' },
    ]
    const cell: Block = { kind: 'table', caption: 'Werte', columns: [{ header: content.slice(0, 1), width: 1, align: 'start' }], rows: [[content.slice(0, 2)]] }
    const result = await read(clause({ ...paragraph(''), content }, cell))
    const notes = result.pages.flatMap(({ tree }) => nodesOf(tree, 'Note'))
    const words = squeeze(notes.map(({ text }) => text).join(''))
    expect(words.split('FußnoteohneEnde').length - 1).toBe(6000)
    expect(words).toContain('Anmerkung301')
    expect(result.pages.length).toBeGreaterThan(20)
  })

  it('lead to their notes and back, as every link leads somewhere', async () => {
    const { deadLinks, pages } = await read(sampleDocument({ languages: ['de', 'en'], hasFootnotes: true, repeat: 2 }))
    expect(pages.reduce((sum, { links }) => sum + links, 0)).toBeGreaterThan(100)
    expect(deadLinks).toEqual([])
  })
})

describe('a redline as PDF', () => {
  it('marks what a redline adds and takes out, words and whole rows, by lines as well as colours', async () => {
    const words: Block = {
      kind: 'paragraph',
      level: 0,
      marker: 'none',
      label: '',
      anchor: undefined,
      content: [
        { kind: 'text', text: 'Die Frist beträgt ' },
        { kind: 'text', text: 'drei', change: 'deleted' },
        { kind: 'text', text: 'sechs', change: 'inserted' },
        { kind: 'text', text: ' Monate.' },
      ],
    }
    const document = clause(words, paragraph('Ein ganz neuer Absatz.'))
    const [section] = document.sections
    const rows = section?.rows.map((row, index) => (index === 1 ? { ...row, change: 'inserted' as const } : row)) ?? []
    const redline = { ...document, sections: [{ id: 's', kind: 'clause' as const, rows }] }
    const { pages } = await read(redline)
    const spans = pages.flatMap(({ tree }) => nodesOf(tree, 'Span')).map(({ text }) => text.trim())
    expect(spans).toEqual(['drei', 'sechs', '(1)', 'Ein ganz neuer Absatz.'])
    const file = Buffer.from(await writePdf(redline, final)).toString('latin1')
    expect(file.split('/TextDecorationType /Underline').length - 1).toBe(3)
    expect(file.split('/TextDecorationType /LineThrough').length - 1).toBe(1)
  })

  it('lists the new headings of a redline only', async () => {
    const heading = (...content: readonly Inline[]): Block => ({ kind: 'heading', level: 1, label: '§ 1', anchor: undefined, content })
    const row = (block: Block, change?: Change) => ({ id: 'r', isFullWidth: false, cells: [block], ...(change === undefined ? {} : { change }) })
    const sections: readonly Section[] = [
      { id: 'gone', kind: 'clause', rows: [row(heading({ kind: 'text', text: 'Wettbewerb' }), 'deleted')] },
      {
        id: 'kept',
        kind: 'clause',
        rows: [row(heading({ kind: 'text', text: 'Ausfuhr', change: 'deleted' }, { kind: 'text', text: 'Einfuhr', change: 'inserted' }))],
      },
    ]
    expect((await read({ ...clause(), sections })).outline).toEqual(['§ 1 Einfuhr'])
  })
})
