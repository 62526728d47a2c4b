import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { type Action, priorities } from '../../../engine/action-plan.ts'
import { useNow } from '../../app/now.ts'
import { longDate, today } from '../../i18n/dates.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Chip } from '../../ui/chip.tsx'
import { cx } from '../../ui/cx.ts'
import { DateField } from '../../ui/date-field.tsx'
import { RadioCards } from '../../ui/radio-cards.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.tsx'
import styles from './plan.module.css'
import { questionNumber } from './question-number.ts'
import { useStepWords } from './step-words.ts'
import type { Plan } from './use-plan.ts'
import type { Run } from './use-run.ts'

type Direction = 'up' | 'down'
type PlanStepsProps = { readonly run: Run; readonly plan: Plan; readonly onQuestion: (question: string) => void }

/** The steps in the order people gave them; each is ticked off, edited in place and moved. */
export function PlanSteps({ run, plan, onQuestion }: PlanStepsProps) {
  const { t } = useWords()
  const { titleOf } = useStepWords(run)
  const list = useRef<HTMLOListElement>(null)
  const moved = useRef<{ readonly id: string; readonly direction: Direction }>(undefined)
  const [said, setSaid] = useState('')
  const shown = plan.steps.filter(({ state }) => state !== 'dismissed')
  useEffect(() => {
    // A row that changes its place loses the focus; it belongs to whoever goes on moving it.
    const { id, direction } = moved.current ?? {}
    moved.current = undefined
    const row = id === undefined ? null : list.current?.querySelector(`[data-step="${CSS.escape(id)}"]`)
    const buttons = [...(row?.querySelectorAll<HTMLButtonElement>('[data-move]') ?? [])].filter((button) => !button.disabled)
    ;(buttons.find((button) => button.dataset['move'] === direction) ?? buttons[0])?.focus()
  }, [plan.steps])
  const move = (step: Action, direction: Direction) => {
    const place = shown.indexOf(step)
    const neighbour = shown[direction === 'up' ? place - 1 : place + 1]
    if (neighbour === undefined) return
    moved.current = { id: step.id, direction }
    plan.move(step.id, plan.steps.indexOf(neighbour))
    setSaid(t('checklist.plan.moved', { action: titleOf(step), place: shown.indexOf(neighbour) + 1, count: shown.length }))
  }
  return (
    <section aria-label={t('checklist.plan.steps')}>
      <ol ref={list}>
        {shown.map((step, place) => (
          <Step
            key={step.id}
            run={run}
            plan={plan}
            step={step}
            isFirst={place === 0}
            isLast={place === shown.length - 1}
            onMove={(direction) => move(step, direction)}
            onQuestion={onQuestion}
          />
        ))}
      </ol>
      {shown.length < 2 ? null : <p className={styles.keys}>{t('checklist.plan.keys')}</p>}
      <p className={styles.hidden} role="status">
        {said}
      </p>
    </section>
  )
}

type StepProps = PlanStepsProps & {
  readonly step: Action
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (direction: Direction) => void
}

