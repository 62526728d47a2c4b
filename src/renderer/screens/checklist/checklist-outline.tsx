import { memo } from 'react'
import type { TopicScore } from '../../../engine/checklist-score.ts'
import { useWords } from '../../i18n/i18n.ts'
import { cx } from '../../ui/cx.ts'
import { PlainButton } from '../../ui/plain.tsx'
import { ProgressDot, type DotState } from '../../ui/progress.tsx'
import outlineStyles from '../drafting/outline.module.css'
import styles from './checklist.module.css'
import { aboutPage, type ChecklistView, removedPage } from './pages.ts'
import type { Run } from './use-run.ts'

type ChecklistOutlineProps = {
  readonly run: Run
  readonly pages: readonly string[]
  readonly here: string
  readonly onPage: (page: string) => void
  readonly onView: (view: ChecklistView) => void
}

function topicState(topic: TopicScore): DotState {
  if (topic.answered === 0) return 'empty'
  return topic.answered === topic.asked ? 'done' : 'half'
}

/** The topics with their progress, what is no longer asked, and the way to the result. */
export function ChecklistOutline({ run, pages, here, onPage, onView }: ChecklistOutlineProps) {
  const { t, local } = useWords()
  const { content, result, history } = run
  return (
    <nav className={cx(outlineStyles.outline, styles.outline)} aria-label={t('checklist.outline')}>
      <h2 className={outlineStyles.heading}>{local(content.short)}</h2>
      <ol>
        {pages.map((id) => {
          const topic = result.topics.find((candidate) => candidate.id === id)
          return (
            <Entry
              key={id}
              id={id}
              label={topic === undefined ? t(id === aboutPage ? 'checklist.about.short' : 'checklist.removed.title') : local(topic.title)}
              answered={topic?.answered ?? 0}
              asked={topic?.asked ?? 0}
              state={topic === undefined ? 'empty' : topicState(topic)}
              isHere={id === here}
              onPage={onPage}
            />
          )
        })}
        {history.removed.length === 0 ? null : (
          <Entry id={removedPage} label={t('checklist.removed.title')} answered={0} asked={0} state="empty" isHere={here === removedPage} onPage={onPage} />
        )}
      </ol>
      <h2 className={outlineStyles.heading}>{t('checklist.result.short')}</h2>
      <PlainButton className={cx(outlineStyles.entry)} onPress={() => onView('result')}>
        <ProgressDot state={result.answered === result.asked && result.asked > 0 ? 'done' : 'empty'} />
        <span className={outlineStyles.label}>{t('checklist.toResult')}</span>
      </PlainButton>
    </nav>
  )
}

type EntryProps = {
  readonly id: string
  readonly label: string
  readonly answered: number
  readonly asked: number
  readonly state: DotState
  readonly isHere: boolean
  readonly onPage: (page: string) => void
}

/** Drawn again only when its own topic changed, so that a key press elsewhere costs nothing here. */
const Entry = memo(function Entry({ id, label, answered, asked, state, isHere, onPage }: EntryProps) {
  const { t } = useWords()
  return (
    <li>
      <PlainButton className={cx(outlineStyles.entry, isHere && outlineStyles.here)} isCurrentPage={isHere} onPress={() => onPage(id)}>
        <ProgressDot state={state} value={asked === 0 ? 0 : answered / asked} />
        <span className={outlineStyles.label}>{label}</span>
        {asked === 0 ? null : (
          <>
            <span className={outlineStyles.count} aria-hidden="true">
              {answered}/{asked}
            </span>
            <span className={outlineStyles.hidden}>{t('drafting.outline.answered', { answered, asked })}</span>
          </>
        )}
      </PlainButton>
    </li>
  )
})
