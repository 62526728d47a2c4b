import {
  both,
  column,
  heading,
  localizedLines,
  numbersOf,
  percent,
  reportSection,
  said,
  shared,
  sharedLines,
  tableRow,
  text,
  type ReportContext,
  type ReportRow,
} from './checklist-report-rows.ts'
import { levelOf, type TopicScore } from './checklist-score.ts'
import type { ChecklistAnswer } from './answers.ts'
import type { Chart, Inline, MatrixCell, RadarChart, Section, Tone } from './document.ts'
import { formatDateShort } from './format.ts'
import { localize } from './language.ts'
import { reportWords } from './report-words.ts'

const fewestAxes = 3

/** How the topics stand: as a radar, as bars where there are too few of them, and as a table in any case. */
export function topicsPart(context: ReportContext): Section {
  const scored = context.result.topics.filter(({ score }) => score !== undefined)
  const caption = shared(context, ({ topics }) => topics.title)
  const chart = scored.length < fewestAxes ? barsOf(context, scored) : radarOf(context, scored)
  const rows: readonly ReportRow[] = [
    { full: { kind: 'pageBreak' } },
    heading('topics', ({ topics }) => topics.title),
    ...(scored.length === 0 ? [] : [{ full: { kind: 'chart', caption, chart } satisfies Chart }]),
    ...(scored.length < fewestAxes ? [] : [said(({ topics }) => topics.lead)]),
    topicTable(context),
  ]
  return reportSection(context, 'topics', 'part', rows)
}

const titleOf = ({ languages }: ReportContext, { title }: TopicScore): string => both(languages, (language) => localize(title, language))
const toneOf = (score: number): Tone => (score >= 75 ? 'good' : score >= 50 ? 'medium' : 'high')

function barsOf(context: ReportContext, topics: readonly TopicScore[]): Chart['chart'] {
  return {
    kind: 'bars',
    items: topics.map((topic) => ({
      label: titleOf(context, topic),
      value: (topic.score ?? 0) / 100,
      text: percent(topic.score),
      tone: toneOf(topic.score ?? 0),
    })),
  }
}

function radarOf(context: ReportContext, topics: readonly TopicScore[]): RadarChart {
  const { facts, since, languages } = context
  const now = facts.assessed_on
  return {
    kind: 'radar',
    axes: topics.map((topic) => {
      const earlier = since?.comparison.topics.get(topic.id)?.before
      return {
        label: titleOf(context, topic),
        value: (topic.score ?? 0) / 100,
        text: percent(topic.score),
        before: earlier === undefined ? undefined : earlier / 100,
      }
    }),
    legend: {
      now: both(languages, (language) => {
        const { topics: words } = reportWords[language]
        return now === undefined ? words.nowUndated : words.now(formatDateShort(now, language))
      }),
      before:
        since &&
        both(languages, (language) => {
          const { topics: words } = reportWords[language]
          return since.date === undefined ? words.earlierUndated : words.earlier(formatDateShort(since.date, language))
        }),
    },
  }
}

function topicTable(context: ReportContext): ReportRow {
  const { result, since } = context
  const earlier =
    since === undefined ? [] : [column(context, ({ topics }) => topics.before, 0.13, 'end'), column(context, ({ topics }) => topics.change, 0.13, 'end')]
  const columns = [
    column(context, ({ topics }) => topics.topic, since === undefined ? 0.46 : 0.3),
    column(context, ({ topics }) => topics.score, 0.16, 'end'),
    column(context, ({ topics }) => topics.range, 0.16, 'end'),
    column(context, ({ topics }) => topics.answered, 0.18, 'end'),
    ...earlier,
  ]
  const rows = result.topics
    .filter(({ asked }) => asked > 0)
    .map((topic) => {
      const { before, now } = since?.comparison.topics.get(topic.id) ?? { before: undefined, now: undefined }
      const change = since === undefined ? [] : [text(percent(before)), text(difference(before, now))]
      const answered = sharedLines(context, ({ summary }) => summary.answeredOf(topic.answered, topic.asked))
      return [localizedLines(context, topic.title), text(percent(topic.score)), text(percent(topic.best)), answered, ...change]
    })
  return tableRow(context, ({ topics }) => topics.title, columns, rows)
}

function difference(before: number | undefined, now: number | undefined): string {
  if (before === undefined || now === undefined) return '–'
  return now === before ? '±0' : now > before ? `+${now - before}` : `−${before - now}`
}

/** Which findings are how likely and how grave, by their numbers. */
export function matrixPart(context: ReportContext): Section {
  const { result } = context
  if (result.findings.length === 0) return reportSection(context, 'matrix', 'part', [])
  const steps = [1, 2, 3] as const
  const cellOf = (likelihood: number, impact: number): MatrixCell => {
    const level = levelOf(likelihood, impact)
    const own = result.findings.filter((finding) => finding.likelihood === likelihood && finding.impact === impact).map(({ question }) => question)
    const numbers = numbersOf(context, own)
    return { level, text: shared(context, ({ levels }) => levels[level]), items: numbers === '' ? [] : numbers.split(', ') }
  }
  const chart: Chart = {
    kind: 'chart',
    caption: shared(context, ({ matrix }) => matrix.title),
    chart: {
      kind: 'matrix',
      corner: shared(context, ({ matrix }) => matrix.corner),
      columns: steps.map((step) => shared(context, ({ matrix }) => matrix.impact[step - 1] ?? '')),
      rows: steps.toReversed().map((likelihood) => ({
        label: shared(context, ({ matrix }) => matrix.likelihood[likelihood - 1] ?? ''),
        cells: steps.map((impact) => cellOf(likelihood, impact)),
      })),
    },
  }
  // In two languages the topics fill a page; the matrix begins the next one rather than be parted from its heading.
  const begin: readonly ReportRow[] = context.languages.length > 1 ? [{ full: { kind: 'pageBreak' } }] : []
  return reportSection(context, 'matrix', 'part', [
    ...begin,
    heading('matrix', ({ matrix }) => matrix.title),
    { full: chart },
    said(({ matrix }) => matrix.lead),
  ])
}

/** The answers that are others than the last time. */
export function changesPart(context: ReportContext): Section {
  const changes = context.since?.comparison.answers ?? []
  const valueOf = (value: ChecklistAnswer['value'] | undefined): readonly Inline[] =>
    sharedLines(context, (words) => (value === undefined ? words.notAnswered : words.values[value]))
  const rows = changes.flatMap(({ question, before, now, kind }) =>
    kind === 'same'
      ? []
      : [
          [
            text(String(context.numberOf(question.id) ?? '–')),
            localizedLines(context, question.question),
            valueOf(before),
            valueOf(now),
            sharedLines(context, ({ changes: words }) => words.kinds[kind]),
          ],
        ],
  )
  if (rows.length === 0) return reportSection(context, 'changes', 'part', [])
  const columns = [
    column(context, ({ answers }) => answers.number, 0.08, 'end'),
    column(context, ({ answers }) => answers.question, 0.47),
    column(context, ({ changes: words }) => words.before, 0.14),
    column(context, ({ changes: words }) => words.now, 0.14),
    column(context, ({ changes: words }) => words.change, 0.17),
  ]
  return reportSection(context, 'changes', 'part', [
    heading('changes', ({ changes: words }) => words.title),
    tableRow(context, ({ changes: words }) => words.title, columns, rows),
  ])
}
