import { z } from 'zod'
import { localizedSchema } from './language.ts'
import { kebabId, snakeId } from './template.ts'

export const suiteSheets = ['term-sheet', 'open-points'] as const

/** `suite.yaml` as an author writes it: several agreements that are filled in from one set of answers. */
export const suiteFileSchema = z.strictObject({
  id: kebabId,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'use a semantic version such as 1.0.0'),
  title: localizedSchema,
  purpose: localizedSchema,
  /** In the order of signing. */
  documents: z
    .array(
      z.strictObject({
        agreement: kebabId,
        /** What the document does in this suite. */
        role: localizedSchema.optional(),
        /** Over answers to earlier documents, by their names in the suite; without it the document always belongs. */
        when: z.string().min(1).optional(),
        /** Question of the agreement: its name in the suite. Questions of the same name are one question, asked once. */
        map: z.record(snakeId, snakeId).default({}),
      }),
    )
    .min(2),
  /** Short papers made from the answers: the terms at a glance, and what is still open (for one's own side). */
  sheets: z.array(z.enum(suiteSheets)).default([...suiteSheets]),
})
export type SuiteFile = z.infer<typeof suiteFileSchema>
export type SuiteDocument = SuiteFile['documents'][number]
