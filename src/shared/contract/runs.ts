import { z } from 'zod'
import { answersSchema } from '../../engine/answers.ts'
import { localizedSchema } from '../../engine/language.ts'
import { checklistPackageSchema } from '../../engine/template.ts'
import { draftIdSchema } from './ids.ts'
import { isoDateTime, procedure } from './procedure.ts'

/** How a run belongs to others: the one it continues, unless that is gone or in the trash, and the contents it had before it was renewed, oldest first. */
export const runPlaceSchema = z.object({ previous: draftIdSchema.nullable(), former: z.array(checklistPackageSchema) })
export type RunPlace = z.infer<typeof runPlaceSchema>

/** A run in a list. */
export const runSummarySchema = z.object({
  id: draftIdSchema,
  name: z.string(),
  templateId: z.string(),
  templateTitle: localizedSchema,
  organisation: z.string(),
  /** The day people gave the run, ISO 8601; null without one. */
  assessedOn: z.iso.date().nullable(),
  createdAt: isoDateTime,
  updatedAt: isoDateTime,
  previous: draftIdSchema.nullable(),
  /** 0 to 100; null before the first answer that counts. */
  score: z.int().nullable(),
  answered: z.int(),
  asked: z.int(),
  redFlags: z.int(),
  /** Of each open step of the plan the day it is due, or empty; in the order of the plan. */
  openSteps: z.array(z.string()),
  doneSteps: z.int(),
})
export type RunSummary = z.infer<typeof runSummarySchema>

const runInput = z.object({ id: draftIdSchema })
const name = z.string().trim().min(1).max(200)

/** Runs of checklists: repeated, brought up to date, compared. Everything else about them is a draft's. */
export const runsContract = {
  /** Newest first, without those in the trash. */
  list: procedure.input(z.object({ templateId: z.string().max(100).optional() })).output(z.array(runSummarySchema)),
  /** Begins a new run where another ended, with the checklist as it is installed now, or as the run has it when it is no longer installed. */
  repeat: procedure.input(runInput.extend({ name })).output(z.object({ id: draftIdSchema, name: z.string() })),
  /** Binds a run to the newer checklist; answers stay, the state before is kept as a revision. */
  renew: procedure.input(runInput.extend({ nameOfCurrent: name })).output(z.object({ added: z.int(), reworded: z.int(), removed: z.int() })),
  /** The run that this one continues, with all it takes to compare; null without one. */
  previous: procedure
    .input(runInput)
    .output(z.object({ summary: runSummarySchema, contentHash: z.string(), content: checklistPackageSchema, answers: answersSchema }).nullable()),
}
