import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyDeviations, withDeviations } from './apply-deviations.ts'
import { deviationFindings } from './deviation-findings.ts'
import { type Deviation, deviationSchema } from './deviation.ts'
import { type AssembledDocument, type Block, type Inline, inlineText, type Row } from './document.ts'
import { documentText } from './plain-text.ts'
import { referenceTo } from './numbering.ts'
import { replaceWords } from './replace-words.ts'

const text = (words: string): Inline => ({ kind: 'text', text: words })
const paragraph = (label: string, ...content: readonly Inline[]): Block => ({
  kind: 'paragraph',
  level: 1,
  marker: 'number',
  label,
  anchor: undefined,
  content,
})
const heading = (label: string, words: string, anchor: string): Block => ({ kind: 'heading', level: 1, label, anchor, content: [text(words)] })
const row = (id: string, ...cells: readonly Block[]): Row => ({ id, isFullWidth: cells.length === 1, cells })
const anchored = (block: Block, anchor: string): Block => (block.kind === 'paragraph' ? { ...block, anchor } : block)
const toThird = referenceTo('third', { section: 'one', kind: 'clause', number: 1, numbers: [3], title: 'One' }, 'two', 'de')
const toTwo = referenceTo('two', { section: 'two', kind: 'clause', number: 2, numbers: [], title: 'Two' }, 'one', 'de')

/** Two clauses in German; the second refers to the third paragraph of the first, the first to the second clause. */
const german: AssembledDocument = {
  titles: ['Vertrag'],
  languages: ['de'],
  prevailing: undefined,
  version: 'x 1.0.0',
  sections: [
    {
      id: 'one',
      kind: 'clause',
      rows: [
        row('one:0', heading('§ 1', 'Zweck', 'one')),
        row('one:1', paragraph('(1)', text('Zweck ist '), { kind: 'answer', text: 'die Forschung', question: 'purpose' }, text('.'))),
        row('one:2', paragraph('(2)', text('Die Frist beträgt zwei Jahre.'))),
        row('one:3', anchored(paragraph('(3)', text('Näheres regelt '), toTwo, text('.')), 'third')),
      ],
    },
    {
      id: 'two',
      kind: 'clause',
      rows: [row('two:0', heading('§ 2', 'Folgen', 'two')), row('two:1', paragraph('(1)', text('Nach '), toThird, text(' gilt dies.')))],
    },
  ],
}
const deviation = (parts: Partial<Deviation>): Deviation =>
  deviationSchema.parse({
    id: 'd1',
    section: 'one',
    row: 'one:2',
    part: 'content',
    language: 'de',
    languages: ['de'],
    kind: 'changed',
    oldWords: '',
    newWords: '',
    place: '§ 1 (2)',
    state: 'accepted',
    ...parts,
  })
const changed = deviation({ oldWords: 'Die Frist beträgt zwei Jahre.', newWords: 'Die Frist beträgt drei Jahre.' })
const lines = (document: AssembledDocument): readonly string[] => documentText(document).trim().split('\n\n')

test('accepted words stand in the document; nothing else is touched', () => {
  const after = withDeviations(german, [changed])
  expect(lines(after)).toEqual(lines(german).map((line) => line.replace('zwei', 'drei')))
  expect(after.sections[1]).toBe(german.sections[1])
})

test.each(['open', 'rejected', 'parked'] as const)('%s words do not', (state) => {
  expect(withDeviations(german, [{ ...changed, state }])).toEqual(german)
})

test('what both versions have in common stays alive: answers, references, definitions', () => {
  const content: readonly Inline[] = [text('Nach '), toTwo, text(' schuldet '), { kind: 'answer', text: 'Akatsuki KK', question: 'company' }, text(' nichts.')]
  expect(replaceWords(content, 'Nach § 2 schuldet Akatsuki KK wenig.')).toEqual([...content.slice(0, 4), text(' wenig.')])
  const renumbered = replaceWords(content, 'Nach § 4 schuldet Akatsuki KK nichts.')
  expect(renumbered.map(({ kind }) => kind)).toEqual(['text', 'answer', 'text'])
})

test('replaced words read exactly as they were agreed, whatever they are', () => {
  const word = fc.constantFrom('Frist', 'zwei', '§', '7', ' ', '  ', '\n', ',', 'der', '第', '条', '\u00a0')
  const inline = fc.oneof(
    word.map(text),
    word.map((one): Inline => ({ kind: 'answer', text: one, question: 'q' })),
    word.map((one): Inline => ({ kind: 'definition', text: one, term: 't' })),
  )
  const plain = (words: string): string =>
    words
      .replace(/[ \u00a0]+/g, ' ')
      .replace(/ ?\n ?/g, ' ')
      .replace(/ +/g, ' ')
  fc.assert(
    fc.property(fc.array(inline, { maxLength: 12 }), fc.array(word, { maxLength: 12 }), (content, words) => {
      expect(plain(inlineText(replaceWords(content, words.join(''))))).toBe(plain(words.join('')))
    }),
  )
})

