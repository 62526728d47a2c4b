import { type Action, actionsOf } from './action-plan.ts'
import {
  citesOf,
  column,
  heading,
  numbersOf,
  percent,
  plain,
  reportSection,
  shared,
  sharedLines,
  strong,
  subheading,
  tableRow,
  text,
  type ReportContext,
  type ReportRow,
} from './checklist-report-rows.ts'
import { type ChecklistFinding, riskLevels } from './checklist-score.ts'
import type { Inline, Section } from './document.ts'
import { formatDate } from './format.ts'
import { localize } from './language.ts'
import { reportWords } from './report-words.ts'
import type { ReportWords } from './report-word-types.ts'
import type { ChecklistQuestion, RedFlag } from './template.ts'

/** The page for those who read no other: what matters, in figures that say where they come from, red flags, what changed. */
export function summaryPage(context: ReportContext): Section {
  const { result } = context
  return reportSection(context, 'summary', 'part', [
    heading('summary', ({ summary }) => summary.title),
    subheading(context.headline),
    tableRow(
      context,
      ({ summary }) => summary.title,
      [
        column(context, ({ summary }) => summary.figure, 0.33),
        column(context, ({ summary }) => summary.value, 0.23),
        column(context, ({ summary }) => summary.source, 0.44),
      ],
      figures(context),
    ),
    ...since(context),
    ...(result.flags.length === 0 ? [] : [subheading((language) => reportWords[language].summary.flags)]),
    ...result.flags.map((flag) => flagRow(context, flag)),
  ])
}

type Words = (own: ReportWords) => string
type Figure = readonly [label: Words, value: Words, source: Words]

const nothing: Words = () => ''
const always =
  (words: string): Words =>
  () =>
    words

function figures(context: ReportContext): readonly (readonly (readonly Inline[])[])[] {
  const { result } = context
  const asked =
    (questions: readonly ChecklistQuestion[]): Words =>
    ({ questionNumbers }) => {
      const numbers = numbersOf(context, questions)
      return numbers === '' ? '' : questionNumbers(numbers)
    }
  const questionsOf = (isMeant: (finding: ChecklistFinding) => boolean): readonly ChecklistQuestion[] =>
    result.findings.filter(isMeant).map(({ question }) => question)
  const counted = (label: Words, questions: readonly ChecklistQuestion[]): Figure => [label, always(String(questions.length)), asked(questions)]
  // What there is nothing of is no figure worth a line.
  const found = (counts: readonly (readonly [label: Words, questions: readonly ChecklistQuestion[]])[]): readonly Figure[] =>
    counts.flatMap(([label, questions]) => (questions.length === 0 ? [] : [counted(label, questions)]))
  const entries: readonly Figure[] = [
    ...scoreFigures(context),
    ...found([
      ...riskLevels.map((level): readonly [Words, readonly ChecklistQuestion[]] => [
        ({ risks }) => risks[level],
        questionsOf((finding) => finding.level === level),
      ]),
      [({ summary }) => summary.unknown, questionsOf(({ kind }) => kind === 'unknown')],
      [({ summary }) => summary.strengths, result.strengths],
    ]),
    [({ summary }) => summary.answered, ({ summary }) => summary.answeredOf(result.answered, result.asked), nothing],
    ...planFigure(context),
  ]
  const strongly = (content: readonly Inline[]): readonly Inline[] => content.map((inline) => (inline.kind === 'text' ? { ...inline, strong: true } : inline))
  return entries.map(([label, value, source]) => [shortly(context, label), strongly(shortly(context, value)), shortly(context, source)])
}

/** So many characters stand on a line of a figure; what is longer in all languages has a line for each. */
const longestJoined = 38

function shortly(context: ReportContext, words: Words): readonly Inline[] {
  const joined = shared(context, words)
  return joined.length > longestJoined ? sharedLines(context, words) : text(joined)
}

function scoreFigures({ result }: ReportContext): readonly Figure[] {
  const { score, best, parts, unknown } = result
  if (score === undefined) return []
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
  const [credit, weight] = [sum(parts.map((part) => part.credit)), sum(parts.map((part) => part.weight))]
  const range: readonly Figure[] = unknown === 0 ? [] : [[({ summary }) => summary.best, always(percent(best)), ({ summary }) => summary.bestSource(unknown)]]
  return [[({ summary }) => summary.score, always(percent(score)), ({ number, summary }) => summary.scoreSource(number(credit), number(weight))], ...range]
}

function planFigure({ answers }: ReportContext): readonly Figure[] {
  const plan = actionsOf(answers)
  if (plan.length === 0) return []
  const count = (wanted: Action['state']): number => plan.filter(({ state }) => state === wanted).length
  return [[({ summary }) => summary.plan, ({ summary }) => summary.planCounts(count('open'), count('done')), nothing]]
}

function since({ since: past }: ReportContext): readonly ReportRow[] {
  if (past === undefined) return []
  const { comparison, date } = past
  const { before, now } = comparison.score
  return [
    subheading((language) => {
      const { summary } = reportWords[language]
      return date === undefined ? summary.sinceUndated : summary.since(formatDate(date, language))
    }),
    (language) => {
      const { summary } = reportWords[language]
      const change = before === undefined || now === undefined ? [] : [summary.change(percent(before), percent(now))]
      return plain(text([...change, summary.changes(comparison.better, comparison.worse)].join(language === 'ja' ? '' : ' ')))
    },
  ]
}

function flagRow(context: ReportContext, flag: RedFlag): ReportRow {
  const numbers = numbersOf(
    context,
    flag.questions.map((id) => ({ id })),
  )
  return (language) => {
    const words = reportWords[language]
    const cites = citesOf(context, flag.laws, language)
    const places = [numbers === '' ? '' : words.questionNumbers(numbers), cites].filter((place) => place !== '').join(language === 'ja' ? '、' : '; ')
    const space = language === 'ja' ? '' : ' '
    const brackets = language === 'ja' ? (['（', '）'] as const) : ([' (', ')'] as const)
    return plain([
      ...strong(`${localize(flag.title, language)}${language === 'ja' ? '。' : '.'}`),
      ...text(`${space}${localize(flag.reason, language)}${places === '' ? '' : `${brackets[0]}${places}${brackets[1]}`}`),
    ])
  }
}
