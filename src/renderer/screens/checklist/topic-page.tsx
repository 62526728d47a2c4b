import { useMemo } from 'react'
import { checklistAnswerSchema, type ChecklistAnswer } from '../../../engine/answers.ts'
import { type ChecklistQuestion, runPhases } from '../../../engine/template.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { useToast } from '../../ui/toast.tsx'
import styles from './checklist.module.css'
import { QuestionCard } from './question-card.tsx'
import { questionNumber } from './question-number.ts'
import type { Run } from './use-run.ts'

/** One topic: its questions, and those that a later phase will ask. */
export function TopicPage({ run, topicId }: { readonly run: Run; readonly topicId: string }) {
  const { t, local } = useWords()
  const { draft, content, answers, session, epoch, result, history, previous } = run
  const topic = content.topics.find(({ id }) => id === topicId)
  const asked = result.states.filter(({ question }) => question.topic === topicId)
  const later = result.later.filter((question) => question.topic === topicId)
  const before = useMemo(() => previousValues(previous?.answers), [previous])
  const last = new Map(draft.run?.former.at(-1)?.questions.map((question) => [question.id, question.question]))
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{topic === undefined ? null : local(topic.title)}</h1>
      {asked.length === 0 ? null : <p className={styles.keys}>{t('checklist.keys')}</p>}
      {asked.map(({ question }) => (
        <QuestionCard
          key={`${question.id}:${epoch}`}
          number={questionNumber(content, question)}
          question={question}
          stored={answers[question.id]}
          before={before.get(question.id)}
          isAdded={history.added.has(question.id)}
          formerWords={history.reworded.has(question.id) ? last.get(question.id) : undefined}
          laws={content.lawEntries}
          session={session}
        />
      ))}
      {later.length === 0 ? null : <LaterQuestions run={run} questions={later} />}
    </div>
  )
}

function previousValues(answers: Run['answers'] | undefined): ReadonlyMap<string, ChecklistAnswer['value']> {
  return new Map(
    Object.entries(answers ?? {}).flatMap(([id, stored]) => {
      const answer = checklistAnswerSchema.safeParse(stored)
      return answer.success ? [[id, answer.data.value]] : []
    }),
  )
}

/** What need not be settled yet, by phase, with a way to answer it all the same. */
function LaterQuestions({ run: { session, answers }, questions }: { readonly run: Run; readonly questions: readonly ChecklistQuestion[] }) {
  const { t, local } = useWords()
  const toast = useToast()
  const askUpTo = (phase: string) => {
    const before = answers['phase']
    session.answer('phase', phase)
    toast(t('checklist.later.asked'), { label: t('app.undo'), onAction: () => session.answer('phase', before) })
  }
  return (
    <section className={styles.later} aria-labelledby="later">
      <h2 id="later">{t('checklist.later.title')}</h2>
      <p>{t('checklist.later.text')}</p>
      {runPhases.map((phase) => {
        const own = questions.filter((question) => question.phase === phase)
        if (own.length === 0) return null
        return (
          <div key={phase} className={styles.laterGroup}>
            <h3>{t(`checklist.phases.${phase}`)}</h3>
            <ul>
              {own.map((question) => (
                <li key={question.id}>{local(question.question)}</li>
              ))}
            </ul>
            <Button variant="link" aria-label={t('checklist.later.askNamed', { phase: t(`checklist.phases.${phase}`) })} onPress={() => askUpTo(phase)}>
              {t('checklist.later.ask')}
            </Button>
          </div>
        )
      })}
    </section>
  )
}
