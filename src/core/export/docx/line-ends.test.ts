import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inlineText, type Inline } from '../../../engine/document.ts'
import { fixSpaces } from './fixed-spaces.ts'
import { hyphenator } from './hyphen-places.ts'

const text = (words: string): Inline => ({ kind: 'text', text: words })
const plain = (content: readonly Inline[]): string => inlineText(content).replaceAll('\u00ad', '').replaceAll('\u00a0', ' ')

describe('line ends of a Word file', () => {
  it('has an optional hyphen where the layout ended a line, in the second text as in the first', () => {
    const places = [
      { count: 3, letter: 'r' },
      { count: 13, letter: 'u' },
    ]
    expect(inlineText(hyphenator(places)([text('Vertrag und '), text('Haus')]))).toBe('Ver\u00adtrag und Hau\u00ads')
  })

  it('holds numbers to what announces them', () => {
    expect(inlineText(fixSpaces([text('nach Abs. 3 und EUR 500 an J. S. Bach')]))).toBe('nach Abs.\u00a03 und EUR\u00a0500 an J.\u00a0S. Bach')
    expect(inlineText(fixSpaces([text('nach Abs. '), { kind: 'answer', text: '3', question: 'q' }]))).toBe('nach Abs.\u00a03')
  })

  it('changes no word, whatever the places', () => {
    const content = fc.array(
      fc.string({ unit: 'grapheme' }).map((words) => text(words.replaceAll(/[\u00ad\u00a0]/g, ''))),
      { maxLength: 5 },
    )
    const places = fc.array(fc.record({ count: fc.nat(60), letter: fc.string({ maxLength: 1 }) }), { maxLength: 5 })
    fc.assert(
      fc.property(content, places, (words, at) => {
        const sorted = at.toSorted((left, right) => left.count - right.count)
        expect(plain(fixSpaces(hyphenator(sorted)(words)))).toBe(inlineText(words))
      }),
    )
  })
})
