import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { languageSchema, localizedSchema } from '../../engine/language.ts'
import { exportFormats } from './export-events.ts'
import { guideAnswersSchema } from './guide.ts'
import { draftIdSchema, fileHandleSchema, suiteIdSchema } from './ids.ts'
import { isoDateTime, procedure } from './procedure.ts'

/** A suite one can begin. */
export const suiteTemplateSchema = z.object({
  id: z.string(),
  title: localizedSchema,
  purpose: localizedSchema,
  languages: z.array(languageSchema),
  documents: z.array(z.object({ agreement: z.string(), title: localizedSchema, role: localizedSchema.nullable(), isConditional: z.boolean() })),
})
export type SuiteTemplate = z.infer<typeof suiteTemplateSchema>

const suiteDocumentSchema = z.object({
  agreement: z.string(),
  title: localizedSchema,
  role: localizedSchema.nullable(),
  /** Whether the answers so far call for it. */
  isNeeded: z.boolean(),
  /** The draft, once the document was begun. */
  draft: z.object({ id: draftIdSchema, answered: z.int(), asked: z.int(), openPoints: z.int(), risks: z.int() }).nullable(),
})

/** A suite that was begun. */
export const suiteRunSchema = z.object({
  id: suiteIdSchema,
  name: z.string(),
  title: localizedSchema,
  purpose: localizedSchema,
  languages: z.array(languageSchema),
  createdAt: isoDateTime,
  documents: z.array(suiteDocumentSchema),
  /** Questions that more than one begun document asks. */
  shared: z.int(),
  /** Those of them that are answered differently: by document, which. */
  differences: z.array(
    z.object({ label: localizedSchema, places: z.array(z.object({ draft: draftIdSchema, title: localizedSchema, page: z.string(), question: z.string() })) }),
  ),
})
export type SuiteRun = z.infer<typeof suiteRunSchema>

/** A draft's place in its suite: which of its questions other documents ask as well, and whether the answers agree. */
export const suitePlaceSchema = z.object({
  id: suiteIdSchema,
  name: z.string(),
  shared: z.array(z.object({ question: z.string(), sameIn: z.array(localizedSchema), differsIn: z.array(localizedSchema) })),
})
export type SuitePlace = z.infer<typeof suitePlaceSchema>

const suiteInput = z.object({ id: suiteIdSchema })
const suiteExportEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), fraction: z.number() }),
  /** `folderName` is a new folder inside the chosen one. */
  z.object({ kind: z.literal('done'), folderName: z.string(), files: z.array(z.string()) }),
])

/** Several documents with shared answers. */
export const suitesContract = {
  templates: procedure.output(z.array(suiteTemplateSchema)),
  list: procedure.output(z.array(suiteRunSchema)),
  begin: procedure
    .input(
      z.object({
        suiteId: z.string().max(100),
        name: z.string().trim().min(1).max(200),
        languages: z.array(languageSchema).min(1).max(2),
        guide: guideAnswersSchema.optional(),
      }),
    )
    .output(suiteRunSchema),
  get: procedure.input(suiteInput).output(suiteRunSchema),
  /** Opens a document, beginning its draft with the answers the other documents have when there is none yet. */
  open: procedure.input(suiteInput.extend({ agreement: z.string().max(100) })).output(z.object({ draftId: draftIdSchema })),
  /** Ends the sharing; the drafts stay. */
  dissolve: procedure.input(suiteInput).output(z.object({ name: z.string() })),
  /** Writes every begun document and the sheets into a new folder inside the chosen one. */
  export: procedure
    .input(
      suiteInput.extend({
        folder: fileHandleSchema,
        formats: z.array(z.enum(exportFormats)).min(1).max(2),
        isDraft: z.boolean(),
        hasWatermark: z.boolean(),
        hasData: z.boolean(),
      }),
    )
    .output(eventIterator(suiteExportEventSchema)),
}
