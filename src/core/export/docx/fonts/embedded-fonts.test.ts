import { inflateRawSync } from 'node:zlib'
import { create } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { embeddedFonts } from './embedded-fonts.ts'
import { readTables } from './truetype-tables.ts'

/** The font files of a document as a reader gets them: unpacked, and out of their disguise. */
function fontsOf(text: string): ReadonlyMap<string, Uint8Array> {
  const { tableXml, relationsXml, entries } = embeddedFonts(text)
  return new Map(
    entries.map(({ name, data }) => {
      const [, id = ''] = new RegExp(`Id="(rId\\d+)"[^>]*Target="${name.slice('word/'.length)}"`).exec(relationsXml) ?? []
      const [, key = ''] = new RegExp(`r:id="${id}" w:fontKey="\\{([^}]*)\\}"`).exec(tableXml) ?? []
      const mask = Buffer.from(key.replaceAll('-', ''), 'hex').toReversed()
      return [name, inflateRawSync(data).map((value, index) => (index < 32 ? value ^ (mask[index % 16] ?? 0) : value))] as const
    }),
  )
}
const fontOf = (fonts: ReadonlyMap<string, Uint8Array>, name: string) => create(fonts.get(`word/fonts/${name}.odttf`) ?? new Uint8Array())

describe('the fonts in a Word file', () => {
  it('call themselves regular, bold and italic of one family, and may be embedded', () => {
    const fonts = fontsOf('Vertrag')
    expect([...fonts.keys()]).toHaveLength(6)
    expect(fontOf(fonts, 'serifBold').postscriptName).toBe('SourceSerif4-Bold')
    expect(fontOf(fonts, 'serifItalic').postscriptName).toBe('SourceSerif4-Italic')
    for (const bytes of fonts.values()) {
      const metrics = readTables(bytes).get('OS/2') ?? new Uint8Array()
      expect(new DataView(metrics.buffer, metrics.byteOffset).getUint16(8)).toBe(0)
    }
  })

  it('hold what a lawyer types, and the ligatures the font makes of it', () => {
    const font = fontOf(fontsOf(''), 'serif')
    for (const character of 'aÄßẞéŁ§€–„“…Ωα') expect(font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0), character).toBe(true)
    for (const word of ['ff', 'fi', 'fl', 'ft', 'ffi', 'ffl', 'fft']) {
      const [glyph] = font.layout(word).glyphs
      expect(font.layout(word).glyphs, word).toHaveLength(1)
      const outlines = readTables(fontsOf('').get('word/fonts/serif.odttf') ?? new Uint8Array()).get('loca') ?? new Uint8Array()
      const view = new DataView(outlines.buffer, outlines.byteOffset)
      const id = glyph?.id ?? 0
      expect(view.getUint32(id * 4 + 4), word).toBeGreaterThan(view.getUint32(id * 4))
    }
  })

  it('hold of Japanese the characters that occur, and nothing when none do', () => {
    const font = fontOf(fontsOf('Satō 佐藤'), 'serifJapanese')
    expect(font.hasGlyphForCodePoint('佐'.codePointAt(0) ?? 0)).toBe(true)
    expect(font.hasGlyphForCodePoint('本'.codePointAt(0) ?? 0)).toBe(false)
    expect([...fontsOf('Satō').keys()].some((name) => name.includes('Japanese'))).toBe(false)
  })

  it('are the same bytes every time and stay small', () => {
    const [first, second] = [embeddedFonts('佐'), embeddedFonts('佐')]
    expect(first.entries.map(({ data }) => Buffer.from(data).toString('base64'))).toEqual(
      second.entries.map(({ data }) => Buffer.from(data).toString('base64')),
    )
    expect(embeddedFonts('').entries.reduce((sum, { data }) => sum + data.length, 0)).toBeLessThan(500_000)
  })
})
