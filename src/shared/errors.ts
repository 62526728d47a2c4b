import { z } from 'zod'

/** Every expected error of core, by code. The words for people live in the interface texts, one per code. */
export const errorCodes = [
  'draftNotFound',
  'draftInTrash',
  'draftNotInTrash',
  'revisionNotFound',
  'templateNotFound',
  'guideMissing',
  'suiteNotFound',
  'suiteEmpty',
  'notAChecklist',
  'nothingNewer',
  'findingNotFound',
  'findingUnrelated',
  'planEmpty',
  'contentMissing',
  'languageMissing',
  'answerTooLarge',
  'databaseFromFuture',
  'databaseDamaged',
  'databaseReadOnly',
  'databaseBusy',
  'diskFull',
  'fileNotWritable',
  'fileLocked',
  'fileNotReadable',
  'fileTooLarge',
  'fileForeign',
  'fileFromFuture',
  'tableEncoding',
  'tableIsWorkbook',
  'tableBroken',
  'tableEmpty',
  'tableTooLarge',
  'tableColumns',
  'tableChanged',
  'seriesFilesExist',
  'fileOfOtherTemplate',
  'deviationNotFound',
  'handleUnknown',
  'exportFailed',
  'coreRestarted',
] as const
export const errorCodeSchema = z.enum(errorCodes)
export type ErrorCode = z.infer<typeof errorCodeSchema>

/** What an expected error carries over the wire. `details` holds names of files or ids, never paths or answers. */
export const errorDataSchema = z.object({ details: z.record(z.string(), z.string()).default({}), isRetryable: z.boolean().default(false) })

/** An expected error: a code, details for the message, and whether trying again makes sense. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, string>>
  readonly isRetryable: boolean

  constructor(code: ErrorCode, options: { details?: Readonly<Record<string, string>>; isRetryable?: boolean; cause?: unknown } = {}) {
    super(code, { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.details = options.details ?? {}
    this.isRetryable = options.isRetryable ?? false
  }
}
