import type { ComparisonSide } from '../../../../shared/contract/comparison.ts'
import type { DraftSummary, Revision } from '../../../../shared/contract/core.ts'
import type { DraftId } from '../../../../shared/contract/ids.ts'
import type { InterfaceLanguage } from '../../../../shared/interface-language.ts'
import { longDateTime } from '../../../i18n/dates.ts'
import type { Translate } from '../../../i18n/i18n.ts'
import type { SelectItem } from '../../../ui/select.tsx'

/** A side as one word, for lists of choices. */
export const sideKey = (side: ComparisonSide): string => `${side.kind}:${side.id}`

/** Everything the draft can be compared with: itself now, its revisions (newest first), other drafts of the same agreement, the untouched template. */
export function sideChoices(draftId: DraftId, revisions: readonly Revision[], others: readonly DraftSummary[]): readonly ComparisonSide[] {
  return [
    { kind: 'draft', id: draftId },
    ...revisions.toSorted((one, other) => other.number - one.number).map(({ id }) => ({ kind: 'revision', id }) as const),
    ...others.map(({ id }) => ({ kind: 'draft', id }) as const),
    { kind: 'template', id: draftId },
  ]
}

/** The names of sides for a select box. */
export function sideItems(
  sides: readonly ComparisonSide[],
  known: { readonly draftId: DraftId; readonly revisions: readonly Revision[]; readonly others: readonly DraftSummary[] },
  t: Translate,
  language: InterfaceLanguage,
): readonly SelectItem[] {
  return sides.map((side): SelectItem => {
    const id = sideKey(side)
    if (side.kind === 'template') return { id, label: t('comparison.sides.template'), help: t('comparison.sides.templateHelp') }
    if (side.kind === 'revision') {
      const revision = known.revisions.find((one) => one.id === side.id)
      return {
        id,
        label: t('comparison.sides.revision', { number: revision?.number ?? 0, name: revision?.name ?? '' }),
        help: revision === undefined ? undefined : longDateTime(revision.createdAt, language),
      }
    }
    if (side.id === known.draftId) return { id, label: t('comparison.sides.present') }
    return { id, label: t('comparison.sides.draft', { name: known.others.find((one) => one.id === side.id)?.name ?? '' }) }
  })
}
