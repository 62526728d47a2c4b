// oxlint-disable-next-line triple-slash-reference -- projects that only include the tests find these declarations no other way
/// <reference path="./untyped-modules.d.ts" />
import { create, type Font } from 'fontkit'
import { readFont, type FontName } from '../fonts.ts'

/** A run of glyphs in one typeface with the text each glyph stands for; distances are in thousandths of the type size. */
export type Shape = {
  readonly face: Typeface
  readonly glyphs: readonly number[]
  /** The characters of each glyph, so that copied text is the text of the document whatever the glyph looks like. */
  readonly texts: readonly string[]
  readonly advances: readonly number[]
  readonly offsets: readonly { readonly x: number; readonly y: number }[] | undefined
  readonly width: number
}

/** A loaded font with the shapes of the words seen so far. */
export type Typeface = {
  readonly name: FontName
  readonly font: Font
  readonly shapes: Map<string, Shape>
  readonly covered: Map<number, boolean>
}

// Fonts and shapes are the same for every document, so they stay for the life of the process; the number of shapes is bounded.
const faces = new Map<FontName, Typeface>()
const mostShapes = 40_000
const longestCached = 48

/** Loads a typeface once. */
export function typeface(name: FontName): Typeface {
  const known = faces.get(name)
  if (known !== undefined) return known
  const face: Typeface = { name, font: create(readFont(name)), shapes: new Map(), covered: new Map() }
  faces.set(name, face)
  return face
}

/** Whether a typeface has a glyph for a character. */
export function covers(face: Typeface, codePoint: number): boolean {
  const known = face.covered.get(codePoint)
  if (known !== undefined) return known
  const isCovered = face.font.hasGlyphForCodePoint(codePoint)
  face.covered.set(codePoint, isCovered)
  return isCovered
}

/**
 * Turns text into glyphs with kerning and ligatures. `isTabular` gives figures of equal width.
 * `text` is drawn; `meaning`, when given, is what a single glyph stands for when copied (a soft hyphen drawn as a hyphen).
 */
export function shape(face: Typeface, text: string, isTabular = false, meaning?: string): Shape {
  const key = meaning === undefined && !isTabular ? text : `${isTabular ? '\u0001' : '\u0002'}${text}\u0003${meaning ?? ''}`
  const known = face.shapes.get(key)
  if (known !== undefined) return known
  const made = layOut(face, text, isTabular, meaning)
  if (text.length <= longestCached) {
    if (face.shapes.size >= mostShapes) face.shapes.clear()
    face.shapes.set(key, made)
  }
  return made
}

/** The space between two characters with the kerning the font asks for on either side of it; the same object every time. */
export function spaceBetween(face: Typeface, before: string, after: string): Shape {
  const key = `${before}\u0004${after}`
  const known = face.shapes.get(key)
  if (known !== undefined) return known
  const space = shape(face, ' ')
  const width = shape(face, `${before} ${after}`).width - shape(face, before).width - shape(face, after).width
  const made = Math.abs(width - space.width) < 0.5 ? space : { ...space, advances: [width], width }
  face.shapes.set(key, made)
  return made
}

function layOut(face: Typeface, text: string, isTabular: boolean, meaning: string | undefined): Shape {
  const { font } = face
  const scale = 1000 / font.unitsPerEm
  // Passing undefined instead of an empty list lets fontkit choose the features of the script.
  const run = isTabular ? font.layout(text, ['tnum', 'kern', 'liga']) : font.layout(text)
  const characters = Array.from(meaning ?? text)
  const glyphs: number[] = []
  const texts: string[] = []
  const advances: number[] = []
  const offsets: { x: number; y: number }[] = []
  let hasOffsets = false
  let width = 0
  let next = 0
  run.glyphs.forEach((glyph, index) => {
    const position = run.positions[index]
    const advance = (position?.xAdvance ?? glyph.advanceWidth) * scale
    // A glyph keeps the characters it was first met with, so only their number is trusted: ligatures take several, the last takes the rest.
    const isLast = index === run.glyphs.length - 1
    const count = isLast ? characters.length : next + Math.max(0, run.glyphs.length === characters.length ? 1 : glyph.codePoints.length)
    glyphs.push(glyph.id)
    texts.push(characters.slice(next, count).join(''))
    advances.push(advance)
    const x = (position?.xOffset ?? 0) * scale
    const y = (position?.yOffset ?? 0) * scale
    if (x !== 0 || y !== 0) hasOffsets = true
    offsets.push({ x, y })
    width += advance
    next = count
  })
  return { face, glyphs, texts, advances, offsets: hasOffsets ? offsets : undefined, width }
}
