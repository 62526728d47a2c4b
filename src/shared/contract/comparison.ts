import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { answersSchema } from '../../engine/answers.ts'
import { deviationSchema } from '../../engine/deviation.ts'
import { languageSchema } from '../../engine/language.ts'
import { contentPackageSchema } from '../../engine/template.ts'
import { exportEventSchema, exportFormats } from './export-events.ts'
import { draftIdSchema, fileHandleSchema, revisionIdSchema } from './ids.ts'
import { procedure } from './procedure.ts'

/** What can stand on either side of a comparison: a draft as it is now, one of its revisions, or its template with no answer at all. */
export const comparisonSideSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('draft'), id: draftIdSchema }),
  z.object({ kind: z.literal('revision'), id: revisionIdSchema }),
  z.object({ kind: z.literal('template'), id: draftIdSchema }),
])
export type ComparisonSide = z.infer<typeof comparisonSideSchema>

/** Everything the window needs to draw a side; it compares by itself. */
export const sideContentSchema = z.object({
  contentHash: z.string(),
  content: contentPackageSchema,
  answers: answersSchema,
  deviations: z.array(deviationSchema),
})
export type SideContent = z.infer<typeof sideContentSchema>

export const comparisonContract = {
  side: procedure.input(comparisonSideSchema).output(sideContentSchema),
  /** Writes the redline of two sides, in Word as tracked changes; closing the stream cancels and leaves no file. An empty author is the one of the settings. */
  export: procedure
    .input(
      z.object({
        before: comparisonSideSchema,
        after: comparisonSideSchema,
        languages: z.array(languageSchema).min(1).max(2),
        handle: fileHandleSchema,
        format: z.enum(exportFormats),
        author: z.string().max(200).default(''),
        /** A Word comment on each changed clause; none where it is empty. */
        reason: z.string().max(2000).default(''),
      }),
    )
    .output(eventIterator(exportEventSchema)),
}
