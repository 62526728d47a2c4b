import { useState } from 'react'
import type { RunComparison } from '../../../engine/checklist-comparison.ts'
import type { TopicScore } from '../../../engine/checklist-score.ts'
import { longDate } from '../../i18n/dates.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { ExplainScore } from './explain-score.tsx'
import { percent } from './percent.ts'
import styles from './result.module.css'
import { TopicRadar } from './topic-radar.tsx'
import type { Run } from './use-run.ts'

type TopicChartProps = { readonly run: Run; readonly comparison: RunComparison | undefined }

/** With fewer corners a radar is no shape. */
const fewestCorners = 3

/** The score as a whole and by topic: as a radar, or bars where there are too few topics, in words for a screen reader, and as a table. */
export function TopicChart({ run, comparison }: TopicChartProps) {
  const { t, language } = useWords()
  const [isTable, setTable] = useState(false)
  const { result, content } = run
  const topics = result.topics.filter(({ asked }) => asked > 0)
  return (
    <section className={styles.panel} aria-labelledby="by-topic">
      <h2 id="by-topic">{t('checklist.result.byTopic')}</h2>
      {result.score === undefined ? null : (
        <p className={styles.score}>
          <span className={styles.figure}>{percent(result.score, language)}</span> {t('checklist.result.score')}{' '}
          <ExplainScore label={t('checklist.explain.how')} title={t('checklist.explain.title')} score={result} content={content} />
        </p>
      )}
      {isTable ? (
        <TopicTable run={run} topics={topics} comparison={comparison} />
      ) : topics.length < fewestCorners ? (
        <TopicBars run={run} topics={topics} />
      ) : (
        <>
          <TopicRadar topics={topics} before={comparison === undefined ? undefined : scoresBefore(comparison)} />
          <TopicsInWords topics={topics} comparison={comparison} />
          {comparison === undefined ? null : <Legend run={run} />}
        </>
      )}
      <Button variant="link" aria-pressed={isTable} onPress={() => setTable(!isTable)}>
        {isTable ? t('checklist.result.asChart') : t('checklist.result.asTable')}
      </Button>
    </section>
  )
}

function scoresBefore({ topics }: RunComparison): ReadonlyMap<string, number | undefined> {
  return new Map([...topics].map(([id, { before }]) => [id, before]))
}

/** The radar for those who do not see it. */
function TopicsInWords({ topics, comparison }: { readonly topics: readonly TopicScore[]; readonly comparison: RunComparison | undefined }) {
  const { t, local, language } = useWords()
  return (
    <ul className={styles.hidden}>
      {topics.map(({ id, title, score }) => {
        const before = comparison?.topics.get(id)?.before
        const values = { topic: local(title), score: score === undefined ? t('checklist.result.notAnswered') : percent(score, language) }
        return (
          <li key={id}>
            {before === undefined
              ? t('checklist.result.topicInWords', values)
              : t('checklist.result.topicSince', { ...values, before: percent(before, language) })}
          </li>
        )
      })}
    </ul>
  )
}

/** Which line is which. */
function Legend({ run: { previous } }: { readonly run: Run }) {
  const { t, language } = useWords()
  if (previous === undefined) return null
  const { assessedOn, createdAt } = previous.summary
  return (
    <p className={styles.lines} aria-hidden="true">
      <span>
        <svg width="22" height="8">
          <path className={styles.lineNow} d="M0 4h22" />
        </svg>
        {t('checklist.result.now')}
      </span>
      <span>
        <svg width="22" height="8">
          <path className={styles.lineBefore} d="M0 4h22" />
        </svg>
        {longDate(assessedOn ?? createdAt, language)}
      </span>
    </p>
  )
}

function TopicTable({ run, topics, comparison }: TopicChartProps & { readonly topics: readonly TopicScore[] }) {
  const { t, local, language } = useWords()
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('checklist.result.topic')}</th>
          <th scope="col">{t('checklist.result.scoreColumn')}</th>
          {comparison === undefined ? null : <th scope="col">{t('checklist.result.beforeColumn')}</th>}
          <th scope="col">{t('checklist.result.answeredColumn')}</th>
        </tr>
      </thead>
      <tbody>
        {topics.map((topic) => {
          const before = comparison?.topics.get(topic.id)?.before
          return (
            <tr key={topic.id}>
              <td>{local(topic.title)}</td>
              <td>
                <TopicFigure run={run} topic={topic} />
              </td>
              {comparison === undefined ? null : <td>{before === undefined ? t('checklist.result.notAnswered') : percent(before, language)}</td>}
              <td>
                {topic.answered}/{topic.asked}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function TopicFigure({ run, topic }: { readonly run: Run; readonly topic: TopicScore }) {
  const { t, local, language } = useWords()
  if (topic.score === undefined) return <>{t('checklist.result.notAnswered')}</>
  const score = percent(topic.score, language)
  const title = local(topic.title)
  return <ExplainScore label={score} name={t('checklist.explain.topic', { topic: title, score })} title={title} score={topic} content={run.content} />
}

function TopicBars({ run, topics }: { readonly run: Run; readonly topics: readonly TopicScore[] }) {
  const { local } = useWords()
  return (
    <ul className={styles.bars}>
      {topics.map((topic) => (
        <li key={topic.id}>
          <span className={styles.barLabel}>
            <span>{local(topic.title)}</span>
            <span className={styles.barValue}>
              <TopicFigure run={run} topic={topic} />
            </span>
          </span>
          <svg className={cx(styles.bar, styles[tone(topic.score)])} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect className={styles.track} width="100" height="8" />
            <rect className={styles.value} width={topic.score ?? 0} height="8" />
          </svg>
        </li>
      ))}
    </ul>
  )
}

/** The same limits as in the report. */
function tone(score: number | undefined): 'low' | 'medium' | 'high' {
  if (score === undefined || score < 50) return 'high'
  return score >= 75 ? 'low' : 'medium'
}
