import type { Action } from '../../../engine/action-plan.ts'
import { useWords } from '../../i18n/i18n.ts'
import type { Run } from './use-run.ts'

/** How the steps of a plan are called: by people's own words, else by those of the checklist, also of one the run had before. */
export function useStepWords({ content, draft }: Pick<Run, 'content' | 'draft'>) {
  const { t, local } = useWords()
  const questions = [content, ...(draft.run?.former ?? []).toReversed()].flatMap((checklist) => checklist.questions)
  const questionOf = (step: Action) => questions.find(({ id }) => id === step.question)
  const proposedTitle = (step: Action): string => {
    const question = questionOf(step)
    return question === undefined ? '' : local(question.action)
  }
  return { questionOf, proposedTitle, titleOf: (step: Action) => step.title || proposedTitle(step) || t('checklist.plan.untitled') }
}
