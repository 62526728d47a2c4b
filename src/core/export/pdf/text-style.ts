import type { Change } from '../../../engine/document.ts'
import type { FontName } from '../fonts.ts'
import { typeface, type Typeface } from './typeface.ts'

/** How a run of text looks. `grey` is 0 for black; sizes are in points. */
export type TextStyle = {
  readonly family: 'serif' | 'sans'
  readonly isBold: boolean
  readonly isItalic: boolean
  readonly size: number
  readonly grey: number
  /** Japanese first: the Japanese typeface also sets the Latin letters between. */
  readonly isJapanese: boolean
  readonly isTabular: boolean
  /** How far the letters stand above the base line. */
  readonly rise: number
  /** Struck through or underlined as the changes of a redline. */
  readonly change: Change | undefined
}

/** A style and the distance between its lines. */
export type BlockStyle = { readonly text: TextStyle; readonly leading: number }

/** The plain serif of a given size. */
export function serif(size: number): TextStyle {
  return { family: 'serif', isBold: false, isItalic: false, size, grey: 0, isJapanese: false, isTabular: false, rise: 0, change: undefined }
}

/** The plain sans of a given size and grey. */
export function sans(size: number, grey: number): TextStyle {
  return { ...serif(size), family: 'sans', grey }
}

/** The typeface that sets the Latin letters of a style. */
export function latinFace(style: TextStyle): Typeface {
  return typeface(latinName(style))
}

/** The typeface that sets the Japanese characters of a style; there is no italic. */
export function japaneseFace(style: TextStyle): Typeface {
  const family: FontName = style.family === 'serif' ? 'serifJapanese' : 'sansJapanese'
  return typeface(style.isBold ? `${family}Bold` : family)
}

function latinName(style: TextStyle): FontName {
  if (style.family === 'sans') return style.isBold ? 'sansBold' : 'sans'
  if (style.isItalic) return style.isBold ? 'serifBoldItalic' : 'serifItalic'
  return style.isBold ? 'serifBold' : 'serif'
}
