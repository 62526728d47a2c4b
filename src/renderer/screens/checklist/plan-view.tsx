import { useState } from 'react'
import { daysToAct, planCounts, proposedAction } from '../../../engine/action-plan.ts'
import type { ChecklistFinding } from '../../../engine/checklist-score.ts'
import { useNow } from '../../app/now.ts'
import { longDate, today } from '../../i18n/dates.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.tsx'
import { PlanExport } from './plan-export.tsx'
import { PlanSteps } from './plan-steps.tsx'
import styles from './plan.module.css'
import { questionNumber } from './question-number.ts'
import { useStepWords } from './step-words.ts'
import { type Plan, usePlan } from './use-plan.ts'
import type { Run } from './use-run.ts'

type PlanViewProps = { readonly run: Run; readonly onQuestion: (question: string) => void }

/** Who does what by when: proposals to take or leave, and the plan itself. */
export function PlanView({ run, onQuestion }: PlanViewProps) {
  const { t } = useWords()
  const plan = usePlan(run)
  const planned = new Set(plan.steps.map(({ question }) => question))
  const proposals = run.result.findings.filter(({ question }) => !planned.has(question.id))
  const shown = plan.steps.filter(({ state }) => state !== 'dismissed')
  const counts = planCounts(plan.steps, today(useNow()))
  const said = [
    t('checklist.plan.open', { count: counts.open }),
    ...(counts.late === 0 ? [] : [t('checklist.plan.lateCount', { count: counts.late })]),
    ...(counts.done === 0 ? [] : [t('checklist.plan.doneCount', { count: counts.done })]),
  ]
  return (
    <div className={styles.plan}>
      <h1 className={styles.title}>{t('checklist.plan.title')}</h1>
      <p className={styles.lead} role="status">
        {shown.length === 0 ? t('checklist.plan.none') : said.join(' · ')}
      </p>
      {shown.length === 0 && proposals.length === 0 ? (
        <EmptyState title={t('checklist.plan.emptyTitle')}>
          {run.result.answered === 0 ? t('checklist.plan.emptyText') : t('checklist.plan.nothingProposed')}
        </EmptyState>
      ) : null}
      {shown.length === 0 ? null : (
        <div className={styles.export}>
          <PlanExport run={run} />
        </div>
      )}
      {shown.length === 0 ? null : <PlanSteps run={run} plan={plan} onQuestion={onQuestion} />}
      <OwnStep plan={plan} />
      {proposals.length === 0 ? null : <Proposals run={run} plan={plan} proposals={proposals} onQuestion={onQuestion} />}
      <Dismissed run={run} plan={plan} />
    </div>
  )
}

function Proposals({ run, plan, proposals, onQuestion }: PlanViewProps & { readonly plan: Plan; readonly proposals: readonly ChecklistFinding[] }) {
  const { t } = useWords()
  return (
    <section className={styles.section} aria-labelledby="proposals">
      <div className={styles.head}>
        <h2 id="proposals">{t('checklist.plan.proposals', { count: proposals.length })}</h2>
        {proposals.length < 2 ? null : <Button onPress={() => plan.acceptAll(proposals)}>{t('checklist.plan.acceptAll')}</Button>}
      </div>
      <p className={styles.text}>{t('checklist.plan.proposalsText', daysToAct)}</p>
      <ul>
        {proposals.map((finding) => (
          <Proposal key={finding.question.id} run={run} plan={plan} finding={finding} onQuestion={onQuestion} />
        ))}
      </ul>
    </section>
  )
}

function Proposal({ run, plan, finding, onQuestion }: PlanViewProps & { readonly plan: Plan; readonly finding: ChecklistFinding }) {
  const { t, local, language } = useWords()
  const toast = useToast()
  const day = today(useNow())
  const { question, level } = finding
  const action = local(question.action)
  const dismiss = () => {
    plan.dismiss(finding)
    toast(t('checklist.plan.dismissed'), { label: t('app.undo'), onAction: () => plan.remove(question.id) })
  }
  return (
    <li className={styles.proposal}>
      <div>
        <p>{action}</p>
        <p className={styles.facts}>
          <Chip tone={level}>{t(`checklist.levels.${level}`)}</Chip>
          <span>{t('checklist.plan.by', { date: longDate(proposedAction(finding, day).due, language) })}</span>
          <span>{local(question.missing)}</span>
          <Button variant="link" onPress={() => onQuestion(question.id)}>
            {t('checklist.result.toQuestion', { number: questionNumber(run.content, question) })}
          </Button>
        </p>
      </div>
      <span className={styles.buttons}>
        <Button aria-label={t('checklist.plan.acceptNamed', { action })} onPress={() => plan.accept(finding)}>
          {t('checklist.plan.accept')}
        </Button>
        <Button variant="plain" aria-label={t('checklist.plan.dismissNamed', { action })} onPress={dismiss}>
          {t('checklist.plan.dismiss')}
        </Button>
      </span>
    </li>
  )
}

function OwnStep({ plan }: { readonly plan: Plan }) {
  const { t } = useWords()
  const [title, setTitle] = useState('')
  const add = () => {
    if (title.trim() === '') return
    plan.add(title.trim())
    setTitle('')
  }
  return (
    <form
      className={styles.own}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <TextField label={t('checklist.plan.own')} placeholder={t('checklist.plan.ownExample')} value={title} onChange={setTitle} maxLength={1000} />
      <Button type="submit" icon="plus">
        {t('checklist.plan.add')}
      </Button>
    </form>
  )
}

function Dismissed({ run, plan }: { readonly run: Run; readonly plan: Plan }) {
  const { t } = useWords()
  const { titleOf } = useStepWords(run)
  const dismissed = plan.steps.filter(({ state }) => state === 'dismissed')
  if (dismissed.length === 0) return null
  return (
    <details className={styles.dismissed}>
      <summary>{t('checklist.plan.dismissedList', { count: dismissed.length })}</summary>
      <ul>
        {dismissed.map((step) => (
          <li key={step.id} className={styles.proposal}>
            <p>{titleOf(step)}</p>
            <Button
              variant="link"
              aria-label={t('checklist.plan.takeBackNamed', { action: titleOf(step) })}
              onPress={() => plan.set(step.id, { state: 'open' })}
            >
              {t('checklist.plan.takeBack')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
