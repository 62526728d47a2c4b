import { createContext, useContext } from 'react'
import type { Footnote } from '../../../../engine/document.ts'
import { useWords } from '../../../i18n/i18n.ts'
import styles from './document.module.css'

/** Begins the ids of the notes of one language in one document: numbers are counted per language, and a window may show several documents. */
export const FootnoteIds = createContext('')

/** The raised mark of a footnote; it leads to its note below the section. A link in the address would change the screen, so the pane moves the focus. */
export function FootnoteMark({ footnote }: { readonly footnote: Footnote }) {
  const { t } = useWords()
  const ids = useContext(FootnoteIds)
  return (
    <sup>
      <span
        id={`${ids}mark-${footnote.text}`}
        role="link"
        tabIndex={-1}
        data-leads-to={`${ids}note-${footnote.text}`}
        aria-label={t('drafting.document.footnote', { number: footnote.text })}
        className={styles.mark}
      >
        {footnote.text}
      </span>
    </sup>
  )
}