test('a deleted paragraph vanishes, later ones and references count on', () => {
  const after = withDeviations(german, [deviation({ kind: 'deleted', oldWords: 'Die Frist beträgt zwei Jahre.' })])
  expect(lines(after)).toEqual(['## § 1 Zweck', '(1) Zweck ist die Forschung.', '(2) Näheres regelt § 2.', '## § 2 Folgen', '(1) Nach § 1 Abs. 2 gilt dies.'])
})

test('an added paragraph becomes a row with a number, references follow', () => {
  const added = deviation({
    kind: 'inserted',
    row: 'one:1',
    afterWords: 'Zweck ist die Forschung.',
    newWords: 'Neu.',
    shape: { block: 'paragraph', level: 1, marker: 'number' },
  })
  const { document, byRow } = applyDeviations(german, [added])
  expect(lines(document)).toContain('(2) Neu.')
  expect(lines(document)).toContain('(1) Nach § 1 Abs. 4 gilt dies.')
  expect(byRow.get('deviation:d1')).toEqual([added])
})

test('several paragraphs added at one place keep their order', () => {
  const shape = { block: 'paragraph', level: 1, marker: 'number' } as const
  const added = ['B', 'A'].map((newWords, index) =>
    deviation({ id: newWords, kind: 'inserted', row: 'one:3', order: 1 - index, newWords, afterWords: 'Näheres regelt § 2.', shape }),
  )
  expect(lines(withDeviations(german, added)).slice(4, 6)).toEqual(['(4) A', '(5) B'])
})

test('a reference to a deleted paragraph becomes an open point and keeps its words', () => {
  const { document, lostReferences } = applyDeviations(german, [deviation({ kind: 'deleted', row: 'one:3', oldWords: 'Näheres regelt § 2.' })])
  expect(lostReferences).toEqual([{ section: 'two', row: 'two:1', text: '§ 1 Abs. 3' }])
  expect(lines(document)).toContain('(1) Nach [§ 1 Abs. 3] gilt dies.')
})

test('a clause of which every row was deleted is gone, the next one takes its number', () => {
  const gone = [
    ['one:0', 'Zweck'],
    ['one:1', 'Zweck ist die Forschung.'],
    ['one:2', 'Die Frist beträgt zwei Jahre.'],
    ['one:3', 'Näheres regelt § 2.'],
  ].map(([id = '', oldWords = '']) => deviation({ id, row: id, kind: 'deleted', oldWords }))
  expect(lines(withDeviations(german, gone))).toEqual(['## § 1 Folgen', '(1) Nach [§ 1 Abs. 3] gilt dies.'])
})

test('an added heading begins a clause of its own', () => {
  const added = [
    deviation({
      id: 'h',
      kind: 'inserted',
      row: 'one:3',
      newWords: 'Kosten',
      afterWords: 'Näheres regelt § 2.',
      shape: { block: 'heading', level: 1, marker: 'none' },
    }),
    deviation({
      id: 'p',
      kind: 'inserted',
      row: 'one:3',
      order: 1,
      newWords: 'Jede Partei trägt ihre.',
      afterWords: 'Näheres regelt § 2.',
      shape: { block: 'paragraph', level: 1, marker: 'number' },
    }),
  ]
  const after = lines(withDeviations(german, added))
  expect(after.slice(3)).toEqual(['(3) Näheres regelt § 3.', '## § 2 Kosten', '(1) Jede Partei trägt ihre.', '## § 3 Folgen', '(1) Nach § 1 Abs. 3 gilt dies.'])
})

test('when an answer changed the words underneath, the deviation is stale, said to be so, and not applied', () => {
  const stale = deviation({ row: 'one:1', oldWords: 'Zweck ist die Lehre.', newWords: 'Zweck ist alles.' })
  for (const state of ['accepted', 'parked', 'open'] as const) {
    const applied = applyDeviations(german, [{ ...stale, state }])
    expect(applied.stale).toHaveLength(1)
    expect(applied.document).toEqual(german)
  }
})

