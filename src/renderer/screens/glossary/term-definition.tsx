import { Fragment } from 'react'
import { type GlossaryTerm, termName } from '../../../engine/glossary.ts'
import { languages } from '../../../engine/language.ts'
import { useWords } from '../../i18n/i18n.ts'
import styles from './term-definition.module.css'

/** What a word means, how it is called in the other languages, and where the legal systems differ. */
export function TermDefinition({ term, children }: { readonly term: GlossaryTerm; readonly children?: string }) {
  const { t, local, langOf, language } = useWords()
  return (
    <>
      {children === undefined ? <strong className={styles.word}>{termName(term, language)}</strong> : null}
      <TermWords term={term} />
      <p className={styles.explanation} lang={langOf(term.explanation)}>
        {local(term.explanation)}
      </p>
      {term.difference === undefined ? null : (
        <p className={styles.difference}>
          <strong>{t('glossary.difference')}</strong> <span lang={langOf(term.difference)}>{local(term.difference)}</span>
        </p>
      )}
    </>
  )
}

/** The word in the languages the interface does not speak now. */
export function TermWords({ term }: { readonly term: GlossaryTerm }) {
  const { language } = useWords()
  const reading = term.reading === undefined ? null : <span className={styles.reading}>{term.reading}</span>
  return (
    <p className={styles.words}>
      {language === 'ja' && reading !== null ? (
        <>
          {reading}
          <span aria-hidden="true"> · </span>
        </>
      ) : null}
      {languages
        .filter((other) => other !== language)
        .map((other, index) => (
          <Fragment key={other}>
            {index === 0 ? null : <span aria-hidden="true"> · </span>}
            <span lang={other}>
              {termName(term, other)}
              {other === 'ja' && reading !== null ? <> {reading}</> : null}
            </span>
          </Fragment>
        ))}
    </p>
  )
}
