import type { Language } from '../../../engine/language.ts'
import type { Mark } from './atoms.ts'
import { breakLines, type Hyphenation, type Line } from './line-breaking.ts'
import type { TextStyle } from './text-style.ts'
import { tokensOf, type Fragment } from './tokens.ts'

/** Lines as they were broken once, and the marks of the fragments they were made from, in order. */
type Broken = { readonly lines: readonly Line[]; readonly marks: readonly (Mark | undefined)[] }

/** About five hundred pages; when they are full, the oldest go. */
const mostRemembered = 12_000
const remembered = new Map<string, Broken>()

// Each document has style objects of its own; what they say is the same.
const styleKeys = new WeakMap<TextStyle, string>()

function keyOfStyle(style: TextStyle): string {
  const known = styleKeys.get(style) ?? Object.values(style).join()
  styleKeys.set(style, known)
  return known
}

/** What of a fragment decides how its lines break and look. */
const keyOf = ({ text, style, mark }: Fragment): string => `${keyOfStyle(style)} ${mark?.kind ?? ''} ${text}`

/**
 * Breaks fragments into lines and remembers how: the wording of templates is the same in every draft, so most paragraphs of a document were set before.
 * Marks are objects of their own each time, because each link of a file is one. Text with footnotes is broken anew: its marks hold whole notes.
 */
export function brokenLines(fragments: readonly Fragment[], width: number, language: Language, hyphenation: Hyphenation | undefined): readonly Line[] {
  if (fragments.some(({ mark }) => mark?.kind === 'footnote')) return breakLines(tokensOf(fragments), width, language, hyphenation)
  const key = `${width} ${language} ${hyphenation ?? ''}\u0000${fragments.map(keyOf).join('\u0000')}`
  const known = remembered.get(key)
  if (known !== undefined) return withMarks(known, fragments)
  const lines = breakLines(tokensOf(fragments), width, language, hyphenation)
  if (remembered.size >= mostRemembered) remembered.delete(remembered.keys().next().value ?? '')
  remembered.set(key, { lines, marks: fragments.map(({ mark }) => mark) })
  return lines
}

/** Remembered lines with the marks of the fragments at hand in the place of those they were made with. */
function withMarks({ lines, marks }: Broken, fragments: readonly Fragment[]): readonly Line[] {
  const fresh = new Map<Mark, Mark>()
  marks.forEach((mark, index) => {
    const own = fragments[index]?.mark
    if (mark !== undefined && own !== undefined) fresh.set(mark, own)
  })
  if (fresh.size === 0) return lines
  return lines.map((line) => ({ ...line, runs: line.runs.map((run) => (run.mark === undefined ? run : { ...run, mark: fresh.get(run.mark) })) }))
}
