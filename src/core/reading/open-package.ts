import { crc32, inflateRawSync } from 'node:zlib'
import { AppError } from '../../shared/errors.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'

/** An opened package: the names of its parts, and their bytes as they are asked for. */
export type OpenPackage = {
  readonly names: readonly string[]
  /** The bytes of a part; undefined when there is none of that name. Throws `fileNotReadable` when they are damaged. */
  readonly read: (name: string) => Uint8Array | undefined
  /** The same as text: UTF-8, or UTF-16 with a byte order mark. */
  readonly readText: (name: string) => string | undefined
}

function unpack(entry: ZipEntry): Uint8Array {
  try {
    // One byte more than the directory promises, so that a part which goes on behind its end is noticed and not cut.
    const unpacked = entry.isDeflated ? inflateRawSync(entry.data, { maxOutputLength: entry.size + 1 }) : entry.data
    const bytes = new Uint8Array(unpacked.buffer, unpacked.byteOffset, unpacked.byteLength)
    if (bytes.length === entry.size && crc32(bytes) === entry.checksum) return bytes
  } catch (error) {
    throw new AppError('fileNotReadable', { details: { reason: 'entry' }, cause: error })
  }
  throw new AppError('fileNotReadable', { details: { reason: 'checksum' } })
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}

/** Bytes of XML as text. Throws `fileNotReadable` when they are no text. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch (error) {
    throw new AppError('fileNotReadable', { details: { reason: 'encoding' }, cause: error })
  }
}

/**
 * Opens a zip package (DOCX, ODT, exchange files) without trusting it: limits on size, count and compression, honest names, no shared bytes,
 * checksums; each part is unpacked only when it is read, never beyond the size its directory names. Throws `fileNotReadable` or `fileTooLarge`.
 */
export function openPackage(bytes: Uint8Array): OpenPackage {
  const entries = readZipDirectory(bytes)
  const read = (name: string): Uint8Array | undefined => {
    const entry = entries.get(name)
    return entry === undefined ? undefined : unpack(entry)
  }
  return {
    names: [...entries.keys()],
    read,
    readText: (name) => {
      const part = read(name)
      return part === undefined ? undefined : decodeText(part)
    },
  }
}
