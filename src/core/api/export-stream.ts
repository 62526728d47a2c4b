import type { z } from 'zod'
import type { exportEventSchema } from '../../shared/contract/export-events.ts'
import { AppError } from '../../shared/errors.ts'
import type { ExportJob } from '../export/export-document.ts'
import { eventStream } from './event-stream.ts'
import { toAnswer } from './implementer.ts'
import type { Services } from './services.ts'

type ExportEvent = z.infer<typeof exportEventSchema>

/** Runs an export as a stream of what it does; closing the stream cancels it and leaves no file. */
export function exportStream(
  { environment, exportDocument }: Services,
  job: ExportJob,
  { signal, path }: { readonly signal: AbortSignal | undefined; readonly path: readonly string[] },
): AsyncIteratorObject<ExportEvent, void, void> {
  return eventStream<ExportEvent>(
    async (emit, jobSignal) => {
      const done = await exportDocument(job, { onProgress: (progress) => emit({ kind: 'progress', ...progress }), signal: jobSignal })
      emit({ kind: 'done', ...done })
    },
    { signal, toError: (error) => toAnswer(error instanceof AppError ? error : exportBug(error, path, environment.log), path) },
  )
}

/** A defect while writing: the person learns that the document could not be made, the local error output gets all of it. */
function exportBug(error: unknown, path: readonly string[], log: Services['environment']['log']): AppError {
  log('api.bug', { procedure: path.join('.'), error: error instanceof Error ? error.name : typeof error })
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return new AppError('exportFailed', { cause: error })
}
