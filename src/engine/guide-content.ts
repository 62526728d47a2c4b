import { z } from 'zod'
import { jsonSchema } from './answers.ts'
import { localizedSchema } from './language.ts'
import { kebabId, lawSchema, snakeId } from './template.ts'

const condition = z.string().min(1)
const laws = z.array(z.string()).default([])

/** A question of the guide. Every one is a choice of a few, so that the engine can try each other answer. */
export const guideQuestionSchema = z.strictObject({
  id: snakeId,
  question: localizedSchema,
  /** Names the matter where the answer is repeated: "Secrets: both sides". */
  short: localizedSchema,
  help: localizedSchema.optional(),
  /** Asked only then; speaks of earlier questions. */
  when: condition.optional(),
  options: z.array(z.strictObject({ id: kebabId, label: localizedSchema, help: localizedSchema.optional() })).min(2),
})
export type GuideQuestion = z.infer<typeof guideQuestionSchema>

/** `guide.yaml` as an author writes it. */
export const guideFileSchema = z.strictObject({
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'use a semantic version such as 1.0.0'),
  title: localizedSchema,
  lead: localizedSchema,
  questions: z.array(guideQuestionSchema).min(1),
  /** Every agreement the guide speaks of. `planned` ones may not be installed; their title stands here. */
  documents: z.array(z.strictObject({ agreement: kebabId, title: localizedSchema, planned: z.boolean().default(false) })).min(1),
  /** The order in which documents are signed. */
  stages: z.array(z.strictObject({ id: kebabId, title: localizedSchema })).min(1),
  /** Which agreement fits when. The first rule that holds for an agreement gives its place and reason. */
  rules: z.array(z.strictObject({ id: kebabId, stage: kebabId, agreement: kebabId, when: condition, reason: localizedSchema, laws })).min(1),
  /** Who owns what, and who may use it; all that hold are shown. */
  models: z.array(
    z.strictObject({ id: kebabId, when: condition, title: localizedSchema, summary: localizedSchema, points: z.array(localizedSchema).min(1), laws }),
  ),
  /** What looks near but is the wrong document, and why. Passed over for an agreement that a rule names. */
  avoid: z.array(z.strictObject({ id: kebabId, agreement: kebabId, when: condition, reason: localizedSchema, laws })),
  /** What to watch whatever the document. */
  notes: z.array(z.strictObject({ id: kebabId, when: condition, text: localizedSchema, laws })).default([]),
  /** Answers that a draft begins with. Without `agreements`, every agreement that has the question. */
  fill: z
    .array(z.strictObject({ question: snakeId, when: condition.optional(), value: jsonSchema, agreements: z.array(kebabId).min(1).optional() }))
    .default([]),
})
export type GuideFile = z.infer<typeof guideFileSchema>

/** The guide with the laws it names, as plain JSON. */
export const guidePackageSchema = z.strictObject({ ...guideFileSchema.shape, lawEntries: z.array(lawSchema) })
export type GuidePackage = z.infer<typeof guidePackageSchema>
