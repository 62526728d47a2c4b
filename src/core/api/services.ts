import type { LoadedGlossary } from '../content/glossary.ts'
import type { CoreEnvironment } from '../environment.ts'
import type { Files } from '../files.ts'
import type { Storage } from '../storage/open-storage.ts'
import type { ExportDocument } from '../export/export-document.ts'
import type { RunningSeries } from '../series/running-series.ts'
import type { Library } from './library.ts'
import type { DraftSummaries } from './summaries.ts'

/** What the handlers of all areas work with. */
export type Services = {
  readonly environment: CoreEnvironment
  readonly storage: Storage
  readonly library: Library
  /** Reads the glossary; asked for only when somebody needs words, so that it does not delay the start. */
  readonly loadGlossary: () => Promise<LoadedGlossary>
  readonly summaries: DraftSummaries
  readonly files: Files
  readonly exportDocument: ExportDocument
  readonly runningSeries: RunningSeries
  readonly startedAt: string
}
