import type { Inline } from '../../../engine/document.ts'
import type { FlowLine } from './flow.ts'
import type { TextContext, TextPlace } from './text-lines.ts'
import type { BlockStyle, TextStyle } from './text-style.ts'

/** About five hundred pages; when they are full, the oldest go. */
const mostRemembered = 12_000
const remembered = new Map<string, readonly FlowLine[]>()

// Each document has style objects of its own; what they say is the same.
const styleKeys = new WeakMap<TextStyle, string>()

function keyOfStyle(style: TextStyle): string {
  const known = styleKeys.get(style) ?? Object.values(style).join()
  styleKeys.set(style, known)
  return known
}

/** All that a text says and how; of references, whether their parts lead somewhere, for otherwise they are set as words. Undefined for text with footnotes. */
function keyOfContent(content: readonly Inline[], targets: ReadonlySet<string>): string | undefined {
  let key = ''
  for (const inline of content) {
    if (inline.kind === 'footnote') return undefined
    key += `\u0000${inline.kind} ${inline.change ?? ''}`
    if (inline.kind === 'lineBreak') continue
    key += `\u0001${inline.text}`
    if (inline.kind === 'text' || inline.kind === 'answer') key += `${inline.strong === true ? '\u0002' : ''}${inline.emphasis === true ? '\u0003' : ''}`
    if (inline.kind !== 'reference') continue
    for (const { text, target } of inline.parts) key += `\u0001${text}\u0001${target !== undefined && targets.has(target) ? target : ''}`
  }
  return key
}

/**
 * The lines of a text, made once for all that decides how they break and look: the wording of templates is the same in every draft, so most texts of a
 * document were set before. Text with footnotes is set anew: its marks hold whole notes, each of its own document.
 */
export function rememberedLines(
  content: readonly Inline[],
  style: BlockStyle,
  { language, targets }: TextContext,
  { width, indent, label, labelAt, part, align, hyphenation }: TextPlace,
  make: () => readonly FlowLine[],
): readonly FlowLine[] {
  const words = keyOfContent(content, targets)
  if (words === undefined) return make()
  const place = `${language} ${width} ${indent ?? ''} ${labelAt ?? ''} ${part ?? ''} ${align ?? ''} ${hyphenation ?? ''}`
  const key = `${keyOfStyle(style.text)} ${style.leading} ${place} ${label ?? ''}${words}`
  const known = remembered.get(key)
  if (known !== undefined) return known
  const lines = make()
  if (remembered.size >= mostRemembered) remembered.delete(remembered.keys().next().value ?? '')
  remembered.set(key, lines)
  return lines
}
