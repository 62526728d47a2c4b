import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { DraftSummary } from '../../../shared/contract/core.ts'
import type { Reopened } from '../../../shared/contract/reopening.ts'
import { api } from '../../app/api.ts'
import { describeFailure } from '../../app/failure.ts'
import { core } from '../../connection.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/states.tsx'
import { Select } from '../../ui/select.tsx'
import { showResult } from '../returned/use-review.ts'
import styles from './reopen.module.css'

/** Offers to compare an edited Word file with the draft it was exported from. Nothing is offered for files whose words are as they were. */
export function ReviewOffer({ file, onLeave }: { readonly file: Reopened; readonly onLeave: () => void }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const client = useQueryClient()
  const isOffered = file.format === 'docx' && file.kind === 'agreement' && file.seal === 'altered'
  const drafts = useQuery({ ...api.drafts.list.queryOptions({ input: {} }), enabled: isOffered })
  const [chosen, setChosen] = useState<string>()
  const candidates = (drafts.data ?? []).filter(({ templateId }) => templateId === file.templateId)
  // Most often it is the draft with the same parties.
  const draft = candidates.find(({ id }) => id === chosen) ?? candidates.find(({ partner }) => partner === file.partner) ?? candidates[0]
  const review = useMutation({
    networkMode: 'always',
    mutationFn: (target: DraftSummary) => core.returned.read({ draftId: target.id, file: { kind: 'reopened', ticket: file.ticket, fileName: file.fileName } }),
    onSuccess: async (result, target) => {
      showResult(client, target.id, result)
      onLeave()
      await navigate({ to: '/drafts/$draftId/returned', params: { draftId: target.id } })
    },
  })
  // A list remembered from another screen may lack the newest draft.
  if (!isOffered || !drafts.isFetchedAfterMount) return null
  const failure = review.error === null ? undefined : describeFailure(review.error, t)
  return (
    <section className={styles.offer} aria-labelledby="review-offer">
      <h3 id="review-offer">{t('reopen.review.title')}</h3>
      <p>{draft === undefined ? t('reopen.review.none') : t('reopen.review.text')}</p>
      {draft === undefined ? null : (
        <div className={styles.offerRow}>
          <Select
            label={t('reopen.review.draft')}
            items={candidates.map(({ id, name, partner }) => ({ id, label: name, help: partner === '' ? undefined : partner }))}
            value={draft.id}
            onChange={setChosen}
            placeholder={t('reopen.review.choose')}
          />
          <Button isPending={review.isPending} onPress={() => review.mutate(draft)}>
            {t('reopen.review.review')}
          </Button>
        </div>
      )}
      {failure === undefined ? null : (
        <Notice tone="high" title={failure.what}>
          {failure.next}
        </Notice>
      )}
    </section>
  )
}
