import type { Agreement } from '../../../../engine/agreement.ts'

/** Which sections of the text speak of a question: those that print it and those whose wording depends on it. */
export function sectionsByQuestion(agreement: Agreement): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, Set<string>>()
  for (const text of agreement.texts.values()) {
    for (const section of text.sections) {
      const words = new Set(liquidParts(`${section.source.heading}\n${section.source.body}`).flatMap((part) => part.match(/[a-z][a-z0-9_]*/g) ?? []))
      for (const id of agreement.questions.keys()) {
        if (!words.has(id)) continue
        const known = places.get(id) ?? new Set()
        places.set(id, known.add(section.id))
      }
    }
  }
  for (const { id } of agreement.content.roles) places.set(id, new Set(['opening', ...(places.get(id) ?? [])]))
  return new Map([...places].map(([id, sections]) => [id, [...sections]]))
}

/** What stands in braces, with quoted words left out, and the lists of table directives. */
function liquidParts(source: string): readonly string[] {
  const braces = [...source.matchAll(/\{\{(.*?)\}\}|\{%(.*?)%\}/gs)].map((match) => (match[1] ?? match[2] ?? '').replaceAll(/'[^']*'|"[^"]*"/g, ''))
  const tables = [...source.matchAll(/::table\{[^}]*\blist=["']?([a-z0-9_]+)/g)].map((match) => match[1] ?? '')
  return [...braces, ...tables]
}
