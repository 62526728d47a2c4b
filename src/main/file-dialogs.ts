// The system's open and save dialogs: the only source of file paths in the whole app.
import path from 'node:path'

import { app, type BrowserWindow, dialog, type FileFilter } from 'electron'

import type { ShellTexts } from './texts.ts'
import type { ExportFormat, ImportKind } from '../shared/contract/desktop.ts'

/** Endings of what can be written. */
const exportEndings: Readonly<Record<ExportFormat, string>> = {
  pdf: 'pdf',
  docx: 'docx',
  text: 'txt',
  csv: 'csv',
  ics: 'ics',
  json: 'json',
  exchange: 'musubi',
}

/** Endings of what can be read. */
const importEndings: Readonly<Record<ImportKind, readonly string[]>> = {
  exchange: ['musubi'],
  document: ['docx', 'pdf'],
  wordFile: ['docx'],
  answers: ['yaml', 'yml', 'json'],
  table: ['csv', 'tsv', 'txt'],
}

/** Names that Windows reserves, whatever their ending. */
const reservedName = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** A suggested name as every file system takes it: no separators, no control characters, no reserved names, not too long. */
export const safeFileName = (suggested: string, ending: string): string => {
  const base = suggested
    .normalize('NFC')
    .replace(new RegExp(`\\.${ending}$`, 'i'), '')
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '')
  const short = Array.from(base).slice(0, 120).join('').trim()
  const name = short === '' || reservedName.test(short) ? `Musubi ${short}`.trim() : short
  return `${name}.${ending}`
}

/** What the dialogs need to know. */
export type DialogContext = { readonly window: BrowserWindow | null; readonly texts: ShellTexts }

/** Adds the ending when the person typed a name without it, as some systems' dialogs leave that to the program. */
export const withEnding = (file: string, ending: string): string => (path.extname(file) === '' ? `${file}.${ending}` : file)

/** Where dialogs start; not every system has a folder for documents. */
const startFolder = (): string => {
  try {
    return app.getPath('documents')
  } catch {
    return app.getPath('home')
  }
}

/** Asks where to write; null when cancelled. */
export const askExportTarget = async (context: DialogContext, suggestedName: string, format: ExportFormat): Promise<string | null> => {
  const ending = exportEndings[format]
  const options = {
    title: context.texts.dialogs.export,
    defaultPath: path.join(startFolder(), safeFileName(suggestedName, ending)),
    filters: [{ name: context.texts.formats[format], extensions: [ending] }] satisfies FileFilter[],
  }
  const result = await (context.window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(context.window, options))
  return result.canceled || result.filePath === '' ? null : withEnding(result.filePath, ending)
}

/** Asks for a folder to write into; null when cancelled. */
export const askExportFolder = async (context: DialogContext): Promise<string | null> => {
  const options = { title: context.texts.dialogs.exportFolder, properties: ['openDirectory' as const, 'createDirectory' as const] }
  const result = await (context.window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(context.window, options))
  return result.canceled ? null : (result.filePaths[0] ?? null)
}

/** Asks for files to read; empty when cancelled. */
export const askImportFiles = async (context: DialogContext, kind: ImportKind, isMultiple: boolean): Promise<readonly string[]> => {
  const options = {
    title: context.texts.dialogs.open,
    filters: [{ name: context.texts.imports[kind], extensions: [...importEndings[kind]] }] satisfies FileFilter[],
    properties: isMultiple ? ['openFile' as const, 'multiSelections' as const] : ['openFile' as const],
  }
  const result = await (context.window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(context.window, options))
  return result.canceled ? [] : result.filePaths
}
