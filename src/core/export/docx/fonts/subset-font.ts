import { readTables, writeTables } from './truetype-tables.ts'

/** What an embedded font is called and how bold and slanted it counts, whatever its file says of itself. */
export type FontFace = { readonly family: string; readonly isBold: boolean; readonly isItalic: boolean }

/** The glyph of each character that is kept; `glyphs` are further ones that take the place of several characters, such as ligatures. */
export type KeptGlyphs = { readonly characters: ReadonlyMap<number, number>; readonly glyphs: Iterable<number> }

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const copied = ['GDEF', 'GPOS', 'GSUB', 'gasp', 'hhea', 'hmtx', 'maxp', 'prep', 'fpgm', 'cvt ']

/**
 * Reduces a TrueType font to some of its glyphs. Glyphs keep their numbers, so that kerning and ligatures need no change; the outlines of the
 * others are left out. The names are set so that Word and LibreOffice take the file for the wanted face of the family.
 */
export function subsetFont(file: Uint8Array, kept: KeptGlyphs, face: FontFace): Uint8Array {
  const source = readTables(file)
  const table = (name: string): Uint8Array => source.get(name) ?? new Uint8Array()
  const tables = new Map<string, Uint8Array>()
  for (const name of copied) {
    const found = source.get(name)
    if (found !== undefined) tables.set(name, found)
  }
  const outlines = keepOutlines(table('glyf'), table('loca'), table('head'), [0, ...kept.characters.values(), ...kept.glyphs])
  tables.set('glyf', outlines.glyf)
  tables.set('loca', outlines.loca)
  tables.set('head', headTable(table('head'), face))
  tables.set('OS/2', metricsTable(table('OS/2'), face))
  tables.set('name', nameTable(face))
  tables.set('cmap', characterMap(kept.characters))
  tables.set('post', postTable(table('post')))
  return writeTables(tables)
}

/** The outlines of some glyphs and of the glyphs they are made of; the places of all others are empty. Offsets are written as 32 bits. */
function keepOutlines(
  glyf: Uint8Array,
  loca: Uint8Array,
  head: Uint8Array,
  wanted: readonly number[],
): { readonly glyf: Uint8Array; readonly loca: Uint8Array } {
  const offsets = viewOf(loca)
  const isLong = viewOf(head).getInt16(50) === 1
  const count = loca.length / (isLong ? 4 : 2) - 1
  const offsetOf = (glyph: number): number => (isLong ? offsets.getUint32(glyph * 4) : offsets.getUint16(glyph * 2) * 2)
  const outline = (glyph: number): Uint8Array => glyf.subarray(offsetOf(glyph), offsetOf(glyph + 1))
  const kept = new Set<number>()
  const pending = [...wanted]
  for (let glyph = pending.pop(); glyph !== undefined; glyph = pending.pop()) {
    if (kept.has(glyph) || glyph >= count) continue
    kept.add(glyph)
    pending.push(...componentsOf(outline(glyph)))
  }
  const starts = new Uint8Array((count + 1) * 4)
  const view = viewOf(starts)
  const pieces: Uint8Array[] = []
  let length = 0
  for (let glyph = 0; glyph < count; glyph += 1) {
    view.setUint32(glyph * 4, length)
    if (!kept.has(glyph)) continue
    const piece = outline(glyph)
    pieces.push(piece, new Uint8Array((4 - (piece.length % 4)) % 4))
    length += Math.ceil(piece.length / 4) * 4
  }
  view.setUint32(count * 4, length)
  return { glyf: new Uint8Array(Buffer.concat(pieces)), loca: starts }
}

/** The glyphs a composite glyph is made of (OpenType specification, "glyf": a negative number of contours marks one). */
function componentsOf(outline: Uint8Array): readonly number[] {
  const view = viewOf(outline)
  if (outline.length < 12 || view.getInt16(0) >= 0) return []
  const result: number[] = []
  for (let at = 10; at + 4 <= outline.length;) {
    const flags = view.getUint16(at)
    result.push(view.getUint16(at + 2))
    const hasWords = (flags & 0x0001) !== 0
    const scale = (flags & 0x0008) !== 0 ? 2 : (flags & 0x0040) !== 0 ? 4 : (flags & 0x0080) !== 0 ? 8 : 0
    at += 4 + (hasWords ? 4 : 2) + scale
    if ((flags & 0x0020) === 0) break
  }
  return result
}

function headTable(source: Uint8Array, { isBold, isItalic }: FontFace): Uint8Array {
  const head = Uint8Array.from(source)
  const view = viewOf(head)
  view.setUint16(44, (isBold ? 1 : 0) + (isItalic ? 2 : 0))
  // Glyph offsets are written as 32 bits.
  view.setInt16(50, 1)
  return head
}

