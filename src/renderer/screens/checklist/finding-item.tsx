import type { ChecklistFinding } from '../../../engine/checklist-score.ts'
import { useWords } from '../../i18n/i18n.ts'
import { gap } from '../../i18n/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { LawLinks } from '../drafting/law-link.tsx'
import { ExplainLevel } from './explain-level.tsx'
import { FindingLeads } from './finding-leads.tsx'
import { questionNumber } from './question-number.ts'
import styles from './result.module.css'
import { usePlan } from './use-plan.ts'
import type { Run } from './use-run.ts'

type FindingItemProps = { readonly run: Run; readonly finding: ChecklistFinding; readonly onQuestion: (question: string) => void }

/** A weak answer: what it can lead to, what to do, and where that leads. */
export function FindingItem({ run, finding, onQuestion }: FindingItemProps) {
  const { t, local, language } = useWords()
  const { question, level, answer } = finding
  const number = questionNumber(run.content, question)
  return (
    <li className={styles.finding} data-finding={question.id} tabIndex={-1}>
      <span className={cx(styles.number, styles[level])} aria-hidden="true">
        {number}
      </span>
      <div>
        <h3>{local(question.missing)}</h3>
        <p className={styles.chips}>
          <ExplainLevel finding={finding} />
          <span className={styles.small}>{t('checklist.result.answered', { answer: t(`checklist.answers.${answer.value}`) })}</span>
        </p>
        <p>{local(question.consequence)}</p>
        <p>
          <strong>{t('checklist.result.action')}</strong>
          {gap(language)}
          {local(question.action)}
        </p>
        {answer.note === '' ? null : <p className={styles.small}>{t('checklist.result.note', { note: answer.note })}</p>}
        <div className={styles.links}>
          <LawLinks laws={question.laws} entries={run.content.lawEntries} />
        </div>
        <div className={styles.links}>
          <IntoPlan run={run} finding={finding} />
          <Button variant="link" onPress={() => onQuestion(question.id)}>
            {t('checklist.result.toQuestion', { number })}
          </Button>
        </div>
        <FindingLeads run={run} question={question} />
      </div>
    </li>
  )
}

/** Takes the action of a finding into the plan, or says that it is there. */
function IntoPlan({ run, finding }: Pick<FindingItemProps, 'run' | 'finding'>) {
  const { t, local } = useWords()
  const plan = usePlan(run)
  const step = plan.steps.find(({ question }) => question === finding.question.id)
  if (step !== undefined && step.state !== 'dismissed') return <span className={styles.inPlan}>{t(`checklist.plan.is.${step.state}`)}</span>
  return (
    <Button variant="link" aria-label={t('checklist.plan.takeNamed', { action: local(finding.question.action) })} onPress={() => plan.accept(finding)}>
      {t('checklist.plan.take')}
    </Button>
  )
}
