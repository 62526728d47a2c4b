import { useState } from 'react'
import type { ChecklistResult, TopicScore } from '../../../engine/checklist-score.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import styles from './result.module.css'

/** The score by topic, as bars that can be read without the picture, and as a table. */
export function TopicChart({ result }: { readonly result: ChecklistResult }) {
  const { t, local, language } = useWords()
  const [isTable, setTable] = useState(false)
  const percent = (topic: TopicScore) =>
    topic.score === undefined ? t('checklist.result.notAnswered') : new Intl.NumberFormat(language, { style: 'percent' }).format(topic.score / 100)
  return (
    <section className={styles.panel} aria-labelledby="by-topic">
      <h2 id="by-topic">{t('checklist.result.byTopic')}</h2>
      {result.score === undefined ? null : (
        <p className={styles.score}>
          <span className={styles.figure}>{new Intl.NumberFormat(language, { style: 'percent' }).format(result.score / 100)}</span>{' '}
          {t('checklist.result.score')}
        </p>
      )}
      {isTable ? (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('checklist.result.topic')}</th>
              <th scope="col">{t('checklist.result.scoreColumn')}</th>
              <th scope="col">{t('checklist.result.answeredColumn')}</th>
            </tr>
          </thead>
          <tbody>
            {result.topics.map((topic) => (
              <tr key={topic.id}>
                <td>{local(topic.title)}</td>
                <td>{percent(topic)}</td>
                <td>
                  {topic.answered}/{topic.asked}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <ul className={styles.bars}>
          {result.topics.map((topic) => (
            <li key={topic.id}>
              <span className={styles.barLabel}>
                <span>{local(topic.title)}</span>
                <span className={styles.barValue}>{percent(topic)}</span>
              </span>
              <svg className={cx(styles.bar, styles[tone(topic.score)])} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect className={styles.track} width="100" height="8" />
                <rect className={styles.value} width={topic.score ?? 0} height="8" />
              </svg>
            </li>
          ))}
        </ul>
      )}
      <Button variant="link" aria-pressed={isTable} onPress={() => setTable(!isTable)}>
        {isTable ? t('checklist.result.asChart') : t('checklist.result.asTable')}
      </Button>
    </section>
  )
}

/** The same limits as in the report. */
function tone(score: number | undefined): 'low' | 'medium' | 'high' {
  if (score === undefined || score < 50) return 'high'
  return score >= 75 ? 'low' : 'medium'
}
