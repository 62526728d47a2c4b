import type { Inline, Section } from '../../../../engine/document.ts'
import type { TermHit } from '../../../../engine/glossary.ts'
import type { Language } from '../../../../engine/language.ts'
import { termMarks } from '../../../../engine/term-marks.ts'
import type { WindowGlossary } from '../../glossary/use-glossary.ts'

// By the words themselves, which keep their identity while a section is unchanged: what is drawn again finds its marks without anybody handing them on.
const marks = new WeakMap<Inline, { readonly glossary: WindowGlossary; readonly hits: readonly TermHit[] }>()

/** Finds the words of the glossary in a section, before it is drawn. */
export function markTerms(section: Section, languages: readonly Language[], glossary: WindowGlossary): void {
  for (const [inline, hits] of termMarks(section, languages, glossary.find)) marks.set(inline, { glossary, hits })
}

const none: readonly TermHit[] = []

/** The marked places in some words of the document. */
export function termsIn(inline: Inline, glossary: WindowGlossary | undefined): readonly TermHit[] {
  const found = marks.get(inline)
  return found === undefined || found.glossary !== glossary ? none : found.hits
}
