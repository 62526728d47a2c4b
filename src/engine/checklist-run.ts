import { z } from 'zod'
import { type Answers, dateSchema } from './answers.ts'
import { runPhases, runRoles } from './template.ts'

export const runSubjects = ['organisation', 'partnership', 'project'] as const
export const partnerKinds = ['company', 'institute', 'agency'] as const

const name = z.string().trim().max(200)

/** What a run says about itself besides its answers, by the id it is stored and written in files under. Everything may be missing. */
const factSchemas = {
  /** Whose situation it is. */
  organisation: name,
  /** What is looked at: the organisation as a whole, one partnership, or one project. */
  subject: z.enum(runSubjects),
  partner: name,
  partner_kind: z.enum(partnerKinds),
  project: name,
  /** Narrows the questions to those for a company or for an agency; missing: all of them. */
  who: z.enum(runRoles),
  /** Narrows the questions to those that should be settled by now; missing: all of them. */
  phase: z.enum(runPhases),
  assessed_on: dateSchema,
  assessor: name,
}
export type RunFacts = { readonly [Id in keyof typeof factSchemas]?: z.infer<(typeof factSchemas)[Id]> | undefined }
export type RunFactId = keyof RunFacts

export const runFactIds = Object.keys(factSchemas).filter((id): id is RunFactId => id in factSchemas)

/** Ids that no question of a checklist may have: facts of the run, and its plan. */
export const reservedRunIds: readonly string[] = [...runFactIds, 'actions']

/** The facts that conditions of a checklist may speak of. */
export const conditionFacts = ['who', 'phase', 'partner_kind'] as const
/** Their possible values, for the linter and for whoever lists them. */
export const conditionFactValues: Readonly<Record<(typeof conditionFacts)[number], readonly string[]>> = {
  who: runRoles,
  phase: runPhases,
  partner_kind: partnerKinds,
}

/** The facts of a run that can be used; empty and misshapen ones are left out. */
export function runFacts(answers: Answers): RunFacts {
  return Object.fromEntries(
    runFactIds.flatMap((id) => {
      const parsed = factSchemas[id].safeParse(answers[id])
      return parsed.success && parsed.data !== '' ? [[id, parsed.data]] : []
    }),
  )
}

/** What is wrong with a fact as it stands in a file, in words; undefined when nothing is. */
export function runFactProblem(id: RunFactId, value: unknown): string | undefined {
  if (factSchemas[id].safeParse(value).success) return undefined
  if (id === 'assessed_on') return 'a date is written as 2027-03-01 and must exist'
  const choices: Partial<Record<RunFactId, readonly string[]>> = { ...conditionFactValues, subject: runSubjects }
  const known = choices[id]
  return known === undefined ? 'this is a text of at most 200 characters' : `this is one of ${known.join(', ')}`
}
