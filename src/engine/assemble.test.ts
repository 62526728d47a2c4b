import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileAgreement } from './agreement.ts'
import { type Answers, type Json, jsonSchema } from './answers.ts'
import { createAssembler } from './assemble.ts'
import { type AssembledDocument, type Block, inlineText, type Paragraph } from './document.ts'
import type { Language } from './language.ts'
import { documentText } from './plain-text.ts'
import { smallAgreement, smallAnswers } from './testing/small-agreement.ts'

const agreement = compileAgreement(smallAgreement)
const draw = (answers: Answers, languages: readonly Language[]): AssembledDocument => createAssembler(agreement)(answers, languages)
const blocksOf = (document: AssembledDocument, column = 0): readonly Block[] =>
  document.sections.flatMap((section) => section.rows.flatMap((row) => row.cells[row.isFullWidth ? 0 : column] ?? []))
const paragraphs = (document: AssembledDocument): readonly Paragraph[] => blocksOf(document).filter((block) => block.kind === 'paragraph')

describe('assembling a document', () => {
  test('numbers clauses, paragraphs and annexes and prints references in the words of the language', () => {
    const german = documentText(draw(smallAnswers, ['de']))
    const english = documentText(draw(smallAnswers, ['en']))
    expect(german).toContain('(2) Siehe § 3, § 3 Abs. 2 lit. b und Absatz 2.')
    expect(english).toContain('(2) See Section 3, Section 3(2)(b) and paragraph (2).')
    expect(german).toContain('## Anlage 1 Arbeitsplan')
    expect(german).toContain('(A) Akatsuki will forschen.')
  })

  test('moves the numbers and the references when a clause falls away', () => {
    const german = documentText(draw({ ...smallAnswers, is_free: true }, ['de']))
    expect(german).not.toContain('Vergütung')
    expect(german).toContain('## § 2 Laufzeit')
    expect(german).toContain('(2) Siehe § 2, § 2 Abs. 2 lit. b und Absatz 2.')
  })

  test('computes dates to the last day of a shorter month', () => {
    expect(documentText(draw(smallAnswers, ['en']))).toContain('ends on 29 February 2028')
  })

  test('shows an open blank as a gap that knows its question', () => {
    const gaps = paragraphs(draw({ ...smallAnswers, joint: null, price: null }, ['en'])).flatMap((paragraph) =>
      paragraph.content.filter((inline) => inline.kind === 'gap'),
    )
    expect(gaps.map((gap) => gap.question)).toEqual(['price', 'joint'])
  })

  test('keeps a wrong answer out of the text and shows the blank instead', () => {
    expect(documentText(draw({ ...smallAnswers, price: 'much', joint: 'nonsense' }, ['en']))).toContain('Akatsuki pays [Price].')
  })

  test('prints each language in its own words and keeps both columns in step', () => {
    const document = draw(smallAnswers, ['de', 'en'])
    expect(document.titles).toEqual(['Vertrag über Sensoren', 'Agreement on sensors'])
    for (const row of document.sections.flatMap((section) => section.rows)) expect(row.cells.length).toBe(row.isFullWidth ? 1 : 2)
    const numbers = (column: number): readonly number[] =>
      document.sections.map((section) => section.rows.filter((row) => row.cells[column]?.kind === 'paragraph').length)
    expect(numbers(0)).toEqual(numbers(1))
  })

  test('joins tables and signatures of both languages over the full width', () => {
    const full = draw(smallAnswers, ['de', 'en'])
      .sections.flatMap((section) => section.rows.filter((row) => row.isFullWidth))
      .flatMap((row) => row.cells)
    const table = full.find((cell) => cell.kind === 'table')
    expect(table?.columns.map((column) => inlineText(column.header))).toEqual(['Nr. / No.', 'Titel / Title', 'Kosten / Cost'])
    expect(table?.rows[0]?.map((cell) => inlineText(cell))).toEqual(['1', 'Gitter', '4.800.000 JPY / JPY 4,800,000'])
    expect(full.find((cell) => cell.kind === 'signatures')?.parties[0]?.placeAndDate).toBe('Ort, Datum / Place, date')
  })

  test('keeps unchanged sections the same objects, so that only what changed is drawn again', () => {
    const assemble = createAssembler(agreement)
    const before = assemble(smallAnswers, ['de', 'en'])
    const after = assemble({ ...smallAnswers, days: 6 }, ['de', 'en'])
    const changed = after.sections.filter((section, index) => section !== before.sections[index]).map((section) => section.id)
    expect(changed).toEqual(['term'])
    const term = (document: AssembledDocument): AssembledDocument['sections'][number] | undefined => document.sections.find(({ id }) => id === 'term')
    expect(term(after)?.rows.filter((row, index) => row !== term(before)?.rows[index]).length).toBe(1)
  })

  test('gives the same document whether drawn fresh or after many changes', () => {
    const assemble = createAssembler(agreement)
    for (const days of [1, 2, 3]) assemble({ ...smallAnswers, days, is_free: days === 2 }, days === 3 ? ['en'] : ['de', 'en'])
    expect(assemble(smallAnswers, ['de', 'en'])).toEqual(draw(smallAnswers, ['de', 'en']))
  })
})

