import { z } from 'zod'
import { checklistAnswers, dateSchema, jsonSchema } from '../../engine/answers.ts'
import { findingStates, settlements } from '../../engine/finding-links.ts'
import { languageSchema, localizedSchema } from '../../engine/language.ts'
import { draftIdSchema } from './ids.ts'
import { isoDateTime, procedure } from './procedure.ts'

const questionId = z.string().min(1).max(200)
const linkInput = z.object({ run: draftIdSchema, question: questionId, draft: draftIdSchema })
const suggestedSchema = z.object({ question: z.string(), value: jsonSchema })

/** Where a finding leads: an agreement, what is answered there because of it, and the role the organisation most likely has. */
const leadSchema = z.object({
  agreement: z.string(),
  /** Whether the checklist names the agreement, not only a topic it has a clause on. */
  isNamed: z.boolean(),
  role: z.string().nullable(),
  /** With the label of the question and the answer in words. */
  suggested: z.array(suggestedSchema.extend({ label: localizedSchema, words: localizedSchema })),
})
export type FindingLeadInfo = z.infer<typeof leadSchema>

const leadsSchema = z.object({
  agreements: z.array(
    z.object({
      id: z.string(),
      title: localizedSchema,
      languages: z.array(languageSchema),
      /** Roles that one party has, which can take the name of the organisation. */
      roles: z.array(z.object({ id: z.string(), title: localizedSchema })),
    }),
  ),
  /** Of every question of the checklist that leads somewhere, best first. */
  questions: z.array(z.object({ question: z.string(), leads: z.array(leadSchema) })),
})
export type FindingLeads = z.infer<typeof leadsSchema>

/** A draft in which a finding of a run is dealt with. `taken` of `suggested` suggestions stand in it. */
const findingDraftSchema = z.object({
  draft: draftIdSchema,
  name: z.string(),
  agreement: z.string(),
  title: localizedSchema,
  state: z.enum(findingStates),
  settled: z.enum(settlements).nullable(),
  taken: z.int(),
  suggested: z.int(),
  /** The question to look at first, and its page. */
  place: z.object({ page: z.string(), question: z.string() }).nullable(),
})
export type FindingDraft = z.infer<typeof findingDraftSchema>

/** A finding that stands behind a draft. */
const draftFindingSchema = z.object({
  run: z.object({ id: draftIdSchema, name: z.string(), title: localizedSchema, assessedOn: dateSchema.nullable(), createdAt: isoDateTime }),
  question: z.string(),
  /** Its number in the checklist, from 1, and its topic. */
  number: z.int(),
  topic: z.string(),
  text: localizedSchema,
  missing: localizedSchema,
  /** How it is answered in the run now; null when it is no longer answered. */
  answer: z.enum(checklistAnswers).nullable(),
  suggested: z.array(suggestedSchema),
  /** Questions of the draft it concerns. */
  concerned: z.array(z.string()),
  settled: z.enum(settlements).nullable(),
  state: z.enum(findingStates),
})
export type DraftFinding = z.infer<typeof draftFindingSchema>

/** From the findings of a checklist to the clauses that deal with them, and back. A finding is named by its run and the question. */
export const findingsContract = {
  /** Where the questions of a run lead, with the agreements that are installed. */
  leads: procedure.input(z.object({ id: draftIdSchema })).output(leadsSchema),
  /** Begins a draft with what the findings suggest, the names of the parties, and a link to each finding. */
  begin: procedure
    .input(
      z.object({
        run: draftIdSchema,
        questions: z.array(questionId).min(1).max(100),
        agreement: z.string().max(100),
        name: z.string().trim().min(1).max(200),
        languages: z.array(languageSchema).min(1).max(2),
        /** The role of the organisation; without one no names are filled in. */
        role: z.string().max(100).optional(),
        /** Where findings contradict each other: by question of the agreement, the question of the checklist that counts. */
        prefer: z.record(z.string().max(200), questionId).default({}),
      }),
    )
    .output(z.object({ draftId: draftIdSchema })),
  /** Links a finding to a draft that there is already; its answers stay as they are. */
  link: procedure.input(linkInput).output(findingDraftSchema),
  unlink: procedure.input(linkInput).output(z.object({ name: z.string() })),
  /** What a person decided: dealt with here, settled otherwise, or (null) not yet. */
  settle: procedure.input(linkInput.extend({ settled: z.enum(settlements).nullable() })).output(findingDraftSchema),
  /** The drafts that deal with the findings of a run, by question. */
  ofRun: procedure.input(z.object({ id: draftIdSchema })).output(z.array(z.object({ question: z.string(), drafts: z.array(findingDraftSchema) }))),
  /** The findings behind a draft, newest run first, in the order of the checklist. */
  ofDraft: procedure.input(z.object({ id: draftIdSchema })).output(z.array(draftFindingSchema)),
}
