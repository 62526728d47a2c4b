import type { Answers, ChecklistAnswer } from './answers.ts'
import { checklistAnswerSchema } from './answers.ts'
import type { Checklist } from './checklist.ts'
import { type ChecklistResult, scoreChecklist } from './checklist-score.ts'
import type { ChecklistPackage, ChecklistQuestion } from './template.ts'

/** From worst to best. To know that something is missing is better than not to know. */
const ranks = ['unknown', 'no', 'partly', 'yes'] as const

type AnswerValue = ChecklistAnswer['value']

/** How a question of both runs was answered before and now; `better` and `worse` only where both answers can be ranked. */
export type AnswerChange = {
  readonly question: ChecklistQuestion
  readonly before: AnswerValue | undefined
  readonly now: AnswerValue | undefined
  readonly kind: 'better' | 'worse' | 'same' | 'other'
}

/** A score before and now, in points of 100; undefined where nothing that counts was answered. */
export type ScoreChange = { readonly before: number | undefined; readonly now: number | undefined }

/** What changed between two runs. `answers` has the questions asked in either run and known now, in order; `topics` by the id of those there are now. */
export type RunComparison = {
  readonly score: ScoreChange
  readonly topics: ReadonlyMap<string, ScoreChange>
  readonly answers: readonly AnswerChange[]
  readonly better: number
  readonly worse: number
}

/** Compares a run with an earlier one, which may be of an older version of the checklist. Pure. */
export function compareRuns(
  now: { readonly checklist: Checklist; readonly answers: Answers },
  before: { readonly checklist: Checklist; readonly answers: Answers },
): RunComparison {
  const current = scoreChecklist(now.checklist, now.answers)
  const earlier = scoreChecklist(before.checklist, before.answers)
  const earlierTopics = new Map(earlier.topics.map(({ id, score }) => [id, score]))
  const answers = changesOf(now.checklist.content, current, earlier)
  return {
    score: { before: earlier.score, now: current.score },
    topics: new Map(current.topics.map(({ id, score }) => [id, { before: earlierTopics.get(id), now: score }])),
    answers,
    better: answers.filter(({ kind }) => kind === 'better').length,
    worse: answers.filter(({ kind }) => kind === 'worse').length,
  }
}

function changesOf(content: ChecklistPackage, current: ChecklistResult, earlier: ChecklistResult): readonly AnswerChange[] {
  const now = valuesOf(current)
  const before = valuesOf(earlier)
  return content.questions.flatMap((question) => {
    if (!now.has(question.id) && !before.has(question.id)) return []
    const change = { before: before.get(question.id), now: now.get(question.id) }
    return [{ question, ...change, kind: kindOf(change.before, change.now) }]
  })
}

function valuesOf({ states }: ChecklistResult): ReadonlyMap<string, AnswerValue | undefined> {
  return new Map(states.map(({ question, answer }) => [question.id, answer?.value]))
}

function kindOf(before: AnswerValue | undefined, now: AnswerValue | undefined): AnswerChange['kind'] {
  if (before === now) return 'same'
  const steps = rankOf(now) - rankOf(before)
  return Number.isNaN(steps) ? 'other' : steps > 0 ? 'better' : 'worse'
}

function rankOf(value: AnswerValue | undefined): number {
  const rank = ranks.findIndex((known) => known === value)
  return rank === -1 ? Number.NaN : rank
}

/**
 * What became of the questions of a run when its checklist was renewed. `added` and `reworded` are ids of questions there are now; `removed` are questions
 * there were once, with the answer that is kept as history.
 */
export type ContentHistory = {
  readonly added: ReadonlySet<string>
  readonly reworded: ReadonlySet<string>
  readonly removed: readonly { readonly question: ChecklistQuestion; readonly answer: ChecklistAnswer }[]
}

/** Compares a checklist with what it was before, oldest first. Without former contents nothing is new. */
export function contentHistory(content: ChecklistPackage, former: readonly ChecklistPackage[], answers: Answers): ContentHistory {
  const last = former.at(-1)
  const present = new Set(content.questions.map(({ id }) => id))
  const known = new Map(last?.questions.map((question) => [question.id, question]))
  // The newest wording of each removed question is the one that was answered last.
  const gone = new Map(former.flatMap(({ questions }) => questions).flatMap((question) => (present.has(question.id) ? [] : [[question.id, question]])))
  return {
    added: new Set(last === undefined ? [] : content.questions.flatMap(({ id }) => (known.has(id) ? [] : [id]))),
    reworded: new Set(content.questions.flatMap((question) => (isReworded(question, known.get(question.id)) ? [question.id] : []))),
    removed: [...gone.values()].flatMap((question) => {
      const answer = checklistAnswerSchema.safeParse(answers[question.id])
      return answer.success ? [{ question, answer: answer.data }] : []
    }),
  }
}

/** A translation that was added is no other wording. */
function isReworded(now: ChecklistQuestion, before: ChecklistQuestion | undefined): boolean {
  return before !== undefined && (now.question.de !== before.question.de || now.question.en !== before.question.en)
}
