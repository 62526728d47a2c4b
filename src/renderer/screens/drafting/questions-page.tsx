import { useEffect, useRef, type FocusEvent } from 'react'
import type { Finding } from '../../../engine/findings.ts'
import type { PageState } from '../../../engine/interview.ts'
import { ExplainedText } from '../glossary/explained-text.tsx'
import { useWords } from '../../i18n/i18n.ts'
import { useDisplay } from './drafting-context.tsx'
import { QuestionBlock } from './question-block.tsx'
import styles from './questions-page.module.css'

export type QuestionTarget = { readonly question: string; readonly times: number }

type QuestionsPageProps = {
  readonly page: PageState
  readonly findings: readonly Finding[]
  /** The question to go to; goes there again when `times` grows. */
  readonly target: QuestionTarget | undefined
  readonly onActive: (question: string) => void
}

const none: readonly Finding[] = []

/** One page of questions. */
export function QuestionsPage({ page, findings, target, onActive }: QuestionsPageProps) {
  const { langOf } = useWords()
  const display = useDisplay()
  const scroller = useRef<HTMLDivElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const id = page.page.id
  useEffect(() => {
    // Whoever comes from a dialog or by keys would stand nowhere; the title is where reading begins.
    if (document.activeElement === document.body || document.activeElement === null) title.current?.focus({ preventScroll: true })
  }, [id])
  useEffect(() => {
    if (target === undefined) scroller.current?.scrollTo({ top: 0 })
  }, [id, target])
  useEffect(() => {
    if (target === undefined) return
    const block = scroller.current?.querySelector<HTMLElement>(`[data-question-block="${CSS.escape(target.question)}"]`)
    block?.scrollIntoView({ block: 'start' })
    const controls = [...(block?.querySelectorAll<HTMLElement>('input, textarea, [role="spinbutton"], button') ?? [])]
    // What a check says above the question has buttons of its own.
    const first = controls.find((control) => control.closest('[data-finding-note]') === null)
    // A group of choices takes the focus on the chosen one, everything else on its first field.
    const field = first instanceof HTMLInputElement && first.type === 'radio' ? (block?.querySelector<HTMLElement>('input:checked') ?? first) : first
    field?.focus({ preventScroll: true })
  }, [target, id])
  const focus = (event: FocusEvent<HTMLElement>) => {
    const block = event.target.closest<HTMLElement>('[data-question-block]')
    const question = block?.dataset['questionBlock']
    if (question !== undefined) onActive(question)
  }
  return (
    <div ref={scroller} className={styles.page} onFocusCapture={focus}>
      <h1 ref={title} className={styles.title} tabIndex={-1} lang={langOf(page.page.title)}>
        {display(page.page.title)}
      </h1>
      {page.page.lead === undefined ? null : (
        <p className={styles.lead}>
          <ExplainedText text={display(page.page.lead)} lang={langOf(page.page.lead)} />
        </p>
      )}
      {page.questions
        .filter((state) => state.isAsked)
        .map((state) => {
          const own = findings.filter(
            (finding) => finding.questions.includes(state.question.id) && (finding.kind === 'error' || finding.kind === 'risk' || finding.kind === 'hint'),
          )
          return <QuestionBlock key={state.question.id} state={state} findings={own.length === 0 ? none : own} />
        })}
    </div>
  )
}
