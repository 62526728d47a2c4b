import { findDraft } from './draft-access.ts'
import { exportStream } from './export-stream.ts'
import type { Implementer } from './implementer.ts'
import { requireLanguages } from './library.ts'
import { runBackground } from './run-background.ts'
import type { Services } from './services.ts'

/** Documents as files. */
export function implementExport(implementer: Implementer, services: Services) {
  const { environment, storage, files } = services
  return implementer.export.router({
    run: implementer.export.run.handler(({ input, signal, path }) => {
      const draft = findDraft(services, input.draftId)
      const content = storage.contents.get(draft.contentHash)
      requireLanguages(content, input.languages)
      const answers = storage.drafts.answers(input.draftId)
      // The ticket last: a refused call leaves it good for the next try.
      const file = files.take(input.handle)
      return exportStream(
        services,
        {
          content,
          contentHash: draft.contentHash,
          answers,
          deviations: storage.deviations.list(input.draftId),
          background: runBackground(services, input.draftId, content, answers),
          languages: input.languages,
          format: input.format,
          draft: input.isDraft ? { number: storage.revisions.count(input.draftId) + 1, hasWatermark: input.hasWatermark } : undefined,
          date: environment.now(),
          author: storage.settings.get().authorName,
          hasNotes: input.hasNotes,
          ...(input.profile === undefined ? {} : { profile: input.profile }),
          hasData: input.hasData,
          programVersion: environment.version,
          path: file,
          token: environment.newId(),
        },
        { signal, path },
      )
    }),
  })
}
