import { type GlossaryTerm, wordsOf } from '../../../engine/glossary.ts'
import { glossaryFile } from '../glossary.ts'
import { suggestion } from '../nearest.ts'
import type { Place } from '../problem.ts'
import type { ListFile } from '../read-list.ts'
import type { Report } from './finding.ts'

/** The glossary leads somewhere, is complete in its languages, and no word stands for two concepts. Entries of later files replace those of earlier ones. */
export function lintGlossary(files: readonly ListFile<GlossaryTerm>[], report: Report): void {
  const placed = files.flatMap(({ yaml, entries }) =>
    entries.map(({ value: term, index }) => ({
      term,
      place: (...path: readonly PropertyKey[]): Place => ({ file: glossaryFile, line: yaml?.lineAt([index, ...path]) }),
    })),
  )
  const entries = [...new Map(placed.map((entry) => [entry.term.id, entry])).values()]
  const ids = entries.map(({ term }) => term.id)
  for (const { term, place } of entries) {
    for (const [position, other] of term.seeAlso.entries()) {
      if (ids.includes(other) && other !== term.id) continue
      report.error(
        'unknown-term',
        place('seeAlso', position),
        `"${term.id}" leads to "${other}", which is ${other === term.id ? 'itself' : 'no entry'}`,
        suggestion(
          other,
          ids.filter((id) => id !== term.id),
          'use the id of another entry, or delete it',
        ),
      )
    }
    const texts = [term.de.term, term.en.term, term.ja, term.explanation.de, term.explanation.en, term.difference?.de ?? '-', term.difference?.en ?? '-']
    if (texts.some((text) => text.trim() === ''))
      report.error('missing-language', place(), `"${term.id}" has an empty text`, 'write German, English and the Japanese word; leave out what there is not')
  }
  for (const language of ['de', 'en'] as const) {
    const owners = new Map<string, string>()
    for (const { term, place } of entries) {
      // Everyday words are not looked for, so they may stand beside a term of law.
      for (const word of term.quiet ? [] : wordsOf(term, language)) {
        const owner = owners.get(word)
        if (owner !== undefined)
          report.error(
            'duplicate-word',
            place(language),
            `the word "${word}" stands for "${owner}" and for "${term.id}"`,
            owner === term.id ? 'write it once' : 'leave it with one of the two, or make one of them quiet',
          )
        owners.set(word, term.id)
      }
    }
  }
}
