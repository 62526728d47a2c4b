import { readFile, stat } from 'node:fs/promises'
import type { ReturnedFile } from '../../shared/contract/returned.ts'
import { AppError } from '../../shared/errors.ts'
import type { Files } from '../files.ts'
import { packageLimits } from '../reading/zip-directory.ts'

/** The bytes of a file somebody chose or dropped. Throws `fileTooLarge` before reading what is too large, `fileNotReadable` when it cannot be read. */
export async function readReturnedFile(files: Files, file: ReturnedFile): Promise<Uint8Array> {
  if (file.kind === 'dropped') return new Uint8Array(Buffer.from(file.content, 'base64'))
  if (file.kind === 'reopened') return files.remembered(file.ticket)
  const path = files.take(file.handle)
  try {
    const { size } = await stat(path)
    if (size > packageLimits.fileBytes) throw new AppError('fileTooLarge', { details: { reason: 'file' } })
    return new Uint8Array(await readFile(path))
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('fileNotReadable', { details: { reason: 'disk' }, isRetryable: true, cause: error })
  }
}
