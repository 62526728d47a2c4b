import fc from 'fast-check'
import { countFootnotes } from '../../src/engine/comparison/count-footnotes.ts'
import type { AssembledDocument, Block, Inline, Paragraph, Row, Section, SectionKind } from '../../src/engine/document.ts'
import type { Language } from '../../src/engine/language.ts'

const word = fc.constantFrom('Ergebnisse', 'the', 'Party', 'zahlt', '420.000,00', 'EUR', '結果の帰属は', 'a', 'b,', '„Know-how“', ' ', '.', '')
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '))

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 6, arbitrary: text.map((words): Inline => ({ kind: 'text', text: words })) },
  { weight: 2, arbitrary: text.map((words): Inline => ({ kind: 'text', text: words, strong: true })) },
  { weight: 3, arbitrary: fc.tuple(text, fc.constantFrom('purpose', 'price')).map(([words, question]): Inline => ({ kind: 'answer', text: words, question })) },
  { weight: 1, arbitrary: fc.constantFrom<Inline>({ kind: 'gap', text: 'Zweck', question: 'purpose' }, { kind: 'lineBreak' }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('§ 1', '§ 2 Abs. 3')
      .map((label): Inline => ({ kind: 'reference', text: label, target: 'a', parts: [{ text: label, target: 'a' }] })),
  },
  { weight: 1, arbitrary: fc.constantFrom<Inline>({ kind: 'definition', text: '„Ergebnis“', term: 'result' }) },
  { weight: 1, arbitrary: text.map((words): Inline => ({ kind: 'footnote', text: '1', content: [{ kind: 'text', text: words }] })) },
)
const line = fc.array(inline, { maxLength: 4 })
/** A line with words: lines of a party and the introduction of its short name are never empty. */
const fullLine = line.map((content): readonly Inline[] => [{ kind: 'text', text: 'x' }, ...content])

const paragraph: fc.Arbitrary<Paragraph> = fc
  .record({ level: fc.constantFrom(0, 1, 2), marker: fc.constantFrom('number', 'none'), label: fc.constantFrom('(1)', '(2)', 'a)'), content: line } as const)
  .map((part): Paragraph => ({ kind: 'paragraph', anchor: undefined, ...part }))

const otherBlock: fc.Arbitrary<Block> = fc.oneof(
  line.map((content): Block => ({ kind: 'note', content })),
  fc.record({ name: line, lines: fc.array(fullLine, { maxLength: 3 }), shortName: line }).map((part): Block => ({ kind: 'party', label: '(1)', ...part })),
  fc.array(fc.tuple(line, line), { maxLength: 4 }).map((rows): Block => ({
    kind: 'table',
    caption: '',
    columns: [
      { header: [{ kind: 'text', text: 'Nr.' }], width: 0.5, align: 'start' },
      { header: [], width: 0.5, align: 'end' },
    ],
    rows,
  })),
  fc
    .array(fc.record({ name: line, function: line }), { minLength: 1, maxLength: 2 })
    .map((signatories): Block => ({ kind: 'signatures', parties: [{ name: signatories[0]?.name ?? [], placeAndDate: 'Ort, Datum', signatories }] })),
  fc.constant<Block>({ kind: 'pageBreak' }),
)

const row = (columns: number): fc.Arbitrary<Row> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.array(paragraph, { minLength: columns, maxLength: columns }).map((cells): Row => ({ id: 'r', isFullWidth: columns === 1, cells })),
    },
    { weight: 1, arbitrary: otherBlock.map((block): Row => ({ id: 'r', isFullWidth: true, cells: [block] })) },
  )

const kinds: readonly SectionKind[] = ['clause', 'clause', 'annex']

const section = (columns: number): fc.Arbitrary<Section> =>
  fc
    .record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      rows: fc.array(row(columns), { minLength: 1, maxLength: 6 }),
      label: fc.constantFrom('§ 1', '§ 2'),
      heading: line,
    })
    .map(({ id, rows, label, heading }): Section => ({
      id,
      kind: kinds['abc'.indexOf(id)] ?? 'part',
      rows: [
        {
          id: 'h',
          isFullWidth: columns === 1,
          cells: Array.from({ length: columns }, () => ({ kind: 'heading', level: 1, label, anchor: id, content: heading }) as const),
        },
        ...rows,
      ],
    }))

const documentOf = (languages: readonly Language[], sections: readonly Section[]): AssembledDocument => ({
  titles: languages.map(() => 'Vertrag'),
  languages,
  prevailing: undefined,
  version: 'test 1.0.0',
  sections: [
    {
      id: 'opening',
      kind: 'opening',
      rows: [
        {
          id: 'title',
          isFullWidth: languages.length === 1,
          cells: languages.map(() => ({ kind: 'title', content: [{ kind: 'text', text: 'Vertrag' }] }) as const),
        },
      ],
    },
    ...sections,
  ],
})

/** Two versions of a document: the second is the first with rows and sections taken out, put in, moved and rewritten. */
export const versions: fc.Arbitrary<readonly [before: AssembledDocument, after: AssembledDocument]> = fc
  .constantFrom<readonly Language[]>(['de'], ['de', 'en'])
  .chain((languages) => {
    const sections = fc.uniqueArray(section(languages.length), { maxLength: 4, selector: ({ id }) => id })
    return fc.record({
      languages: fc.constant(languages),
      before: sections,
      other: sections,
      picks: fc.array(fc.nat(3), { minLength: 40, maxLength: 40 }),
      isReversed: fc.boolean(),
    })
  })
  .map(({ languages, before, other, picks, isReversed }) => {
    let at = 0
    const pick = (): number => picks[(at += 1) % picks.length] ?? 0
    const edited = before.map((original): Section => {
      const spare = other.find(({ id }) => id === original.id)?.rows ?? []
      const rows = original.rows.flatMap((kept, index): readonly Row[] => {
        const choice = pick()
        const foreign = spare[index]
        return choice === 0
          ? [kept]
          : choice === 1 && foreign !== undefined
            ? [kept, foreign]
            : choice === 2
              ? foreign === undefined
                ? []
                : [foreign]
              : [kept]
      })
      return { ...original, rows: rows.length === 0 ? original.rows : rows }
    })
    const added = other.filter(({ id }) => !before.some((original) => original.id === id))
    const all = [...edited.filter(() => pick() !== 2), ...added]
    return [countFootnotes(documentOf(languages, before)), countFootnotes(documentOf(languages, isReversed ? all.toReversed() : all))] as const
  })
