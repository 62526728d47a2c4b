import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useRef, useState } from 'react'
import { api } from '../../app/api.ts'
import { useCommand } from '../../app/commands.ts'
import { useNewDraft } from '../../app/new-draft.tsx'
import { useOpenFile } from '../../app/open-file.ts'
import { useNow } from '../../app/now.ts'
import { paths } from '../../app/paths.ts'
import { useKeys } from '../../app/platform.ts'
import { ScreenError } from '../../app/screen-error.tsx'
import { useWords } from '../../i18n/i18n.ts'
import { Button, LinkTo } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { EmptyState, Loading } from '../../ui/states.tsx'
import { DraftList } from '../drafts/draft-list.tsx'
import { SuiteList } from '../suites/suite-list.tsx'
import { DueSteps } from './due-steps.tsx'
import styles from './home.module.css'

function greetingOf(hour: number): 'morning' | 'day' | 'evening' {
  if (hour >= 4 && hour < 11) return 'morning'
  return hour >= 18 || hour < 4 ? 'evening' : 'day'
}

/** Where one comes in: what brings you here, and what was under way. */
export function HomeScreen() {
  const { t } = useWords()
  const newDraft = useNewDraft()
  const openFile = useOpenFile()
  const keys = useKeys()
  const now = useNow()
  const content = useQuery(api.content.list.queryOptions())
  const [search, setSearch] = useState('')
  const searched = useDeferredValue(search.trim())
  const all = useQuery(api.drafts.list.queryOptions({ input: {} }))
  const found = useQuery({ ...api.drafts.list.queryOptions({ input: { search: searched } }), placeholderData: (previous) => previous })
  const input = useRef<HTMLInputElement>(null)
  useCommand('find', () => input.current?.focus())
  const count = (kind: string) => content.data?.items.filter((item) => item.kind === kind).length ?? 0
  const drafts = searched === '' ? all.data : found.data
  return (
    <>
      <PageHead title={t(`home.greeting.${greetingOf(now.getHours())}`)} lead={t('home.lead')} />
      <section className={styles.guide}>
        <div>
          <h2>{t('home.guide.title')}</h2>
          <p>{t('home.guide.text')}</p>
        </div>
        <LinkTo href={paths.guide} look="primary">
          {t('home.guide.action')}
        </LinkTo>
      </section>
      <div className={styles.ways}>
        <section className={styles.way}>
          <h2>{t('home.checklist.title')}</h2>
          <p>{t('home.checklist.text', { count: count('checklist') })}</p>
          <LinkTo href={paths.checklistTemplates} look="strong">
            {t('home.checklist.action')}
          </LinkTo>
        </section>
        <section className={styles.way}>
          <h2>{t('home.agreement.title')}</h2>
          <p>{t('home.agreement.text', { count: count('agreement') })}</p>
          <LinkTo href={paths.agreementTemplates} look="strong">
            {t('home.agreement.action')}
          </LinkTo>
        </section>
      </div>
      <p className={styles.openFile}>
        <Button variant="link" keys={keys('openFile')} onPress={openFile}>
          {t('reopen.choose')}
        </Button>
        <span>{t('reopen.chooseText')}</span>
      </p>
      <DueSteps />
      <SuiteList />
      {all.isPending ? <Loading label={t('drafts.loading')} /> : null}
      {all.isError ? <ScreenError error={all.error} onRetry={() => void all.refetch()} /> : null}
      {all.data?.length === 0 ? (
        <EmptyState
          title={t('home.emptyTitle')}
          action={
            <Button variant="primary" icon="plus" keys={keys('newDraft')} onPress={() => newDraft()}>
              {t('drafts.new.title')}
            </Button>
          }
        >
          {t('home.emptyText')}
        </EmptyState>
      ) : null}
      {all.data === undefined || all.data.length === 0 ? null : (
        <section aria-labelledby="continue">
          <div className={styles.continueHead}>
            <h2 id="continue">{t('home.continue')}</h2>
            <SearchField ref={input} label={t('drafts.search')} value={search} onChange={setSearch} />
          </div>
          {drafts?.length === 0 ? (
            <EmptyState title={t('home.nothingFound', { search: searched })} action={<Button onPress={() => setSearch('')}>{t('home.clearSearch')}</Button>}>
              {t('home.nothingFoundText')}
            </EmptyState>
          ) : (
            <DraftList drafts={drafts ?? []} label={t('home.continue')} />
          )}
        </section>
      )}
    </>
  )
}
