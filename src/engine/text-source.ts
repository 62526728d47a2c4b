import type { SectionKind } from './document.ts'

/** A `##` section of a text file as written: still Liquid and Markdown. Lines count from 1. */
export type SourceSection = { readonly id: string; readonly kind: SectionKind; readonly heading: string; readonly body: string; readonly line: number }
export type SourceText = { readonly title: string; readonly opening: string; readonly sections: readonly SourceSection[] }

/** A fault in a text file, for the author: where, what is wrong, what to do. */
export type SourceFault = { readonly line: number; readonly cause: string; readonly fix: string }

const headingPattern = /^##\s+(.*?)\s*\{#([^}\s]+)((?:\s+\.[a-z]+)*)\}\s*$/
const kinds: Readonly<Record<string, SectionKind>> = { recitals: 'recitals', annex: 'annex', closing: 'closing', part: 'part' }

/** Splits a text file into its title, its opening and its sections. Faults are collected, not thrown. */
export function splitText(source: string): { readonly text: SourceText; readonly faults: readonly SourceFault[] } {
  const faults: SourceFault[] = []
  const sections: SourceSection[] = []
  let title = ''
  let opening: string[] = []
  let current: { head: Omit<SourceSection, 'body'>; body: string[] } | undefined
  const close = (): void => {
    if (current) sections.push({ ...current.head, body: current.body.join('\n') })
  }
  source.split(/\r?\n/).forEach((line, index) => {
    if (/^##\s/.test(line)) {
      close()
      const match = headingPattern.exec(line)
      if (!match) faults.push({ line: index + 1, cause: 'this clause heading has no id', fix: 'end it with an id, for example "## Haftung {#liability}"' })
      const [, heading = line.slice(3), id = `line-${index + 1}`, classes = ''] = match ?? []
      const names = classes
        .split('.')
        .map((name) => name.trim())
        .filter((name) => name !== '')
      const unknown = names.find((name) => !(name in kinds))
      if (unknown !== undefined)
        faults.push({
          line: index + 1,
          cause: `unknown kind of section ".${unknown}"`,
          fix: `use one of ${Object.keys(kinds)
            .map((name) => `.${name}`)
            .join(', ')} or none`,
        })
      current = { head: { id, kind: kinds[names[0] ?? ''] ?? 'clause', heading, line: index + 1 }, body: [] }
    } else if (/^#\s/.test(line) && title === '' && !current) title = line.slice(2).trim()
    else if (/^#\s/.test(line))
      faults.push({ line: index + 1, cause: 'a second title', fix: 'use "## … {#id}" for a clause and "### …" for a heading inside one' })
    else if (current) current.body.push(line)
    else opening.push(line)
  })
  close()
  if (title === '') faults.push({ line: 1, cause: 'the text has no title', fix: 'begin with a line such as "# Kooperationsvertrag"' })
  const seen = new Set<string>()
  for (const section of sections) {
    if (seen.has(section.id))
      faults.push({ line: section.line, cause: `the clause id "${section.id}" is used twice`, fix: 'give each clause an id of its own' })
    seen.add(section.id)
  }
  return { text: { title, opening: opening.join('\n'), sections }, faults }
}
