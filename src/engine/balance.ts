import type { Agreement } from './agreement.ts'
import type { Answers } from './answers.ts'
import { interview, type Interview } from './interview.ts'
import type { Language } from './language.ts'
import type { Alternative, Question } from './template.ts'

type Side = 'left' | 'right'

/**
 * Where something stands between the two sides: -1 is all the left side can get, 1 all the right side can get, 0 the middle. `lean` is undefined as
 * long as nothing is decided; `open` counts what is asked and not decided, which is never taken for the middle.
 */
export type Lean = { readonly lean: number | undefined; readonly decided: number; readonly open: number }

/** One contested point that is asked now. Without a chosen alternative it is open. */
export type BalancedClause = { readonly question: string; readonly topic: string; readonly chosen: string | undefined; readonly lean: number | undefined }
export type TopicBalance = Lean & { readonly topic: string; readonly clauses: readonly BalancedClause[] }

/** Which side a draft favours, as a whole and by topic, the topics in the order of the interview. */
export type Balance = {
  readonly overall: Lean
  readonly topics: readonly TopicBalance[]
  /** The positions of each side, by id. */
  readonly sides: Readonly<Record<Side, readonly string[]>>
}

/** How far a lean goes, in the words of the weights: 0 balanced, 1 a little, 2 clearly, 3 strongly. */
export type Degree = 0 | 1 | 2 | 3

/** The topic of contested points that name none. */
export const otherTopic = 'other'

const fullWeight = 3

/**
 * Works out the balance of a draft from the alternatives that stand in it, chosen or preset.
 *
 * A clause leans by the weight of its alternative: lean = ± weight / 3, negative where it favours a position on the left side, positive on the
 * right, 0 where it is balanced. A topic leans by the mean of its decided clauses, the draft by the mean of all decided clauses, each counting
 * once whatever its topic; both lie from -1 to 1. A clause that is asked but has no alternative counts as open: it is in no mean and is
 * reported in `open`. Clauses that are not asked are not in the agreement and do not count at all.
 */
export function balanceOf(agreement: Agreement, current: Interview): Balance {
  const clauses = current.pages.flatMap((page) =>
    page.questions.flatMap(({ question, isAsked, value }): readonly BalancedClause[] => {
      if (question.type !== 'clause' || !isAsked) return []
      return [balancedClause(agreement, question, typeof value === 'string' ? value : undefined)]
    }),
  )
  return summed(agreement, clauses)
}

/**
 * The balance a draft would have with another alternative of a clause, everything else as it is. Where other questions depend on this one, the
 * interview is worked out again, because the choice may ask, or drop, other contested points.
 */
export function balanceIf(
  agreement: Agreement,
  current: Interview,
  given: { readonly answers: Answers; readonly languages: readonly Language[] },
  question: string,
  alternative: string,
): Balance {
  if (decidesQuestions(agreement, question)) return balanceOf(agreement, interview(agreement, { ...given.answers, [question]: alternative }, given.languages))
  const known = agreement.questions.get(question)
  const { topics } = balanceOf(agreement, current)
  const clauses = topics.flatMap((topic) => topic.clauses)
  return summed(
    agreement,
    clauses.map((clause) => (clause.question === question && known?.type === 'clause' ? balancedClause(agreement, known, alternative) : clause)),
  )
}

/** The degree of a lean: that of the nearest weight. */
export function degreeOf(lean: number): Degree {
  const nearest = Math.round(Math.abs(lean) * fullWeight)
  return nearest >= 3 ? 3 : nearest === 2 ? 2 : nearest === 1 ? 1 : 0
}

/** The side a lean goes to; undefined where its degree is that of the middle. */
export function sideOf(lean: number): Side | undefined {
  if (degreeOf(lean) === 0) return undefined
  return lean < 0 ? 'left' : 'right'
}

/** The lean in whole points from -100 to 100, as it is shown. */
export function pointsOf(lean: number): number {
  // Rounding must not give -0, which prints as "-0".
  return Math.round(lean * 100) + 0
}

function balancedClause(agreement: Agreement, question: Extract<Question, { type: 'clause' }>, id: string | undefined): BalancedClause {
  const alternative = question.alternatives.find((one) => one.id === id)
  return {
    question: question.id,
    topic: question.topic ?? otherTopic,
    chosen: alternative?.id,
    lean: alternative === undefined ? undefined : alternativeLean(agreement, alternative),
  }
}

function alternativeLean(agreement: Agreement, { favours, weight }: Alternative): number {
  const side = agreement.content.positions.find(({ id }) => id === favours)?.side
  if (side === undefined) return 0
  return (side === 'left' ? -weight : weight) / fullWeight + 0
}

function summed(agreement: Agreement, clauses: readonly BalancedClause[]): Balance {
  const topics = [...new Set(clauses.map(({ topic }) => topic))]
  const positions = (side: Side): readonly string[] => agreement.content.positions.filter((position) => position.side === side).map(({ id }) => id)
  return {
    overall: leanOf(clauses),
    topics: topics.map((topic) => {
      const own = clauses.filter((clause) => clause.topic === topic)
      return { topic, ...leanOf(own), clauses: own }
    }),
    sides: { left: positions('left'), right: positions('right') },
  }
}

function leanOf(clauses: readonly BalancedClause[]): Lean {
  const leans = clauses.flatMap(({ lean }) => (lean === undefined ? [] : [lean]))
  return {
    lean: leans.length === 0 ? undefined : leans.reduce((total, lean) => total + lean, 0) / leans.length,
    decided: leans.length,
    open: clauses.length - leans.length,
  }
}

const deciding = new WeakMap<Agreement, ReadonlySet<string>>()

/** Whether the condition of a page or question names this question. */
function decidesQuestions(agreement: Agreement, question: string): boolean {
  const known = deciding.get(agreement) ?? namesInConditions(agreement)
  deciding.set(agreement, known)
  return known.has(question)
}

function namesInConditions(agreement: Agreement): ReadonlySet<string> {
  const conditions = agreement.content.pages.flatMap((page) => [page.when, ...page.questions.map(({ when }) => when)])
  const names = conditions.flatMap((condition) => (condition ?? '').replaceAll(/'[^']*'|"[^"]*"/g, '').match(/[a-z][a-z0-9_]*/g) ?? [])
  return new Set(names)
}
