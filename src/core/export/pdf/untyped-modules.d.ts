/** The parts of `fontkit` the PDF writer uses; the package carries no types. */
declare module 'fontkit' {
  export type Glyph = { readonly id: number; readonly advanceWidth: number; readonly codePoints: readonly number[] }
  export type GlyphPosition = { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }
  export type GlyphRun = { readonly glyphs: readonly Glyph[]; readonly positions: readonly GlyphPosition[] }
  export type Subset = { includeGlyph(id: number): number; encode(): Uint8Array }
  export type Font = {
    readonly postscriptName: string
    readonly unitsPerEm: number
    readonly ascent: number
    readonly descent: number
    readonly capHeight: number
    readonly xHeight: number
    readonly italicAngle: number
    readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number }
    layout(text: string, features?: readonly string[]): GlyphRun
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): Glyph
    getGlyph(id: number): Glyph
    createSubset(): Subset
  }
  export function create(bytes: Uint8Array): Font
}

declare module 'hyphen' {
  export type HyphenationPatterns = readonly unknown[]
  const createHyphenator: (patterns: HyphenationPatterns, options: { readonly hyphenChar: string; readonly minWordLength?: number }) => (text: string) => string
  export default createHyphenator
}
declare module 'hyphen/patterns/de-1996.js' {
  const patterns: import('hyphen').HyphenationPatterns
  export default patterns
}
declare module 'hyphen/patterns/en-gb.js' {
  const patterns: import('hyphen').HyphenationPatterns
  export default patterns
}
