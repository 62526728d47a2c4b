import { useContext } from 'react'
import { type Footnote, footnotesOf, type Section } from '../../../../engine/document.ts'
import type { Language } from '../../../../engine/language.ts'
import { useWords } from '../../../i18n/i18n.ts'
import { cx } from '../../../ui/cx.ts'
import styles from './document.module.css'
import { FootnoteIds } from './footnote-mark.tsx'
import { Inlines } from './inlines.tsx'

type FootnotesProps = { readonly section: Section; readonly languages: readonly Language[]; readonly idsOf: (language: Language | undefined) => string }

/** The notes of a section at its end, in columns like the text they belong to. */
export function Footnotes({ section, languages, idsOf }: FootnotesProps) {
  const columns = languages.map((_, column) => section.rows.flatMap((row) => footnotesOf(row.cells[column])))
  if (columns.every((notes) => notes.length === 0)) return null
  return (
    <div className={cx(styles.notes, columns.length > 1 && styles.columns)} data-notes="">
      {columns.map((notes, column) => (
        <div key={languages[column]} lang={languages[column]}>
          <FootnoteIds value={idsOf(languages[column])}>
            {notes.map((note) => (
              <FootnoteText key={note.text} footnote={note} />
            ))}
          </FootnoteIds>
        </div>
      ))}
    </div>
  )
}

function FootnoteText({ footnote }: { readonly footnote: Footnote }) {
  const { t } = useWords()
  const ids = useContext(FootnoteIds)
  return (
    <div role="doc-footnote" className={styles.footnote}>
      <span
        id={`${ids}note-${footnote.text}`}
        role="link"
        tabIndex={-1}
        data-leads-to={`${ids}mark-${footnote.text}`}
        aria-label={t('drafting.document.footnoteBack', { number: footnote.text })}
        className={styles.mark}
      >
        {footnote.text}
      </span>
      <span>
        <Inlines content={footnote.content} />
      </span>
    </div>
  )
}
