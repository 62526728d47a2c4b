import { hex } from './pdf-objects.ts'
import type { Shape, Typeface } from './typeface.ts'

type Document = PDFKit.PDFDocument
type Reference = PDFKit.PDFKitReference

/**
 * A typeface in one file. Each pair of glyph and text gets a code of its own, so that a hyphen and a soft hyphen, a space and a fixed space,
 * or two unknown characters drawn as the same box are told apart when text is copied or read aloud.
 */
export type EmbeddedFont = {
  readonly name: string
  readonly reference: Reference
  /** The glyphs of a shape as the inside of a PDF text array. */
  readonly encode: (shape: Shape) => string
  readonly finish: () => void
}

/** Begins to embed a typeface under a resource name ("F1"); `finish` writes the subset that was used. */
export function embedFont(document: Document, face: Typeface, name: string): EmbeddedFont {
  const { font } = face
  const scale = 1000 / font.unitsPerEm
  const subset = font.createSubset()
  const reference = document.ref({})
  const codes = new Map<string, number>()
  const glyphOfCode: number[] = [0]
  const textOfCode: string[] = ['']
  const widthOfCode: number[] = [font.getGlyph(0).advanceWidth * scale]
  const encoded = new Map<Shape, string>()

  const codeOf = (glyph: number, text: string): number => {
    const key = `${glyph}:${text}`
    const known = codes.get(key)
    if (known !== undefined) return known
    const code = glyphOfCode.length
    codes.set(key, code)
    glyphOfCode.push(subset.includeGlyph(glyph))
    textOfCode.push(text)
    widthOfCode.push(font.getGlyph(glyph).advanceWidth * scale)
    return code
  }

  const encode = (shape: Shape): string => {
    const known = encoded.get(shape)
    if (known !== undefined) return known
    let result = ''
    let digits = ''
    const flush = (): void => {
      if (digits !== '') result += `<${digits}>`
      digits = ''
    }
    shape.glyphs.forEach((glyph, index) => {
      const code = codeOf(glyph, shape.texts[index] ?? '')
      const offset = shape.offsets?.[index]
      const isRaised = offset !== undefined && offset.y !== 0
      if (offset !== undefined && offset.x !== 0) {
        flush()
        result += number(-offset.x)
      }
      if (isRaised) {
        flush()
        result += `]TJ ${raise(offset.y)} Ts[`
      }
      digits += hex(code, 4)
      if (isRaised) {
        flush()
        result += ']TJ 0 Ts['
      }
      const kern = (shape.advances[index] ?? 0) - (widthOfCode[code] ?? 0) - (offset?.x ?? 0)
      if (Math.abs(kern) > 0.5) {
        flush()
        result += number(-kern)
      }
    })
    flush()
    encoded.set(shape, result)
    return result
  }

  const finish = (): void => {
    const file = document.ref({})
    file.end(subset.encode())
    const map = document.ref({})
    map.end(cidToGid(glyphOfCode))
    const unicode = document.ref({})
    unicode.end(toUnicode(textOfCode))
    const fontName = `${subsetTag(name)}+${font.postscriptName.replaceAll(' ', '_')}`
    const { bbox } = font
    const isSerif = face.name.startsWith('serif')
    const descriptor = document.ref({
      Type: 'FontDescriptor',
      FontName: fontName,
      Flags: 4 + (isSerif ? 2 : 0) + (font.italicAngle === 0 ? 0 : 64),
      FontBBox: [bbox.minX * scale, bbox.minY * scale, bbox.maxX * scale, bbox.maxY * scale],
      ItalicAngle: font.italicAngle,
      Ascent: font.ascent * scale,
      Descent: font.descent * scale,
      CapHeight: (font.capHeight === 0 ? font.ascent : font.capHeight) * scale,
      XHeight: font.xHeight * scale,
      StemV: face.name.endsWith('Bold') ? 120 : 80,
      FontFile2: file,
    })
    descriptor.end(undefined)
    const descendant = document.ref({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: fontName,
      CIDSystemInfo: { Registry: ascii('Adobe'), Ordering: ascii('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      DW: 1000,
      W: [0, widthOfCode],
      CIDToGIDMap: map,
    })
    descendant.end(undefined)
    Object.assign(reference.data, {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: fontName,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: unicode,
    })
    reference.end(undefined)
  }

  return { name, reference, encode, finish }
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)
/** With a space behind, because two numbers may follow each other. */
const number = (value: number): string => `${Math.round(value)} `
/** Text rise is in points, not in thousandths; body type is near ten points, and only rare stacked accents need it. */
const raise = (value: number): string => String(Math.round(value) / 100)

/** Six capitals that tell this subset from others of the same font (ISO 32000-1, 9.6.4). */
function subsetTag(name: string): string {
  const value = Number(name.slice(1))
  return `MUSUB${String.fromCharCode(65 + (value % 26))}`
}

function cidToGid(glyphs: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(glyphs.length * 2)
  glyphs.forEach((glyph, code) => {
    bytes[code * 2] = glyph >> 8
    bytes[code * 2 + 1] = glyph & 0xff
  })
  return bytes
}

function toUnicode(texts: readonly string[]): Uint8Array {
  const lines: string[] = []
  texts.forEach((text, code) => {
    if (text !== '') lines.push(`<${hex(code, 4)}> <${Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index), 4)).join('')}>`)
  })
  const blocks: string[] = []
  for (let start = 0; start < lines.length; start += 100) {
    const block = lines.slice(start, start + 100)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return ascii(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`)
}