const hostile = fc.oneof(
  fc.constantFrom(
    '# Heading',
    '## § 9 {#x}',
    '1. one\n2. two',
    '| a | b |\n|---|---|',
    '{{ company }}',
    '{% if x %}',
    '[[ref:term]]',
    '::signatures',
    ':::note\nx\n:::',
    '<b>x</b>',
    '**bold**',
    '\uE0000\uE001',
    '\u0000\u0007',
    '\u202Eevil',
    '😀',
    'שלום',
    '`code`',
    '   ',
    '\n\n\n',
  ),
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('# ', '\n', '{{', '}}', '{%', '%}', '[[', ']]', '1. ', '- ', '\uE000', '\uE001', '\\', 'x'), { maxLength: 20 })
    .map((parts) => parts.join('')),
)
const anyJson: fc.Arbitrary<Json> = fc.jsonValue({ maxDepth: 3 }).map((value) => jsonSchema.parse(JSON.parse(JSON.stringify(value))))
const anyAnswers = fc.record(
  {
    company: fc.oneof(
      fc.constant(smallAnswers.company),
      hostile.map((name) => ({ ...smallAnswers.company, name, shortName: name })),
      anyJson,
    ),
    institute: fc.oneof(fc.constant(smallAnswers.institute), anyJson),
    subject: fc.oneof(hostile, anyJson),
    is_free: fc.oneof(fc.boolean(), anyJson),
    price: fc.oneof(fc.constant(smallAnswers.price), anyJson),
    has_bonus: fc.boolean(),
    start: fc.oneof(fc.constant('2028-02-29'), hostile, anyJson),
    duration: fc.oneof(fc.record({ value: fc.integer({ min: 1, max: 60 }), unit: fc.constant('months') }), anyJson),
    days: fc.oneof(fc.integer({ min: -5, max: 100 }), anyJson),
    joint: fc.constantFrom('free', 'own', null, 'other'),
    packages: fc.oneof(fc.array(fc.record({ title: hostile }), { maxLength: 4 }), anyJson),
  },
  { requiredKeys: [] },
)

/** The shape of a document without its words. */
function skeleton(document: AssembledDocument): unknown {
  return document.sections.map((section) => [
    section.id,
    section.rows.map((row) =>
      row.cells.map((cell) =>
        cell.kind === 'paragraph'
          ? [cell.level, cell.marker, cell.label]
          : cell.kind === 'table' || cell.kind === 'signatures'
            ? cell.kind
            : cell.kind === 'heading'
              ? cell.label
              : cell.kind,
      ),
    ),
  ])
}

describe('whatever the answers', () => {
  test('numbers have no holes and no reference dangles', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom<readonly Language[]>(['de'], ['en'], ['de', 'en']), (answers, languages) => {
        const document = draw(answers, languages)
        const clauses = document.sections.filter((section) => section.kind === 'clause')
        clauses.forEach((section, index) => {
          const heading = section.rows[0]?.cells[0]
          expect(heading?.kind === 'heading' && heading.label).toBe(languages[0] === 'de' ? `§ ${index + 1}` : `Section ${index + 1}`)
          const numbers = section.rows
            .flatMap((row) => row.cells[0] ?? [])
            .filter((block) => block.kind === 'paragraph' && block.level === 1 && block.marker === 'number')
          numbers.forEach((block, position) => expect(block.kind === 'paragraph' && block.label).toBe(`(${position + 1})`))
        })
        const anchors = new Set(
          document.sections.flatMap((section) => [
            section.id,
            ...section.rows.flatMap((row) => row.cells.flatMap((cell) => (cell.kind === 'paragraph' && cell.anchor !== undefined ? [cell.anchor] : []))),
          ]),
        )
        for (const paragraph of paragraphs(document)) {
          for (const inline of paragraph.content) if (inline.kind === 'reference') expect(anchors.has(inline.target) && !inline.text.includes('[[')).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('no answer changes the structure', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, other) => {
        fc.pre(one.trim() !== '' && other.trim() !== '')
        const answers = {
          ...smallAnswers,
          subject: one,
          company: { ...smallAnswers.company, name: one, shortName: other },
          packages: [{ title: one }, { title: other }],
        }
        const plain = {
          ...smallAnswers,
          subject: 'a',
          company: { ...smallAnswers.company, name: 'b', shortName: 'c' },
          packages: [{ title: 'd' }, { title: 'e' }],
        }
        expect(skeleton(draw(answers, ['de', 'en']))).toEqual(skeleton(draw(plain, ['de', 'en'])))
      }),
      { numRuns: 150 },
    )
  })

  test('no control character, private use character or direction override reaches the document', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const printed = documentText(draw({ ...smallAnswers, subject: `x${text}` }, ['de']))
        expect(printed).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uE000-\uF8FF]/)
      }),
    )
  })
})