function Step({ run, plan, step, isFirst, isLast, onMove, onQuestion }: StepProps) {
  const { t } = useWords()
  const { titleOf } = useStepWords(run)
  const toast = useToast()
  const [isEditing, setEditing] = useState(false)
  const action = titleOf(step)
  const leave = () => {
    const place = plan.steps.indexOf(step)
    if (step.question === undefined) plan.remove(step.id)
    else plan.set(step.id, { state: 'dismissed' })
    toast(t(step.question === undefined ? 'checklist.plan.removed' : 'checklist.plan.dismissed'), {
      label: t('app.undo'),
      onAction: () => plan.putBack(step, place),
    })
  }
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onMove(event.key === 'ArrowUp' ? 'up' : 'down')
  }
  return (
    <li className={cx(styles.step, step.state === 'done' && styles.done)} data-step={step.id} onKeyDown={press}>
      <div className={styles.stepHead}>
        <div className={styles.words}>
          <Checkbox label={action} isSelected={step.state === 'done'} onChange={(isDone) => plan.set(step.id, { state: isDone ? 'done' : 'open' })} />
          <StepFacts run={run} step={step} onQuestion={onQuestion} />
        </div>
        <span className={styles.buttons}>
          <IconButton icon="edit" label={t('checklist.plan.edit', { action })} aria-expanded={isEditing} onPress={() => setEditing(!isEditing)} />
          <IconButton icon="up" label={t('checklist.plan.up', { action })} isDisabled={isFirst} data-move="up" onPress={() => onMove('up')} />
          <IconButton icon="down" label={t('checklist.plan.down', { action })} isDisabled={isLast} data-move="down" onPress={() => onMove('down')} />
          <IconButton
            icon="close"
            label={t(step.question === undefined ? 'checklist.plan.removeNamed' : 'checklist.plan.dismissNamed', { action })}
            onPress={leave}
          />
        </span>
      </div>
      {isEditing ? <StepFields run={run} plan={plan} step={step} onClose={() => setEditing(false)} /> : null}
    </li>
  )
}

/** Who, by when, how urgent, and where it comes from. */
function StepFacts({ run, step, onQuestion }: Pick<StepProps, 'run' | 'step' | 'onQuestion'>) {
  const { t, language } = useWords()
  const { questionOf } = useStepWords(run)
  const day = today(useNow())
  const question = questionOf(step)
  const number = question === undefined ? 0 : questionNumber(run.content, question)
  const isLate = step.state === 'open' && step.due !== '' && step.due < day
  return (
    <p className={styles.facts}>
      {step.state === 'done' ? (
        <Chip tone="low">{t('checklist.plan.done')}</Chip>
      ) : isLate ? (
        <Chip tone="high">{t('checklist.plan.late', { date: longDate(step.due, language) })}</Chip>
      ) : (
        <span>{step.due === '' ? t('checklist.plan.noDate') : t('checklist.plan.by', { date: longDate(step.due, language) })}</span>
      )}
      <span>{step.owner === '' ? t('checklist.plan.nobody') : step.owner}</span>
      <span>{t(`checklist.plan.priorities.${step.priority}`)}</span>
      {question === undefined || number === 0 ? null : (
        <Button variant="link" onPress={() => onQuestion(question.id)}>
          {t('checklist.result.toQuestion', { number })}
        </Button>
      )}
    </p>
  )
}

function StepFields({ run, plan, step, onClose }: Pick<StepProps, 'run' | 'plan' | 'step'> & { readonly onClose: () => void }) {
  const { t } = useWords()
  const { proposedTitle } = useStepWords(run)
  const proposed = proposedTitle(step)
  return (
    <div className={styles.fields}>
      <TextField
        size="small"
        label={t('checklist.plan.what')}
        isMultiline={true}
        hasAutoFocus={true}
        value={step.title || proposed}
        // The words of the checklist stay its own, so that they print in every language.
        onChange={(title) => plan.set(step.id, { title: title === proposed ? '' : title })}
        maxLength={1000}
      />
      <div className={styles.pair}>
        <TextField size="small" label={t('checklist.plan.owner')} value={step.owner} onChange={(owner) => plan.set(step.id, { owner })} maxLength={200} />
        <DateField size="small" label={t('checklist.plan.due')} value={step.due || undefined} onChange={(due = '') => plan.set(step.id, { due })} />
      </div>
      <RadioCards
        size="small"
        layout="row"
        label={t('checklist.plan.priority')}
        items={priorities.map((id) => ({ id, label: t(`checklist.plan.priorityNames.${id}`) }))}
        value={step.priority}
        onChange={(id) => {
          const priority = priorities.find((known) => known === id)
          if (priority !== undefined) plan.set(step.id, { priority })
        }}
      />
      <div>
        <Button onPress={onClose}>{t('checklist.plan.close')}</Button>
      </div>
    </div>
  )
}
