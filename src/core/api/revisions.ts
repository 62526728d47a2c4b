import { type Revision } from '../../shared/contract/core.ts'
import type { RevisionId } from '../../shared/contract/ids.ts'
import { searchWords } from '../storage/search-words.ts'
import type { StoredRevision } from '../storage/revision-store.ts'
import { findDraft, findRevision, wholeDraft } from './draft-access.ts'
import type { Implementer } from './implementer.ts'
import { keepRevision } from './keep-revision.ts'
import type { Services } from './services.ts'

/** Named states of a draft: kept for good, compared, put back. */
export function implementRevisions(implementer: Implementer, services: Services) {
  const { environment, storage } = services
  const { revisions } = implementer

  const find = (id: RevisionId): StoredRevision => findRevision(services, id)

  return revisions.router({
    list: revisions.list.handler(({ input }) => {
      findDraft(services, input.id)
      return storage.revisions.list(input.id).map(toRevision)
    }),

    create: revisions.create.handler(({ input }) => toRevision(storage.atomically(() => keepRevision(services, input.id, input.name)))),

    get: revisions.get.handler(({ input }) => ({
      ...toRevision(find(input.id)),
      answers: storage.revisions.answers(input.id),
      deviations: [...storage.revisions.deviations(input.id)],
    })),

    restore: revisions.restore.handler(({ input }) => {
      const revision = find(input.id)
      const content = storage.contents.get(revision.contentHash)
      storage.atomically(() => {
        keepRevision(services, revision.draftId, input.nameOfCurrent)
        const at = environment.now()
        storage.drafts.removeAnswers(revision.draftId, at)
        for (const [question, value] of Object.entries(storage.revisions.answers(revision.id))) {
          storage.drafts.saveAnswer(revision.draftId, question, value, searchWords(content, question, value), at)
        }
        storage.deviations.replace(revision.draftId, storage.revisions.deviations(revision.id), at)
      })
      return wholeDraft(services, revision.draftId)
    }),
  })
}

function toRevision({ id, draftId, number, name, createdAt, changes }: StoredRevision): Revision {
  return { id, draftId, number, name, createdAt, changes }
}
