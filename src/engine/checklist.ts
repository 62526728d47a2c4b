import { AnswerDrop } from './answer-drop.ts'
import { type Answers, type ChecklistAnswer, checklistAnswerSchema } from './answers.ts'
import type { Localized } from './language.ts'
import { compileCondition, type Condition } from './liquid.ts'
import type { ChecklistPackage, ChecklistQuestion } from './template.ts'

/** A checklist whose conditions are parsed. */
export type Checklist = { readonly content: ChecklistPackage; readonly conditions: ReadonlyMap<string, Condition> }

/** Parses the conditions of a checklist; throws a LiquidJS ParseError when one cannot be read. */
export function compileChecklist(content: ChecklistPackage): Checklist {
  const conditions = new Map<string, Condition>()
  for (const question of content.questions) if (question.when !== undefined) conditions.set(question.id, compileCondition(question.when))
  return { content, conditions }
}

/** A question of a run and its answer, if there is a usable one. */
export type ChecklistState = { readonly question: ChecklistQuestion; readonly answer: ChecklistAnswer | undefined }

/** The questions asked now, in order; a condition sees the answers ("yes", "no", …) of earlier questions. */
export function checklistInterview(checklist: Checklist, answers: Answers): readonly ChecklistState[] {
  const scope: { [id: string]: unknown } = {}
  return checklist.content.questions.flatMap((question) => {
    const isAsked = checklist.conditions.get(question.id)?.isTrue(scope) ?? true
    const parsed = isAsked ? checklistAnswerSchema.safeParse(answers[question.id]) : undefined
    const answer = parsed?.success === true ? parsed.data : undefined
    scope[question.id] = new AnswerDrop({ question: undefined, path: question.id, value: answer?.value, language: 'en', label: '', isRequired: false })
    return isAsked ? [{ question, answer }] : []
  })
}

/** How much of the protection an answer stands for. "Unknown" earns nothing: what nobody knows does not protect. */
export const answerCredit = { yes: 1, partly: 0.5, no: 0, unknown: 0 } as const
/** What a question weighs, by how bad a missing measure is. */
export const riskWeight = { high: 3, medium: 2, low: 1 } as const
/** How likely harm is, 1 to 3, by answer: a missing measure most, an unknown one as much, a partial one less. */
const likelihoodOf = { yes: 1, partly: 2, no: 3, unknown: 3 } as const

export type ChecklistFinding = {
  readonly question: ChecklistQuestion
  readonly answer: ChecklistAnswer
  readonly level: 'high' | 'medium' | 'low'
  readonly likelihood: 1 | 2 | 3
  readonly impact: 1 | 2 | 3
}
export type TopicScore = {
  readonly id: string
  readonly title: Localized
  readonly score: number | undefined
  readonly answered: number
  readonly asked: number
}

/**
 * The result of a run. `score` is 0 to 100: the weighted share of the credit of all answered questions that apply; undefined before the first.
 * `findings` come worst first: risk = likelihood × impact, level high from 6, medium from 3 (the 3 × 3 matrix of the result screen).
 */
export type ChecklistResult = {
  readonly score: number | undefined
  readonly topics: readonly TopicScore[]
  readonly findings: readonly ChecklistFinding[]
  readonly strengths: readonly ChecklistQuestion[]
  readonly answered: number
  readonly asked: number
}

/** Scores a run. Pure: the same answers give the same result. "Not applicable" counts neither way. */
export function scoreChecklist(checklist: Checklist, answers: Answers): ChecklistResult {
  const states = checklistInterview(checklist, answers)
  const found = states.flatMap(({ question, answer }) => finding(question, answer))
  return {
    score: scoreOf(states),
    topics: checklist.content.topics.map((topic) => {
      const own = states.filter(({ question }) => question.topic === topic.id)
      return { id: topic.id, title: topic.title, score: scoreOf(own), answered: own.filter(({ answer }) => answer).length, asked: own.length }
    }),
    findings: found.sort((one, other) => other.likelihood * other.impact - one.likelihood * one.impact || other.impact - one.impact),
    strengths: states.filter(({ answer }) => answer?.value === 'yes').map(({ question }) => question),
    answered: states.filter(({ answer }) => answer).length,
    asked: states.length,
  }
}

function finding(question: ChecklistQuestion, answer: ChecklistAnswer | undefined): readonly ChecklistFinding[] {
  if (!answer || answer.value === 'yes' || answer.value === 'notApplicable') return []
  const likelihood = likelihoodOf[answer.value]
  const impact = riskWeight[question.risk]
  const risk = likelihood * impact
  return [{ question, answer, likelihood, impact, level: risk >= 6 ? 'high' : risk >= 3 ? 'medium' : 'low' }]
}

function scoreOf(states: readonly ChecklistState[]): number | undefined {
  let credit = 0
  let weight = 0
  for (const { question, answer } of states) {
    if (!answer || answer.value === 'notApplicable') continue
    credit += answerCredit[answer.value] * riskWeight[question.risk]
    weight += riskWeight[question.risk]
  }
  return weight === 0 ? undefined : Math.round((credit / weight) * 100)
}
