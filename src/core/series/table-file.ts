import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../../shared/errors.ts'

/** A table on the disk that is read more than once and must stay the same meanwhile. */
export type TableFile = {
  /** The bytes from the beginning. Throws `tableChanged` when somebody saved the file since it was opened. */
  readonly bytes: () => AsyncIterable<Uint8Array>
  readonly close: () => Promise<void>
}

const chunkBytes = 64 * 1024

/** Opens a table. Throws `fileNotReadable` with the name of the file. */
export async function openTableFile(path: string): Promise<TableFile> {
  const refused = (cause?: unknown): AppError => new AppError('fileNotReadable', { details: { file: basename(path) }, cause })
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw refused(error)
  })
  const first = await stateOf(handle)
  if (!first.isFile) {
    await handle.close()
    throw refused()
  }
  async function* bytes(): AsyncGenerator<Uint8Array> {
    let position = 0
    for (;;) {
      const { size, time } = await stateOf(handle)
      if (size !== first.size || time !== first.time) throw new AppError('tableChanged', { isRetryable: true })
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(chunkBytes), 0, chunkBytes, position).catch((error: unknown) => {
        throw refused(error)
      })
      if (bytesRead === 0) return
      position += bytesRead
      yield buffer.subarray(0, bytesRead)
    }
  }
  return { bytes, close: () => handle.close() }
}

async function stateOf(handle: FileHandle): Promise<{ readonly isFile: boolean; readonly size: number; readonly time: number }> {
  const stats = await handle.stat()
  return { isFile: stats.isFile(), size: stats.size, time: stats.mtimeMs }
}
