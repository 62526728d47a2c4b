import { join } from 'node:path'
import type { Answers } from '../../engine/answers.ts'
import type { Deviation } from '../../engine/deviation.ts'
import type { Language, Localized } from '../../engine/language.ts'
import type { SuiteFile } from '../../engine/suite-content.ts'
import { openPointsSheet, type SheetSource, termSheet } from '../../engine/term-sheet.ts'
import type { AgreementPackage } from '../../engine/template.ts'
import { compiledAgreement } from '../export/compiled-content.ts'
import { type ComposedExport, composeExport, type ExportSettings, exportWithoutData } from '../export/compose-export.ts'
import { saveFile } from '../export/save-file.ts'
import type { ExportFormat } from '../export/writers.ts'

/** A document of a suite as it is to be written. `shared` names its questions that an earlier document answers already. */
export type SuiteDocumentSource = {
  readonly content: AgreementPackage
  readonly contentHash: string
  readonly answers: Answers
  readonly deviations?: readonly Deviation[] | undefined
  readonly shared: ReadonlySet<string>
  readonly draft: ExportSettings['draft']
}

type SuiteExport = {
  readonly title: Localized
  readonly documents: readonly SuiteDocumentSource[]
  readonly sheets: SuiteFile['sheets']
  readonly languages: readonly Language[]
  readonly formats: readonly ExportFormat[]
  readonly settings: Omit<ExportSettings, 'draft' | 'hasNotes'>
  readonly folder: string
  /** Makes the names of unfinished files unique. */
  readonly token: string
}
type Run = { readonly signal?: AbortSignal | undefined; readonly onProgress?: (fraction: number) => void }

/**
 * Writes the documents of a suite and its sheets into a folder that is there, numbered in the order of signing; answers the names of the files. All are
 * made before the first is saved. The sheets carry no data: they belong to no single draft.
 */
export async function writeSuite(suite: SuiteExport, { signal, onProgress = () => undefined }: Run = {}): Promise<readonly string[]> {
  const exports = [...documentExports(suite), ...sheetExports(suite)]
  const files: { readonly name: string; readonly bytes: Uint8Array }[] = []
  const total = exports.length * suite.formats.length
  for (const { name, composed } of exports) {
    for (const format of suite.formats) {
      signal?.throwIfAborted()
      files.push({ name: `${name}.${format}`, bytes: await composed.write(format, signal === undefined ? {} : { signal }) })
      onProgress(files.length / (total + 1))
    }
  }
  for (const { name, bytes } of files) await saveFile(join(suite.folder, name), bytes, { token: suite.token })
  onProgress(1)
  return files.map(({ name }) => name)
}

type NamedExport = { readonly name: string; readonly composed: ComposedExport }

function documentExports({ documents, languages, settings }: SuiteExport): readonly NamedExport[] {
  return documents.map(({ content, contentHash, answers, deviations, draft }, index) => ({
    name: `${index + 1}-${content.id}`,
    composed: composeExport({ content, contentHash, answers, languages, deviations }, { ...settings, draft, hasNotes: false }),
  }))
}

function sheetExports({ title, documents, sheets, languages, settings }: SuiteExport): readonly NamedExport[] {
  const sources = documents.map(({ content, answers, shared }): SheetSource => ({ agreement: compiledAgreement(content), answers, shared }))
  const { hasData: _data, programVersion: _version, ...options } = settings
  const draft = documents[0]?.draft
  const make = { 'term-sheet': termSheet, 'open-points': openPointsSheet } as const
  return sheets.map((sheet) => ({ name: sheet, composed: exportWithoutData(make[sheet](title, sources, languages), { ...options, draft, hasNotes: true }) }))
}
