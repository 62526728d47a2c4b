import type { Inline, Section } from './document.ts'
import { firstHits, type TermHit } from './glossary.ts'
import type { Language } from './language.ts'

/**
 * The places of glossary words in the running text of a section: the first place of each word in every column. Headings, tables, parties and answers
 * have none. A document keeps sections that did not change, so each is looked through once.
 */
export function termMarks(
  section: Section,
  languages: readonly Language[],
  find: (text: string, language: Language) => readonly TermHit[],
): ReadonlyMap<Inline, readonly TermHit[]> {
  const marks = new Map<Inline, readonly TermHit[]>()
  const seen = languages.map(() => new Set<string>())
  for (const row of section.rows) {
    if (row.isFullWidth && languages.length > 1) continue
    row.cells.forEach((block, column) => {
      const language = languages[column]
      if (block.kind !== 'paragraph' || language === undefined) return
      for (const inline of block.content) {
        if (inline.kind === 'text') marks.set(inline, firstHits(find(inline.text, language), seen[column]))
      }
    })
  }
  return marks
}
