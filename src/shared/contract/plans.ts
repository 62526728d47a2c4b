import { z } from 'zod'
import { languageSchema } from '../../engine/language.ts'
import { draftIdSchema, fileHandleSchema } from './ids.ts'
import { procedure } from './procedure.ts'

/** What a plan can be written as: a calendar (RFC 5545) or a table (CSV). */
export const planFormats = ['ics', 'csv'] as const
export type PlanFormat = (typeof planFormats)[number]

/** The action plan of a run, out of the house. */
export const plansContract = {
  /**
   * Writes the plan behind the handle. A calendar holds the open steps that have a day; `left` says how many steps are not in it. Answers `planEmpty`
   * when there is nothing to write.
   */
  export: procedure
    .input(z.object({ id: draftIdSchema, handle: fileHandleSchema, format: z.enum(planFormats), language: languageSchema }))
    .output(z.object({ fileName: z.string(), steps: z.int(), left: z.int() })),
}
