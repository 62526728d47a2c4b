import { actionsSchema } from './action-plan.ts'
import { checklistAnswers, checklistAnswerSchema, type Json, jsonSchema } from './answers.ts'
import { formatNumber } from './format.ts'
import { runFactIds, runFactProblem } from './checklist-run.ts'

/** An entry of a file of answers to a checklist as a run stores it, and what is wrong with it, in words for its author. */
export type RunEntry = { readonly value: Json; readonly problem?: string | undefined }

/**
 * Reads one entry of a file: a fact of the run, its plan, or the answer to a question, for which `yes` is short for `{ value: yes }`. Whether there is such
 * a question is for the caller to say.
 */
export function readRunEntry(id: string, value: Json): RunEntry {
  const fact = runFactIds.find((known) => known === id)
  if (fact !== undefined) return { value, problem: runFactProblem(fact, value) }
  if (id === 'actions') return readPlan(value)
  const answer = checklistAnswerSchema.safeParse(typeof value === 'string' ? { value } : value)
  if (answer.success) return { value: answer.data }
  const tooLong = answer.error.issues.find(({ code }) => code === 'too_big')
  if (tooLong?.code === 'too_big')
    return { value, problem: `the ${tooLong.path.join('.')} is longer than ${formatNumber(Number(tooLong.maximum), 'en')} characters` }
  return { value, problem: `the answer is one of ${checklistAnswers.join(', ')}, or { value, note, evidence }` }
}

function readPlan(value: Json): RunEntry {
  const plan = actionsSchema.safeParse(value)
  if (plan.success) return { value: jsonSchema.parse(plan.data) }
  const [issue] = plan.error.issues
  return { value, problem: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}; an action is { id, question, title, owner, due, priority, state }` }
}
