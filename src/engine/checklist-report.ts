import type { Answers } from './answers.ts'
import type { Checklist } from './checklist.ts'
import { compareRuns, type ContentHistory } from './checklist-comparison.ts'
import { allAnswers, formerQuestions, laterQuestions, scoring, sources } from './checklist-report-appendix.ts'
import { changesPart, matrixPart, topicsPart } from './checklist-report-charts.ts'
import { coverPage } from './checklist-report-cover.ts'
import { findingsPart, planPart, strengthsPart, unknownPart } from './checklist-report-findings.ts'
import type { ReportContext } from './checklist-report-rows.ts'
import { summaryPage } from './checklist-report-summary.ts'
import { runFacts } from './checklist-run.ts'
import { type ChecklistResult, scoreChecklist } from './checklist-score.ts'
import type { AssembledDocument } from './document.ts'
import { type Language, localize } from './language.ts'
import { reportWords } from './report-words.ts'

/** What a report is compared with, and what its checklist no longer asks. */
export type ReportBackground = {
  /** The run before, of the same checklist or an older version of it. */
  readonly previous?: { readonly checklist: Checklist; readonly answers: Answers } | undefined
  /** Questions the checklist no longer asks, with the answers that are kept. */
  readonly removed?: ContentHistory['removed'] | undefined
}

/**
 * The report of a run as a document: cover, summary on a page, result by topic and by likelihood and impact, what changed, findings worst first, what is
 * not known, strengths, action plan, all answers, later and former questions, sources, how it is scored. Drawn by the same writers as agreements, in one
 * language or two side by side. Parts with nothing to say are left out.
 */
export function checklistReport(
  checklist: Checklist,
  answers: Answers,
  languages: readonly Language[],
  contentHash = '',
  background: ReportBackground = {},
): AssembledDocument {
  const context = contextOf(checklist, answers, languages, background)
  const { id, version, title } = checklist.content
  const hasAnswers = context.result.answered > 0
  const parts = [
    coverPage(context),
    summaryPage(context),
    ...(hasAnswers
      ? [topicsPart(context), matrixPart(context), changesPart(context), findingsPart(context), unknownPart(context), strengthsPart(context)]
      : []),
    planPart(context),
    allAnswers(context),
    laterQuestions(context),
    formerQuestions(context, background.removed ?? []),
    sources(context),
    scoring(context),
  ]
  return {
    titles: languages.map((language) => localize(title, language)),
    languages,
    prevailing: undefined,
    sections: parts.filter(({ rows }) => rows.length > 0),
    version: `${id} ${version}${contentHash === '' ? '' : ` · ${contentHash.slice(0, 8)}`}`,
  }
}

/** One sentence that says what matters: how many gaps, how grave. */
export function headline(result: ChecklistResult, language: Language): string {
  const { headlines } = reportWords[language]
  const grave = result.findings.filter(({ level }) => level === 'high').length
  if (result.answered === 0) return headlines.nothingAnswered
  const gaps = result.findings.length === 0 ? headlines.noGaps : grave === 0 ? headlines.smallGaps(result.findings.length) : headlines.graveGaps(grave)
  const space = language === 'ja' ? '' : ' '
  return result.answered < result.asked ? `${gaps}${space}${headlines.unfinished(result.answered, result.asked)}` : gaps
}

function contextOf(checklist: Checklist, answers: Answers, languages: readonly Language[], { previous }: ReportBackground): ReportContext {
  const result = scoreChecklist(checklist, answers)
  const numbers = new Map(checklist.content.questions.map(({ id }, index) => [id, index + 1]))
  const since = previous && { comparison: compareRuns({ checklist, answers }, previous), date: runFacts(previous.answers).assessed_on }
  return {
    checklist,
    answers,
    facts: runFacts(answers),
    result,
    languages,
    numberOf: (question) => numbers.get(question),
    headline: (language) => headline(result, language),
    since,
  }
}
