import type { Language } from '../../../engine/language.ts'
import { suggestion } from '../nearest.ts'
import type { Place } from '../problem.ts'
import type { AgreementContext } from './context.ts'
import { placeOfEntry } from './context.ts'
import { textLines } from './text-lines.ts'

/** References lead somewhere, ids are unique, and clauses, their kinds and their named paragraphs are the same in all languages. */
export function lintReferences(context: AgreementContext): void {
  const { report, merged } = context
  const outlines = new Map<Language, readonly { readonly id: string; readonly kind: string; readonly place: Place }[]>()
  const directives = new Map<Language, readonly { readonly section: string; readonly line: string; readonly place: Place }[]>()
  const named = new Map<Language, ReadonlyMap<string, { readonly section: string; readonly place: Place }>>()
  for (const [language, text] of merged.texts) {
    const lines = textLines(text)
    const anchors = new Map<string, { section: string; place: Place }>()
    const outline: { id: string; kind: string; place: Place }[] = []
    for (const { text: line, raw, place, section } of lines) {
      const heading = /^##\s.*\{#([^}\s]+)((?:\s+\.[a-z]+)*)\}\s*$/.exec(raw)
      if (heading) outline.push({ id: heading[1] ?? '', kind: (heading[2] ?? '').trim(), place })
      const id = heading?.[1] ?? /^\s*(?:\d+[.)]|[-*])\s+\{#([^}\s]+)\}/.exec(line)?.[1]
      if (id !== undefined) {
        const first = anchors.get(id)
        // The same id may name a paragraph in each branch of a condition; whether two show up together is seen when the text is rendered.
        if (first && (heading !== null || first.section !== section)) {
          report.error('duplicate-id', place, `the id "${id}" stands twice in this text`, `rename one of them; the first is in line ${first.place.line ?? '?'}`)
        }
        if (!first) anchors.set(id, { section, place })
        if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) report.error('bad-id', place, `"${id}" is no id`, 'use lower-case-with-hyphens')
      } else if (/\{#[^}]*\}/.test(line))
        report.error(
          'misplaced-id',
          place,
          'an id stands where nothing can be named',
          'put {#id} at the end of a heading or right after the number of a paragraph: "1. {#id} …"',
        )
    }
    for (const { text: line, place } of lines) {
      for (const match of line.matchAll(/\[\[([^\]]*)\]?\]?/g)) {
        const token = /^(ref|def|clause):\s*([^\]|]+?)\s*(?:\|[^\]]*)?$/.exec(match[1] ?? '')
        if (token === null || !match[0].endsWith(']]')) {
          report.error('bad-token', place, `"${match[0]}" cannot be read`, 'write [[ref:id]], [[def:term]], or [[clause:id]] on a line of its own')
        } else if (token[1] === 'clause')
          report.error('bad-token', place, `"${match[0]}" must stand alone on its line`, 'put it on a line of its own, at the left margin')
        else if (token[1] === 'ref' && !anchors.has(token[2] ?? '')) {
          report.error(
            'dangling-reference',
            place,
            `nothing here has the id "${token[2] ?? ''}"`,
            suggestion(token[2] ?? '', anchors.keys(), 'name the paragraph with {#id}, or correct the reference'),
          )
        }
      }
    }
    outlines.set(language, outline)
    directives.set(
      language,
      lines.flatMap(({ text: line, place, section }) => (/^\s*::[a-z]/.test(line) ? [{ section, line: line.trim(), place }] : [])),
    )
    named.set(language, anchors)
  }
  compareOutlines(context, outlines, named)
  const [[first, base] = ['de', []], ...others] = [...directives]
  for (const [, there] of others) {
    for (const { section, line, place } of there) {
      const same = base.filter((directive) => directive.section === section)
      if (same.length > 0 && !same.some((directive) => directive.line === line))
        report.error('languages-differ', place, `"${line}" is not the same in text.${first}.md`, 'write the directive alike in all languages')
    }
  }
  const sections = new Set([...outlines.values()].flatMap((outline) => outline.map(({ id }) => id)))
  for (const { id } of merged.content.clauses) {
    if (!sections.has(id))
      report.error(
        'unknown-clause',
        placeOfEntry(context, 'clauses', id),
        `no text has a clause "${id}"`,
        suggestion(id, sections, 'delete the entry, or add the clause'),
      )
  }
}

function compareOutlines(
  { report }: AgreementContext,
  outlines: ReadonlyMap<Language, readonly { readonly id: string; readonly kind: string; readonly place: Place }[]>,
  named: ReadonlyMap<Language, ReadonlyMap<string, { readonly section: string; readonly place: Place }>>,
): void {
  const [first, ...others] = [...outlines.keys()]
  if (first === undefined) return
  const base = outlines.get(first) ?? []
  for (const other of others) {
    const outline = outlines.get(other) ?? []
    for (const { id, place } of base)
      if (!outline.some((entry) => entry.id === id))
        report.error('languages-differ', place, `the clause "${id}" is missing in text.${other}.md`, 'add it there, with the same id')
    for (const { id, place } of outline)
      if (!base.some((entry) => entry.id === id))
        report.error('languages-differ', place, `the clause "${id}" is missing in text.${first}.md`, 'add it there, with the same id')
    const common = base.filter(({ id }) => outline.some((entry) => entry.id === id))
    const order = outline.filter(({ id }) => base.some((entry) => entry.id === id))
    const index = common.findIndex(({ id }, position) => order[position]?.id !== id)
    const misplaced = order[index]
    if (misplaced)
      report.error(
        'languages-differ',
        misplaced.place,
        `the clause "${misplaced.id}" stands elsewhere than in text.${first}.md`,
        `bring the clauses into the same order: "${common[index]?.id ?? ''}" comes here`,
      )
    for (const { id, kind, place } of outline) {
      const expected = base.find((entry) => entry.id === id)?.kind
      if (expected !== undefined && expected !== kind)
        report.error(
          'languages-differ',
          place,
          `the clause "${id}" is "${kind || 'an ordinary clause'}" here and "${expected || 'an ordinary clause'}" in text.${first}.md`,
          'give it the same kind',
        )
    }
    for (const [from, to] of [
      [first, other],
      [other, first],
    ] as const) {
      for (const [id, { place, section }] of named.get(from) ?? []) {
        const there = named.get(to)?.get(id)
        if (id === section) continue
        if (there === undefined)
          report.error('languages-differ', place, `the paragraph "${id}" is not named in text.${to}.md`, `write {#${id}} at the same paragraph there`)
        else if (there.section !== section && from === first)
          report.error(
            'languages-differ',
            place,
            `the paragraph "${id}" is in "${section}" here and in "${there.section}" in text.${to}.md`,
            'name the same paragraph in both',
          )
      }
    }
  }
}
