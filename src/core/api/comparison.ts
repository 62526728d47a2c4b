import type { ComparisonSide, SideContent } from '../../shared/contract/comparison.ts'
import { findDraft, findRevision } from './draft-access.ts'
import { exportStream } from './export-stream.ts'
import type { Implementer } from './implementer.ts'
import { requireLanguages } from './library.ts'
import type { Services } from './services.ts'

/** Two versions beside each other: what the window compares, and their redline as a file. */
export function implementComparison(implementer: Implementer, services: Services) {
  const { environment, storage, files } = services
  const { comparison } = implementer

  const contentOf = (side: ComparisonSide): SideContent => {
    if (side.kind === 'revision') {
      const { id, contentHash } = findRevision(services, side.id)
      return {
        contentHash,
        content: storage.contents.get(contentHash),
        answers: storage.revisions.answers(id),
        deviations: [...storage.revisions.deviations(id)],
      }
    }
    const { id, contentHash } = findDraft(services, side.id)
    const content = storage.contents.get(contentHash)
    if (side.kind === 'template') return { contentHash, content, answers: {}, deviations: [] }
    return { contentHash, content, answers: storage.drafts.answers(id), deviations: [...storage.deviations.list(id)] }
  }

  return comparison.router({
    side: comparison.side.handler(({ input }) => contentOf(input)),

    export: comparison.export.handler(({ input, signal, path }) => {
      const [before, after] = [contentOf(input.before), contentOf(input.after)]
      for (const side of [before, after]) requireLanguages(side.content, input.languages)
      // The ticket last: a refused call leaves it good for the next try.
      const file = files.take(input.handle)
      return exportStream(
        services,
        {
          ...after,
          before,
          languages: input.languages,
          format: input.format,
          draft: undefined,
          date: environment.now(),
          author: input.author === '' ? storage.settings.get().authorName : input.author,
          reason: input.reason,
          hasNotes: false,
          path: file,
          token: environment.newId(),
        },
        { signal, path },
      )
    }),
  })
}
