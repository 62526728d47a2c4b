import type { Inline } from '../../../engine/document.ts'
import type { Mark } from './atoms.ts'
import type { TextStyle } from './text-style.ts'
import type { Fragment } from './tokens.ts'

// Runs of one look are recognised by the identity of their style, so each variant of a style is made once.
const variants = new WeakMap<TextStyle, Map<string, TextStyle>>()

/** Figures of footnotes: smaller, with their tops at the height of the capitals. */
const markSize = 0.66
const markRise = 0.34

type Look = Partial<Pick<TextStyle, 'isBold' | 'isItalic' | 'change'>> & { readonly isMark?: boolean }

/** A style with another look; the same object every time. */
export function variant(style: TextStyle, look: Look): TextStyle {
  const { isBold = style.isBold, isItalic = style.isItalic, change = style.change, isMark = false } = look
  if (isBold === style.isBold && isItalic === style.isItalic && change === style.change && !isMark) return style
  const key = `${isBold ? 'b' : ''}${isItalic ? 'i' : ''}${isMark ? 'm' : ''}${change ?? ''}`
  const known = variants.get(style) ?? new Map<string, TextStyle>()
  const raised = isMark ? { size: style.size * markSize, rise: style.size * markRise } : {}
  const made = known.get(key) ?? { ...style, isBold, isItalic, change, ...raised }
  known.set(key, made)
  variants.set(style, known)
  return made
}

/** Turns inlines into fragments of text; references become links as far as their targets exist. */
export function fragmentsOf(content: readonly Inline[], style: TextStyle, targets: ReadonlySet<string>): readonly Fragment[] {
  return content.flatMap((inline) => fragmentsOfInline(inline, inline.change === undefined ? style : variant(style, { change: inline.change }), targets))
}

function fragmentsOfInline(inline: Inline, style: TextStyle, targets: ReadonlySet<string>): readonly Fragment[] {
  switch (inline.kind) {
    case 'text':
    case 'answer': {
      const look = { isBold: style.isBold || inline.strong === true, isItalic: style.isItalic || inline.emphasis === true }
      return [{ text: inline.text, style: variant(style, look), mark: undefined }]
    }
    case 'definition':
      return [{ text: inline.text, style: variant(style, { isBold: true }), mark: undefined }]
    case 'gap':
      return [{ text: inline.text === '' ? '…' : inline.text, style, mark: { kind: 'gap' } }]
    case 'lineBreak':
      return [{ text: '\n', style, mark: undefined }]
    case 'footnote':
      return [{ text: inline.text, style: variant(style, { isMark: true }), mark: { kind: 'footnote', footnote: inline } }]
    case 'reference':
      return (inline.parts.length === 0 ? [{ text: inline.text, target: inline.target }] : inline.parts).map((part) => ({
        text: part.text,
        style,
        mark: part.target !== undefined && targets.has(part.target) ? ({ kind: 'link', target: part.target, text: inline.text } satisfies Mark) : undefined,
      }))
    default:
      return assertNever(inline)
  }
}

function assertNever(value: never): never {
  throw new Error(`Unknown inline ${JSON.stringify(value)}`)
}
