import type { AnswerChange, RunComparison, ScoreChange } from '../../../engine/checklist-comparison.ts'
import { longDate } from '../../i18n/dates.ts'
import { useWords } from '../../i18n/i18n.ts'
import { percent, points } from './percent.ts'
import { questionNumber } from './question-number.ts'
import styles from './result.module.css'
import type { PreviousRun, Run } from './use-run.ts'

type ChangesViewProps = { readonly run: Run; readonly previous: PreviousRun; readonly comparison: RunComparison }

/** This run beside the one before: what got better, what got worse, by question and by topic. */
export function ChangesView({ run, previous, comparison }: ChangesViewProps) {
  const { t, language } = useWords()
  const { assessedOn, createdAt } = previous.summary
  const date = longDate(assessedOn ?? createdAt, language)
  const { score, better, worse } = comparison
  return (
    <>
      <h1 className={styles.title}>{t('checklist.changes.title', { date })}</h1>
      <p className={styles.lead}>{better + worse === 0 ? t('checklist.changes.same') : t('checklist.changes.counts', { better, worse })}</p>
      <div className={styles.changes}>
        <section className={styles.panel} aria-labelledby="topic-changes">
          <h2 id="topic-changes">{t('checklist.result.byTopic')}</h2>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('checklist.result.topic')}</th>
                <th scope="col">{date}</th>
                <th scope="col">{t('checklist.result.now')}</th>
                <th scope="col">{t('checklist.changes.points')}</th>
              </tr>
            </thead>
            <tbody>
              <ScoreRow label={t('checklist.changes.whole')} change={score} />
              {run.result.topics
                .filter(({ asked }) => asked > 0)
                .map((topic) => (
                  <TopicRow key={topic.id} run={run} comparison={comparison} id={topic.id} />
                ))}
            </tbody>
          </table>
          <p className={styles.small}>{t('checklist.changes.how')}</p>
        </section>
        {(['worse', 'better', 'other'] as const).map((kind) => (
          <AnswerList key={kind} run={run} kind={kind} changes={comparison.answers.filter((change) => change.kind === kind)} />
        ))}
      </div>
    </>
  )
}

function TopicRow({ run, comparison, id }: Pick<ChangesViewProps, 'run' | 'comparison'> & { readonly id: string }) {
  const { local } = useWords()
  const topic = run.content.topics.find((one) => one.id === id)
  const change = comparison.topics.get(id)
  return topic === undefined || change === undefined ? null : <ScoreRow label={local(topic.title)} change={change} />
}

function ScoreRow({ label, change: { before, now } }: { readonly label: string; readonly change: ScoreChange }) {
  const { t, language } = useWords()
  const written = (score: number | undefined) => (score === undefined ? t('checklist.result.notAnswered') : percent(score, language))
  return (
    <tr>
      <td>{label}</td>
      <td>{written(before)}</td>
      <td>{written(now)}</td>
      <td>{before === undefined || now === undefined ? '–' : points(now - before, language)}</td>
    </tr>
  )
}

function AnswerList({ run, kind, changes }: { readonly run: Run; readonly kind: 'better' | 'worse' | 'other'; readonly changes: readonly AnswerChange[] }) {
  const { t, local } = useWords()
  if (changes.length === 0) return null
  const written = (value: AnswerChange['now']) => (value === undefined ? t('checklist.result.notAnswered') : t(`checklist.answers.${value}`))
  return (
    <section className={styles.panel} aria-labelledby={`changes-${kind}`}>
      <h2 id={`changes-${kind}`}>{t(`checklist.changes.${kind}`, { count: changes.length })}</h2>
      <ul className={styles.changeList}>
        {changes.map(({ question, before, now }) => (
          <li key={question.id}>
            <span className={styles.number} aria-hidden="true">
              {questionNumber(run.content, question)}
            </span>
            <span>
              {local(question.question)}
              <span className={styles.change}>{t('checklist.changes.fromTo', { before: written(before), now: written(now) })}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
