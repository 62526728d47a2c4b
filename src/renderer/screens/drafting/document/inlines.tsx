import { Fragment, useContext } from 'react'
import type { Inline } from '../../../../engine/document.ts'
import { MarkedText } from '../../glossary/explained-text.tsx'
import { useGlossary } from '../../glossary/use-glossary.ts'
import { cx } from '../../../ui/cx.ts'
import styles from './document.module.css'
import { ChangedWords } from './changed-words.tsx'
import { FootnoteMark } from './footnote-mark.tsx'
import { StillDocument } from './still-document.ts'
import { termsIn } from './term-marks.ts'

/** Words of the document; those that came from an answer lead back to their question. */
export function Inlines({ content }: { readonly content: readonly Inline[] }) {
  // Words have no identity of their own: their place in the paragraph is what tells them apart.
  if (content.every(({ change }) => change === undefined)) return content.map((inline, index) => <InlineWords key={index} inline={inline} />)
  return stretches(content).map((stretch, index) => {
    const words = stretch.map((inline, at) => <InlineWords key={at} inline={inline} />)
    const change = stretch[0]?.change
    return change === undefined ? (
      <Fragment key={index}>{words}</Fragment>
    ) : (
      <ChangedWords key={index} change={change}>
        {words}
      </ChangedWords>
    )
  })
}

/** Neighbours with the same mark of a redline, which are one insertion or deletion to a reader. */
function stretches(content: readonly Inline[]): readonly (readonly Inline[])[] {
  const result: Inline[][] = []
  for (const inline of content) {
    const last = result.at(-1)
    if (last !== undefined && last[0]?.change === inline.change) last.push(inline)
    else result.push([inline])
  }
  return result
}

function InlineWords({ inline }: { readonly inline: Inline }) {
  const isStill = useContext(StillDocument)
  if (isStill && (inline.kind === 'answer' || inline.kind === 'gap')) return <StillWords inline={inline} />
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
        <span className={cx(inline.strong === true && styles.strong, inline.emphasis === true && styles.emphasis)}>
          <TextWords inline={inline} />
        </span>
      ) : (
        <TextWords inline={inline} />
      )
  }
}

/** Words of the template, those of the glossary marked. */
function TextWords({ inline }: { readonly inline: Extract<Inline, { kind: 'text' }> }) {
  const glossary = useGlossary()
  const isStill = useContext(StillDocument)
  return <MarkedText text={inline.text} hits={isStill ? [] : termsIn(inline, glossary)} reach="steps" />
}

/** Words of an answer where they lead nowhere. */
function StillWords({ inline }: { readonly inline: Extract<Inline, { kind: 'answer' | 'gap' }> }) {
  if (inline.kind === 'gap') return <span className={cx(styles.gap, styles.still)}>{inline.text}</span>
  return <span className={cx(inline.strong === true && styles.strong, inline.emphasis === true && styles.emphasis)}>{inline.text}</span>
}
