import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { saveFile } from '../core/export/save-file.ts'
import type { ComposedExport } from '../core/export/compose-export.ts'
import { documentText } from '../engine/plain-text.ts'
import { AppError } from '../shared/errors.ts'
import { UsageError } from './failure.ts'
import { print, warn } from './output.ts'

/** Where a document goes. `text` true means standard output. */
export type Targets = { readonly pdf?: string | undefined; readonly docx?: string | undefined; readonly text?: string | true | undefined }

/** Refuses targets that would overwrite each other, and no target at all. */
export function requireTargets({ pdf, docx, text }: Targets, others: string): void {
  const files = [pdf, docx, text === true ? undefined : text].flatMap((file) => (file === undefined ? [] : [resolve(file)]))
  if (files.length === 0 && text !== true) throw new UsageError(`say what to write: ${others}`)
  if (new Set(files).size !== files.length) throw new UsageError('two outputs name the same file')
}

/** Writes an export to its targets, each whole or not at all, and none before all are made. `toText` makes the plain text. */
export async function writeTargets({ document, write }: ComposedExport, { pdf, docx, text }: Targets, toText = documentText): Promise<void> {
  const files: { readonly path: string; readonly bytes: Uint8Array }[] = []
  for (const [format, path] of [
    ['pdf', pdf],
    ['docx', docx],
  ] as const) {
    if (path !== undefined) files.push({ path, bytes: await write(format) })
  }
  if (typeof text === 'string') files.push({ path: text, bytes: Buffer.from(toText(document)) })
  for (const { path, bytes } of files) {
    await saveBytes(path, bytes)
  }
  if (text === true) print(toText(document))
}

const reasons: Readonly<Record<string, string>> = {
  fileNotWritable: 'its folder does not exist or may not be written to',
  fileLocked: 'another program has it open',
  diskFull: 'the disk is full',
}

/** Saves a file whole or not at all, and says so. */
export async function saveBytes(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await saveFile(resolve(path), bytes, { token: randomUUID() })
  } catch (error) {
    const reason = error instanceof AppError ? reasons[error.code] : undefined
    throw reason === undefined ? error : new UsageError(`${path} was not written: ${reason}`, { cause: error })
  }
  warn(`wrote ${path} (${bytes.byteLength} bytes)`)
}
