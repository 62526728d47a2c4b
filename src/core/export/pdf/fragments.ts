import type { Inline } from '../../../engine/document.ts'
import type { Mark } from './atoms.ts'
import type { TextStyle } from './text-style.ts'
import type { Fragment } from './tokens.ts'

// Runs of one look are recognised by the identity of their style, so each variant of a style is made once.
const variants = new WeakMap<TextStyle, Map<string, TextStyle>>()

/** A style made bold or italic; the same object every time. */
function variant(style: TextStyle, isBold: boolean, isItalic: boolean): TextStyle {
  if (isBold === style.isBold && isItalic === style.isItalic) return style
  const key = `${isBold ? 'b' : ''}${isItalic ? 'i' : ''}`
  const known = variants.get(style) ?? new Map<string, TextStyle>()
  const made = known.get(key) ?? { ...style, isBold, isItalic }
  known.set(key, made)
  variants.set(style, known)
  return made
}

/** Turns inlines into fragments of text; references become links as far as their targets exist. */
export function fragmentsOf(content: readonly Inline[], style: TextStyle, targets: ReadonlySet<string>): readonly Fragment[] {
  return content.flatMap((inline): readonly Fragment[] => {
    switch (inline.kind) {
      case 'text':
      case 'answer':
        return [
          { text: inline.text, style: variant(style, style.isBold || inline.strong === true, style.isItalic || inline.emphasis === true), mark: undefined },
        ]
      case 'definition':
        return [{ text: inline.text, style: variant(style, true, style.isItalic), mark: undefined }]
      case 'gap':
        return [{ text: inline.text === '' ? '…' : inline.text, style, mark: { kind: 'gap' } }]
      case 'lineBreak':
        return [{ text: '\n', style, mark: undefined }]
      case 'footnote':
        return [{ text: inline.text, style, mark: undefined }]
      case 'reference':
        return (inline.parts.length === 0 ? [{ text: inline.text, target: inline.target }] : inline.parts).map((part) => ({
          text: part.text,
          style,
          mark: part.target !== undefined && targets.has(part.target) ? ({ kind: 'link', target: part.target, text: inline.text } satisfies Mark) : undefined,
        }))
      default:
        return assertNever(inline)
    }
  })
}

function assertNever(value: never): never {
  throw new Error(`Unknown inline ${JSON.stringify(value)}`)
}
