import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { ChecklistQuestion } from '../../../engine/template.ts'
import type { DraftSummary } from '../../../shared/contract/core.ts'
import { api } from '../../app/api.ts'
import { describeFailure } from '../../app/failure.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { Notice } from '../../ui/states.tsx'
import { type LeadRun, useOpenDraft } from './lead-run.ts'

type UseExistingDraftProps = {
  readonly run: LeadRun
  readonly question: ChecklistQuestion
  readonly drafts: readonly DraftSummary[]
  readonly choice: ReactNode
  readonly onClose: () => void
}

/** Links a finding to a draft that was begun already and opens it at the place concerned. */
export function UseExistingDraft({ run, question, drafts, choice, onClose }: UseExistingDraftProps) {
  const { t, local } = useWords()
  const openDraft = useOpenDraft()
  const [chosen, setChosen] = useState<string>()
  const [isTried, setTried] = useState(false)
  const draft = drafts.find(({ id }) => id === chosen)
  const link = useMutation(
    api.findings.link.mutationOptions({
      onSuccess: async ({ draft: id, place }) => {
        onClose()
        await openDraft(id, place?.question)
      },
    }),
  )
  const save = () => {
    setTried(true)
    if (draft !== undefined) link.mutate({ run: run.draft.id, question: question.id, draft: draft.id })
  }
  const failure = link.isError ? describeFailure(link.error, t) : undefined
  return (
    <Dialog
      title={t('findings.dialog.title')}
      isOpen={true}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" onPress={save} isPending={link.isPending}>
            {t('findings.dialog.link')}
          </Button>
        </>
      }
    >
      <p>{local(question.missing)}</p>
      {choice}
      <Select
        label={t('findings.dialog.draft')}
        description={t('findings.dialog.draftHelp')}
        items={drafts.map(({ id, name, templateTitle }) => ({ id, label: name, help: local(templateTitle) }))}
        value={chosen}
        onChange={setChosen}
        placeholder={t('findings.dialog.draftPlaceholder')}
        error={isTried && draft === undefined ? t('findings.dialog.draftNeeded') : undefined}
      />
      {failure === undefined ? null : (
        <Notice tone="high" title={failure.what}>
          {failure.next}
        </Notice>
      )}
    </Dialog>
  )
}
