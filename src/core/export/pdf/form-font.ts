import { subsetFont } from '../docx/fonts/subset-font.ts'
import { readFont } from '../fonts.ts'
import { typeface } from './typeface.ts'

type Reference = PDFKit.PDFKitReference

const firstCode = 32
const lastCode = 255
const name = 'FORMSA+SourceSans3-Regular'

/**
 * Embeds the font in which forms are filled in. Unlike the fonts of the text, it has one byte a letter (WinAnsiEncoding, all of Latin 1 and the
 * quotation marks), because viewers find no glyphs by themselves in any other encoding, and all its letters, because nobody knows which will be typed.
 */
export function embedFormFont(document: PDFKit.PDFDocument): Reference {
  const { font } = typeface('sans')
  const scale = 1000 / font.unitsPerEm
  const decoder = new TextDecoder('windows-1252')
  const glyphs = Array.from({ length: lastCode - firstCode + 1 }, (_, index) => {
    const character = decoder.decode(Uint8Array.of(firstCode + index)).codePointAt(0) ?? 0
    return { character, glyph: font.hasGlyphForCodePoint(character) ? (font.layout(String.fromCodePoint(character)).glyphs[0]?.id ?? 0) : 0 }
  })
  const characters = new Map(glyphs.filter(({ glyph }) => glyph > 0).map(({ character, glyph }) => [character, glyph]))
  const file = document.ref({})
  file.end(Buffer.from(subsetFont(readFont('sans'), { characters, glyphs: [] }, { family: 'Source Sans 3', isBold: false, isItalic: false })))
  const { bbox } = font
  const descriptor = document.ref({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: 32,
    FontBBox: [bbox.minX * scale, bbox.minY * scale, bbox.maxX * scale, bbox.maxY * scale],
    ItalicAngle: 0,
    Ascent: font.ascent * scale,
    Descent: font.descent * scale,
    CapHeight: font.capHeight * scale,
    StemV: 80,
    FontFile2: file,
  })
  descriptor.end(undefined)
  const reference = document.ref({
    Type: 'Font',
    Subtype: 'TrueType',
    BaseFont: name,
    Encoding: 'WinAnsiEncoding',
    FirstChar: firstCode,
    LastChar: lastCode,
    Widths: glyphs.map(({ glyph }) => Math.round(font.getGlyph(glyph).advanceWidth * scale)),
    FontDescriptor: descriptor,
  })
  reference.end(undefined)
  return reference
}
