import { type Action, actionsOf } from './action-plan.ts'
import type { Answers } from './answers.ts'
import { type Language, localize } from './language.ts'
import type { ChecklistPackage } from './template.ts'

/** A step of a plan in words of one language. `finding`, `reason` and `laws` are empty where it answers no question that is known. */
export type PlanLine = {
  readonly id: string
  readonly title: string
  readonly finding: string
  readonly reason: string
  readonly laws: readonly string[]
  readonly owner: string
  /** ISO 8601, or empty. */
  readonly due: string
  readonly priority: Action['priority']
  readonly state: 'open' | 'done'
}

const untitled: Readonly<Record<Language, string>> = { de: 'Maßnahme ohne Titel', en: 'Step without a title', ja: '名称のない対応策' }

/** The steps of a stored plan as they leave the house. */
export function planLines(contents: readonly ChecklistPackage[], answers: Answers, language: Language): readonly PlanLine[] {
  return linesOf(contents, actionsOf(answers), language)
}

/** Steps in their order, without the dismissed ones. `contents` are the checklist and those it was before, newest first: a step may answer a question that is gone. */
export function linesOf(contents: readonly ChecklistPackage[], steps: readonly Action[], language: Language): readonly PlanLine[] {
  return steps.flatMap(({ id, question: asked, title, owner, due, priority, state }): readonly PlanLine[] => {
    if (state === 'dismissed') return []
    const content = contents.find(({ questions }) => questions.some((question) => question.id === asked))
    const question = content?.questions.find((known) => known.id === asked)
    const say = (text: Parameters<typeof localize>[0] | undefined): string => (text === undefined ? '' : localize(text, language))
    return [
      {
        id,
        title: title.trim() || say(question?.action) || untitled[language],
        finding: say(question?.missing),
        reason: say(question?.consequence),
        laws: (question?.laws ?? []).flatMap((law) => content?.lawEntries.find((entry) => entry.id === law) ?? []).map(({ cite }) => localize(cite, language)),
        owner,
        due,
        priority,
        state,
      },
    ]
  })
}
