import type { DraftSummary } from '../../../shared/contract/core.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Chip } from '../../ui/chip.tsx'

/** Where a draft stands, in the words that matter most. */
export function DraftState({ draft }: { readonly draft: DraftSummary }) {
  const { t } = useWords()
  if (draft.kind === 'checklist') {
    if (draft.risks > 0) return <Chip tone="high">{t('drafts.state.highRisks', { count: draft.risks })}</Chip>
    return draft.answered < draft.asked ? <Chip tone="balanced">{t('drafts.state.running')}</Chip> : <Chip tone="low">{t('drafts.state.complete')}</Chip>
  }
  // Preset answers count as given, so a draft nobody has touched is told by its dates and by naming nobody.
  if (draft.partner === '' && Date.parse(draft.updatedAt) - Date.parse(draft.createdAt) < 1000) return <Chip tone="balanced">{t('drafts.state.started')}</Chip>
  if (draft.risks > 0) return <Chip tone="high">{t('drafts.state.risks', { count: draft.risks })}</Chip>
  if (draft.openPoints > 0) return <Chip tone="medium">{t('drafts.state.openPoints', { count: draft.openPoints })}</Chip>
  return <Chip tone="low">{t('drafts.state.ready')}</Chip>
}
