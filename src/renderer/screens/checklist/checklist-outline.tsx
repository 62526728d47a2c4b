import type { ChecklistResult, TopicScore } from '../../../engine/checklist-score.ts'
import type { ChecklistPackage } from '../../../engine/template.ts'
import { useWords } from '../../i18n/i18n.ts'
import { cx } from '../../ui/cx.ts'
import { PlainButton } from '../../ui/plain.tsx'
import { ProgressDot, type DotState } from '../../ui/progress.tsx'
import outlineStyles from '../drafting/outline.module.css'
import { aboutPage } from './checklist-page.tsx'
import styles from './checklist.module.css'

type ChecklistOutlineProps = {
  readonly content: ChecklistPackage
  readonly result: ChecklistResult
  readonly pages: readonly string[]
  readonly here: string
  readonly onPage: (page: string) => void
  readonly onResult: () => void
}

function topicState(topic: TopicScore): DotState {
  if (topic.answered === 0) return 'empty'
  return topic.answered === topic.asked ? 'done' : 'half'
}

/** The topics with their progress, and the way to the result. */
export function ChecklistOutline({ content, result, pages, here, onPage, onResult }: ChecklistOutlineProps) {
  const { t, local } = useWords()
  return (
    <nav className={cx(outlineStyles.outline, styles.outline)} aria-label={t('checklist.outline')}>
      <h2 className={outlineStyles.heading}>{local(content.short)}</h2>
      <ol>
        {pages.map((id) => {
          const topic = result.topics.find((candidate) => candidate.id === id)
          const state = topic === undefined ? 'empty' : topicState(topic)
          return (
            <li key={id}>
              <PlainButton className={cx(outlineStyles.entry, id === here && outlineStyles.here)} isCurrentPage={id === here} onPress={() => onPage(id)}>
                <ProgressDot state={id === aboutPage ? 'empty' : state} value={topic === undefined || topic.asked === 0 ? 0 : topic.answered / topic.asked} />
                <span className={outlineStyles.label}>{topic === undefined ? t('checklist.about.short') : local(topic.title)}</span>
                {topic === undefined ? null : (
                  <>
                    <span className={outlineStyles.count} aria-hidden="true">
                      {topic.answered}/{topic.asked}
                    </span>
                    <span className={outlineStyles.hidden}>{t('drafting.outline.answered', { answered: topic.answered, asked: topic.asked })}</span>
                  </>
                )}
              </PlainButton>
            </li>
          )
        })}
      </ol>
      <h2 className={outlineStyles.heading}>{t('checklist.result.short')}</h2>
      <PlainButton className={cx(outlineStyles.entry)} onPress={onResult}>
        <ProgressDot state={result.answered === result.asked && result.asked > 0 ? 'done' : 'empty'} />
        <span className={outlineStyles.label}>{t('checklist.toResult')}</span>
      </PlainButton>
    </nav>
  )
}
