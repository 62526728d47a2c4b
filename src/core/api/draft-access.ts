import type { Answers } from '../../engine/answers.ts'
import type { ChecklistPackage } from '../../engine/template.ts'
import type { Draft } from '../../shared/contract/core.ts'
import type { DraftId, RevisionId } from '../../shared/contract/ids.ts'
import type { RunPlace } from '../../shared/contract/runs.ts'
import { AppError } from '../../shared/errors.ts'
import type { StoredDraft } from '../storage/draft-store.ts'
import type { StoredRevision } from '../storage/revision-store.ts'
import { suitePlace } from '../suites/shared-answers.ts'
import type { Services } from './services.ts'

/** A draft by id, or `draftNotFound`. */
export function findDraft({ storage }: Services, id: DraftId): StoredDraft {
  const draft = storage.drafts.get(id)
  if (draft === undefined) throw new AppError('draftNotFound', { details: { draft: id } })
  return draft
}

/** A revision by id, or `revisionNotFound`. */
export function findRevision({ storage }: Services, id: RevisionId): StoredRevision {
  const revision = storage.revisions.get(id)
  if (revision === undefined) throw new AppError('revisionNotFound', { details: { revision: id } })
  return revision
}

/** A draft that may be changed; what lies in the trash must be taken out first. */
export function findEditableDraft(services: Services, id: DraftId): StoredDraft {
  const draft = findDraft(services, id)
  if (draft.trashedAt !== null) throw new AppError('draftInTrash', { details: { draft: id } })
  return draft
}

/** A draft with its answers and the exact content it was begun with. */
export function wholeDraft(services: Services, id: DraftId): Draft {
  const draft = findDraft(services, id)
  const content = services.storage.contents.get(draft.contentHash)
  const answers: Answers = services.storage.drafts.answers(id)
  return {
    ...services.summaries.of(draft, answers),
    contentHash: draft.contentHash,
    content,
    answers,
    deviations: [...services.storage.deviations.list(id)],
    hasNewerTemplate: services.library.hasNewer(content),
    suite: suitePlace(services.storage, id) ?? null,
    run: content.kind === 'checklist' ? runPlace(services, id) : null,
  }
}

/** How a run belongs to others. A former content that can no longer be read is left out: it is history, and the run itself is whole without it. */
export function runPlace({ storage }: Services, id: DraftId): RunPlace {
  const { previous, former } = storage.runs.get(id)
  return { previous, former: former.flatMap((hash) => checklistIn(storage, hash)) }
}

function checklistIn(storage: Services['storage'], hash: string): readonly ChecklistPackage[] {
  try {
    const content = storage.contents.get(hash)
    return content.kind === 'checklist' ? [content] : []
  } catch (error) {
    if (error instanceof AppError && error.code === 'contentMissing') return []
    throw error
  }
}
