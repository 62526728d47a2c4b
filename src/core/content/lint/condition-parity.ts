import type { Language } from '../../../engine/language.ts'
import type { Place } from '../problem.ts'
import type { AgreementContext } from './context.ts'
import { textLines } from './text-lines.ts'

/**
 * A condition inside a sentence changes no paragraph, so comparing rendered texts does not show that one language lacks it. A warning only:
 * grammar may need a condition in one language that the other does without.
 */
export function lintConditionParity({ merged, tags, report }: AgreementContext): void {
  const uses = new Map<Language, Map<string, readonly Place[]>>()
  for (const [language, text] of merged.texts) {
    const sections = new Map(textLines(text).map(({ place, section }) => [`${place.file}:${place.line ?? 0}`, section]))
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
        const missing = places.length - (there.get(key)?.length ?? 0)
        const place = places.at(-1)
        if (missing > 0 && place !== undefined) {
          report.warning(
            'conditions-differ',
            place,
            `the condition "${condition}" occurs ${places.length} times in "${section}" here and ${places.length - missing} times in text.${other}.md`,
            'make the same words depend on it there, unless only the grammar of this language needs it',
          )
        }
      }
    }
  }
}
