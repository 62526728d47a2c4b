import { readFile, stat } from 'node:fs/promises'
import { type ReopenedFile, reopenFile } from '../core/embedding/reopen-file.ts'
import { AppError, type ErrorCode } from '../shared/errors.ts'
import { InputProblems, UsageError } from './failure.ts'

const maximumBytes = 100 * 1024 * 1024

const refusals: Partial<Record<ErrorCode, string>> = {
  fileForeign: 'it holds no data of Musubi; take a PDF or Word file that Musubi exported for reopening',
  fileNotReadable: 'it cannot be read: it is damaged, incomplete or protected by a password',
  fileFromFuture: 'it was made by a newer version of Musubi; open it with that',
  fileTooLarge: 'it is too large to be opened safely',
}

/** Reads the draft out of an exported PDF or Word file. */
export const readExportedFile = (file: string): Promise<ReopenedFile> => fromExportedFile(file, reopenFile)

/** Makes something of the bytes of an exported file. What is wrong with it is a problem of the input; a file that is not there is wrong usage. */
export async function fromExportedFile<Result>(file: string, read: (bytes: Uint8Array) => Result): Promise<Result> {
  try {
    return read(await bytesOf(file))
  } catch (error) {
    const words = error instanceof AppError ? refusals[error.code] : undefined
    throw words === undefined ? error : new InputProblems([`${file}: ${words}`])
  }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    if ((await stat(file)).size > maximumBytes) throw new AppError('fileTooLarge')
    return await readFile(file)
  } catch (error) {
    if (error instanceof AppError) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new UsageError(code === 'ENOENT' ? `there is no file ${file}` : `${file} cannot be read (${code})`, { cause: error })
  }
}
