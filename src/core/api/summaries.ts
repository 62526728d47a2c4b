import type { Answers } from '../../engine/answers.ts'
import type { Deviation } from '../../engine/deviation.ts'
import type { ContentPackage } from '../../engine/template.ts'
import type { DraftCounts } from '../../engine/summary.ts'
import type { DraftSummary } from '../../shared/contract/core.ts'
import type { DraftId } from '../../shared/contract/ids.ts'
import type { Language } from '../../engine/language.ts'
import { AppError } from '../../shared/errors.ts'
import type { CoreEnvironment } from '../environment.ts'
import type { StoredDraft } from '../storage/draft-store.ts'
import type { Storage } from '../storage/open-storage.ts'

/** Rows of the home screen. Working out what is answered and open takes a run of the interview, so it is remembered until a draft changes. */
export type DraftSummaries = {
  readonly of: (draft: StoredDraft, answers?: Answers) => DraftSummary
  readonly forget: (id: DraftId) => void
}

export type Summarize = (content: ContentPackage, answers: Answers, languages: readonly Language[], deviations: readonly Deviation[]) => DraftCounts

const nothing: DraftCounts = { answered: 0, asked: 0, openPoints: 0, risks: 0, partner: '' }

/** Makes the rows from drafts, counting with the engine. */
export function createDraftSummaries(storage: Storage, summarize: Summarize, log: CoreEnvironment['log']): DraftSummaries {
  const known = new Map<DraftId, { readonly change: number; readonly counts: DraftCounts }>()

  const countsOf = (draft: StoredDraft, content: ContentPackage, answers: Answers | undefined): DraftCounts => {
    const remembered = known.get(draft.id)
    if (remembered?.change === draft.change) return remembered.counts
    const counts = counted(content, answers ?? storage.drafts.answers(draft.id), draft.languages, storage.deviations.list(draft.id))
    known.set(draft.id, { change: draft.change, counts })
    return counts
  }
  /** One draft whose content cannot be read must not take the whole list away; opening it says what is wrong. */
  const readable = (draft: StoredDraft): ContentPackage | undefined => {
    try {
      return storage.contents.get(draft.contentHash)
    } catch (error) {
      if (error instanceof AppError && error.code === 'contentMissing') return undefined
      throw error
    }
  }
  const counted: Summarize = (content, answers, languages, deviations) => {
    try {
      return summarize(content, answers, languages, deviations)
    } catch (error) {
      // One draft the engine cannot read must not take the whole list away.
      log('draft.notSummarized', { template: content.id, error: error instanceof Error ? error.name : typeof error })
      return nothing
    }
  }

  return {
    of: (draft, answers) => {
      const content = readable(draft)
      const { kind, templateId } = storage.contents.identity(draft.contentHash)
      return {
        id: draft.id,
        kind,
        templateId,
        templateTitle: content?.title ?? { de: templateId, en: templateId },
        name: draft.name,
        languages: draft.languages,
        createdAt: draft.createdAt,
        updatedAt: draft.updatedAt,
        trashedAt: draft.trashedAt,
        ...(content === undefined ? nothing : countsOf(draft, content, answers)),
      }
    },
    forget: (id) => void known.delete(id),
  }
}
