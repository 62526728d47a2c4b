import type { Language } from '../../../engine/language.ts'
import type { Place } from '../problem.ts'
import type { AgreementContext } from './context.ts'
import { textLines } from './text-lines.ts'

/** A condition around nothing but "and" or "or" at the end of an item; Japanese items have no such words. */
const joining = /\{%-?\s*(?:if|unless)\s+([^%]*?)\s*-?%\}\s*(?:und|oder|and|or)\s*\{%/gu

/**
 * A condition inside a sentence changes no paragraph, so comparing rendered texts does not show that one language lacks it. A warning only:
 * grammar may need a condition in one language that the other does without.
 */
export function lintConditionParity({ merged, tags, report }: AgreementContext): void {
  const uses = new Map<Language, Map<string, readonly Place[]>>()
  const joiners = new Map<string, number>()
  for (const [language, text] of merged.texts) {
    const sections = new Map(textLines(text).map(({ place, section }) => [`${place.file}:${place.line ?? 0}`, section]))
    for (const { raw, section } of textLines(text))
      for (const [, condition = ''] of raw.matchAll(joining)) {
        const key = `${language}\u0000${section}\u0000${condition.replaceAll(/\s+/g, ' ')}`
        joiners.set(key, (joiners.get(key) ?? 0) + 1)
      }
    const found = new Map<string, readonly Place[]>()
    for (const { name, content, place } of tags.get(language) ?? []) {
      if (!['if', 'elsif', 'unless', 'case'].includes(name)) continue
      const key = `${sections.get(`${place.file}:${place.line ?? 0}`) ?? ''}\u0000${content.replaceAll(/\s+/g, ' ')}`
      found.set(key, [...(found.get(key) ?? []), place])
    }
    uses.set(language, found)
  }
  for (const [language, found] of uses) {
    for (const [other, there] of uses) {
      if (other === language) continue
      for (const [key, places] of found) {
        const [section = '', condition = ''] = key.split('\u0000')
        const expected = places.length - (other === 'ja' ? (joiners.get(`${language}\u0000${key}`) ?? 0) : 0)
        const missing = expected - (there.get(key)?.length ?? 0)
        const place = places.at(-1)
        if (missing > 0 && place !== undefined) {
          report.warning(
            'conditions-differ',
            place,
            `the condition "${condition}" occurs ${places.length} times in "${section}" here and ${there.get(key)?.length ?? 0} times in text.${other}.md`,
            'make the same words depend on it there, unless only the grammar of this language needs it',
          )
        }
      }
    }
  }
}
