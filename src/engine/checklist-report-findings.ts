import { actionsOf, type Action, proposedActions } from './action-plan.ts'
import {
  bullet,
  citesOf,
  column,
  dayLines,
  heading,
  labelled,
  leadIn,
  localizedLines,
  numbersOf,
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
import type { ChecklistFinding } from './checklist-score.ts'
import type { Inline, Section } from './document.ts'
import { localize } from './language.ts'
import { reportWords } from './report-words.ts'

/** Notes longer than this stand with the answers only, below their table. In characters. */
export const longNote = 500

/** What is missing or only partly there, worst first: the risk, why, what to do, what the law says, what was noted. */
export function findingsPart(context: ReportContext): Section {
  const findings = context.result.findings.filter(({ kind }) => kind !== 'unknown')
  const rows = findings.length === 0 ? [said(({ headlines }) => headlines.noGaps)] : findings.flatMap((finding) => findingRows(context, finding))
  return reportSection(context, 'findings', 'part', [heading('findings', ({ findings: words }) => words.title), ...rows])
}

/** What nobody knows yet, and what has no answer. */
export function unknownPart(context: ReportContext): Section {
  const { result } = context
  const findings = result.findings.filter(({ kind }) => kind === 'unknown')
  const open = numbersOf(
    context,
    result.states.flatMap(({ question, answer }) => (answer === undefined ? [question] : [])),
  )
  const rows: readonly ReportRow[] = [
    ...(findings.length === 0 ? [] : [said(({ unknown }) => unknown.lead)]),
    ...findings.flatMap((finding) => findingRows(context, finding)),
    ...(open === '' ? [] : [said(({ unknown }) => unknown.open(open))]),
  ]
  return reportSection(context, 'unknown', 'part', rows.length === 0 ? [] : [heading('unknown', ({ unknown }) => unknown.title), ...rows])
}

function findingRows(context: ReportContext, finding: ChecklistFinding): readonly ReportRow[] {
  const { question, answer, level, likelihood, impact, kind } = finding
  const number = context.numberOf(question.id) ?? 0
  const meta: ReportRow = (language) => {
    const words = reportWords[language]
    const facts = [words.questionNumber(number), `${words.findings.answer}${words.colon}${words.values[answer.value]}`, words.findings.meta(likelihood, impact)]
    return leadIn([...strong(words.risks[level]), ...text(` · ${facts.join(' · ')}`)])
  }
  return [
    subheading((language) => localize(kind === 'unknown' ? question.question : question.missing, language)),
    meta,
    labelled(
      ({ findings }) => findings.why,
      (language) => localize(question.why, language),
    ),
    labelled(
      ({ findings }) => findings.consequence,
      (language) => localize(question.consequence, language),
    ),
    labelled(
      ({ findings, unknown }) => (kind === 'unknown' ? unknown.ask : findings.action),
      (language) => localize(question.action, language),
    ),
    ...(question.laws.length === 0
      ? []
      : [
          labelled(
            ({ findings }) => findings.law,
            (language) => citesOf(context, question.laws, language),
          ),
        ]),
    ...noted('note', answer.note),
    ...noted('evidence', answer.evidence),
  ]
}

/** What somebody wrote: the same words in every language. */
function noted(kind: 'note' | 'evidence', words: string): readonly ReportRow[] {
  const trimmed = words.trim()
  if (trimmed === '' || trimmed.length > longNote) return []
  return [
    labelled(
      ({ findings }) => findings[kind],
      () => trimmed,
    ),
  ]
}

/** What is in place. */
export function strengthsPart(context: ReportContext): Section {
  const { strengths } = context.result
  if (strengths.length === 0) return reportSection(context, 'strengths', 'part', [])
  return reportSection(context, 'strengths', 'part', [
    heading('strengths', (words) => words.strengths.title),
    saidBefore((words) => words.strengths.lead),
    ...strengths.map((question): ReportRow => {
      const number = context.numberOf(question.id) ?? 0
      return (language) => {
        const words = reportWords[language]
        return bullet(text(`${words.questionNumber(number)}${words.colon}${localize(question.question, language)}`))
      }
    }),
  ])
}

/** Who does what by when: the plan of the run, or what the findings propose as long as there is none. */
export function planPart(context: ReportContext): Section {
  const { answers, result, facts } = context
  const plan = actionsOf(answers)
  const proposals = proposedActions(result, plan, facts.assessed_on ?? '')
  const actions = plan.length === 0 ? proposals : plan
  if (actions.length === 0) return reportSection(context, 'actions', 'part', [])
  const missing = numbersOf(
    context,
    proposals.flatMap(({ question }) => (question === undefined ? [] : [{ id: question }])),
  )
  const columns = [
    column(context, (words) => words.plan.number, 0.07, 'end'),
    column(context, (words) => words.plan.action, 0.38),
    column(context, (words) => words.plan.owner, 0.16),
    column(context, (words) => words.plan.due, 0.17),
    column(context, (words) => words.plan.priority, 0.11),
    column(context, (words) => words.plan.state, 0.11),
  ]
  return reportSection(context, 'actions', 'part', [
    heading('actions', (words) => words.plan.title),
    ...(plan.length === 0 ? [saidBefore((words) => words.plan.proposals)] : []),
    tableRow(
      context,
      (words) => words.plan.title,
      columns,
      actions.map((action, index) => actionRow(context, action, index)),
    ),
    ...(plan.length > 0 && missing !== '' ? [said((words) => words.plan.missing(missing))] : []),
  ])
}

function actionRow(context: ReportContext, action: Action, index: number): readonly (readonly Inline[])[] {
  const question = context.checklist.content.questions.find(({ id }) => id === action.question)
  const number = question === undefined ? undefined : context.numberOf(question.id)
  const title = action.title.trim() !== '' || question === undefined ? text(action.title.trim()) : localizedLines(context, question.action)
  const place = number === undefined ? [] : text(` (${shared(context, ({ questionNumber }) => questionNumber(number))})`)
  return [
    text(String(index + 1)),
    [...title, ...place],
    text(action.owner),
    dayLines(context, action.due),
    sharedLines(context, ({ levels }) => levels[action.priority]),
    sharedLines(context, (words) => words.plan.states[action.state]),
  ]
}
