import { useId, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type FocusEvent } from 'react'
import type { Answers } from '../../../../engine/answers.ts'
import type { AppliedDeviations } from '../../../../engine/apply-deviations.ts'
import type { AssembledDocument } from '../../../../engine/document.ts'
import { useWords } from '../../../i18n/i18n.ts'
import { DeviationMarks, useDeviationMarks } from './deviation-marks.tsx'
import { useDisplay, useDrafting } from '../drafting-context.tsx'
import styles from './document.module.css'
import { sectionsByQuestion } from './places.ts'
import { SectionView } from './section-view.tsx'
import { questionOf, useCurrentMark, useFreshMarks } from './use-marks.ts'

type DocumentPaneProps = {
  readonly document: AssembledDocument
  readonly active: string | undefined
  readonly answers: Answers
  readonly name: string
  readonly deviations: AppliedDeviations['byRow']
  /** Opens a deviation in the register. */
  readonly onDeviation: (id: string) => void
}

type Hint = { readonly question: string; readonly left: number; readonly top: number; readonly isBelow: boolean }
const nowhere: readonly string[] = []

/** The living document: on paper in both themes, every filled word leading back to its question. */
export function DocumentPane({ document, active, answers, name, deviations, onDeviation }: DocumentPaneProps) {
  const { t, langOf } = useWords()
  const display = useDisplay()
  const { agreement, goTo } = useDrafting()
  const scroller = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const keysId = useId()
  const [hint, setHint] = useState<Hint>()
  const marks = useDeviationMarks(deviations, onDeviation)
  const places = useMemo(() => sectionsByQuestion(agreement), [agreement])
  useFreshMarks(sheet, document, answers)
  useCurrentMark(sheet, scroller, document, active, active === undefined ? nowhere : (places.get(active) ?? nowhere))

  const answerAt = (target: EventTarget): HTMLElement | null => (target instanceof Element ? target.closest<HTMLElement>('[data-answer]') : null)
  const showHint = (event: MouseEvent | FocusEvent) => {
    const answer = answerAt(event.target)
    const pane = scroller.current?.parentElement?.getBoundingClientRect()
    if (answer === null || pane === undefined) return setHint(undefined)
    const box = answer.getClientRects()[0] ?? answer.getBoundingClientRect()
    const isBelow = box.top - pane.top < 60
    setHint({
      question: questionOf(answer.dataset['answer'] ?? ''),
      left: Math.min(Math.max(box.left - pane.left, 8), Math.max(8, pane.width - 300)),
      top: isBelow ? box.bottom - pane.top + 6 : box.top - pane.top - 6,
      isBelow,
    })
  }
  const open = (event: MouseEvent | KeyboardEvent): boolean => {
    const answer = answerAt(event.target)
    const link = answer === null && event.target instanceof Element ? event.target.closest<HTMLElement>('[data-leads-to]') : null
    if (answer !== null) goTo(questionOf(answer.dataset['answer'] ?? ''))
    if (link !== null) sheet.current?.querySelector<HTMLElement>(`#${CSS.escape(link.dataset['leadsTo'] ?? '')}`)?.focus()
    return answer !== null || link !== null
  }
  const key = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Enter' || event.key === ' ') {
      if (open(event)) event.preventDefault()
    } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      event.preventDefault()
      const stops = [...(sheet.current?.querySelectorAll<HTMLElement>('[data-answer], [data-leads-to], [data-term]') ?? [])]
      const here = stops.findIndex((stop) => stop === event.target)
      const next = here === -1 ? stops[0] : stops[here + (event.key === 'ArrowRight' ? 1 : -1)]
      next?.focus()
    }
  }
  const question = hint === undefined ? undefined : agreement.questions.get(hint.question)
  const runningTitle = document.titles.join(' / ')
  return (
    <div className={styles.pane}>
      {/* The pane scrolls and holds words to step through with the arrow keys, so it takes the focus itself. */}
      <div
        ref={scroller}
        className={styles.scroller}
        role="region"
        aria-label={t('drafting.document.label')}
        aria-describedby={keysId}
        tabIndex={0}
        onClick={(event) => void open(event)}
        onKeyDown={key}
        onMouseOver={showHint}
        onMouseLeave={() => setHint(undefined)}
        onFocus={showHint}
        onBlur={() => setHint(undefined)}
        onScroll={() => setHint(undefined)}
      >
        <div ref={sheet} className={styles.sheet} data-bilingual={document.languages.length > 1 ? '' : undefined}>
          <div className={styles.running}>
            <span>{[runningTitle, name].filter((part) => part !== '').join(' · ')}</span>
            <span>{t('drafting.document.draft')}</span>
          </div>
          <DeviationMarks value={marks}>
            {document.sections.map((section) => (
              <SectionView key={section.id} section={section} languages={document.languages} />
            ))}
          </DeviationMarks>
          <div className={styles.version}>{document.version}</div>
        </div>
      </div>
      <span id={keysId} hidden>
        {t('drafting.document.keys')}
      </span>
      {hint === undefined || question === undefined ? null : (
        <div
          className={styles.hint}
          role="tooltip"
          lang={langOf(question.label)}
          data-below={hint.isBelow ? '' : undefined}
          style={{ left: hint.left, top: hint.top }}
        >
          {display(question.label)}
        </div>
      )}
    </div>
  )
}
