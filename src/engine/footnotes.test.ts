import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileAgreement } from './agreement.ts'
import type { Answers } from './answers.ts'
import { createAssembler } from './assemble.ts'
import { type AssembledDocument, footnotesOf, type Footnote, inlineText } from './document.ts'
import { parseMarkdown } from './markdown.ts'
import { documentText } from './plain-text.ts'
import type { AgreementPackage } from './template.ts'
import { smallAgreement, smallAnswers } from './testing/small-agreement.ts'

/** The small agreement with two footnotes in the clause that may fall away and one after it. */
const footnoted: AgreementPackage = {
  ...smallAgreement,
  texts: {
    de: withNotes(smallAgreement.texts.de ?? '', 'zahlt {{ price }}.', 'der {{ start }}, Ende', 'Netto von {{ company }}, siehe [[ref:term]].', 'Ein Werktag.'),
    en: withNotes(smallAgreement.texts.en ?? '', 'pays {{ price }}.', 'on {{ start }} and', 'Net by {{ company }}, see [[ref:term]].', 'A working day.'),
  },
}

function withNotes(text: string, price: string, start: string, net: string, day: string): string {
  return text
    .replace(price, `${price}[^net] [^tax]\n\n[^net]: ${net}\n\n[^tax]: *19 %*.\n`)
    .replace(start, start.replace('{{ start }}', '{{ start }}[^day]'))
    .replace(/^## (?:Unterschriften|Signatures)/m, `[^day]: ${day}\n    [[def:results]]\n\n$&`)
}

const agreement = compileAgreement(footnoted)
const draw = (answers: Answers, languages: readonly ('de' | 'en')[] = ['de']): AssembledDocument => createAssembler(agreement)(answers, languages)
const notes = (document: AssembledDocument, column = 0): readonly Footnote[] =>
  document.sections.flatMap((section) => section.rows.flatMap((row) => footnotesOf(row.cells[column])))

describe('footnotes', () => {
  test('are counted through the document and hold answers, references and terms, but no footnotes', () => {
    const found = notes(draw(smallAnswers))
    expect(found.map(({ text, content }) => [text, inlineText(content)])).toEqual([
      ['1', 'Netto von Akatsuki, siehe § 3.'],
      ['2', '19 %.'],
      ['3', 'Ein Werktag. „Ergebnisse“'],
    ])
    expect(found[0]?.content.map(({ kind }) => kind)).toEqual(['text', 'answer', 'text', 'reference', 'text'])
  })

  test('are counted in each language by itself, so that both columns carry the same numbers', () => {
    const document = draw(smallAnswers, ['de', 'en'])
    expect(notes(document, 0).map(({ text }) => text)).toEqual(['1', '2', '3'])
    expect(notes(document, 1).map(({ text }) => text)).toEqual(['1', '2', '3'])
  })

  test('are counted anew when a clause falls away, and only the sections whose numbers moved are drawn again', () => {
    const assemble = createAssembler(agreement)
    const before = assemble(smallAnswers, ['de'])
    const after = assemble({ ...smallAnswers, is_free: true }, ['de'])
    expect(notes(after).map(({ text, content }) => [text, inlineText(content)])).toEqual([['1', 'Ein Werktag. „Ergebnisse“']])
    const back = assemble(smallAnswers, ['de'])
    const renamed = assemble({ ...smallAnswers, company: { name: 'Hotaru KK', shortName: 'Hotaru' } }, ['de'])
    const kept = (one: AssembledDocument, other: AssembledDocument): readonly string[] =>
      one.sections.filter((section) => other.sections.includes(section)).map(({ id }) => id)
    expect(kept(after, back)).not.toContain('term')
    expect(kept(back, renamed)).not.toContain('payment')
    expect(kept(back, renamed)).toContain('term')
    expect(documentText(back)).toBe(documentText(before))
  })

  test('leave the words of their paragraph as they are', () => {
    const plain = createAssembler(compileAgreement(smallAgreement))(smallAnswers, ['de'])
    const words = (document: AssembledDocument): readonly string[] =>
      document.sections.flatMap(({ rows }) =>
        rows.flatMap(({ cells }) => cells.flatMap((cell) => ('content' in cell ? [inlineText(cell.content).trim()] : []))),
      )
    expect(words(draw(smallAnswers))).toEqual(words(plain))
  })

  test('are printed at the end of their section in plain text, with the mark in the sentence', () => {
    const text = documentText(draw(smallAnswers, ['de', 'en']))
    expect(text).toContain('(1) Akatsuki zahlt 500,00 EUR.[^1] [^2]')
    expect(text).toContain('[^1]: Netto von Akatsuki, siehe § 3.\n\n[^2]: 19 %.\n\n[^1]: Net by Akatsuki, see Section 3.\n\n[^2]: 19 %.\n\n## § 3 Laufzeit')
  })

  test('change no numbers of paragraphs, wherever the note stands', () => {
    const [, ...rest] = parseMarkdown('1. one[^a]\n\n   [^a]: inside\n\n1. two[^b]\n\n[^b]: between\n\n1. three')
    expect(rest.map((block) => block.kind === 'paragraph' && block.marker)).toEqual(['number', 'number'])
  })

  test('an answer that looks like a footnote is none', () => {
    fc.assert(
      fc.property(fc.constantFrom('[^net]', '[^1]: note', 'x[^day]', '\n[^net]: other'), (subject) => {
        expect(notes(draw({ ...smallAnswers, subject, company: { name: subject, shortName: subject } })).length).toBe(3)
      }),
    )
  })

  test('a mark without a note stays visible, a note without a mark draws nothing', () => {
    const blocks = parseMarkdown('1. one[^lost]\n\n[^other]: never seen')
    expect(JSON.stringify(blocks)).toContain('[^lost]')
    expect(JSON.stringify(blocks)).not.toContain('never seen')
  })
})
