import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLine, cleanText } from './text-cleaning.ts'

describe('cleanText', () => {
  it('keeps ordinary text, emoji and scripts of every direction', () => {
    for (const text of ['§ 7 Abs. 3 – „Größe“', '佐藤花子', '👩‍👩‍👧‍👦 🇯🇵', 'שלום مرحبا', 'a\u00adb']) expect(cleanText(text)).toBe(text)
  })

  it('drops control characters and marks that turn the direction of text', () => {
    expect(cleanText('a\u0000\u0007\u001b\u007f\u0090b')).toBe('ab')
    expect(cleanText('\u202egnp.exe\u202c\u2066x\u2069')).toBe('gnp.exex')
  })

  it('makes every line end one newline and every tab a space', () => {
    expect(cleanText('a\r\nb\rc\u2028d\u0085e\tf')).toBe('a\nb\nc\nd\ne f')
    expect(cleanLine(' a\r\n b\t c ')).toBe('a b c')
  })

  it('leaves nothing XML 1.0 forbids', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(text)).toMatch(/^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u)
      }),
    )
    expect(cleanText('a\ud800b\udc00')).toBe('a\ufffdb\ufffd')
  })
})
