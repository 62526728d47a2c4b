import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { type GlossaryTerm, searchGlossary, termName } from '../../../engine/glossary.ts'
import type { Law } from '../../../engine/template.ts'
import { useCommand } from '../../app/commands.ts'
import { ScreenError } from '../../app/screen-error.tsx'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { EmptyState, Loading, Notice } from '../../ui/states.tsx'
import { LawLinks } from '../drafting/law-link.tsx'
import styles from './glossary-screen.module.css'
import { TermDefinition } from './term-definition.tsx'
import { useGlossaryQuery } from './use-glossary.ts'

/** All words with what they mean here and there; found in any of the three languages. */
export function GlossaryScreen({ word }: { readonly word: string | undefined }) {
  const { t, language } = useWords()
  const query = useGlossaryQuery()
  const [search, setSearch] = useState(word ?? '')
  const wanted = useDeferredValue(search)
  const input = useRef<HTMLInputElement>(null)
  useCommand('find', () => input.current?.focus())
  const terms = useMemo(() => query.data?.terms ?? [], [query.data])
  const found = useMemo(() => searchGlossary(terms, wanted, language), [terms, wanted, language])
  const byId = useMemo(() => new Map(terms.map((term) => [term.id, term])), [terms])
  const nameOf = (id: string) => {
    const term = byId.get(id)
    return term === undefined ? id : termName(term, language)
  }
  const lookUp = (id: string) => {
    setSearch(nameOf(id))
    input.current?.focus()
  }
  return (
    <>
      <PageHead title={t('glossary.title')} lead={t('glossary.lead')} />
      {query.isPending ? <Loading label={t('glossary.loading')} /> : null}
      {query.isError ? <ScreenError error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data === undefined ? null : terms.length === 0 ? (
        <EmptyState title={t('glossary.emptyTitle')}>{t('glossary.emptyText')}</EmptyState>
      ) : (
        <>
          {query.data.problems.length === 0 ? null : <Notice tone="medium">{t('glossary.problems', { count: query.data.problems.length })}</Notice>}
          <div className={styles.head}>
            <SearchField ref={input} label={t('glossary.search')} value={search} onChange={setSearch} />
            <span role="status" className={styles.count}>
              {t('glossary.found', { count: found.length })}
            </span>
          </div>
          {found.length === 0 ? (
            <EmptyState
              title={t('glossary.nothingFound', { search: wanted.trim() })}
              action={<Button onPress={() => setSearch('')}>{t('glossary.showAll')}</Button>}
            >
              {t('glossary.nothingFoundText')}
            </EmptyState>
          ) : (
            <ul className={styles.list}>
              {found.map((term) => (
                <Entry key={term.id} term={term} laws={query.data.lawEntries} nameOf={nameOf} onLookUp={lookUp} />
              ))}
            </ul>
          )}
          <p className={styles.notice}>{t('glossary.notice')}</p>
        </>
      )}
    </>
  )
}

type EntryProps = {
  readonly term: GlossaryTerm
  readonly laws: readonly Law[]
  readonly nameOf: (id: string) => string
  readonly onLookUp: (id: string) => void
}

function Entry({ term, laws, nameOf, onLookUp }: EntryProps) {
  const { t, language } = useWords()
  const name = termName(term, language)
  return (
    <li className={styles.entry}>
      <h2 className={styles.word}>{name}</h2>
      <TermDefinition term={term}>{name}</TermDefinition>
      {term.laws.length + term.seeAlso.length === 0 ? null : (
        <div className={styles.more}>
          <LawLinks laws={term.laws} entries={laws} />
          {term.seeAlso.length === 0 ? null : <span className={styles.seeAlso}>{t('glossary.seeAlso')}</span>}
          {term.seeAlso.map((id) => (
            <Button key={id} variant="link" onPress={() => onLookUp(id)}>
              {nameOf(id)}
            </Button>
          ))}
        </div>
      )}
    </li>
  )
}
