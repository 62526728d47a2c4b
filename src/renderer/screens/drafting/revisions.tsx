import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Draft, Revision } from '../../../shared/contract/core.ts'
import { api } from '../../app/api.ts'
import { describeFailure } from '../../app/failure.ts'
import { longDateTime } from '../../i18n/dates.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState, Loading, Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.tsx'
import styles from './open-points.module.css'
import type { DraftSession } from './session/draft-session.ts'

/** Named states of the draft: kept, listed, put back. */
export function Revisions({
  draft,
  session,
  onRestored,
  onCompare,
}: {
  readonly draft: Draft
  readonly session: DraftSession
  readonly onRestored: (draft: Draft) => void
  /** Missing where there is no comparison to go to. */
  readonly onCompare?: (revision: Revision) => void
}) {
  const { t, language } = useWords()
  const toast = useToast()
  const client = useQueryClient()
  const query = useQuery(api.revisions.list.queryOptions({ input: { id: draft.id } }))
  const [name, setName] = useState('')
  const refresh = () => client.invalidateQueries({ queryKey: api.revisions.key() })
  const create = useMutation(
    api.revisions.create.mutationOptions({
      onSuccess: async (revision) => {
        setName('')
        toast(t('drafting.revisions.created', { name: revision.name }))
        await refresh()
      },
    }),
  )
  const restore = useMutation(
    api.revisions.restore.mutationOptions({
      onSuccess: async (restored) => {
        session.replace(restored.answers)
        onRestored(restored)
        toast(t('drafting.revisions.restored'))
        await refresh()
      },
    }),
  )
  const keep = async () => {
    const chosen = name.trim() === '' ? t('drafting.revisions.suggested', { date: longDateTime(new Date().toISOString(), language) }) : name.trim()
    await session.flush()
    create.mutate({ id: draft.id, name: chosen })
  }
  const putBack = async (revision: Revision) => {
    await session.flush()
    restore.mutate({ id: revision.id, nameOfCurrent: t('drafting.revisions.beforeRestore', { name: revision.name }).slice(0, 200) })
  }
  const error = create.error ?? restore.error ?? query.error
  const failure = error === null ? undefined : describeFailure(error, t)
  const revisions = (query.data ?? []).toSorted((one, other) => other.number - one.number)
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('drafting.revisions.title')}</h1>
      <p className={styles.lead}>{t('drafting.revisions.lead')}</p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void keep()
        }}
      >
        <TextField label={t('drafting.revisions.name')} placeholder={t('drafting.revisions.nameExample')} value={name} onChange={setName} maxLength={200} />
        <Button variant="primary" type="submit" isPending={create.isPending}>
          {t('drafting.revisions.create')}
        </Button>
      </form>
      {failure === undefined ? null : (
        <div className={styles.notice}>
          <Notice tone="high" title={failure.what}>
            {failure.next}
          </Notice>
        </div>
      )}
      {query.isPending ? <Loading label={t('drafting.revisions.loading')} /> : null}
      {query.data?.length === 0 ? <EmptyState title={t('drafting.revisions.emptyTitle')}>{t('drafting.revisions.emptyText')}</EmptyState> : null}
      <ul>
        {revisions.map((revision) => (
          <li key={revision.id} className={styles.revision}>
            <div>
              <strong>{revision.name}</strong>
              <span className={styles.small}>
                {[
                  t('drafting.revisions.facts', { number: revision.number, date: longDateTime(revision.createdAt, language) }),
                  // The first has nothing before it to differ from.
                  revision.number === 1 ? '' : t('drafting.revisions.changes', { count: revision.changes }),
                ]
                  .filter((fact) => fact !== '')
                  .join(' · ')}
              </span>
            </div>
            <span className={styles.actions}>
              {onCompare === undefined ? null : (
                <Button aria-label={t('comparison.compareNamed', { name: revision.name })} onPress={() => onCompare(revision)}>
                  {t('comparison.compareWithNow')}
                </Button>
              )}
              <Button
                icon="restore"
                isDisabled={restore.isPending}
                aria-label={t('drafting.revisions.restoreNamed', { name: revision.name })}
                onPress={() => void putBack(revision)}
              >
                {t('drafting.revisions.restore')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
