import type { Answers, ChecklistAnswer } from './answers.ts'
import { type Checklist, type ChecklistState, walkChecklist } from './checklist.ts'
import type { Localized } from './language.ts'
import type { ChecklistQuestion, RedFlag } from './template.ts'

/** How much of the protection an answer stands for. "Unknown" earns nothing: what nobody knows does not protect. */
export const answerCredit = { yes: 1, partly: 0.5, no: 0, unknown: 0 } as const
/** What a question weighs, by how bad a missing measure is; also its impact, 1 to 3. */
export const riskWeight = { high: 3, medium: 2, low: 1 } as const
/** How likely harm is, 1 to 3, by answer: a missing measure most, an unknown one as much, a partial one less. */
export const likelihoodOf = { yes: 1, partly: 2, no: 3, unknown: 3 } as const
/** Risk = likelihood × impact. From here on a finding is of that level (the 3 × 3 matrix of result and report). */
export const levelFrom = { high: 6, medium: 3 } as const

/** The levels of risk, the worst first. */
export const riskLevels = ['high', 'medium', 'low'] as const
export type RiskLevel = (typeof riskLevels)[number]

/** A weak answer. An unknown is a finding of its own kind: first find out, then mend. */
export type ChecklistFinding = {
  readonly kind: 'missing' | 'partial' | 'unknown'
  readonly question: ChecklistQuestion
  readonly answer: ChecklistAnswer
  readonly level: RiskLevel
  readonly likelihood: 1 | 2 | 3
  readonly impact: 1 | 2 | 3
}

/** One answer's part in a score: `credit` of `weight`. */
export type ScorePart = { readonly question: ChecklistQuestion; readonly value: keyof typeof answerCredit; readonly weight: number; readonly credit: number }

/**
 * A score and where it comes from: 0 to 100, the sum of `credit` over the sum of `weight` of its parts; undefined before the first answer that counts.
 * `best` is what it would be if everything unknown turned out well.
 */
export type Score = { readonly score: number | undefined; readonly best: number | undefined; readonly parts: readonly ScorePart[] }

export type TopicScore = Score & { readonly id: string; readonly title: Localized; readonly answered: number; readonly asked: number }

/**
 * The result of a run. `findings` come worst first (risk, then impact, then the order of the questions); `flags` are what the checklist declares as
 * worse than its parts; `strengths` are the questions answered with yes; `later` those a later phase will ask.
 */
export type ChecklistResult = Score & {
  readonly topics: readonly TopicScore[]
  readonly findings: readonly ChecklistFinding[]
  readonly flags: readonly RedFlag[]
  readonly strengths: readonly ChecklistQuestion[]
  readonly states: readonly ChecklistState[]
  readonly later: readonly ChecklistQuestion[]
  readonly answered: number
  readonly asked: number
  readonly unknown: number
}

/** Scores a run. Pure: the same answers give the same result. "Not applicable" counts neither way. */
export function scoreChecklist(checklist: Checklist, answers: Answers): ChecklistResult {
  const { asked, later, flags } = walkChecklist(checklist, answers)
  const findings = asked.flatMap(({ question, answer }) => findingOf(question, answer))
  return {
    ...scoreOf(asked),
    topics: checklist.content.topics.map(({ id, title }) => {
      const own = asked.filter(({ question }) => question.topic === id)
      return { id, title, ...scoreOf(own), answered: own.filter(({ answer }) => answer).length, asked: own.length }
    }),
    findings: findings.sort((one, other) => riskOf(other) - riskOf(one) || other.impact - one.impact),
    flags,
    strengths: asked.filter(({ answer }) => answer?.value === 'yes').map(({ question }) => question),
    states: asked,
    later,
    answered: asked.filter(({ answer }) => answer).length,
    asked: asked.length,
    unknown: findings.filter(({ kind }) => kind === 'unknown').length,
  }
}

const kinds = { partly: 'partial', no: 'missing', unknown: 'unknown' } as const

function findingOf(question: ChecklistQuestion, answer: ChecklistAnswer | undefined): readonly ChecklistFinding[] {
  if (!answer || answer.value === 'yes' || answer.value === 'notApplicable') return []
  const likelihood = likelihoodOf[answer.value]
  const impact = riskWeight[question.risk]
  return [{ kind: kinds[answer.value], question, answer, likelihood, impact, level: levelOf(likelihood, impact) }]
}

/** The level of a cell of the matrix. */
export function levelOf(likelihood: number, impact: number): RiskLevel {
  const risk = likelihood * impact
  return risk >= levelFrom.high ? 'high' : risk >= levelFrom.medium ? 'medium' : 'low'
}

function riskOf({ likelihood, impact }: ChecklistFinding): number {
  return likelihood * impact
}

function scoreOf(states: readonly ChecklistState[]): Score {
  const parts = states.flatMap(({ question, answer }): readonly ScorePart[] => {
    if (!answer || answer.value === 'notApplicable') return []
    const weight = riskWeight[question.risk]
    return [{ question, value: answer.value, weight, credit: answerCredit[answer.value] * weight }]
  })
  const weight = sum(parts.map((part) => part.weight))
  if (weight === 0) return { score: undefined, best: undefined, parts }
  const percent = (credit: number): number => Math.round((credit / weight) * 100)
  return {
    score: percent(sum(parts.map(({ credit }) => credit))),
    best: percent(sum(parts.map((part) => (part.value === 'unknown' ? part.weight : part.credit)))),
    parts,
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
