import type { Language } from '../../../engine/language.ts'
import { suggestion } from '../nearest.ts'
import type { Place } from '../problem.ts'
import type { AgreementContext } from './context.ts'
import type { Report } from './finding.ts'
import { type TextLine, textLines } from './text-lines.ts'

type Note = { readonly id: string; readonly place: Place; readonly isEmpty: boolean }
type Mark = { readonly id: string; readonly place: Place }
type SectionFootnotes = { readonly marks: readonly Mark[]; readonly notes: readonly Note[] }

const notePattern = /^\s*\[\^([^\]\s]+)\]:(.*)$/
const markPattern = /\[\^([^\]\s]*)\]/g

/** Every mark has its note in the same clause and every note its mark, notes are not nested, and the languages have the same footnotes. */
export function lintFootnotes({ merged, report }: AgreementContext): void {
  const all = new Map<Language, ReadonlyMap<string, SectionFootnotes>>()
  for (const [language, text] of merged.texts) {
    const lines = textLines(text)
    lintPlaces(lines, report)
    const sections = new Map<string, SectionFootnotes>()
    for (const section of new Set(lines.map((line) => line.section))) {
      const footnotes = footnotesIn(lines.filter((line) => line.section === section))
      sections.set(section, footnotes)
      lintPairs(section, footnotes, report)
    }
    all.set(language, sections)
  }
  compareLanguages(all, report)
}

function footnotesIn(lines: readonly TextLine[]): SectionFootnotes {
  const marks: Mark[] = []
  const notes: Note[] = []
  for (const [index, { text, raw, place }] of lines.entries()) {
    const [, id, words = ''] = notePattern.exec(text) ?? []
    if (id === undefined) for (const match of text.matchAll(markPattern)) marks.push({ id: match[1] ?? '', place })
    // Words may begin on the next line, indented by four spaces.
    else notes.push({ id, place, isEmpty: (notePattern.exec(raw)?.[2] ?? words).trim() === '' && !/^ {4,}\S/.test(lines[index + 1]?.raw ?? '') })
  }
  return { marks, notes }
}

/** Headings and notes have no footnotes; remarks for the drafter are not printed, so nothing of them may be counted. */
function lintPlaces(lines: readonly TextLine[], report: Report): void {
  let isRemark = false
  for (const { text, place } of lines) {
    if (/^\s*:::/.test(text)) isRemark = /^\s*:::\s*\w/.test(text)
    const [, , words] = notePattern.exec(text) ?? []
    const hasMark = (words ?? text).search(markPattern) >= 0
    if (!hasMark) continue
    if (/^##?\s/.test(text))
      report.error('footnote-misplaced', place, 'a heading has a footnote', 'put the mark into the first paragraph: headings stand in the contents as well')
    else if (words !== undefined) report.error('footnote-misplaced', place, 'a footnote has a footnote', 'say it in one note')
    else if (isRemark) report.error('footnote-misplaced', place, 'a remark for the drafter has a footnote', 'say it in the remark')
  }
}

function lintPairs(section: string, { marks, notes }: SectionFootnotes, report: Report): void {
  const ids = new Set(notes.map(({ id }) => id))
  for (const { id, place } of marks) {
    if (!ids.has(id))
      report.error(
        'footnote-without-note',
        place,
        `the footnote "${id}" has no note in "${section}"`,
        suggestion(id, ids, `write it in the same clause, on a line of its own: "[^${id}]: …"`),
      )
  }
  const seen = new Set<string>()
  for (const { id, place, isEmpty } of notes) {
    if (seen.has(id)) report.error('footnote-twice', place, `"${section}" has two notes "${id}"`, 'rename one of them, or put the condition inside one note')
    seen.add(id)
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) report.error('bad-id', place, `"${id}" is no id`, 'use lower-case-with-hyphens')
    if (isEmpty) report.error('footnote-empty', place, `the note "${id}" says nothing`, 'write its words after the colon, or delete it and its mark')
    if (!marks.some((mark) => mark.id === id))
      report.error(
        'note-without-mark',
        place,
        `nothing in "${section}" carries the footnote "${id}"`,
        `write [^${id}] after the words it belongs to, or delete the note`,
      )
  }
}

function compareLanguages(all: ReadonlyMap<Language, ReadonlyMap<string, SectionFootnotes>>, report: Report): void {
  const languages = [...all.keys()]
  for (const here of languages) {
    for (const [section, { notes }] of all.get(here) ?? []) {
      for (const { id, place } of notes) {
        const missing = languages.find(
          (there) =>
            all
              .get(there)
              ?.get(section)
              ?.notes.some((note) => note.id === id) !== true,
        )
        if (missing !== undefined)
          report.error(
            'languages-differ',
            place,
            `the footnote "${id}" of "${section}" is missing in text.${missing}.md`,
            'write it there as well, with the same id',
          )
      }
    }
  }
}
