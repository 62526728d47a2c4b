import { useQuery } from '@tanstack/react-query'
import type { Draft } from '../../../shared/contract/core.ts'
import type { DraftId } from '../../../shared/contract/ids.ts'
import { api } from '../../app/api.ts'
import { CoreBanner } from '../../app/core-banner.tsx'
import { paths } from '../../app/paths.ts'
import { ScreenError } from '../../app/screen-error.tsx'
import { useWords } from '../../i18n/i18n.ts'
import { Button, LinkTo } from '../../ui/button.tsx'
import { EmptyState, Loading } from '../../ui/states.tsx'
import { Failed, ReadingNotice } from './reading-notice.tsx'
import styles from './returned.module.css'
import { Review } from './review.tsx'
import { useReview } from './use-review.ts'

type ReturnedScreenProps = { readonly draftId: DraftId; readonly change: string | undefined; readonly isRegister: boolean }

/** The partner's Word file came back: every change, side by side, to be decided about. */
export function ReturnedScreen({ draftId, change, isRegister }: ReturnedScreenProps) {
  const { t } = useWords()
  const query = useQuery({ ...api.drafts.get.queryOptions({ input: { id: draftId } }), gcTime: 0 })
  if (query.isError && query.data === undefined) return <ScreenError isWhole={true} error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <Loading label={t('returned.loading')} />
  return <Returned draft={query.data} change={change} isRegister={isRegister} />
}

function Returned({ draft, change, isRegister }: { readonly draft: Draft; readonly change: string | undefined; readonly isRegister: boolean }) {
  const { t } = useWords()
  const review = useReview(draft.id)
  const { data, error } = review.query
  const isEmpty = data?.deviations.length === 0
  const read = (
    <Button variant={isEmpty ? 'primary' : 'quiet'} isPending={review.isReading} onPress={review.read}>
      {isEmpty ? t('returned.open') : t('returned.another')}
    </Button>
  )
  return (
    <main className={styles.screen}>
      <header className={styles.header}>
        <LinkTo href={paths.draft(draft.id)} look="quiet">
          {t('returned.back')}
        </LinkTo>
        <h1 className={styles.title}>{t('returned.title')}</h1>
        <span className={styles.draftName}>{draft.name}</span>
        <span className={styles.spacer} />
        {isEmpty ? null : read}
      </header>
      <CoreBanner />
      <Failed error={review.error} />
      <ReadingNotice reading={review.reading} />
      {review.isReading ? <Loading label={t('returned.reading')} /> : null}
      {error !== null && data === undefined ? <ScreenError error={error} onRetry={() => void review.query.refetch()} /> : null}
      {data === undefined && error === null ? <Loading label={t('returned.loading')} /> : null}
      {isEmpty ? (
        <div className={styles.center}>
          <EmptyState title={t('returned.emptyTitle')} action={read}>
            {t('returned.emptyText')}
          </EmptyState>
        </div>
      ) : null}
      {data === undefined || isEmpty ? null : <Review draft={draft} review={data} change={change} isRegister={isRegister} onDecide={review.decide} />}
    </main>
  )
}
