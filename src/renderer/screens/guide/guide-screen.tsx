import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { compileGuide, guideResult } from '../../../engine/guide.ts'
import type { GuidePackage } from '../../../engine/guide-content.ts'
import { api } from '../../app/api.ts'
import { ScreenError } from '../../app/screen-error.tsx'
import { useWords } from '../../i18n/i18n.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Loading } from '../../ui/states.tsx'
import { FromCheck } from './from-check.tsx'
import { GuideQuestions } from './guide-questions.tsx'
import { GuideResultView } from './guide-result.tsx'
import { useGuideProgress } from './guide-store.ts'
import styles from './guide.module.css'

/** Which agreement fits: questions one after the other, and beside them the answer as it grows. */
export function GuideScreen({ runId }: { readonly runId: string | undefined }) {
  const { t } = useWords()
  const query = useQuery(api.guide.get.queryOptions())
  if (query.isPending) return <Loading label={t('guide.loading')} />
  if (query.isError) {
    return (
      <>
        <PageHead title={t('home.guide.title')} />
        <ScreenError error={query.error} onRetry={() => void query.refetch()} />
      </>
    )
  }
  return <LoadedGuide content={query.data} runId={runId} />
}

function LoadedGuide({ content, runId }: { readonly content: GuidePackage; readonly runId: string | undefined }) {
  const { t, local } = useWords()
  const progress = useGuideProgress()
  const guide = useMemo(() => compileGuide(content), [content])
  const result = useMemo(() => guideResult(guide, progress.answers), [guide, progress.answers])
  return (
    <>
      <PageHead title={local(content.title)} lead={local(content.lead)} />
      <FromCheck guide={guide} runId={runId} />
      <div className={styles.columns}>
        <GuideQuestions result={result} progress={progress} />
        <GuideResultView guide={guide} result={result} answers={progress.answers} />
      </div>
      <p className={styles.announcement} role="status">
        {progress.hasBegun ? t('guide.announcement', { count: result.steps.length }) : ''}
      </p>
    </>
  )
}
