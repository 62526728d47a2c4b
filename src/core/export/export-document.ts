import { basename } from 'node:path'
import type { Answers } from '../../engine/answers.ts'
import { compareDocuments } from '../../engine/comparison/redline.ts'
import type { Deviation } from '../../engine/deviation.ts'
import type { Language } from '../../engine/language.ts'
import type { ContentPackage } from '../../engine/template.ts'
import { buildDocument, type RunBackground } from './build-document.ts'
import { type ComposedExport, composeExport, exportWithoutData } from './compose-export.ts'
import type { ExportOptions } from './options.ts'
import { saveFile, type SaveFileSystem } from './save-file.ts'
import type { ExportFormat, Writers } from './writers.ts'

/** One state of a draft. */
type Version = {
  readonly content: ContentPackage
  readonly contentHash: string
  readonly answers: Answers
  readonly deviations: readonly Deviation[]
}

/** What is to be exported, how it is marked, and where it goes. */
export type ExportJob = Pick<ExportOptions, 'draft' | 'date' | 'author' | 'hasNotes' | 'profile' | 'reason'> &
  Version & {
    readonly languages: readonly Language[]
    /** Of the report of a checklist: the run before, and what is no longer asked. */
    readonly background?: RunBackground | undefined
    /** The older version to compare with: what is written is then a redline. */
    readonly before?: Version
    /** With answers and template inside, so that the file can be reopened; never in a redline. */
    readonly hasData?: boolean
    /** Of the program, for files with data. */
    readonly programVersion?: string
    readonly format: ExportFormat
    readonly path: string
    /** Makes the name of the unfinished file unique. */
    readonly token: string
  }

type ExportStep = 'assembling' | 'writing' | 'saving'
/** `fraction` is that of the whole export, 0 to 1, and never falls. */
type ExportProgress = { readonly step: ExportStep; readonly fraction: number }
type ExportObserver = { readonly onProgress: (progress: ExportProgress) => void; readonly signal: AbortSignal }
export type ExportDocument = (job: ExportJob, observer: ExportObserver) => Promise<{ readonly fileName: string; readonly bytes: number }>

/** Where writing begins and ends in the whole; assembling takes milliseconds, saving too unless the disk is slow. */
const writingFrom = 0.05
const writingTo = 0.95

/** Makes the function that assembles a document, writes it as PDF or DOCX and saves it whole. An aborted signal leaves no file. */
export function createExportDocument(writers: Writers, fileSystem?: SaveFileSystem): ExportDocument {
  return async (job, { onProgress, signal }) => {
    signal.throwIfAborted()
    onProgress({ step: 'assembling', fraction: 0 })
    const composed = composedJob(job, writers)
    signal.throwIfAborted()

    let fraction = writingFrom
    onProgress({ step: 'writing', fraction })
    const bytes = await composed.write(job.format, {
      signal,
      onProgress: (part) => {
        fraction = Math.max(fraction, writingFrom + Math.min(1, Math.max(0, part)) * (writingTo - writingFrom))
        onProgress({ step: 'writing', fraction })
      },
    })
    signal.throwIfAborted()

    onProgress({ step: 'saving', fraction: writingTo })
    await saveFile(job.path, bytes, { token: job.token, signal, ...(fileSystem === undefined ? {} : { fileSystem }) })
    return { fileName: basename(job.path), bytes: bytes.byteLength }
  }
}

function composedJob(job: ExportJob, writers: Writers): ComposedExport {
  const { before, languages, hasNotes } = job
  const options = {
    draft: job.draft,
    date: job.date,
    author: job.author,
    hasNotes,
    ...(job.profile === undefined ? {} : { profile: job.profile }),
    ...(job.reason === undefined ? {} : { reason: job.reason }),
  }
  if (before === undefined) return composeExport(job, { ...options, hasData: job.hasData === true, programVersion: job.programVersion ?? '' }, writers)
  const { redline } = compareDocuments(buildDocument({ ...before, languages, hasNotes }), buildDocument(job))
  return exportWithoutData(redline, options, writers)
}
