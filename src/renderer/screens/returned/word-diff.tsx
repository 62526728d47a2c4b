import { useMemo } from 'react'
import { diffInlines } from '../../../engine/comparison/word-diff.ts'
import { inlineText } from '../../../engine/document.ts'
import { plainInlines } from '../../../engine/replace-words.ts'
import { useWords } from '../../i18n/i18n.ts'
import styles from './returned.module.css'

/** One side of a comparison: the words that are only on this side are struck through or underlined, and said to be so. */
export function WordDiff({ before, after, side }: { readonly before: string; readonly after: string; readonly side: 'before' | 'after' }) {
  const { t } = useWords()
  const pieces = useMemo(() => diffInlines(plainInlines(spoken(before)), plainInlines(spoken(after))), [before, after])
  const hidden = side === 'before' ? 'inserted' : 'deleted'
  return (
    <>
      {pieces
        .filter(({ change }) => change !== hidden)
        .map((piece, index) => {
          const words = inlineText([piece])
          if (piece.change === undefined) return <span key={index}>{words}</span>
          return piece.change === 'deleted' ? (
            <del key={index} className={styles.deleted}>
              <span className={styles.hidden}>{t('returned.deletedWords')} </span>
              {words}
            </del>
          ) : (
            <ins key={index} className={styles.inserted}>
              <span className={styles.hidden}>{t('returned.insertedWords')} </span>
              {words}
            </ins>
          )
        })}
    </>
  )
}

/** The cells of a table row are kept apart by tabs; people read a stroke. */
const spoken = (words: string): string => words.replaceAll('\t', ' | ')
