import { useQuery } from '@tanstack/react-query'
import { api } from '../../app/api.ts'
import { paths } from '../../app/paths.ts'
import { useWords } from '../../i18n/i18n.ts'
import { LinkTo } from '../../ui/button.tsx'
import styles from './suites.module.css'

/** The sets of documents that were begun; nothing as long as there are none. */
export function SuiteList() {
  const { t, local } = useWords()
  const query = useQuery({ ...api.suites.list.queryOptions(), refetchOnMount: 'always' })
  if (query.data === undefined || query.data.length === 0) return null
  return (
    <section aria-labelledby="suite-list" className={styles.listed}>
      <h2 id="suite-list" className={styles.heading}>
        {t('suites.listTitle')}
      </h2>
      <ul className={styles.list}>
        {query.data.map((run) => (
          <li key={run.id}>
            <LinkTo href={paths.suite(run.id)} look="strong">
              {run.name}
            </LinkTo>
            <span className={styles.small}>
              {[local(run.title) === run.name ? '' : local(run.title), begunOf(run.documents, t)].filter((part) => part !== '').join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function begunOf(documents: readonly { readonly draft: unknown }[], t: ReturnType<typeof useWords>['t']): string {
  return t('suites.begun', { begun: documents.filter(({ draft }) => draft !== null).length, count: documents.length })
}
