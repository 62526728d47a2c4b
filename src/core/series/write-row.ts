import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { type Answers, answersSchema } from '../../engine/answers.ts'
import { languageSchema } from '../../engine/language.ts'
import { agreementPackageSchema } from '../../engine/template.ts'
import { AppError } from '../../shared/errors.ts'
import { z } from 'zod'
import { composeExport, type ExportSettings } from '../export/compose-export.ts'
import { saveFile } from '../export/save-file.ts'

export const seriesFormats = ['pdf', 'docx'] as const
export type SeriesFormat = (typeof seriesFormats)[number]

/** What all documents of a series have in common; travels to the workers once. */
export const seriesPlanSchema = z.object({
  content: agreementPackageSchema,
  contentHash: z.string(),
  languages: z.array(languageSchema).readonly(),
  formats: z.array(z.enum(seriesFormats)).readonly(),
  draft: z.object({ number: z.int(), hasWatermark: z.boolean() }).optional(),
  date: z.string(),
  author: z.string(),
  /** Whether the files carry their answers and template, so that they can be reopened. */
  hasData: z.boolean(),
  programVersion: z.string(),
  folder: z.string(),
  mayOverwrite: z.boolean(),
  /** Makes the names of unfinished files unique, together with the row. */
  token: z.string(),
})
export type SeriesPlan = z.infer<typeof seriesPlanSchema>

export const rowJobSchema = z.object({ row: z.int(), name: z.string(), answers: answersSchema })
/** One row to be written under a name without an ending. */
export type RowJob = { readonly row: number; readonly name: string; readonly answers: Answers }

const failureCodes = ['fileNotWritable', 'diskFull', 'fileLocked', 'fileExists', 'exportFailed'] as const
export const rowOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('written'), row: z.int(), bytes: z.int() }),
  z.object({ kind: z.literal('failed'), row: z.int(), code: z.enum(failureCodes) }),
])
/** What became of a row. Its files are all there, or those that could be saved before one failed; never half a file. */
export type RowOutcome = z.infer<typeof rowOutcomeSchema>

/** Makes the function that writes one row after the other. It never throws: what goes wrong is the outcome of the row; defects also go to `onBug`. */
export function createRowWriter(plan: SeriesPlan, onBug: (error: unknown) => void): (job: RowJob) => Promise<RowOutcome> {
  const { content, contentHash, languages, draft, date, author, hasData, programVersion } = plan
  const settings: ExportSettings = { draft, date, author, hasNotes: false, hasData, programVersion }
  return async ({ row, name, answers }) => {
    try {
      const { write } = composeExport({ content, contentHash, answers, languages }, settings)
      const files: { readonly path: string; readonly bytes: Uint8Array }[] = []
      for (const format of plan.formats) files.push({ path: join(plan.folder, `${name}.${format}`), bytes: await write(format) })
      if (!plan.mayOverwrite) for (const { path } of files) if (await isThere(path)) return { kind: 'failed', row, code: 'fileExists' }
      for (const { path, bytes } of files) await saveFile(path, bytes, { token: `${plan.token}-${row}` })
      return { kind: 'written', row, bytes: files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0) }
    } catch (error) {
      const code = error instanceof AppError ? failureCodes.find((known) => known === error.code) : undefined
      if (code === undefined) onBug(error)
      return { kind: 'failed', row, code: code ?? 'exportFailed' }
    }
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    // Whatever keeps it from being seen, saving will say so.
    return false
  }
}
