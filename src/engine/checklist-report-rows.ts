import type { Answers } from './answers.ts'
import type { Checklist } from './checklist.ts'
import type { RunComparison } from './checklist-comparison.ts'
import type { RunFacts } from './checklist-run.ts'
import type { ChecklistResult } from './checklist-score.ts'
import type { Block, Inline, Row, Section, SectionKind, Table } from './document.ts'
import { formatDate, formatDateShort } from './format.ts'
import { type Language, localize, type Localized } from './language.ts'
import { reportWords } from './report-words.ts'
import type { ReportWords } from './report-word-types.ts'
import type { ChecklistQuestion } from './template.ts'

/** What the parts of a report are written from. */
export type ReportContext = {
  readonly checklist: Checklist
  readonly answers: Answers
  readonly facts: RunFacts
  readonly result: ChecklistResult
  readonly languages: readonly Language[]
  /** The number of a question in its checklist, the same as on screen; none for those that are no longer there. */
  readonly numberOf: (question: string) => number | undefined
  /** One sentence that says what matters. */
  readonly headline: Writer<string>
  /** What changed since the run before, and the day of that run. */
  readonly since: { readonly comparison: RunComparison; readonly date: string | undefined } | undefined
}

/** Writes something in one language. */
type Writer<Written> = (language: Language) => Written
/** A row of a report: a block per language, side by side, or one over the full width. */
export type ReportRow = Writer<Block> | { readonly full: Block }

/** A section with its rows numbered as they are written. */
export function reportSection({ languages }: ReportContext, id: string, kind: SectionKind, rows: readonly ReportRow[]): Section {
  return {
    id,
    kind,
    rows: rows.map((row, index): Row => {
      const full = typeof row === 'function' ? undefined : row.full
      const cells = typeof row === 'function' ? languages.map((language) => row(language)) : []
      return { id: `${id}:${index}`, isFullWidth: full !== undefined || cells.length === 1, cells: full ? [full] : cells }
    }),
  }
}

/** Plain words as content. */
export const text = (words: string): readonly Inline[] => (words === '' ? [] : [{ kind: 'text', text: words }])
/** Strong words as content. */
export const strong = (words: string): readonly Inline[] => [{ kind: 'text', text: words, strong: true }]
/** A paragraph without a number. */
export const plain = (content: readonly Inline[]): Block => ({ kind: 'paragraph', level: 0, marker: 'none', label: '', anchor: undefined, content })
/** A paragraph that stands with what follows. */
export const leadIn = (content: readonly Inline[]): Block => ({
  kind: 'paragraph',
  level: 0,
  marker: 'none',
  isLeadIn: true,
  label: '',
  anchor: undefined,
  content,
})
/** A point of a list without numbers. */
export const bullet = (content: readonly Inline[]): Block => ({ kind: 'paragraph', level: 0, marker: 'bullet', label: '', anchor: undefined, content })

/** The heading of a part; its id is where references lead. */
export function heading(id: string, words: (own: ReportWords) => string): ReportRow {
  return (language) => ({ kind: 'heading', level: 1, label: '', anchor: id, content: text(words(reportWords[language])) })
}

/** A heading within a part. */
export function subheading(words: Writer<string>): ReportRow {
  return (language) => ({ kind: 'heading', level: 2, label: '', anchor: undefined, content: text(words(language)) })
}

/** A paragraph of words every report shares. */
export const said =
  (words: (own: ReportWords) => string): ReportRow =>
  (language) =>
    plain(text(words(reportWords[language])))

/** The same, leading to what follows. */
export const saidBefore =
  (words: (own: ReportWords) => string): ReportRow =>
  (language) =>
    leadIn(text(words(reportWords[language])))

/** A paragraph that begins with what it is about: "Action: …". */
export function labelled(label: (own: ReportWords) => string, words: Writer<string>): ReportRow {
  return (language) => plain([...strong(`${label(reportWords[language])}${reportWords[language].colon}`), ...text(words(language))])
}

/** Short words in all languages of the document, once where they are the same. */
export const both = (languages: readonly Language[], words: Writer<string>): string => [...new Set(languages.map(words))].join(' / ')

/** The same for words every report shares. */
export const shared = ({ languages }: ReportContext, words: (own: ReportWords) => string): string => both(languages, (language) => words(reportWords[language]))

/** Longer words in all languages of the document, a line each. */
export function lines({ languages }: ReportContext, words: Writer<string>): readonly Inline[] {
  return [...new Set(languages.map(words))].filter((line) => line !== '').flatMap((line, index) => [...(index === 0 ? [] : [lineBreak]), ...text(line)])
}
const lineBreak: Inline = { kind: 'lineBreak' }

/** Words every report shares as lines. */
export const sharedLines = (context: ReportContext, words: (own: ReportWords) => string): readonly Inline[] =>
  lines(context, (language) => words(reportWords[language]))

/** A localized text as lines. */
export const localizedLines = (context: ReportContext, words: Localized): readonly Inline[] => lines(context, (language) => localize(words, language))

/** A column of a table with its header in all languages. */
export function column(context: ReportContext, words: (own: ReportWords) => string, width: number, align: 'start' | 'end' = 'start'): Table['columns'][number] {
  return { header: sharedLines(context, words), width, align }
}

/** A table that a reader who does not see it knows by its caption. */
export function tableRow(context: ReportContext, caption: (own: ReportWords) => string, columns: Table['columns'], rows: Table['rows']): ReportRow {
  return { full: { kind: 'table', caption: shared(context, caption), columns, rows } }
}

/** The numbers of questions as a list, in order: "3, 7"; empty without any. */
export function numbersOf({ numberOf }: ReportContext, questions: readonly Pick<ChecklistQuestion, 'id'>[]): string {
  return questions
    .flatMap(({ id }) => numberOf(id) ?? [])
    .toSorted((one, other) => one - other)
    .join(', ')
}

/** A share of 100 as it is printed in every language; a dash where there is none. */
export const percent = (score: number | undefined): string => (score === undefined ? '–' : `${score}\u00a0%`)

/** A day in all languages; empty without one. */
export const dayIn = ({ languages }: ReportContext, day: string | undefined): string =>
  day === undefined || day === '' ? '' : both(languages, (language) => formatDate(day, language))

/** The same in the short form of tables, a line each. */
export const dayLines = (context: ReportContext, day: string): readonly Inline[] =>
  day === '' ? [] : lines(context, (language) => formatDateShort(day, language))

/** How the provisions of a question or a red flag are cited, in the order it names them. */
export function citesOf({ checklist }: ReportContext, laws: readonly string[], language: Language): string {
  return laws
    .flatMap((id) => checklist.content.lawEntries.find((law) => law.id === id) ?? [])
    .map(({ cite }) => localize(cite, language))
    .join(language === 'ja' ? '、' : '; ')
}
