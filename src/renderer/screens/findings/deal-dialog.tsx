import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ChecklistQuestion } from '../../../engine/template.ts'
import { api } from '../../app/api.ts'
import { useWords } from '../../i18n/i18n.ts'
import { RadioCards } from '../../ui/radio-cards.tsx'
import { BeginFromFindings } from './begin-from-findings.tsx'
import { type LeadRun, useDealtIn, useLeads } from './lead-run.ts'
import { UseExistingDraft } from './use-existing-draft.tsx'

type DealDialogProps = { readonly run: LeadRun; readonly question: ChecklistQuestion; readonly onClose: () => void }

/** How to deal with one finding: in a document to begin, or in a draft there is already. */
export function DealDialog({ run, question, onClose }: DealDialogProps) {
  const { t } = useWords()
  const [how, setHow] = useState<'new' | 'existing'>('new')
  const leads = useLeads(run)
  const drafts = useQuery(api.drafts.list.queryOptions({ input: {} })).data ?? []
  const linked = useDealtIn(run, question.id).map(({ draft }) => draft)
  const own = leads?.questions.find((entry) => entry.question === question.id)?.leads ?? []
  const fitting = drafts.filter(({ id, templateId }) => own.some(({ agreement }) => agreement === templateId) && !linked.includes(id))
  const choice =
    fitting.length === 0 ? null : (
      <RadioCards
        layout="row"
        label={t('findings.dialog.how')}
        items={[
          { id: 'new', label: t('findings.dialog.new') },
          { id: 'existing', label: t('findings.dialog.existing') },
        ]}
        value={how}
        onChange={(id) => setHow(id === 'existing' ? 'existing' : 'new')}
      />
    )
  return how === 'existing' && fitting.length > 0 ? (
    <UseExistingDraft run={run} question={question} drafts={fitting} choice={choice} onClose={onClose} />
  ) : (
    <BeginFromFindings run={run} questions={[question]} agreements={own.map(({ agreement }) => agreement)} choice={choice} onClose={onClose} />
  )
}
