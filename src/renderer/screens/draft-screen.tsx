import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { DraftId } from '../../shared/contract/ids.ts'
import { api } from '../app/api.ts'
import { CoreBanner } from '../app/core-banner.tsx'
import type { DraftSearch } from '../app/router.tsx'
import { ScreenError } from '../app/screen-error.tsx'
import { desktop } from '../connection.ts'
import { useWords } from '../i18n/i18n.ts'
import { Loading } from '../ui/states.tsx'
import { draftViews } from '../app/paths.ts'
import { ChecklistScreen } from './checklist/checklist-screen.tsx'
import { checklistViews } from './checklist/pages.ts'
import { DraftingScreen } from './drafting/drafting-screen.tsx'

/** Opens a draft: an agreement in the drafting screen, a checklist in its own. */
export function DraftScreen({ draftId, search }: { readonly draftId: DraftId; readonly search: DraftSearch }) {
  const { t } = useWords()
  // Answers live in the session from here on; a remembered copy of the draft would show old ones when it is opened again.
  const query = useQuery({
    ...api.drafts.get.queryOptions({ input: { id: draftId } }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
  })
  useEffect(() => {
    void desktop.menu.update({ isDraftOpen: true }).catch(() => undefined)
    return () => void desktop.menu.update({ isDraftOpen: false }).catch(() => undefined)
  }, [])
  if (query.isError && query.data === undefined) return <ScreenError isWhole={true} error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined || !query.isFetchedAfterMount) {
    return (
      <>
        <CoreBanner />
        <Loading label={t('drafting.loading')} />
      </>
    )
  }
  const { content } = query.data
  return content.kind === 'agreement' ? (
    <DraftingScreen
      key={draftId}
      draft={query.data}
      content={content}
      pageId={search.page}
      questionId={search.question}
      view={draftViews.find((view) => view === search.view) ?? 'questions'}
    />
  ) : (
    <ChecklistScreen
      key={draftId}
      draft={query.data}
      content={content}
      pageId={search.page}
      view={checklistViews.find((view) => view === search.view) ?? 'questions'}
    />
  )
}
