import type { ChecklistResult } from '../../../engine/checklist-score.ts'
import type { ChecklistPackage } from '../../../engine/template.ts'

/** The page before the topics: whose run it is. */
export const aboutPage = 'about-this-run'
/** The page after them: answers to questions that are no longer asked. */
export const removedPage = 'no-longer-asked'

/** What the screen of a run shows: its questions, what follows from them, the plan, what changed since the run before, and states that were kept. */
export const checklistViews = ['questions', 'result', 'plan', 'changes', 'revisions'] as const
export type ChecklistView = (typeof checklistViews)[number]

/** The pages of a run in order: topics with something to answer now or later. */
export function pagesOf({ topics }: ChecklistPackage, { states, later }: ChecklistResult): readonly string[] {
  const used = new Set([...states.map(({ question }) => question.topic), ...later.map(({ topic }) => topic)])
  return [aboutPage, ...topics.map(({ id }) => id).filter((id) => used.has(id))]
}
