import type { Agreement } from './agreement.ts'
import type { AnswerProblem } from './answer-problems.ts'
import type { Answers } from './answers.ts'
import { interview, type Interview, scopeFor } from './interview.ts'
import { type Language, type Localized } from './language.ts'
import { displayIn } from './display.ts'

/** Something the drafter should look at before signing. Messages of missing answers are the label of the question. */
export type Finding = {
  readonly id: string
  readonly kind: 'missing' | 'openOnPurpose' | 'invalid' | 'error' | 'risk' | 'hint'
  readonly questions: readonly string[]
  readonly message: Localized
  readonly reason?: Localized
  readonly fix?: Localized
  readonly laws: readonly string[]
  readonly problem?: AnswerProblem
}

/** Missing, open, invalid answers in the order of the interview, then what the template's checks find: contradictions, risks, hints. */
export function findings(agreement: Agreement, answers: Answers, languages: readonly Language[]): readonly Finding[] {
  return findingsIn(agreement, interview(agreement, answers, languages), languages)
}

/** The same when the interview has been worked out already. */
export function findingsIn(agreement: Agreement, current: Interview, languages: readonly Language[]): readonly Finding[] {
  const filled = (text: Localized): Localized => ({
    de: displayIn(agreement, text, current, 'de'),
    en: displayIn(agreement, text, current, 'en'),
    ...(text.ja === undefined ? {} : { ja: displayIn(agreement, text, current, 'ja') }),
  })
  return [...answerFindings(current, filled), ...checkFindings(agreement, current, languages, filled)]
}

function answerFindings(current: Interview, filled: (text: Localized) => Localized): readonly Finding[] {
  return current.pages.flatMap((page) =>
    page.questions.flatMap(({ question, isAsked, isLeftOpen, isAnswered, value, problems }): readonly Finding[] => {
      if (!isAsked) return []
      const base = { questions: [question.id], message: filled(question.label), laws: question.laws }
      if (isLeftOpen) return [{ ...base, id: `open:${question.id}`, kind: 'openOnPurpose' }]
      if (value === undefined && problems.length === 0)
        return question.required && !isAnswered ? [{ ...base, id: `missing:${question.id}`, kind: 'missing' }] : []
      return problems.map((problem) => ({
        ...base,
        id: `${problem.code === 'required' ? 'missing' : 'invalid'}:${question.id}${problem.path === '' ? '' : `.${problem.path}`}:${problem.code}`,
        kind: problem.code === 'required' ? 'missing' : 'invalid',
        problem,
      }))
    }),
  )
}

const severityOrder = { error: 0, risk: 1, hint: 2 } as const

function checkFindings(agreement: Agreement, current: Interview, languages: readonly Language[], filled: (text: Localized) => Localized): readonly Finding[] {
  const scope = scopeFor(agreement, current, languages, languages[0] ?? 'en')
  return agreement.content.checks
    .filter((check) => agreement.conditions.get(check.when)?.isTrue(scope) ?? false)
    .sort((one, other) => severityOrder[one.severity] - severityOrder[other.severity])
    .map((check) => ({
      id: check.id,
      kind: check.severity,
      questions: check.questions,
      message: filled(check.message),
      reason: filled(check.reason),
      fix: filled(check.fix),
      laws: check.laws,
    }))
}
