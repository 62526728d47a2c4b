import { z } from 'zod'

/** Formats a document can be written in. */
export const exportFormats = ['pdf', 'docx'] as const

/** What an export tells while it runs. `fraction` is that of the whole, 0 to 1. */
export const exportEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), step: z.enum(['assembling', 'writing', 'saving']), fraction: z.number() }),
  z.object({ kind: z.literal('done'), fileName: z.string(), bytes: z.int() }),
])
