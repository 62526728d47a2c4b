import type { TopicBalance } from '../../../../engine/balance.ts'
import { topicName } from '../../../../engine/topics.ts'
import { useWords } from '../../../i18n/i18n.ts'
import { BalanceScale } from '../../../ui/balance-scale.tsx'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { useDisplay, useDrafting } from '../drafting-context.tsx'
import { useBalance } from './balance-context.ts'
import styles from './balance-view.module.css'

/** Which side the draft favours: the whole on top, then topic by topic, each leading to its questions. */
export function BalanceView() {
  const { t } = useWords()
  const drafted = useBalance()
  if (drafted === undefined) return null
  const { balance, nameOf, say } = drafted
  const { overall, topics } = balance
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('drafting.balance.title')}</h1>
      {topics.length === 0 ? (
        <EmptyState title={t('drafting.balance.emptyTitle')}>{t('drafting.balance.emptyText')}</EmptyState>
      ) : (
        <>
          <p className={styles.lead}>{t('drafting.balance.lead')}</p>
          <section className={styles.overall} aria-labelledby="balance-overall">
            <h2 id="balance-overall" className={styles.heading}>
              {t('drafting.balance.overall')}
            </h2>
            <p className={styles.verdict}>{say({ ...overall, open: 0 })}</p>
            <BalanceScale lean={overall.lean} size="large" />
            {/* The ends of the scale: their names stand in the words above for those who cannot see it. */}
            <div className={styles.ends} aria-hidden="true">
              <span className={styles.left}>{nameOf('left')}</span>
              <span>{t('drafting.balance.middle')}</span>
              <span className={styles.right}>{nameOf('right')}</span>
            </div>
            <p className={styles.counted}>
              {t('drafting.balance.decided', { count: overall.decided })}{' '}
              {overall.open === 0 ? null : <span>{t('drafting.balance.open', { count: overall.open })}</span>}
            </p>
          </section>
          <section aria-labelledby="balance-topics">
            <h2 id="balance-topics" className={styles.heading}>
              {t('drafting.balance.byTopic')}
            </h2>
            <ul>
              {topics.map((topic) => (
                <TopicRow key={topic.topic} topic={topic} stands={say(topic)} />
              ))}
            </ul>
          </section>
        </>
      )}
    </div>
  )
}

function TopicRow({ topic, stands }: { readonly topic: TopicBalance; readonly stands: string }) {
  const { t, local } = useWords()
  const display = useDisplay()
  const { agreement, goTo } = useDrafting()
  return (
    <li className={styles.topic}>
      <h3 className={styles.name}>{local(topicName(topic.topic))}</h3>
      <p className={styles.stands}>{stands}</p>
      <div className={styles.scale}>
        <BalanceScale lean={topic.lean} />
      </div>
      <ul className={styles.clauses}>
        {topic.clauses.map(({ question: id, chosen }) => {
          const question = agreement.questions.get(id)
          if (question?.type !== 'clause') return null
          const alternative = question.alternatives.find((one) => one.id === chosen)
          return (
            <li key={id}>
              <Button variant="link" onPress={() => goTo(id)}>
                {display(question.label)}
              </Button>
              <span className={styles.chosen}>{alternative === undefined ? t('drafting.balance.notChosen') : display(alternative.label)}</span>
            </li>
          )
        })}
      </ul>
    </li>
  )
}
