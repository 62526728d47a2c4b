import { AnswerDrop } from '../../../engine/answer-drop.ts'
import type { GuideFile, GuideQuestion } from '../../../engine/guide-content.ts'
import { compileCondition, type Condition } from '../../../engine/liquid.ts'

/** Looks for complete answers of a guide. */
export type GuideSearch = {
  /**
   * Complete answers (of every question that is asked) under which one of the conditions is true, or with `isTrue` false, none is. Undefined when
   * there are none: every combination has been looked at.
   */
  readonly find: (conditions: readonly Condition[], isTrue: boolean) => { readonly [question: string]: string } | undefined
}

/**
 * Makes the search. It goes question by question and gives a branch up as soon as the answers so far decide, so that hundreds of thousands of
 * combinations need a few thousand steps. Questions that matter to no condition are passed over.
 */
export function createSearch({ questions }: Pick<GuideFile, 'questions'>): GuideSearch {
  const asked = new Map(questions.flatMap(({ id, when }) => (when === undefined ? [] : [[id, compileCondition(when)] as const])))
  return {
    find: (conditions, isTrue) => {
      const needed = neededFor(conditions, asked)
      const order = questions.filter(({ id }) => needed.has(id))
      const place = new Map(order.map(({ id }, index) => [id, index]))
      // A condition can be decided once its last question has been answered.
      const decidedAt = conditions.map((condition) => Math.max(-1, ...namesOf(condition).map((name) => place.get(name) ?? -1)))
      const scope: Record<string, AnswerDrop> = {}
      const answers: Record<string, string> = {}
      const dive = (depth: number): boolean => {
        const ready = conditions.filter((_, index) => decidedAt[index] === depth - 1)
        if (ready.some((condition) => condition.isTrue(scope))) return isTrue
        const question = order[depth]
        if (question === undefined) return !isTrue
        const isAsked = asked.get(question.id)?.isTrue(scope) ?? true
        for (const option of isAsked ? question.options.map(({ id }) => id) : [undefined]) {
          scope[question.id] = drop(question, option)
          if (option === undefined) delete answers[question.id]
          else answers[question.id] = option
          if (dive(depth + 1)) return true
        }
        delete scope[question.id]
        delete answers[question.id]
        return false
      }
      return dive(0) ? { ...answers } : undefined
    },
  }
}

const namesOf = (condition: Condition): readonly string[] => [...new Set(condition.variables.flatMap(([name]) => name ?? []))]

/** The questions the conditions speak of, and those on which it depends whether these are asked. */
function neededFor(conditions: readonly Condition[], asked: ReadonlyMap<string, Condition>): ReadonlySet<string> {
  const needed = new Set<string>()
  const add = (condition: Condition): void => {
    for (const name of namesOf(condition)) {
      if (needed.has(name)) continue
      needed.add(name)
      const when = asked.get(name)
      if (when !== undefined) add(when)
    }
  }
  conditions.forEach(add)
  return needed
}

function drop(question: GuideQuestion, option: string | undefined): AnswerDrop {
  return new AnswerDrop({ question: undefined, path: question.id, value: option, language: 'en', label: '', isRequired: false })
}
