import type { Answers } from '../../engine/answers.ts'
import type { Deviation } from '../../engine/deviation.ts'
import { type Revision } from '../../shared/contract/core.ts'
import { type DraftId, type RevisionId, revisionIdSchema } from '../../shared/contract/ids.ts'
import { searchWords } from '../storage/search-words.ts'
import type { StoredRevision } from '../storage/revision-store.ts'
import { findDraft, findEditableDraft, findRevision, wholeDraft } from './draft-access.ts'
import type { Implementer } from './implementer.ts'
import type { Services } from './services.ts'

/** Named states of a draft: kept for good, compared, put back. */
export function implementRevisions(implementer: Implementer, services: Services) {
  const { environment, storage } = services
  const { revisions } = implementer

  const find = (id: RevisionId): StoredRevision => findRevision(services, id)

  /** Keeps the present state; must run inside a transaction, because its number depends on the revisions there are. */
  const keep = (draftId: DraftId, name: string): StoredRevision => {
    const draft = findEditableDraft(services, draftId)
    const answers = storage.drafts.answers(draftId)
    const deviations = storage.deviations.list(draftId)
    const [last] = storage.revisions.list(draftId)
    const revision = {
      id: revisionIdSchema.parse(environment.newId()),
      draftId,
      number: (last?.number ?? 0) + 1,
      name,
      contentHash: draft.contentHash,
      changes:
        countChanges(last === undefined ? {} : storage.revisions.answers(last.id), answers) +
        countDecisions(last === undefined ? [] : storage.revisions.deviations(last.id), deviations),
      createdAt: environment.now(),
    }
    storage.revisions.insert(revision, answers, deviations)
    return revision
  }

  return revisions.router({
    list: revisions.list.handler(({ input }) => {
      findDraft(services, input.id)
      return storage.revisions.list(input.id).map(toRevision)
    }),

    create: revisions.create.handler(({ input }) => toRevision(storage.atomically(() => keep(input.id, input.name)))),

    get: revisions.get.handler(({ input }) => ({
      ...toRevision(find(input.id)),
      answers: storage.revisions.answers(input.id),
      deviations: [...storage.revisions.deviations(input.id)],
    })),

    restore: revisions.restore.handler(({ input }) => {
      const revision = find(input.id)
      const content = storage.contents.get(revision.contentHash)
      storage.atomically(() => {
        keep(revision.draftId, input.nameOfCurrent)
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

/** How many answers were added, removed or changed. Key order inside an answer counts: forms write it in one order. */
function countChanges(before: Answers, after: Answers): number {
  const questions = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...questions].filter((question) => JSON.stringify(before[question]) !== JSON.stringify(after[question])).length
}

/** How many changes of the other side were decided otherwise than before. */
function countDecisions(before: readonly Deviation[], after: readonly Deviation[]): number {
  const decided = (deviations: readonly Deviation[]): ReadonlyMap<string, string> =>
    new Map(deviations.filter(({ state }) => state !== 'open').map(({ id, state, note }) => [id, `${state} ${note}`]))
  const [old, now] = [decided(before), decided(after)]
  return [...new Set([...old.keys(), ...now.keys()])].filter((id) => old.get(id) !== now.get(id)).length
}
