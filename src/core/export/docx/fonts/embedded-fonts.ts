import { createHash } from 'node:crypto'
import { readFont, type FontName } from '../../fonts.ts'
import { typeface } from '../../pdf/typeface.ts'
import { packEntry, type Entry } from '../repack.ts'
import { declaration, namespaces } from '../xml.ts'
import { subsetFont, type FontFace } from './subset-font.ts'

type Cut = 'Regular' | 'Bold' | 'Italic' | 'BoldItalic'
type Family = {
  readonly name: string
  /** What stands in where neither the embedded nor an installed font can be used. */
  readonly alternative: string
  readonly kind: 'roman' | 'swiss'
  readonly charset: '00' | '80'
  readonly cuts: readonly (readonly [Cut, FontName])[]
}

const latinFamilies: readonly Family[] = [
  {
    name: 'Source Serif 4',
    alternative: 'Cambria',
    kind: 'roman',
    charset: '00',
    cuts: [
      ['Regular', 'serif'],
      ['Bold', 'serifBold'],
      ['Italic', 'serifItalic'],
      ['BoldItalic', 'serifBoldItalic'],
    ],
  },
  {
    name: 'Source Sans 3',
    alternative: 'Calibri',
    kind: 'swiss',
    charset: '00',
    cuts: [
      ['Regular', 'sans'],
      ['Bold', 'sansBold'],
    ],
  },
]
const japaneseFamilies: readonly Family[] = [
  {
    name: 'Noto Serif JP',
    alternative: 'Yu Mincho',
    kind: 'roman',
    charset: '80',
    cuts: [
      ['Regular', 'serifJapanese'],
      ['Bold', 'serifJapaneseBold'],
    ],
  },
  { name: 'Noto Sans JP', alternative: 'Yu Gothic', kind: 'swiss', charset: '80', cuts: [] },
]

/** Latin, Greek, punctuation, currencies and the few signs agreements use: what a lawyer may type into the document and still see in our type. */
const latinRanges: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x192, 0x192],
  [0x218, 0x21b],
  [0x2c6, 0x2dd],
  [0x370, 0x3ff],
  [0x1e9e, 0x1e9e],
  [0x2000, 0x206f],
  [0x2070, 0x209f],
  [0x20a0, 0x20bf],
  [0x2100, 0x214f],
  [0x2190, 0x2199],
  [0x2200, 0x22ff],
  [0x25a0, 0x25ff],
  [0x2610, 0x2612],
  [0xfb00, 0xfb04],
]
const ligatures = 'ff fi fj fl ft ffi ffj ffl fft fb fh fk fff ffb ffh ffk'
const figures = '0123456789'

type Packed = { readonly entry: Entry; readonly key: string }

// The Latin fonts are the same for every document, so they are packed once for the life of the process.
const packedLatin = new Map<FontName, Packed>()

function latinFont(name: FontName, face: FontFace): Packed {
  const known = packedLatin.get(name)
  if (known !== undefined) return known
  const { font } = typeface(name)
  const characters = latinRanges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
  const shaped = [font.layout(ligatures), font.layout(figures, ['tnum'])].flatMap(({ glyphs }) => glyphs.map(({ id }) => id))
  const made = packFont(name, characters, shaped, face)
  packedLatin.set(name, made)
  return made
}

// A draft is exported again and again, and the files of a series name the same people: the last Japanese subsets are kept.
const packedJapanese = new Map<string, Packed>()
const mostKept = 8

function japaneseFont(name: FontName, characters: readonly string[], face: FontFace): Packed {
  const key = `${name} ${characters.join('')}`
  const known = packedJapanese.get(key)
  const packed =
    known ??
    packFont(
      name,
      characters.map((character) => character.codePointAt(0) ?? 0x20),
      [],
      face,
    )
  // The one used last stands last; the first is the one that goes.
  packedJapanese.delete(key)
  packedJapanese.set(key, packed)
  if (packedJapanese.size > mostKept) packedJapanese.delete(packedJapanese.keys().next().value ?? '')
  return packed
}

function packFont(name: FontName, characters: readonly number[], glyphs: readonly number[], face: FontFace): Packed {
  const { font } = typeface(name)
  const known = characters.filter((character) => font.hasGlyphForCodePoint(character))
  const file = subsetFont(readFont(name), { characters: new Map(known.map((character) => [character, font.glyphForCodePoint(character).id])), glyphs }, face)
  const hash = createHash('sha256').update(file).digest('hex').toUpperCase()
  const key = `{${hash.slice(0, 8)}-${hash.slice(8, 12)}-${hash.slice(12, 16)}-${hash.slice(16, 20)}-${hash.slice(20, 32)}}`
  return { entry: packEntry(`word/fonts/${name}.odttf`, obfuscate(file, key)), key }
}

/** Hides a font as the standard wants it: its first 32 bytes are combined with the bytes of a key from its end to its beginning (ECMA-376, part 4, 9.2). */
function obfuscate(file: Uint8Array, key: string): Uint8Array {
  const bytes = Buffer.from(key.replaceAll(/[{}-]/g, ''), 'hex').toReversed()
  const hidden = file.slice()
  for (let index = 0; index < 32; index += 1) hidden[index] = (file[index] ?? 0) ^ (bytes[index % 16] ?? 0)
  return hidden
}

/** The fonts of a document: the font table, its relations, and the font files as packed parts. */
export type EmbeddedFonts = { readonly tableXml: string; readonly relationsXml: string; readonly entries: readonly Entry[] }

/** Stretches that may hold Japanese: found fast, because most documents hold hardly any. */
const beyondLatin = /[\u2e80-\uffff]+/g
const japanese = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/gu

/**
 * Embeds the fonts of a document, so that its pages are the same where they are not installed. `text` is everything that is printed: Japanese
 * fonts are embedded with the characters that occur in it, because whole they hold 8 MB; the Latin ones with all a lawyer may type.
 */
export function embeddedFonts(text: string): EmbeddedFonts {
  const wide = [...new Set((text.match(beyondLatin) ?? []).join('').match(japanese))].toSorted()
  const fonts: string[] = []
  const relations: string[] = []
  const entries: Entry[] = []
  for (const family of [...latinFamilies, ...japaneseFamilies]) {
    const embedded = family.cuts.flatMap(([cut, name]) => {
      const face: FontFace = { family: family.name, isBold: cut.startsWith('Bold'), isItalic: cut.endsWith('Italic') }
      if (family.charset === '80' && wide.length === 0) return []
      const packed = family.charset === '80' ? japaneseFont(name, wide, face) : latinFont(name, face)
      const id = `rId${entries.push(packed.entry)}`
      relations.push(`<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/font" Target="fonts/${name}.odttf"/>`)
      return `<w:embed${cut} r:id="${id}" w:fontKey="${packed.key}"${family.charset === '80' ? ' w:subsetted="1"' : ''}/>`
    })
    fonts.push(
      `<w:font w:name="${family.name}"><w:altName w:val="${family.alternative}"/><w:charset w:val="${family.charset}"/><w:family w:val="${family.kind}"/><w:pitch w:val="variable"/>${embedded.join('')}</w:font>`,
    )
  }
  return {
    tableXml: `${declaration}<w:fonts ${namespaces}>${fonts.join('')}</w:fonts>`,
    relationsXml: `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    entries,
  }
}
