import { memo } from 'react'
import type { Language } from '../../../../engine/language.ts'
import type { Row, Section } from '../../../../engine/document.ts'
import { cx } from '../../../ui/cx.ts'
import { BlockView } from './blocks.tsx'
import styles from './document.module.css'

/** A section; drawn again only when it is another object, which the assembler guarantees for unchanged ones. */
export const SectionView = memo(function SectionView({ section, languages }: { readonly section: Section; readonly languages: readonly Language[] }) {
  return (
    <section className={cx(styles.section, styles[section.kind])} data-section={section.id}>
      {section.rows.map((row) => (
        <RowView key={row.id} row={row} languages={languages} />
      ))}
    </section>
  )
})

const RowView = memo(function RowView({ row, languages }: { readonly row: Row; readonly languages: readonly Language[] }) {
  return (
    <div className={cx(styles.row, !row.isFullWidth && row.cells.length > 1 && styles.columns)} data-row={row.id}>
      {row.cells.map((block, index) => (
        <div key={languages[index] ?? index} lang={row.isFullWidth && languages.length > 1 ? undefined : languages[index]}>
          <BlockView block={block} />
        </div>
      ))}
    </div>
  )
})
