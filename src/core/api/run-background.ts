import type { Answers } from '../../engine/answers.ts'
import { contentHistory } from '../../engine/checklist-comparison.ts'
import type { ContentPackage } from '../../engine/template.ts'
import type { DraftId } from '../../shared/contract/ids.ts'
import type { RunBackground } from '../export/build-document.ts'
import { runPlace } from './draft-access.ts'
import type { Services } from './services.ts'

/** What the report of a run is compared with and what its checklist no longer asks; nothing for an agreement. */
export function runBackground(services: Services, id: DraftId, content: ContentPackage, answers: Answers): RunBackground | undefined {
  if (content.kind !== 'checklist') return undefined
  const { storage } = services
  const { previous, former } = runPlace(services, id)
  const before = previous === null ? undefined : storage.drafts.get(previous)
  const earlier = before === undefined ? undefined : storage.contents.get(before.contentHash)
  return {
    previous: before !== undefined && earlier?.kind === 'checklist' ? { content: earlier, answers: storage.drafts.answers(before.id) } : undefined,
    removed: contentHistory(content, former, answers).removed,
  }
}
