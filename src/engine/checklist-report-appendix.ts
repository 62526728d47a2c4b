import type { ChecklistAnswer } from './answers.ts'
import type { ContentHistory } from './checklist-comparison.ts'
import { longNote } from './checklist-report-findings.ts'
import {
  bullet,
  column,
  dayLines,
  heading,
  localizedLines,
  plain,
  reportSection,
  said,
  saidBefore,
  shared,
  sharedLines,
  strong,
  subheading,
  tableRow,
  text,
  type ReportContext,
  type ReportRow,
} from './checklist-report-rows.ts'
import type { ChecklistState } from './checklist.ts'
import type { Inline, Section } from './document.ts'
import { localize } from './language.ts'
import { reportWords } from './report-words.ts'
import type { ChecklistQuestion } from './template.ts'

/** Every question that is asked, by topic, with its answer; what is too long for a cell stands below the table. */
export function allAnswers(context: ReportContext): Section {
  const { checklist, result } = context
  const parts = checklist.content.topics.flatMap((topic): readonly ReportRow[] => {
    const own = result.states.filter(({ question }) => question.topic === topic.id)
    if (own.length === 0) return []
    return [
      subheading((language) => localize(topic.title, language)),
      answerTable(
        context,
        own.map(({ question, answer }) => ({ question, answer, number: context.numberOf(question.id) })),
      ),
      ...own.flatMap((state) => longTexts(context, state)),
    ]
  })
  return reportSection(context, 'answers', 'part', [heading('answers', ({ answers }) => answers.title), ...parts])
}

type AnswerLine = { readonly question: ChecklistQuestion; readonly answer: ChecklistAnswer | undefined; readonly number: number | undefined }

function answerTable(context: ReportContext, states: readonly AnswerLine[]): ReportRow {
  const columns = [
    column(context, ({ answers }) => answers.number, 0.07, 'end'),
    column(context, ({ answers }) => answers.question, 0.45),
    column(context, ({ answers }) => answers.answer, 0.14),
    column(context, ({ answers }) => answers.note, 0.34),
  ]
  const rows = states.map(({ question, answer, number }) => [
    text(number === undefined ? '–' : String(number)),
    localizedLines(context, question.question),
    sharedLines(context, (words) => (answer === undefined ? words.notAnswered : words.values[answer.value])),
    notesOf(context, answer),
  ])
  return tableRow(context, ({ answers }) => answers.title, columns, rows)
}

const isLong = (words: string): boolean => words.trim().length > longNote

/** Note and evidence in a cell, or where they stand. */
function notesOf(context: ReportContext, answer: ChecklistAnswer | undefined): readonly Inline[] {
  const { colon } = reportWords[context.languages[0] ?? 'en']
  const note = answer?.note.trim() ?? ''
  const evidence = answer?.evidence.trim() ?? ''
  const below = shared(context, ({ seeBelow }) => seeBelow)
  const says = (words: string): string => (isLong(words) ? below : words)
  return [
    ...text(says(note)),
    ...(note !== '' && evidence !== '' ? [{ kind: 'lineBreak' } as const] : []),
    ...(evidence === '' ? [] : text(`${shared(context, ({ findings }) => findings.evidence)}${colon}${says(evidence)}`)),
  ]
}

/** Long texts over the full width, paragraph by paragraph, so that they flow over pages. */
function longTexts(context: ReportContext, { question, answer }: ChecklistState): readonly ReportRow[] {
  const { colon } = reportWords[context.languages[0] ?? 'en']
  const number = context.numberOf(question.id) ?? 0
  return (['note', 'evidence'] as const).flatMap((kind): readonly ReportRow[] => {
    const words = answer?.[kind].trim() ?? ''
    if (!isLong(words)) return []
    const label = shared(context, (own) => `${own.questionNumber(number)} · ${own.findings[kind]}`)
    const [first = '', ...rest] = words.split(/\n+/).filter((line) => line.trim() !== '')
    return [{ full: plain([...strong(`${label}${colon}`), ...text(first)]) }, ...rest.map((line) => ({ full: plain(text(line)) }))]
  })
}

/** What a later phase of the partnership will ask. */
export function laterQuestions(context: ReportContext): Section {
  const { later } = context.result
  if (later.length === 0) return reportSection(context, 'later', 'part', [])
  return reportSection(context, 'later', 'part', [
    heading('later', (words) => words.later.title),
    saidBefore((words) => words.later.lead),
    ...later.map(({ id, question, phase }): ReportRow => (language) => {
      const words = reportWords[language]
      const number = `${words.questionNumber(context.numberOf(id) ?? 0)}${words.colon}`
      return bullet([
        ...text(`${number}${localize(question, language)}`),
        ...text(language === 'ja' ? `（${words.phases[phase]}）` : ` (${words.phases[phase]})`),
      ])
    }),
  ])
}

/** What the checklist asked once: kept, not counted. */
export function formerQuestions(context: ReportContext, removed: ContentHistory['removed']): Section {
  if (removed.length === 0) return reportSection(context, 'history', 'part', [])
  return reportSection(context, 'history', 'part', [
    heading('history', ({ history }) => history.title),
    saidBefore(({ history }) => history.lead),
    answerTable(
      context,
      removed.map(({ question, answer }) => ({ question, answer, number: undefined })),
    ),
  ])
}

/** The provisions this report cites, and when their state was looked up. */
export function sources(context: ReportContext): Section {
  const { checklist, result } = context
  const cited = new Set([...result.findings.map(({ question }) => question), ...result.flags].flatMap(({ laws }) => laws))
  const laws = checklist.content.lawEntries.filter(({ id }) => cited.has(id))
  if (laws.length === 0) return reportSection(context, 'sources', 'part', [])
  const columns = [
    column(context, (words) => words.sources.cite, 0.26),
    column(context, (words) => words.sources.about, 0.52),
    column(context, (words) => words.sources.checked, 0.22),
  ]
  const rows = laws.map(({ cite, title, checked, status }) => [
    localizedLines(context, cite),
    localizedLines(context, title),
    [
      ...dayLines(context, checked),
      ...(status === 'unconfirmed' ? [{ kind: 'lineBreak' } as const, ...sharedLines(context, (words) => words.sources.unconfirmed)] : []),
    ],
  ])
  return reportSection(context, 'sources', 'part', [
    heading('sources', (words) => words.sources.title),
    tableRow(context, (words) => words.sources.title, columns, rows),
  ])
}

/** How the figures come about. */
export function scoring(context: ReportContext): Section {
  const count = Math.max(...context.languages.map((language) => reportWords[language].scoring.paragraphs.length))
  return reportSection(context, 'scoring', 'part', [
    heading('scoring', (words) => words.scoring.title),
    ...Array.from({ length: count }, (_, index) => said((words) => words.scoring.paragraphs[index] ?? '')),
  ])
}
