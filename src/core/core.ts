import { summarize } from '../engine/summary.ts'
import { type LibraryContents, openLibrary } from './api/library.ts'
import { type CoreRouter, createRouter } from './api/router.ts'
import { createDraftSummaries, type Summarize } from './api/summaries.ts'
import { type InstalledTemplates, loadInstalled } from './content/bundle.ts'
import { type LoadedGlossary, loadGlossary } from './content/glossary.ts'
import type { TemplateFolders } from './content/read-sources.ts'
import type { CoreEnvironment } from './environment.ts'
import { createExportDocument, type ExportDocument } from './export/export-document.ts'
import { fileWriters } from './export/writers.ts'
import { createFiles, type Files } from './files.ts'
import { createRunningSeries } from './series/running-series.ts'
import { openStorage } from './storage/open-storage.ts'

/** The running core: its procedures, the book of chosen files, and its orderly end. */
export type Core = {
  readonly router: CoreRouter
  readonly files: Pick<Files, 'register'>
  readonly close: () => Promise<void>
}

/** The parts core is made of; tests put others in their place. */
export type CoreParts = {
  readonly loadContent: (installed: InstalledTemplates) => Promise<LibraryContents>
  readonly loadGlossary: (folders: TemplateFolders) => Promise<LoadedGlossary>
  readonly summarize: Summarize
  readonly exportDocument: ExportDocument
}

const productParts: CoreParts = {
  loadContent: loadInstalled,
  loadGlossary,
  summarize,
  exportDocument: createExportDocument(fileWriters),
}

/**
 * Starts core: reads the templates, opens the database and mounts the procedures. Throws an `AppError` when the database is from a newer
 * version or its folder cannot be written; a damaged database is restored and reported by `system.ping`.
 */
export async function createCore(environment: CoreEnvironment, parts: Partial<CoreParts> = {}): Promise<Core> {
  const { loadContent: load, loadGlossary: loadWords, summarize: summarizeDraft, exportDocument } = { ...productParts, ...parts }
  const startedAt = environment.now()
  const storage = await openStorage({ folder: environment.dataFolder, now: environment.now, log: environment.log })
  try {
    const library = await openLibrary(() => load(environment))
    const files = createFiles()
    const runningSeries = createRunningSeries()
    const router = createRouter({
      environment,
      storage,
      library,
      loadGlossary: () => loadWords(environment.templatesFolder),
      summaries: createDraftSummaries(storage, summarizeDraft, environment.log),
      files,
      exportDocument,
      runningSeries,
      startedAt,
    })
    // Not waited for: the window may come while the backup is being written.
    void storage.backUp()
    const close = async (): Promise<void> => {
      await runningSeries.stopAll()
      await storage.close()
    }
    return { router, files, close }
  } catch (error) {
    await storage.close()
    throw error
  }
}
