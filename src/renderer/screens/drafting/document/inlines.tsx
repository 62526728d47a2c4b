import type { Inline } from '../../../../engine/document.ts'
import { cx } from '../../../ui/cx.ts'
import styles from './document.module.css'
import { FootnoteMark } from './footnote-mark.tsx'

/** Words of the document; those that came from an answer lead back to their question. */
export function Inlines({ content }: { readonly content: readonly Inline[] }) {
  // Words have no identity of their own: their place in the paragraph is what tells them apart.
  return content.map((inline, index) => <InlineWords key={index} inline={inline} />)
}

function InlineWords({ inline }: { readonly inline: Inline }) {
  switch (inline.kind) {
    case 'lineBreak':
      return <br />
    case 'answer':
      return (
        <span
          role="button"
          tabIndex={-1}
          data-answer={inline.question}
          className={cx(styles.answer, inline.strong === true && styles.strong, inline.emphasis === true && styles.emphasis)}
        >
          {inline.text}
        </span>
      )
    case 'gap':
      return (
        <span role="button" tabIndex={-1} data-answer={inline.question} data-gap="" className={styles.gap}>
          {inline.text}
        </span>
      )
    case 'definition':
      return <strong>{inline.text}</strong>
    case 'reference':
      return <span>{inline.text}</span>
    case 'footnote':
      return <FootnoteMark footnote={inline} />
    case 'text':
      return inline.strong === true || inline.emphasis === true ? (
        <span className={cx(inline.strong === true && styles.strong, inline.emphasis === true && styles.emphasis)}>{inline.text}</span>
      ) : (
        inline.text
      )
  }
}
