import { useQuery } from '@tanstack/react-query'
import { api } from '../../app/api.ts'
import { useBeginSuite } from '../../app/begin-suite.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import styles from './suites.module.css'

/** The sets of documents one can begin. */
export function SuiteTemplates() {
  const { t, local } = useWords()
  const beginSuite = useBeginSuite()
  const query = useQuery(api.suites.templates.queryOptions())
  if (query.data === undefined || query.data.length === 0) return null
  return (
    <section aria-labelledby="suite-templates" className={styles.templates}>
      <h2 id="suite-templates" className={styles.heading}>
        {t('suites.templatesTitle')}
      </h2>
      <p className={styles.text}>{t('suites.templatesText')}</p>
      <ul className={styles.cards}>
        {query.data.map((suite) => (
          <li key={suite.id}>
            <article className={styles.card}>
              <h3>{local(suite.title)}</h3>
              <p className={styles.small}>{local(suite.purpose)}</p>
              <ol className={styles.contents}>
                {suite.documents.map(({ agreement, title, isConditional }) => (
                  <li key={agreement}>{isConditional ? t('suites.ifNeeded', { document: local(title) }) : local(title)}</li>
                ))}
              </ol>
              <Button aria-label={t('suites.beginSuite', { suite: local(suite.title) })} onPress={() => beginSuite({ suiteId: suite.id })}>
                {t('suites.beginSet')}
              </Button>
            </article>
          </li>
        ))}
      </ul>
    </section>
  )
}
