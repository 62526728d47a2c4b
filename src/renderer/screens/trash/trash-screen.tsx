import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DraftSummary } from '../../../shared/contract/core.ts'
import { api } from '../../app/api.ts'
import { describeFailure } from '../../app/failure.ts'
import { ScreenError } from '../../app/screen-error.tsx'
import { longDate } from '../../i18n/dates.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { EmptyState, Loading, Notice } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useDraftActions } from '../drafts/use-draft-actions.ts'
import styles from './trash.module.css'

/** What was deleted and can still come back. */
export function TrashScreen() {
  const { t, local, language } = useWords()
  const query = useQuery(api.drafts.list.queryOptions({ input: { isTrash: true } }))
  const actions = useDraftActions()
  const [removing, setRemoving] = useState<DraftSummary>()
  return (
    <>
      <PageHead title={t('drafts.trash.title')} lead={t('drafts.trash.lead')} />
      {query.isPending ? <Loading label={t('drafts.loading')} /> : null}
      {query.isError ? <ScreenError error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data?.length === 0 ? <EmptyState title={t('drafts.trash.emptyTitle')}>{t('drafts.trash.emptyText')}</EmptyState> : null}
      <ul className={styles.list}>
        {(query.data ?? []).map((draft) => (
          <li key={draft.id} className={styles.item}>
            <div>
              <strong>{draft.name}</strong>
              <span className={styles.small}>{[local(draft.templateTitle), draft.partner].filter((part) => part !== '').join(' · ')}</span>
            </div>
            <span className={styles.small}>{draft.trashedAt === null ? null : t('drafts.trash.trashed', { date: longDate(draft.trashedAt, language) })}</span>
            <span className={styles.buttons}>
              <Button icon="restore" onPress={() => actions.restore(draft)} aria-label={`${t('drafts.trash.restore')}: ${draft.name}`}>
                {t('drafts.trash.restore')}
              </Button>
              <Button variant="plain" onPress={() => setRemoving(draft)} aria-label={`${t('drafts.trash.remove')} ${draft.name}`}>
                {t('drafts.trash.remove')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {removing === undefined ? null : <RemoveDialog draft={removing} onClose={() => setRemoving(undefined)} />}
    </>
  )
}

function RemoveDialog({ draft, onClose }: { readonly draft: DraftSummary; readonly onClose: () => void }) {
  const { t } = useWords()
  const toast = useToast()
  const client = useQueryClient()
  const remove = useMutation(
    api.drafts.remove.mutationOptions({
      onSuccess: async ({ name }) => {
        onClose()
        toast(t('drafts.removed', { name }))
        await client.invalidateQueries({ queryKey: api.drafts.key() })
      },
    }),
  )
  const failure = remove.isError ? describeFailure(remove.error, t) : undefined
  return (
    <Dialog
      title={t('drafts.trash.removeTitle', { name: draft.name })}
      isAlert={true}
      width="narrow"
      isOpen={true}
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" onPress={() => remove.mutate({ id: draft.id })} isPending={remove.isPending}>
            {t('drafts.trash.removeConfirm')}
          </Button>
          {/* The safe way out has the focus, so that Enter pressed by habit keeps the draft. */}
          <Button autoFocus={true} onPress={onClose}>
            {t('drafts.trash.keep')}
          </Button>
        </>
      }
    >
      <p>{t('drafts.trash.removeText')}</p>
      {failure === undefined ? null : (
        <Notice tone="high" title={failure.what}>
          {failure.next}
        </Notice>
      )}
    </Dialog>
  )
}
