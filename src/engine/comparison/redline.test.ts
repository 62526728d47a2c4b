import { describe, expect, test } from 'vitest'
import { compileAgreement } from '../agreement.ts'
import type { Answers } from '../answers.ts'
import { createAssembler } from '../assemble.ts'
import { type AssembledDocument, footnotesOf, type Inline, inlineText } from '../document.ts'
import type { Language } from '../language.ts'
import { smallAgreement, smallAnswers } from '../testing/small-agreement.ts'
import { clauseChanges, hasChanges } from './clause-changes.ts'
import { compareDocuments, redline } from './redline.ts'
import { redlineText } from './redline-text.ts'
import { acceptAll, rejectAll } from './resolve.ts'
import { plainTree } from './testing/plain-tree.ts'

const agreement = compileAgreement(smallAgreement)
const document = (answers: Answers, languages: readonly Language[] = ['en']) => createAssembler(agreement)(answers, languages)
const sample = document(smallAnswers)

describe('two versions of one agreement', () => {
  test('a changed answer is a changed word in one clause', () => {
    const both = redline(sample, document({ ...smallAnswers, price: { amount: 60_000, currency: 'EUR' } }))
    expect(redlineText(both)).toContain('(1) Akatsuki pays [-EUR 500.00-]{+EUR 600.00+}.')
    expect(clauseChanges(both).filter(({ state }) => state !== 'same')).toMatchObject([
      { section: 'payment', state: 'changed', labels: ['Section 2'], titles: ['Payment'], wordsAdded: 1, wordsRemoved: 1 },
    ])
  })
  test('a clause that falls away is removed, and the numbers behind it tell what they were', () => {
    const after = document({ ...smallAnswers, price: null, is_free: true })
    const both = redline(sample, after)
    const changes = clauseChanges(both)
    expect(changes.find(({ section }) => section === 'payment')).toMatchObject({ state: 'removed', wordsAdded: 0 })
    expect(changes.find(({ section }) => section === 'term')).toMatchObject({ labels: ['Section 2'], labelsBefore: ['Section 3'] })
    expect(redlineText(both)).toContain('## [-Section 3-]{+Section 2+} Term')
    expect(plainTree(acceptAll(both))).toEqual(plainTree(after))
    expect(plainTree(rejectAll(both))).toEqual(plainTree(sample))
  })
  test('a line added to a list of a clause is a row put in', () => {
    const both = redline(document({ ...smallAnswers, has_bonus: false }), sample)
    const rows = both.sections.find(({ id }) => id === 'payment')?.rows ?? []
    expect(rows.map(({ change }) => change)).toEqual([undefined, undefined, 'inserted'])
  })
  test('an item added to a table is a row of the table put in', () => {
    const packages = [smallAnswers.packages[0] ?? null, { title: 'Neu', is_paid: false }, smallAnswers.packages[1] ?? null]
    const both = redline(document({ ...smallAnswers }, ['de', 'en']), document({ ...smallAnswers, packages }, ['de', 'en']))
    const tables = both.sections.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.kind === 'table' ? [cell.rowChanges] : []))))
    expect(tables).toEqual([[undefined, 'inserted', undefined]])
  })
  test('another signatory replaces the signature block as a whole', () => {
    const institute = { ...smallAnswers.institute, signatories: [...smallAnswers.institute.signatories, { name: 'Dritte Person', function: 'Vorstand' }] }
    const rows = redline(sample, document({ ...smallAnswers, institute })).sections.find(({ id }) => id === 'signatures')?.rows ?? []
    expect(rows.map(({ change }) => change)).toEqual(['deleted', 'inserted'])
  })
  test('the untouched template differs in its gaps', () => {
    const both = redline(document({}), sample)
    expect(redlineText(both)).toContain('[-[')
    expect(plainTree(rejectAll(both))).toEqual(plainTree(document({})))
    expect(hasChanges(both)).toBe(true)
  })
  test('nothing differs between equal answers', () => {
    const both = redline(sample, document(structuredClone(smallAnswers)))
    expect(hasChanges(both)).toBe(false)
    expect(clauseChanges(both).every(({ state, wordsAdded, wordsRemoved }) => state === 'same' && wordsAdded + wordsRemoved === 0)).toBe(true)
  })
})

test('a section that moved goes out and comes in, and is listed once', () => {
  const [opening, ...others] = sample.sections
  if (opening === undefined) throw new Error('no opening')
  const moved = { ...sample, sections: [opening, ...others.filter(({ id }) => id !== 'payment'), ...others.filter(({ id }) => id === 'payment')] }
  const both = redline(sample, moved)
  expect(both.sections.filter(({ id }) => id === 'payment').map(({ rows }) => rows[0]?.change)).toEqual(['deleted', 'inserted'])
  expect(clauseChanges(both).filter(({ section }) => section === 'payment')).toMatchObject([{ state: 'moved', wordsAdded: 0, wordsRemoved: 0 }])
})

test('footnotes of both versions are counted through, and as before in either version', () => {
  const note = (words: string, number: string): Inline => ({ kind: 'footnote', text: number, content: [{ kind: 'text', text: words }] })
  const withNotes = (...notes: readonly Inline[]): AssembledDocument => ({
    ...sample,
    sections: [
      {
        id: 'a',
        kind: 'clause',
        rows: [
          {
            id: 'a:0',
            isFullWidth: true,
            cells: [
              { kind: 'paragraph', level: 1, marker: 'number', label: '(1)', anchor: undefined, content: [{ kind: 'text', text: 'It ends in May' }, ...notes] },
            ],
          },
        ],
      },
    ],
  })
  const [before, after] = [withNotes(note('net', '1'), note('old', '2')), withNotes(note('new', '1'), note('net', '2'))]
  const numbered = (inline: Inline): readonly (string | undefined)[] =>
    inline.kind === 'footnote' ? [inline.text, inlineText(inline.content), inline.change] : []
  const numbers = (document: AssembledDocument) =>
    document.sections.flatMap(({ rows }) => rows.flatMap(({ cells }) => footnotesOf(cells[0]).map((footnote) => numbered(footnote))))
  const both = redline(before, after)
  expect(numbers(both)).toEqual([
    ['1', 'new', 'inserted'],
    ['2', 'net', undefined],
    ['3', 'old', 'deleted'],
  ])
  expect(numbers(rejectAll(both))).toEqual(numbers(before))
  expect(numbers(acceptAll(both))).toEqual(numbers(after))
})

describe('two documents that do not match', () => {
  test('are compared in the languages both have', () => {
    const { redline: both, leftOut, isSameTemplate } = compareDocuments(document(smallAnswers, ['de', 'en']), document({ ...smallAnswers, days: 7 }, ['en']))
    expect(both.languages).toEqual(['en'])
    expect([leftOut, isSameTemplate]).toEqual([['de'], true])
    expect(redlineText(both)).toContain('report within [-five days-]{+seven days+}')
    expect(redlineText(both)).not.toContain('Meldung')
  })
  test('say so when they come from different agreements or share no language', () => {
    const foreign = { ...document(smallAnswers, ['de']), version: 'other 1.0.0' }
    const { redline: both, leftOut, isSameTemplate } = compareDocuments(foreign, sample)
    expect([leftOut, isSameTemplate]).toEqual([['de', 'en'], false])
    expect(plainTree(acceptAll(both))).toEqual(plainTree(sample))
  })
})
