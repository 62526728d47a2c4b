import type { ReactNode } from 'react'
import type { Change } from '../../../../engine/document.ts'
import { useWords } from '../../../i18n/i18n.ts'
import styles from './document.module.css'

type ChangedProps = { readonly change: Change; readonly children: ReactNode }

/** Words of a redline that were put in or taken out: a line under or through them for the eye, a word before and after for the ear. */
export function ChangedWords({ change, children }: ChangedProps) {
  const { t } = useWords()
  const Element = change === 'inserted' ? 'ins' : 'del'
  return (
    <Element className={styles[change]} data-change={change}>
      <span className={styles.spoken}>{t(`comparison.words.spoken.${change}`)}</span>
      {children}
      <span className={styles.spoken}>{t('comparison.words.spoken.end')}</span>
    </Element>
  )
}

/** A number of a redline that moved: what it was, and what it is. It counts as no change of its own. */
export function MovedLabel({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <>
      <del className={styles.movedFrom}>{before}</del> <ins className={styles.movedTo}>{after}</ins>
    </>
  )
}