test('when rows moved because a paragraph came or went, the words find the row', () => {
  const [one, two] = german.sections
  if (one === undefined || two === undefined) throw new Error('no clauses')
  const rows = [
    ...one.rows.slice(0, 2),
    row('one:2', paragraph('(2)', text('Dazwischen.'))),
    ...one.rows.slice(2).map((each, index) => ({ ...each, id: `one:${index + 3}` })),
  ]
  const moved = { ...german, sections: [{ ...one, rows }, two] }
  expect(applyDeviations(moved, [changed]).stale).toEqual([])
  expect(lines(withDeviations(moved, [changed]))).toContain('(2) Die Frist beträgt drei Jahre.')
})

test('a later deviation takes the place of the one it replaces', () => {
  const later = deviation({ id: 'd2', replaces: 'd1', oldWords: changed.oldWords, newWords: 'Die Frist beträgt vier Jahre.' })
  expect(lines(withDeviations(german, [changed, later]))).toContain('(2) Die Frist beträgt vier Jahre.')
  expect(lines(withDeviations(german, [changed, { ...later, state: 'rejected' }]))).toContain('(2) Die Frist beträgt drei Jahre.')
})

test('two languages: each column by itself, a row goes when both sides are gone, additions of both sides share a row', () => {
  const both: AssembledDocument = {
    ...german,
    languages: ['de', 'en'],
    sections: [
      {
        id: 'one',
        kind: 'clause',
        rows: [
          row('one:0', heading('§ 1', 'Zweck', 'one'), heading('Section 1', 'Purpose', 'one')),
          row('one:1', paragraph('(1)', text('Eins.')), paragraph('(1)', text('One.'))),
          row('one:2', paragraph('(2)', text('Zwei.')), paragraph('(2)', text('Two.'))),
        ],
      },
    ],
  }
  const in2 = (parts: Partial<Deviation>): Deviation => deviation({ languages: ['de', 'en'], row: 'one:1', ...parts })
  const goneInGerman = in2({ id: 'a', kind: 'deleted', oldWords: 'Eins.' })
  const goneInEnglish = in2({ id: 'b', kind: 'deleted', language: 'en', oldWords: 'One.' })
  expect(withDeviations(both, [goneInGerman]).sections[0]?.rows).toHaveLength(3)
  expect(lines(withDeviations(both, [goneInGerman, goneInEnglish])).slice(2)).toEqual(['(1) Zwei.', '(1) Two.'])
  const shape = { block: 'paragraph', level: 1, marker: 'number' } as const
  const added = [
    in2({ id: 'c', kind: 'inserted', newWords: 'Neu.', afterWords: 'Eins.', shape }),
    in2({ id: 'd', kind: 'inserted', language: 'en', newWords: 'New.', afterWords: 'One.', shape }),
  ]
  expect(withDeviations(both, added).sections[0]?.rows.map(({ cells }) => cells.length)).toEqual([2, 2, 2, 2])
  // The same decisions in a document of one language: only its own column counts.
  expect(applyDeviations(german, [goneInEnglish])).toEqual({ document: german, byRow: new Map(), stale: [], lostReferences: [] })
})

test('tables: a cell reworded, a row taken out, a row added', () => {
  const cells = (...words: readonly string[]): readonly (readonly Inline[])[] => words.map((one) => [text(one)])
  const column = { header: [text('Kopf')], width: 0.5, align: 'start' } as const
  const table: Block = { kind: 'table', caption: '', columns: [column, column], rows: [cells('a', 'b'), cells('c', 'd')] }
  const document: AssembledDocument = { ...german, sections: [{ id: 'annex', kind: 'annex', rows: [row('annex:0', table)] }] }
  const at = (parts: Partial<Deviation>): Deviation => deviation({ section: 'annex', row: 'annex:0', ...parts })
  const words = (deviations: readonly Deviation[]): string => documentText(withDeviations(document, deviations)).trim()
  expect(words([at({ part: 'cells.1.0', oldWords: 'c', newWords: 'C' })])).toBe('| Kopf | Kopf |\n| a | b |\n| C | d |')
  const gone = at({ id: 'g', kind: 'deleted', part: 'row.0', oldWords: 'a\tb' })
  const added = at({ id: 'n', kind: 'inserted', part: 'row.1', newWords: 'e\tf', afterWords: 'd' })
  expect(words([gone, added])).toBe('| Kopf | Kopf |\n| c | d |\n| e | f |')
})

test('words agreed for a row over the full width in two languages are stale in a document of one, never left out in silence', () => {
  const agreed = deviation({ language: null, languages: ['de', 'en'], oldWords: 'c / d', newWords: 'e / f' })
  const { document, stale } = applyDeviations(german, [agreed])
  expect(document).toBe(german)
  expect(stale).toEqual([agreed])
  expect(deviationFindings([agreed], { stale, lostReferences: [] }).map(({ id, kind }) => [id, kind])).toEqual([[`deviation:stale:${agreed.id}`, 'error']])
})
