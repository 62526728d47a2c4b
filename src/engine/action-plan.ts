import { z } from 'zod'
import { type Answers, dateSchema } from './answers.ts'
import type { ChecklistFinding, ChecklistResult, RiskLevel } from './checklist-score.ts'
import { snakeId } from './template.ts'

export const actionStates = ['open', 'done', 'dismissed'] as const
export const priorities = ['high', 'medium', 'low'] as const

/**
 * A step of a plan. One that answers a finding carries its question and, as long as `title` is empty, the checklist's own words, so that it prints in
 * every language. `due` is a day or empty. A dismissed one stays, so that it is not proposed again.
 */
export const actionSchema = z.object({
  id: z.string().min(1).max(100),
  question: snakeId.optional(),
  title: z.string().max(1000).default(''),
  owner: z.string().max(200).default(''),
  due: z.union([z.literal(''), dateSchema]).default(''),
  priority: z.enum(priorities).default('medium'),
  state: z.enum(actionStates).default('open'),
})
export type Action = z.infer<typeof actionSchema>

/** The plan as it is stored: the answer `actions` of a run, in the order people gave it. */
export const actionsSchema = z.array(actionSchema).max(500)

/** The plan of a run; steps that cannot be read are left out of it, and stay in the answers. */
export function actionsOf(answers: Answers): readonly Action[] {
  const stored = answers['actions']
  if (!Array.isArray(stored)) return []
  return stored.flatMap((item) => {
    const parsed = actionSchema.safeParse(item)
    return parsed.success ? [parsed.data] : []
  })
}

/** Days until a step should be done, by the level of its finding: our proposal, no rule of law. */
export const daysToAct: Readonly<Record<RiskLevel, number>> = { high: 30, medium: 60, low: 90 }

/** The steps that findings without one propose, worst first. `from` is the day they count from, ISO 8601. */
export function proposedActions({ findings }: ChecklistResult, plan: readonly Action[], from: string): readonly Action[] {
  const planned = new Set(plan.map(({ question }) => question))
  return findings.filter(({ question }) => !planned.has(question.id)).map((finding) => proposedAction(finding, from))
}

/** The step a finding proposes: the checklist's words, nobody's yet, due by its level. */
export function proposedAction({ question, level }: ChecklistFinding, from: string): Action {
  return { id: question.id, question: question.id, title: '', owner: '', due: addDays(from, daysToAct[level]), priority: level, state: 'open' }
}

/** A calendar day some days later; empty when `day` is none. */
export function addDays(day: string, days: number): string {
  const time = dateSchema.safeParse(day).success ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  return Number.isNaN(time) ? '' : new Date(time + days * 86_400_000).toISOString().slice(0, 10)
}

/** A plan with one step changed. */
export function withAction(plan: readonly Action[], id: string, change: Partial<Omit<Action, 'id' | 'question'>>): readonly Action[] {
  return plan.map((action) => (action.id === id ? { ...action, ...change } : action))
}

/** A plan without one step; a step that answers a finding is proposed again. */
export function withoutAction(plan: readonly Action[], id: string): readonly Action[] {
  return plan.filter((action) => action.id !== id)
}

/** A plan with one step moved to another place (0 = first). */
export function movedAction(plan: readonly Action[], id: string, to: number): readonly Action[] {
  const action = plan.find((one) => one.id === id)
  if (action === undefined) return plan
  const rest = withoutAction(plan, id)
  const place = Math.max(0, Math.min(to, rest.length))
  return [...rest.slice(0, place), action, ...rest.slice(place)]
}

/** An id for a step people add themselves: the first of own-1, own-2 … that is free. */
export function freeActionId(plan: readonly Action[]): string {
  const taken = new Set(plan.map(({ id }) => id))
  let number = 1
  while (taken.has(`own-${number}`)) number += 1
  return `own-${number}`
}

/** What counts in a plan: `open` steps, and of them those that are `late` on a day (ISO 8601). */
export function planCounts(plan: readonly Action[], today: string): { readonly open: number; readonly done: number; readonly late: number } {
  const open = plan.filter(({ state }) => state === 'open')
  return { open: open.length, done: plan.filter(({ state }) => state === 'done').length, late: open.filter(({ due }) => due !== '' && due < today).length }
}
