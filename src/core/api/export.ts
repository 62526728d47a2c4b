import type { z } from 'zod'
import type { exportEventSchema } from '../../shared/contract/core.ts'
import { AppError } from '../../shared/errors.ts'
import { findDraft } from './draft-access.ts'
import { eventStream } from './event-stream.ts'
import { type Implementer, toAnswer } from './implementer.ts'
import { requireLanguages } from './library.ts'
import type { Services } from './services.ts'

type ExportEvent = z.infer<typeof exportEventSchema>

/** Documents as files. */
export function implementExport(implementer: Implementer, services: Services) {
  const { environment, storage, files, exportDocument } = services
  return implementer.export.router({
    run: implementer.export.run.handler(({ input, signal, path }) => {
      const draft = findDraft(services, input.draftId)
      const content = storage.contents.get(draft.contentHash)
      requireLanguages(content, input.languages)
      const answers = storage.drafts.answers(input.draftId)
      // The ticket last: a refused call leaves it good for the next try.
      const file = files.take(input.handle)
      return eventStream<ExportEvent>(
        async (emit, jobSignal) => {
          const done = await exportDocument(
            {
              content,
              contentHash: draft.contentHash,
              answers,
              deviations: storage.deviations.list(input.draftId),
              languages: input.languages,
              format: input.format,
              draft: input.isDraft ? { number: storage.revisions.count(input.draftId) + 1, hasWatermark: input.hasWatermark } : undefined,
              date: environment.now(),
              author: storage.settings.get().authorName,
              hasNotes: input.hasNotes,
              ...(input.profile === undefined ? {} : { profile: input.profile }),
              path: file,
              token: environment.newId(),
            },
            { onProgress: (progress) => emit({ kind: 'progress', ...progress }), signal: jobSignal },
          )
          emit({ kind: 'done', ...done })
        },
        { signal, toError: (error) => toAnswer(error instanceof AppError ? error : exportBug(error, environment.log), path) },
      )
    }),
  })
}

/** A defect while writing: the person learns that the document could not be made, the local error output gets all of it. */
function exportBug(error: unknown, log: (event: string, details: Readonly<Record<string, string>>) => void): AppError {
  log('api.bug', { procedure: 'export.run', error: error instanceof Error ? error.name : typeof error })
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return new AppError('exportFailed', { cause: error })
}
