import { useMutation } from '@tanstack/react-query'
import type { RegisterEntry } from '../../../engine/deviation-register.ts'
import type { Draft } from '../../../shared/contract/core.ts'
import type { Review } from '../../../shared/contract/returned.ts'
import { describeFailure } from '../../app/failure.ts'
import { core, desktop } from '../../connection.ts'
import { longDate } from '../../i18n/dates.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import styles from './returned.module.css'
import { entriesOf, isShown, type ReviewFilter } from './review-filter.ts'
import { WordDiff } from './word-diff.tsx'

/** What was decided, as a table that can be read, narrowed and printed. */
export function RegisterView({
  draft,
  review,
  filter,
  onOpen,
}: {
  readonly draft: Draft
  readonly review: Review
  readonly filter: ReviewFilter
  readonly onOpen: (id: string) => void
}) {
  const { t, language } = useWords()
  const toast = useToast()
  const save = useMutation({
    networkMode: 'always',
    mutationFn: async (format: 'pdf' | 'docx') => {
      const target = await desktop.dialogs.chooseExportTarget({ suggestedName: t('returned.register.fileName', { name: draft.name }).slice(0, 200), format })
      if (target.kind === 'cancelled') return undefined
      const known = draft.languages.find((one) => one === language) ?? draft.languages[0] ?? language
      return core.returned.exportRegister({ draftId: draft.id, handle: target.handle, format, language: known })
    },
    onSuccess: (done) => {
      if (done !== undefined) toast(t('returned.register.saved', { file: done.fileName }))
    },
  })
  const failure = save.error === null ? undefined : describeFailure(save.error, t)
  const entries = entriesOf(review).filter(({ deviation }) => isShown(deviation, filter, review.stale))
  if (entriesOf(review).length === 0) return <EmptyState title={t('returned.register.emptyTitle')}>{t('returned.register.emptyText')}</EmptyState>
  return (
    <div className={styles.register}>
      <div className={styles.registerHead}>
        <h2 className={styles.registerTitle}>{t('returned.register.title')}</h2>
        <Button isPending={save.isPending} onPress={() => save.mutate('pdf')}>
          {t('returned.register.pdf')}
        </Button>
        <Button isPending={save.isPending} onPress={() => save.mutate('docx')}>
          {t('returned.register.docx')}
        </Button>
      </div>
      {failure === undefined ? null : (
        <Notice tone="high" title={failure.what}>
          {failure.next}
        </Notice>
      )}
      {entries.length === 0 ? (
        <p className={styles.origin}>{t('returned.filter.none')}</p>
      ) : (
        <RegisterTable entries={entries} review={review} onOpen={onOpen} />
      )}
    </div>
  )
}

function RegisterTable({
  entries,
  review,
  onOpen,
}: {
  readonly entries: readonly RegisterEntry[]
  readonly review: Review
  readonly onOpen: (id: string) => void
}) {
  const { t, language } = useWords()
  const heads = ['place', 'template', 'agreed', 'state', 'note'] as const
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(`returned.register.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map(({ deviation, state }) => (
          <tr key={deviation.id} data-state={state}>
            <th scope="row">
              <Button variant="link" onPress={() => onOpen(deviation.id)}>
                {deviation.place === '' ? t('returned.opening') : deviation.place}
              </Button>
              <span className={styles.origin}>{deviation.languages.length > 1 ? t(`returned.languages.${deviation.language ?? 'all'}`) : null}</span>
            </th>
            <td lang={deviation.language ?? undefined}>
              {deviation.oldWords === '' ? (
                <span className={styles.nothing}>{t('returned.notThere')}</span>
              ) : (
                <WordDiff before={deviation.oldWords} after={deviation.newWords} side="before" />
              )}
            </td>
            <td lang={deviation.language ?? undefined}>
              {deviation.newWords === '' ? (
                <span className={styles.nothing}>{t('returned.struck')}</span>
              ) : (
                <WordDiff before={deviation.oldWords} after={deviation.newWords} side="after" />
              )}
            </td>
            <td>
              <span className={styles.stateWord}>{t(`returned.states.${state}`)}</span>
              <span className={styles.origin}>
                {[deviation.decidedBy, deviation.decidedAt === null ? '' : longDate(deviation.decidedAt, language)].filter((part) => part !== '').join(', ')}
              </span>
            </td>
            <td>
              {[deviation.note, ...deviation.comments.map(({ author, text }) => (author === '' ? text : `${author}: ${text}`))]
                .filter((part) => part !== '')
                .join('\n')}
            </td>
          </tr>
        ))}
      </tbody>
      <caption className={styles.hidden}>{t('returned.progress', { decided: entries.length, all: review.deviations.length })}</caption>
    </table>
  )
}
