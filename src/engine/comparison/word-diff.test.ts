import { describe, expect, test } from 'vitest'
import type { Inline } from '../document.ts'
import { diffInlines } from './word-diff.ts'

const text = (words: string): Inline => ({ kind: 'text', text: words })
const answer = (words: string, question = 'price'): Inline => ({ kind: 'answer', text: words, question })
const reference = (words: string): Inline => ({ kind: 'reference', text: words, target: 'term', parts: [{ text: words, target: 'term' }] })

/** The marked line in brackets: [-old-]{+new+}. */
const drawn = (before: readonly Inline[], after: readonly Inline[]): string =>
  diffInlines(before, after)
    .map((inline) => {
      const words = inline.kind === 'lineBreak' ? '\n' : inline.text
      return inline.change === 'deleted' ? `[-${words}-]` : inline.change === 'inserted' ? `{+${words}+}` : words
    })
    .join('')
const words = (before: string, after: string): string => drawn([text(before)], [text(after)])

describe('the words of a line', () => {
  test('a replaced word is struck and its successor follows; the space before both stays', () => {
    expect(words('Jede Partei darf Lizenzen vergeben.', 'Jede Partei muss Lizenzen vergeben.')).toBe('Jede Partei [-darf-]{+muss+} Lizenzen vergeben.')
  })
  test('words put in at the end do not touch the word before them', () => {
    expect(words('within 24 months.', 'within 24 months after the end.')).toBe('within 24 months{+ after the end+}.')
  })
  test('a lonely word between two changes is struck and written again', () => {
    expect(words('The company shall inform the other side of each invention.', 'The company shall tell the partners of each invention.')).toBe(
      'The company shall [-inform the other side-]{+tell the partners+} of each invention.',
    )
  })
  test('words around additions alone stay as they are', () => {
    expect(words('The rights of use are free.', 'The sole rights of further use are free.')).toBe('The{+ sole+} rights of{+ further+} use are free.')
  })
  test('a rewritten paragraph is shown as old and new, each whole', () => {
    expect(words('Für Gemeinsame Ergebnisse gilt das Gesetz.', 'Alle Ergebnisse sollen der Universität zustehen, sobald sie zahlt.')).toBe(
      '[-Für Gemeinsame Ergebnisse gilt das Gesetz.-]{+Alle Ergebnisse sollen der Universität zustehen, sobald sie zahlt.+}',
    )
  })
  test('numbers with separators and hyphenated words are one word', () => {
    expect(words('Es sind 420.000,00 EUR netto für das F-und-E-Vorhaben fällig.', 'Es sind 480.000,00 EUR netto für das F-und-E-Projekt fällig.')).toBe(
      'Es sind [-420.000,00-]{+480.000,00+} EUR netto für das [-F-und-E-Vorhaben-]{+F-und-E-Projekt+} fällig.',
    )
  })
  test('Japanese is compared by words of a dictionary', () => {
    expect(words('甲は、本契約の成果を乙に開示するものとする。', '甲は、本契約の成果を丙に開示するものとする。')).toBe(
      '甲は、本契約の成果を[-乙-]{+丙+}に開示するものとする。',
    )
  })
})

describe('what is no mere text', () => {
  test('a short answer is replaced as a whole', () => {
    expect(drawn([text('ab '), answer('1. März 2027', 'start'), text('.')], [text('ab '), answer('1. Mai 2027', 'start'), text('.')])).toBe(
      'ab [-1. März 2027-]{+1. Mai 2027+}.',
    )
  })
  test('a long answer is compared by words', () => {
    const purpose = 'Entwicklung eines Lasers für die Prüfung von Oberflächen'
    expect(drawn([answer(purpose, 'purpose')], [answer(purpose.replace('Lasers', 'Sensors'), 'purpose')])).toBe(
      'Entwicklung eines [-Lasers-]{+Sensors+} für die Prüfung von Oberflächen',
    )
  })
  test('a reference whose number moved goes out and comes in as a whole', () => {
    expect(drawn([text('nach '), reference('§ 7 Abs. 1'), text('.')], [text('nach '), reference('§ 8 Abs. 1'), text('.')])).toBe(
      'nach [-§ 7 Abs. 1-]{+§ 8 Abs. 1+}.',
    )
  })
  test('a footnote is the same as long as its words are', () => {
    const note = (number: string, words_: string): Inline => ({ kind: 'footnote', text: number, content: [text(words_)] })
    expect(diffInlines([text('Preis'), note('1', 'netto')], [text('Preis'), note('2', 'netto')])).toEqual([text('Preis'), note('2', 'netto')])
    expect(drawn([text('Preis'), note('1', 'netto')], [text('Preis'), note('1', 'brutto')])).toBe('Preis[-1-]{+1+}')
  })
  test('bold is a change, the question behind a word is none', () => {
    expect(drawn([text('zahlt 5 EUR')], [text('zahlt '), answer('5 EUR')])).toBe('zahlt 5 EUR')
    expect(drawn([text('a '), { kind: 'text', text: 'Wort' }], [text('a '), { kind: 'text', text: 'Wort', strong: true }])).toBe('a [-Wort-]{+Wort+}')
  })
})

test('two long foreign texts end in a rewritten line instead of taking minutes', () => {
  const long = (seed: string): Inline => text(Array.from({ length: 20_000 }, (_, index) => `${seed}${index}`).join(' '))
  const started = process.hrtime.bigint()
  expect(diffInlines([long('a')], [long('b')])).toHaveLength(2)
  expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(3000)
})
