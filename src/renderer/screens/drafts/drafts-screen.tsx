import { useQuery } from '@tanstack/react-query'
import { api } from '../../app/api.ts'
import { useNewDraft } from '../../app/new-draft.tsx'
import { ScreenError } from '../../app/screen-error.tsx'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { EmptyState, Loading } from '../../ui/states.tsx'
import { SuiteList } from '../suites/suite-list.tsx'
import { DraftList } from './draft-list.tsx'

/** All agreements or all checklists. */
export function DraftsScreen({ kind }: { readonly kind: 'agreement' | 'checklist' }) {
  const { t } = useWords()
  const newDraft = useNewDraft()
  const query = useQuery(api.drafts.list.queryOptions({ input: {} }))
  const drafts = query.data?.filter((draft) => draft.kind === kind)
  const isAgreement = kind === 'agreement'
  const begin = (
    <Button variant="primary" icon="plus" onPress={() => newDraft({ kind })}>
      {isAgreement ? t('drafts.list.newAgreement') : t('drafts.list.newChecklist')}
    </Button>
  )
  return (
    <>
      <PageHead
        title={isAgreement ? t('drafts.list.agreementsTitle') : t('drafts.list.checklistsTitle')}
        lead={isAgreement ? t('drafts.list.agreementsLead') : t('drafts.list.checklistsLead')}
        action={drafts?.length === 0 ? null : begin}
      />
      {isAgreement ? <SuiteList /> : null}
      {query.isError ? <ScreenError error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading label={t('drafts.loading')} /> : null}
      {drafts?.length === 0 ? (
        <EmptyState title={isAgreement ? t('drafts.list.agreementsEmpty') : t('drafts.list.checklistsEmpty')} action={begin}>
          {isAgreement ? t('drafts.list.agreementsEmptyText') : t('drafts.list.checklistsEmptyText')}
        </EmptyState>
      ) : null}
      {drafts === undefined || drafts.length === 0 ? null : (
        <DraftList drafts={drafts} label={isAgreement ? t('drafts.list.agreementsTitle') : t('drafts.list.checklistsTitle')} />
      )}
    </>
  )
}