/** Our bold is the semibold cut; Word pairs a face with its family only when it calls itself bold. */
function metricsTable(source: Uint8Array, { isBold, isItalic }: FontFace): Uint8Array {
  const metrics = Uint8Array.from(source)
  const view = viewOf(metrics)
  view.setUint16(4, isBold ? 700 : 400)
  // 0: the font may be embedded in documents that others edit.
  view.setUint16(8, 0)
  const others = view.getUint16(62) & ~0x0061
  view.setUint16(62, others | (isItalic ? 0x01 : 0) | (isBold ? 0x20 : 0) | (isBold || isItalic ? 0 : 0x40))
  return metrics
}

/** A name table with what programs look fonts up by: family, face, unique and full name, version and PostScript name. */
function nameTable({ family, isBold, isItalic }: FontFace): Uint8Array {
  const style = isBold ? (isItalic ? 'Bold Italic' : 'Bold') : isItalic ? 'Italic' : 'Regular'
  const postScript = `${family}-${style}`.replaceAll(' ', '')
  const names = [
    [1, family],
    [2, style],
    [3, `Musubi;${postScript}`],
    [4, style === 'Regular' ? family : `${family} ${style}`],
    [5, 'Version 1.000'],
    [6, postScript],
  ] as const
  const header = 6 + names.length * 12
  const table = new Uint8Array(names.reduce((sum, [, text]) => sum + text.length * 2, header))
  const view = viewOf(table)
  view.setUint16(2, names.length)
  view.setUint16(4, header)
  let at = header
  names.forEach(([id, text], index) => {
    // Windows, Unicode, American English.
    ;[3, 1, 0x0409, id, text.length * 2, at - header].forEach((value, field) => view.setUint16(6 + index * 12 + field * 2, value))
    for (const letter of text) {
      view.setUint16(at, letter.charCodeAt(0))
      at += 2
    }
  })
  return table
}

/** Version 3: no glyph names. */
function postTable(source: Uint8Array): Uint8Array {
  const post = Uint8Array.from(source.subarray(0, 32))
  viewOf(post).setUint32(0, 0x00030000)
  return post
}

type Segment = { readonly start: number; readonly end: number; readonly glyph: number }

/** Runs of characters whose glyphs follow each other. */
function segmentsOf(characters: ReadonlyMap<number, number>): readonly Segment[] {
  const segments: { start: number; end: number; glyph: number }[] = []
  for (const [character, glyph] of [...characters].toSorted(([left], [right]) => left - right)) {
    const last = segments.at(-1)
    if (last !== undefined && character === last.end + 1 && glyph === last.glyph + character - last.start) last.end = character
    else segments.push({ start: character, end: character, glyph })
  }
  return segments
}

/** The character map twice: format 4 for the basic plane, which every program reads, and format 12 for all planes. */
function characterMap(characters: ReadonlyMap<number, number>): Uint8Array {
  const all = segmentsOf(characters)
  const basic = [...all.filter(({ end }) => end < 0xffff), { start: 0xffff, end: 0xffff, glyph: 0 }]
  const four = new Uint8Array(16 + basic.length * 8)
  const fourView = viewOf(four)
  const power = 2 ** Math.floor(Math.log2(basic.length))
  ;[4, four.length, 0, basic.length * 2, power * 2, Math.log2(power), (basic.length - power) * 2].forEach((value, index) =>
    fourView.setUint16(index * 2, value),
  )
  basic.forEach(({ start, end, glyph }, index) => {
    fourView.setUint16(14 + index * 2, end)
    fourView.setUint16(16 + basic.length * 2 + index * 2, start)
    fourView.setUint16(16 + basic.length * 4 + index * 2, (glyph - start) & 0xffff)
  })
  const twelve = new Uint8Array(16 + all.length * 12)
  const twelveView = viewOf(twelve)
  twelveView.setUint16(0, 12)
  twelveView.setUint32(4, twelve.length)
  twelveView.setUint32(12, all.length)
  all.forEach(({ start, end, glyph }, index) => [start, end, glyph].forEach((value, field) => twelveView.setUint32(16 + index * 12 + field * 4, value)))
  const header = new Uint8Array(20)
  const view = viewOf(header)
  view.setUint16(2, 2)
  view.setUint32(4, 0x00030001)
  view.setUint32(8, header.length)
  view.setUint32(12, 0x0003000a)
  view.setUint32(16, header.length + four.length)
  return new Uint8Array(Buffer.concat([header, four, twelve]))
}
