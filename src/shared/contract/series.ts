import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { languageSchema, localizedSchema } from '../../engine/language.ts'
import { interfaceLanguageSchema } from '../interface-language.ts'
import { draftIdSchema, fileHandleSchema } from './ids.ts'
import { procedure } from './procedure.ts'

/** The languages in which lists for spreadsheets are written: those of the interface. */
const listLanguageSchema = interfaceLanguageSchema

/** Which table is read for which agreement, and how strictly. The ticket of the table stays good, so that it can be mended and checked again. */
export const seriesInputSchema = z.object({
  templateId: z.string().max(100),
  table: fileHandleSchema,
  languages: z.array(languageSchema).min(1).max(2),
  /** A draft of the same agreement whose answers hold for every row that does not say otherwise. */
  commonDraft: draftIdSchema.nullable(),
  /** Missing answers become marked gaps. */
  hasGaps: z.boolean(),
  /** False for final documents. */
  isDraft: z.boolean(),
})
export type SeriesInput = z.infer<typeof seriesInputSchema>

/** Something wrong in a row, numbered as the spreadsheet does; the messages are ready to be shown. */
export const rowProblemSchema = z.object({ severity: z.enum(['error', 'warning']), row: z.int(), column: z.string(), message: localizedSchema })
export type RowProblem = z.infer<typeof rowProblemSchema>

const columnProblemSchema = z.object({ column: z.string(), message: localizedSchema })

/** No more problems than somebody reads on a screen travel to the window; the error list has them all. */
export const shownProblems = 200

/** What was understood of a table. With problems in its columns, no row was looked at. */
export const checkedTableSchema = z.object({
  rows: z.int(),
  goodRows: z.int(),
  columns: z.array(z.object({ header: z.string(), label: localizedSchema })),
  columnProblems: z.array(columnProblemSchema),
  problems: z.array(rowProblemSchema).max(shownProblems),
  problemCount: z.int(),
  /** The beginnings of the first cells of the first rows. */
  preview: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
})
export type CheckedTable = z.infer<typeof checkedTableSchema>

export const checkEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('checking'), rows: z.int() }),
  z.object({ kind: z.literal('checked'), table: checkedTableSchema }),
])

const seriesProgressSchema = z.object({ done: z.int(), failed: z.int(), skipped: z.int(), of: z.int() })

/** How a series ended; `stopped` says why rows are left over, `errorsFile` names the error list in the folder. */
export const seriesResultSchema = seriesProgressSchema.extend({
  stopped: z.enum(['cancelled', 'diskFull']).nullable(),
  problems: z.array(rowProblemSchema).max(shownProblems),
  problemCount: z.int(),
  errorsFile: z.string().nullable(),
})
export type SeriesResult = z.infer<typeof seriesResultSchema>

export const runEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('checking'), rows: z.int() }),
  seriesProgressSchema.extend({ kind: z.literal('progress') }),
  z.object({ kind: z.literal('done'), result: seriesResultSchema }),
])

const runIdSchema = z.string().min(1).max(64)

/** How a series is written. */
export const runInputSchema = seriesInputSchema.extend({
  /** Names this run for `stop`. */
  runId: runIdSchema,
  folder: fileHandleSchema,
  formats: z
    .array(z.enum(['pdf', 'docx']))
    .min(1)
    .max(2),
  hasWatermark: z.boolean(),
  /** The files carry their answers and template and can be reopened. */
  hasData: z.boolean(),
  existing: z.enum(['refuse', 'overwrite', 'skip']),
  listLanguage: listLanguageSchema,
})
export type RunInput = z.infer<typeof runInputSchema>

/** Series of documents from a table. */
export const seriesContract = {
  /** Saves a table with every column and a sample row under the ticket. */
  emptyTable: procedure
    .input(
      z.object({
        templateId: z.string().max(100),
        handle: fileHandleSchema,
        languages: z.array(languageSchema).min(1).max(2),
        listLanguage: listLanguageSchema,
      }),
    )
    .output(z.object({ fileName: z.string() })),
  /** Reads the table and checks each row; writes nothing. */
  check: procedure.input(seriesInputSchema).output(eventIterator(checkEventSchema)),
  /** Checks the table and saves everything found in it as a list under the ticket. */
  errorList: procedure
    .input(seriesInputSchema.extend({ handle: fileHandleSchema, listLanguage: listLanguageSchema }))
    .output(z.object({ fileName: z.string(), problems: z.int() })),
  /** Checks the table and writes the good rows into the folder, whose ticket stays good as well. Closing the stream stops between rows. */
  run: procedure.input(runInputSchema).output(eventIterator(runEventSchema)),
  /** Asks a run to stop between rows; its stream then ends with what was done. A run that is over stays as it is. */
  stop: procedure.input(z.object({ runId: runIdSchema })).output(z.void()),
}
