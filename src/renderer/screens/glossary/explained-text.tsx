import { Fragment, useMemo } from 'react'
import { firstHits, type TermHit } from '../../../engine/glossary.ts'
import type { Language } from '../../../engine/language.ts'
import { useWords } from '../../i18n/i18n.ts'
import { cx } from '../../ui/cx.ts'
import styles from './explained-text.module.css'
import { useGlossary } from './use-glossary.ts'

/** How a marked word is reached: by Tab, only by those who step through the document, or by the mouse alone where a control holds the text. */
type Reach = 'tab' | 'steps' | 'mouse'

type ExplainedTextProps = {
  readonly text: string
  /** Its language where that is not the one of the interface. */
  readonly lang?: Language | undefined
  readonly reach?: Reach
}

/** A text of the interface in which words of the glossary are marked, each once; a card explains them. */
export function ExplainedText({ text, lang, reach = 'tab' }: ExplainedTextProps) {
  const { language: own } = useWords()
  const language = lang ?? own
  const glossary = useGlossary()
  const hits = useMemo(() => (glossary === undefined ? [] : firstHits(glossary.find(text, language))), [glossary, text, language])
  const marked = <MarkedText text={text} hits={hits} reach={reach} />
  return lang === undefined ? marked : <span lang={lang}>{marked}</span>
}

/** A text with the given places marked. */
export function MarkedText({ text, hits, reach }: { readonly text: string; readonly hits: readonly TermHit[]; readonly reach: Reach }) {
  if (hits.length === 0) return text
  return (
    <>
      {hits.map(({ start, end, term }, index) => (
        <Fragment key={start}>
          {text.slice(hits[index - 1]?.end ?? 0, start)}
          <TermWord term={term} reach={reach}>
            {text.slice(start, end)}
          </TermWord>
        </Fragment>
      ))}
      {text.slice(hits.at(-1)?.end ?? 0)}
    </>
  )
}

function TermWord({ term, reach, children }: { readonly term: string; readonly reach: Reach; readonly children: string }) {
  const look = cx(styles.term, reach === 'mouse' && styles.still)
  if (reach === 'mouse') {
    return (
      <span className={look} data-term={term}>
        {children}
      </span>
    )
  }
  return (
    <span className={look} data-term={term} role="button" tabIndex={reach === 'tab' ? 0 : -1}>
      {children}
    </span>
  )
}
