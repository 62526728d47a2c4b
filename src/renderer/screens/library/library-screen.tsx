import { useRef, useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ContentProblem, ContentSummary } from '../../../shared/contract/core.ts'
import type { Localized } from '../../../engine/language.ts'
import { searchText } from '../../../engine/search-text.ts'
import { useCommand } from '../../app/commands.ts'
import { api } from '../../app/api.ts'
import { useNewDraft } from '../../app/new-draft.tsx'
import { paths } from '../../app/paths.ts'
import { ScreenError } from '../../app/screen-error.tsx'
import { desktop } from '../../connection.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button, LinkTo } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { EmptyState, Loading, Notice } from '../../ui/states.tsx'
import { useLanguageNames } from '../drafts/language-choices.ts'
import { SuiteTemplates } from '../suites/suite-templates.tsx'
import { ChecklistCard } from './checklist-card.tsx'
import styles from './library.module.css'

export type LibraryKind = 'all' | 'agreement' | 'checklist'

/** All templates, each with what it is for and when another serves better. */
export function LibraryScreen({ kind }: { readonly kind: LibraryKind }) {
  const { t, local } = useWords()
  const navigate = useNavigate()
  const query = useQuery(api.content.list.queryOptions())
  const runs = useQuery({ ...api.runs.list.queryOptions({ input: {} }), refetchOnMount: 'always' })
  // Newest first, so the one put in last is the newest.
  const lastRuns = new Map((runs.data ?? []).toReversed().map((run) => [run.templateId, run]))
  const [search, setSearch] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useCommand('find', () => input.current?.focus())
  const all = query.data?.items.filter((item) => kind === 'all' || item.kind === kind)
  const items = all?.filter((item) => says(item, search, local))
  const problems = query.data?.problems ?? []
  return (
    <>
      <PageHead
        title={t('drafts.library.title')}
        lead={t('drafts.library.lead')}
        action={
          <Segmented<LibraryKind>
            label={t('drafts.library.kind')}
            items={[
              { id: 'all', label: t('drafts.library.all') },
              { id: 'agreement', label: t('drafts.library.agreements') },
              { id: 'checklist', label: t('drafts.library.checklists') },
            ]}
            value={kind}
            onChange={(next) => void navigate({ to: '/templates', search: next === 'all' ? {} : { kind: next } })}
          />
        }
      />
      {kind === 'checklist' ? null : (
        <p className={styles.guide}>
          {t('drafts.library.guideText')} <LinkTo href={paths.guide}>{t('drafts.library.guide')}</LinkTo>
        </p>
      )}
      {query.isPending ? <Loading label={t('drafts.library.loading')} /> : null}
      {query.isError ? <ScreenError error={query.error} onRetry={() => void query.refetch()} /> : null}
      {problems.length > 0 ? <Problems problems={problems} /> : null}
      {all?.length === 0 ? <EmptyState title={t('drafts.library.emptyTitle')}>{t('drafts.library.emptyText')}</EmptyState> : null}
      {(all?.length ?? 0) < fewestSearched ? null : (
        <div className={styles.search}>
          <SearchField ref={input} label={t('drafts.library.search')} value={search} onChange={setSearch} />
        </div>
      )}
      {items?.length === 0 && search !== '' ? <p role="status">{t('drafts.library.nothingFound', { search })}</p> : null}
      {kind === 'checklist' || search !== '' ? null : <SuiteTemplates />}
      <ul className={styles.list}>
        {(items ?? []).map((item) => (
          <li key={item.id}>{item.kind === 'checklist' ? <ChecklistCard item={item} lastRun={lastRuns.get(item.id)} /> : <TemplateCard item={item} />}</li>
        ))}
      </ul>
      <OwnTemplates />
    </>
  )
}

/** Fewer are seen at a glance. */
const fewestSearched = 6

/** Whether all words of a search stand in what a template says of itself. */
function says(item: ContentSummary, search: string, local: (text: Localized) => string): boolean {
  const text = searchText([item.title, item.purpose, ...item.useWhen, ...item.topics].map(local).join(' '))
  return searchText(search)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** Files that could not be read, for those who write templates. */
function Problems({ problems }: { readonly problems: readonly ContentProblem[] }) {
  const { t } = useWords()
  return (
    <Notice tone="medium" title={t('drafts.library.problems', { count: problems.length })}>
      <ul className={styles.problems}>
        {problems.map(({ file, line, cause, fix }) => (
          <li key={`${file} ${line} ${cause}`}>
            {line === undefined ? t('drafts.library.problemFile', { file, cause, fix }) : t('drafts.library.problemLine', { file, line, cause, fix })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Where a person's own templates are, and how changes to them come in. */
function OwnTemplates() {
  const { t } = useWords()
  const client = useQueryClient()
  const readAgain = useMutation(
    api.content.readAgain.mutationOptions({ onSuccess: (list) => client.setQueryData(api.content.list.queryOptions().queryKey, list) }),
  )
  return (
    <section className={styles.own}>
      <h2>{t('drafts.library.ownTitle')}</h2>
      <p>{t('drafts.library.ownText')}</p>
      <div className={styles.actions}>
        <Button icon="folder" onPress={() => void desktop.shell.openTemplatesFolder()}>
          {t('drafts.library.ownFolder')}
        </Button>
        <Button variant="quiet" onPress={() => readAgain.mutate(undefined)} isDisabled={readAgain.isPending}>
          {t('drafts.library.readAgain')}
        </Button>
      </div>
      {readAgain.isError ? <ScreenError error={readAgain.error} onRetry={() => readAgain.mutate(undefined)} /> : null}
    </section>
  )
}

function TemplateCard({ item }: { readonly item: ContentSummary }) {
  const { t, local, langOf } = useWords()
  const names = useLanguageNames()
  const newDraft = useNewDraft()
  const languages = item.languages.map(names.own).join(', ')
  return (
    <article className={styles.card}>
      <div className={styles.words}>
        <h2 lang={langOf(item.title)}>{local(item.title)}</h2>
        <p className={styles.purpose} lang={langOf(item.purpose)}>
          {local(item.purpose)}
        </p>
        <p className={styles.facts}>
          {t('drafts.library.facts', { count: item.questionCount, languages })}
          {item.isOwn ? ` · ${t('drafts.library.own')}` : null}
        </p>
        <div className={styles.actions}>
          <Button variant="primary" onPress={() => newDraft({ templateId: item.id })}>
            {t('drafts.library.begin')}
          </Button>
          <LinkTo href={paths.series(item.id)} look="quiet">
            {t('drafts.library.series')}
          </LinkTo>
        </div>
      </div>
      {item.useWhen.length + item.useNotWhen.length === 0 ? null : (
        <div className={styles.when}>
          <WhenList title={t('drafts.library.useWhen')} items={item.useWhen} isRight={true} />
          <WhenList title={t('drafts.library.useNotWhen')} items={item.useNotWhen} isRight={false} />
        </div>
      )}
    </article>
  )
}

function WhenList({ title, items, isRight }: { readonly title: string; readonly items: readonly Localized[]; readonly isRight: boolean }) {
  const { local, langOf } = useWords()
  if (items.length === 0) return null
  return (
    <div>
      <h3>{title}</h3>
      <ul className={isRight ? styles.right : styles.wrong}>
        {items.map((item) => (
          <li key={item.en}>
            <Icon name={isRight ? 'check' : 'close'} size={14} />
            <span lang={langOf(item)}>{local(item)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
