import { z } from 'zod'
import { answersSchema } from '../../engine/answers.ts'
import { type Deviation, deviationSchema } from '../../engine/deviation.ts'
import { type Language, languageSchema } from '../../engine/language.ts'
import { isoDateTime } from '../../shared/contract/procedure.ts'
import { AppError } from '../../shared/errors.ts'
import { canonicalJson } from '../content/canonical-json.ts'
import { isDeeperThan } from './json-depth.ts'

/** The format written now. It only grows: new keys may be added, older programs leave them out; a changed meaning needs a higher number. */
const currentFormat = 1

/** Longest embedded draft in characters; the answers of the longest agreement stay below a hundredth of it. */
const maximumLength = 16 * 1024 * 1024
const maximumDepth = 100

/** What an exported file carries of the draft it was made from. */
export const embeddedDraftSchema = z.object({
  format: z.literal(currentFormat),
  kind: z.enum(['agreement', 'checklist']),
  template: z.object({
    id: z.string().min(1).max(100),
    version: z.string().min(1).max(50),
    /** SHA-256 of the content package as canonical JSON. */
    contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  languages: z.array(languageSchema).min(1).max(2),
  answers: answersSchema,
  /** What was agreed otherwise than the template says. */
  deviations: z.array(deviationSchema).max(10_000).default([]),
  /** Which draft it was, null for a final document. */
  draft: z.object({ number: z.int().positive() }).nullable(),
  exportedAt: isoDateTime,
  /** Version of the program that wrote the file. */
  program: z.string().max(50),
})
export type EmbeddedDraft = Readonly<z.infer<typeof embeddedDraftSchema>>

type EmbeddedFields = Omit<EmbeddedDraft, 'format' | 'deviations' | 'languages'> & {
  readonly languages: readonly Language[]
  readonly deviations: readonly Deviation[]
}

/** The text that is put into a file. The same draft gives the same text, whatever the order of its answers. */
export function embeddedDraftText({ deviations, ...draft }: EmbeddedFields): string {
  return canonicalJson({ format: currentFormat, ...draft, ...(deviations.length === 0 ? {} : { deviations }) })
}

/** Reads the text out of a file. Throws `fileFromFuture` for a higher format, `fileNotReadable` for anything that is no draft. */
export function parseEmbeddedDraft(text: string): EmbeddedDraft {
  if (text.length > maximumLength) throw new AppError('fileTooLarge', { details: { reason: 'draft' } })
  const data = parseJson(text)
  const format = z.object({ format: z.int().positive() }).safeParse(data)
  if (format.success && format.data.format > currentFormat) throw new AppError('fileFromFuture')
  const draft = embeddedDraftSchema.safeParse(data)
  if (!draft.success) throw new AppError('fileNotReadable', { details: { reason: 'draft' }, cause: draft.error })
  return draft.data
}

/** JSON that was not written here: refused when it is none or nested so deeply that going through it would exhaust the stack. */
export function parseJson(text: string): unknown {
  try {
    const data: unknown = JSON.parse(text)
    if (!isDeeperThan(data, maximumDepth)) return data
  } catch (error) {
    throw new AppError('fileNotReadable', { details: { reason: 'json' }, cause: error })
  }
  throw new AppError('fileNotReadable', { details: { reason: 'json' } })
}
