import { type Action, actionSchema, actionsOf, freeActionId, movedAction, proposedAction, withAction, withoutAction } from '../../../engine/action-plan.ts'
import { type Json, jsonSchema } from '../../../engine/answers.ts'
import type { ChecklistFinding } from '../../../engine/checklist-score.ts'
import { today } from '../../i18n/dates.ts'
import type { Run } from './use-run.ts'

/** The plan of a run and what people do with it; each change is saved like any answer. */
export function usePlan({ answers, session }: Pick<Run, 'answers' | 'session'>) {
  const steps = actionsOf(answers)
  // From the session and not from what was drawn last: an "undo" may be pressed long after.
  const change = (next: (plan: readonly Action[]) => readonly Action[]) => {
    const current = session.get().answers
    const plan = [...next(actionsOf(current)).map(asJson), ...unreadable(current['actions'])]
    session.answer('actions', plan.length === 0 ? undefined : plan)
  }
  const put = (step: Action) => change((plan) => [...withoutAction(plan, step.id), step])
  return {
    steps,
    accept: (finding: ChecklistFinding) => put(proposedAction(finding, today(new Date()))),
    acceptAll: (findings: readonly ChecklistFinding[]) => change((plan) => [...plan, ...findings.map((finding) => proposedAction(finding, today(new Date())))]),
    dismiss: (finding: ChecklistFinding) => put({ ...proposedAction(finding, today(new Date())), state: 'dismissed' }),
    add: (title: string) => change((plan) => [...plan, actionSchema.parse({ id: freeActionId(plan), title })]),
    set: (id: string, values: Partial<Omit<Action, 'id' | 'question'>>) => change((plan) => withAction(plan, id, values)),
    move: (id: string, to: number) => change((plan) => movedAction(plan, id, to)),
    remove: (id: string) => change((plan) => withoutAction(plan, id)),
    /** Puts a removed step back where it was. */
    putBack: (step: Action, place: number) => change((plan) => movedAction([...withoutAction(plan, step.id), step], step.id, place)),
  }
}

export type Plan = ReturnType<typeof usePlan>

function asJson(step: Action): Json {
  return jsonSchema.parse(step)
}

/** Steps of another shape, such as a newer version may write, are not shown and not lost. */
function unreadable(stored: Json | undefined): readonly Json[] {
  return Array.isArray(stored) ? stored.filter((item) => !actionSchema.safeParse(item).success) : []
}
