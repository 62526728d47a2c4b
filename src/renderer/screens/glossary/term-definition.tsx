import type { GlossaryTerm } from '../../../engine/glossary.ts'
import { useWords } from '../../i18n/i18n.ts'
import styles from './term-definition.module.css'

/** What a word means, how it is called in the other languages, and where the legal systems differ. */
export function TermDefinition({ term, children }: { readonly term: GlossaryTerm; readonly children?: string }) {
  const { t, local, language } = useWords()
  return (
    <>
      {children === undefined ? <strong className={styles.word}>{term[language].term}</strong> : null}
      <TermWords term={term} />
      <p className={styles.explanation}>{local(term.explanation)}</p>
      {term.difference === undefined ? null : (
        <p className={styles.difference}>
          <strong>{t('glossary.difference')}</strong> {local(term.difference)}
        </p>
      )}
    </>
  )
}

/** The word in the languages the interface does not speak now. */
export function TermWords({ term }: { readonly term: GlossaryTerm }) {
  const { language } = useWords()
  const other = language === 'de' ? 'en' : 'de'
  return (
    <p className={styles.words}>
      <span lang={other}>{term[other].term}</span>
      <span aria-hidden="true"> · </span>
      <span lang="ja">
        {term.ja}
        {term.reading === undefined ? null : <span className={styles.reading}> {term.reading}</span>}
      </span>
    </p>
  )
}
