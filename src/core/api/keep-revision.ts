import type { Answers } from '../../engine/answers.ts'
import type { Deviation } from '../../engine/deviation.ts'
import { type DraftId, revisionIdSchema } from '../../shared/contract/ids.ts'
import type { StoredRevision } from '../storage/revision-store.ts'
import { findEditableDraft } from './draft-access.ts'
import type { Services } from './services.ts'

/** Keeps the present state of a draft under a name; must run inside a transaction, because its number depends on the revisions there are. */
export function keepRevision(services: Services, draftId: DraftId, name: string): StoredRevision {
  const { environment, storage } = services
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
