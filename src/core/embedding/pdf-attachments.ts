import { AppError } from '../../shared/errors.ts'
import { pdfStringText, type PdfValue } from './pdf-lexer.ts'
import { type PdfObject, pdfObjects, streamBytes } from './pdf-objects.ts'

/** Largest PDF that is opened, and largest file that is taken out of one, in bytes. */
const limits = { file: 100 * 1024 * 1024, attachment: 32 * 1024 * 1024 } as const

/**
 * Takes the files with these names out of a PDF. Reads nothing else: no page, no font, no script, and unpacks only what is asked for. Throws
 * `fileNotReadable` for what is no PDF, damaged or protected by a password, `fileTooLarge` for what could exhaust memory.
 */
export function pdfAttachments(bytes: Uint8Array, names: readonly string[]): ReadonlyMap<string, Uint8Array> {
  if (bytes.length > limits.file) throw new AppError('fileTooLarge', { details: { reason: 'file' } })
  const objects = pdfObjects(bytes)
  const found = new Map<string, PdfObject>()
  for (const { dictionary } of objects.values()) {
    const files = dictionary.get('EF')
    const name = pdfStringText(dictionary.get('UF')) ?? pdfStringText(dictionary.get('F'))
    if (name === undefined || !names.includes(name) || files?.kind !== 'dictionary') continue
    const file = target(objects, files.entries.get('F') ?? files.entries.get('UF'))
    if (file !== undefined) found.set(name, file)
  }
  if (found.size === 0) refuseProtected(bytes)
  return new Map(
    [...found].flatMap(([name, file]) => {
      const content = streamBytes(bytes, file, limits.attachment)
      return content === undefined ? [] : [[name, content] as const]
    }),
  )
}

function target(objects: ReadonlyMap<number, PdfObject>, value: PdfValue | undefined): PdfObject | undefined {
  return value?.kind === 'reference' ? objects.get(value.number) : undefined
}

/** In a protected file the names are enciphered too, so it looks like a foreign one. */
function refuseProtected(bytes: Uint8Array): void {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/Encrypt')) {
    throw new AppError('fileNotReadable', { details: { reason: 'encrypted' } })
  }
}
