import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Language } from '../../../engine/language.ts'
import { cleanText } from './clean-text.ts'
import { breakLines, type Line } from './line-breaking.ts'
import { serif } from './text-style.ts'
import { tokensOf } from './tokens.ts'

const style = serif(10.5)
const lines = (text: string, width: number, language: Language = 'de'): readonly Line[] =>
  breakLines(tokensOf([{ text, style: language === 'ja' ? { ...style, isJapanese: true } : style, mark: undefined }]), width, language)
const textOf = (line: Line): string => line.runs.flatMap((run) => run.shapes.flatMap((shape) => shape.texts)).join('')
const shown = (text: string, width: number, language: Language = 'de'): readonly string[] => lines(text, width, language).map((line) => textOf(line).trimEnd())
const rejoined = (set: readonly Line[]): string => set.map((line) => textOf(line).replace(/\u00ad$/, '')).join('')
const squeezed = (text: string): string => cleanText(text).replace(/[\s\u200b]+/g, '')

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        'Kooperationsvertrag',
        'und/oder',
        'IP-Rechte',
        '§',
        '7',
        'Abs.',
        '日本語の文章、',
        '「引用」',
        '12',
        '%',
        '\n',
        'x'.repeat(90),
        '👩‍👩‍👧',
        'مرحبا',
        'e\u0301',
        '\u00a0',
        '–',
      ),
      { maxLength: 60 },
    )
    .map((words) => words.join(' ')),
)

describe('line breaking', () => {
  it('makes no line wider than the column', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 60, max: 470 }), fc.constantFrom<Language>('de', 'en', 'ja'), (text, width, language) => {
        for (const line of lines(text, width, language)) expect(line.width).toBeLessThanOrEqual(width + 0.01)
      }),
      { numRuns: 300 },
    )
  })

  it('loses and invents no character', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 60, max: 470 }), fc.constantFrom<Language>('de', 'en', 'ja'), (text, width, language) => {
        expect(squeezed(rejoined(lines(text, width, language)))).toBe(squeezed(text))
      }),
      { numRuns: 300 },
    )
  })

  it('keeps a space wherever a line was broken at one', () => {
    const text = 'Die Parteien vereinbaren Stillschweigen über alle Informationen, die sie einander mitteilen, und über deren Inhalt.'
    expect(rejoined(lines(text, 180))).toBe(text)
  })

  it('hyphenates in the language of the text and copies the hyphen as a soft one', () => {
    const set = shown('Geheimhaltungsvereinbarungen Schutzrechtsanmeldungen Entwicklungsergebnisse', 130)
    expect(set.some((line) => line.endsWith('\u00ad'))).toBe(true)
    expect(set.join('').replaceAll('\u00ad', '')).toContain('Geheimhaltungsvereinbarungen')
  })

  it('keeps a section sign with its number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 70, max: 300 }), (width) => {
        for (const line of shown('nach Maßgabe von § 7 Abs. 3 und § 12 dieses Vertrags zahlt das Unternehmen 19 % Zinsen', width)) {
          expect(line).not.toMatch(/(§|Abs\.)$/)
          expect(line).not.toMatch(/^%/)
        }
      }),
    )
  })

  it('starts no Japanese line with closing punctuation and ends none with an opening bracket', () => {
    const text = '当事者は、本契約（以下「本契約」という。）に基づき、成果に係る知的財産権の帰属を定め、秘密情報を第三者に開示しないものとする。'.repeat(3)
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 450 }), (width) => {
        for (const line of shown(text, width, 'ja')) {
          expect(line).not.toMatch(/^[、。」）ー]/)
          expect(line).not.toMatch(/[「（]$/)
        }
      }),
    )
  })

  it('sets two hundred thousand letters without a space in about a second', () => {
    const start = performance.now()
    expect(rejoined(lines('x'.repeat(200_000), 460))).toHaveLength(200_000)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
