import { constants } from 'node:fs'
import * as nodeFileSystem from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../shared/errors.ts'

/** The calls saving makes; tests put failing ones in place of Node's. */
export type SaveFileSystem = Pick<typeof nodeFileSystem, 'access' | 'open' | 'realpath' | 'rename' | 'rm' | 'stat'>

export type SaveOptions = {
  /** Makes the name of the unfinished file unique. */
  readonly token: string
  readonly signal?: AbortSignal | undefined
  readonly fileSystem?: SaveFileSystem
}

/**
 * Saves a file whole or not at all: written beside its place, flushed, then renamed into it. An existing file stays as it was until then;
 * nothing unfinished is left behind. Throws `fileNotWritable`, `diskFull` or `fileLocked` with the name of the file, never its path.
 */
export async function saveFile(path: string, bytes: Uint8Array, { token, signal, fileSystem = nodeFileSystem }: SaveOptions): Promise<void> {
  let isInPlace = false
  let unfinished: string | undefined
  try {
    // Through a link the file it points to is replaced, not the link.
    const target = await fileSystem.realpath(path).catch((error: unknown) => (errorCode(error) === 'ENOENT' ? path : Promise.reject(toError(error))))
    const mode = await existingMode(target, fileSystem)
    unfinished = join(dirname(target), `.musubi-${token}.part`)
    const file = await fileSystem.open(unfinished, 'wx', mode ?? 0o666)
    try {
      await file.writeFile(bytes, signal === undefined ? {} : { signal })
      if (mode !== undefined) await file.chmod(mode)
      await file.sync()
    } finally {
      await file.close()
    }
    signal?.throwIfAborted()
    await fileSystem.rename(unfinished, target).catch((error: unknown) => {
      // The folder took a new file, so it is the old file that resists: Windows answers so while Word has it open.
      const isOccupied = mode !== undefined && ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error) ?? '')
      throw isOccupied ? new AppError('fileLocked', { details: { file: basename(path) }, isRetryable: true, cause: error }) : toError(error)
    })
    isInPlace = true
    await flushFolder(dirname(target), fileSystem)
  } catch (error) {
    throw saveError(error, path, signal)
  } finally {
    if (unfinished !== undefined && !isInPlace)
      await fileSystem.rm(unfinished, { force: true }).catch(() => {
        // The failure that led here is the one to tell.
      })
  }
}

/** Mode of the file that is to be replaced; undefined when there is none. A write-protected one is refused although a rename would succeed. */
async function existingMode(target: string, fileSystem: SaveFileSystem): Promise<number | undefined> {
  try {
    const { mode } = await fileSystem.stat(target)
    await fileSystem.access(target, constants.W_OK)
    return mode & 0o777
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

async function flushFolder(folder: string, fileSystem: SaveFileSystem): Promise<void> {
  if (process.platform === 'win32') return
  try {
    const handle = await fileSystem.open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch {
    // Some network file systems refuse to flush folders; the file itself is complete and in place.
  }
}

const diskFullCodes = ['ENOSPC', 'EDQUOT', 'EFBIG']
const lockedCodes = ['EBUSY', 'ETXTBSY']
const notWritableCodes = ['EROFS', 'EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ELOOP', 'EINVAL', 'ENODEV', 'ENXIO', 'EIO']

function saveError(error: unknown, path: string, signal: AbortSignal | undefined): unknown {
  const code = errorCode(error)
  if (signal?.aborted === true || error instanceof AppError || code === undefined) return error
  const options = { details: { file: basename(path) }, isRetryable: true, cause: error }
  if (diskFullCodes.includes(code)) return new AppError('diskFull', options)
  if (lockedCodes.includes(code)) return new AppError('fileLocked', options)
  if (notWritableCodes.includes(code)) return new AppError('fileNotWritable', options)
  return error
}

function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
