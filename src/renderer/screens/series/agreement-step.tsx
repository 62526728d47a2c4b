import { useQuery } from '@tanstack/react-query'
import type { Language } from '../../../engine/language.ts'
import type { ContentSummary } from '../../../shared/contract/core.ts'
import { draftIdSchema } from '../../../shared/contract/ids.ts'
import { api } from '../../app/api.ts'
import { useWords } from '../../i18n/i18n.ts'
import { RadioCards } from '../../ui/radio-cards.tsx'
import { Select } from '../../ui/select.tsx'
import { languageChoices, languagesKey, languagesOfKey, useLanguageNames } from '../drafts/language-choices.ts'
import type { SeriesChoice } from './series-choice.ts'
import { Step } from './step.tsx'

const nothing = 'nothing'

type AgreementStepProps = {
  readonly items: readonly ContentSummary[]
  readonly chosen: ContentSummary | undefined
  readonly languages: readonly Language[]
  readonly choice: SeriesChoice
  readonly onChange: (choice: SeriesChoice) => void
}

/** Which agreement, in which languages, and whose answers hold for every row. */
export function AgreementStep({ items, chosen, languages, choice, onChange }: AgreementStepProps) {
  const { t, local } = useWords()
  const names = useLanguageNames()
  const drafts = useQuery(api.drafts.list.queryOptions({ input: {} }))
  const ofThis = (drafts.data ?? []).filter((draft) => draft.templateId === chosen?.id)
  return (
    <Step number={1} title={t('series.agreement.title')}>
      <Select
        label={t('series.agreement.label')}
        items={items.map((item) => ({ id: item.id, label: local(item.title) }))}
        value={chosen?.id}
        onChange={(templateId) => onChange({ ...choice, templateId, languages: undefined, commonDraft: null })}
        placeholder={t('series.agreement.placeholder')}
      />
      {chosen === undefined ? null : (
        <RadioCards
          layout="row"
          label={t('series.agreement.languages')}
          items={languageChoices(chosen.languages).map((some) => ({ id: languagesKey(some), label: names.of(some) }))}
          value={languagesKey(languages)}
          onChange={(key) => onChange({ ...choice, languages: languagesOfKey(key) })}
        />
      )}
      {ofThis.length === 0 ? null : (
        <Select
          label={t('series.agreement.common')}
          description={t('series.agreement.commonHelp')}
          items={[{ id: nothing, label: t('series.agreement.commonNone') }, ...ofThis.map((draft) => ({ id: draft.id, label: draft.name }))]}
          value={choice.commonDraft ?? nothing}
          onChange={(id) => onChange({ ...choice, commonDraft: id === undefined || id === nothing ? null : draftIdSchema.parse(id) })}
          placeholder={t('series.agreement.commonNone')}
        />
      )}
    </Step>
  )
}
