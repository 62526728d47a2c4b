import { memo, useCallback, useId, useMemo } from 'react'
import type { Language } from '../../../../engine/language.ts'
import type { Row, Section } from '../../../../engine/document.ts'
import { useGlossary } from '../../glossary/use-glossary.ts'
import { cx } from '../../../ui/cx.ts'
import { BlockView } from './blocks.tsx'
import { ChangedWords } from './changed-words.tsx'
import { DeviationMark } from './deviation-marks.tsx'
import styles from './document.module.css'
import { FootnoteIds } from './footnote-mark.tsx'
import { Footnotes } from './footnotes.tsx'
import { markTerms } from './term-marks.ts'

/** A section; drawn again only when it is another object, which the assembler guarantees for unchanged ones. */
export const SectionView = memo(function SectionView({ section, languages }: { readonly section: Section; readonly languages: readonly Language[] }) {
  const id = useId()
  const glossary = useGlossary()
  // Before the rows are drawn, which look their marks up.
  useMemo(() => (glossary === undefined ? undefined : markTerms(section, languages, glossary)), [section, languages, glossary])
  const idsOf = useCallback((language: Language | undefined) => `${id}${language ?? ''}-`, [id])
  return (
    <section className={cx(styles.section, styles[section.kind])} data-section={section.id}>
      {section.rows.map((row) => (
        <RowView key={row.id} row={row} languages={languages} idsOf={idsOf} />
      ))}
      <Footnotes section={section} languages={languages} idsOf={idsOf} />
    </section>
  )
})

type RowViewProps = { readonly row: Row; readonly languages: readonly Language[]; readonly idsOf: (language: Language | undefined) => string }

const RowView = memo(function RowView({ row, languages, idsOf }: RowViewProps) {
  return (
    <div className={cx(styles.row, !row.isFullWidth && row.cells.length > 1 && styles.columns)} data-row={row.id} data-change={row.change}>
      <DeviationMark row={row.id} />
      {row.cells.map((block, index) => (
        <div key={languages[index] ?? index} lang={row.isFullWidth && languages.length > 1 ? undefined : languages[index]}>
          <FootnoteIds value={idsOf(languages[index])}>
            {row.change === undefined ? (
              <BlockView block={block} />
            ) : (
              <ChangedWords change={row.change}>
                <BlockView block={block} />
              </ChangedWords>
            )}
          </FootnoteIds>
        </div>
      ))}
    </div>
  )
})
