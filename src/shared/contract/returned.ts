import { z } from 'zod'
import { deviationSchema, deviationStates } from '../../engine/deviation.ts'
import { languageSchema } from '../../engine/language.ts'
import { draftIdSchema, fileHandleSchema } from './ids.ts'
import { procedure } from './procedure.ts'

/** Longest file that may come through the port, in characters of base64 (12 MB of file): a message holds 16 MiB. Larger ones are chosen in a dialog. */
const maximumDroppedLength = 16_000_000

/** A file from outside: one chosen in a dialog, the content of one dropped on the window, in base64, or one that `reopening.read` has read, by its ticket. */
export const returnedFileSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('chosen'), handle: fileHandleSchema, fileName: z.string().max(300) }),
  z.object({ kind: z.literal('dropped'), fileName: z.string().max(300), content: z.string().max(maximumDroppedLength) }),
  z.object({ kind: z.literal('reopened'), fileName: z.string().max(300), ticket: z.string().min(1).max(64) }),
])
export type ReturnedFile = z.infer<typeof returnedFileSchema>

/** The changes of a draft, and the ids of those whose words are no longer in the document. */
const reviewSchema = z.object({ deviations: z.array(deviationSchema), stale: z.array(z.string()) })
export type Review = z.infer<typeof reviewSchema>

/** What a person should know about a file beside its changes. */
export const readingSchema = z.object({
  fileName: z.string(),
  /** Changes that were found, and how many of them nobody has decided about yet. */
  found: z.int(),
  undecided: z.int(),
  silent: z.int(),
  /** Text boxes, which are not read. */
  textBoxes: z.int(),
  /** Answers of the draft that have changed since the file was exported. */
  answersChanged: z.int(),
  /** False when the file lost the data by which its origin is known: it was compared with the draft as it is now. */
  hasOrigin: z.boolean(),
})
export type Reading = z.infer<typeof readingSchema>

const draftInput = z.object({ draftId: draftIdSchema })

/** The partner's Word file comes back: what changed in it, and what is decided about each change. */
export const returnedContract = {
  list: procedure.input(draftInput).output(reviewSchema),
  /** Reads a file and puts its changes in the place of those nobody decided about yet. What was decided stays decided. */
  read: procedure.input(draftInput.extend({ file: returnedFileSchema })).output(reviewSchema.extend({ reading: readingSchema })),
  /** Decides about changes, or with "open" takes a decision back. Returns when it is on disk. */
  decide: procedure
    .input(
      draftInput.extend({ ids: z.array(z.string().min(1).max(64)).min(1).max(10_000), state: z.enum(deviationStates), note: z.string().max(5000).optional() }),
    )
    .output(reviewSchema),
  /** Writes the register of deviations behind the handle. */
  exportRegister: procedure
    .input(draftInput.extend({ handle: fileHandleSchema, format: z.enum(['pdf', 'docx']), language: languageSchema }))
    .output(z.object({ fileName: z.string(), bytes: z.int() })),
}
