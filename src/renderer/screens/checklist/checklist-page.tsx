import { useState } from 'react'
import { checklistAnswers, type Answers } from '../../../engine/answers.ts'
import type { ChecklistState } from '../../../engine/checklist.ts'
import type { ChecklistPackage } from '../../../engine/template.ts'
import { today } from '../../i18n/dates.ts'
import { useWords } from '../../i18n/i18n.ts'
import { useSettings } from '../../app/settings.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { DateField } from '../../ui/date-field.tsx'
import { RadioCards } from '../../ui/radio-cards.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ExplainedText } from '../glossary/explained-text.tsx'
import { choiceOf, textOf } from '../drafting/editors/values.ts'
import { LawLinks } from '../drafting/law-link.tsx'
import type { DraftSession } from '../drafting/session/draft-session.ts'
import styles from './checklist.module.css'

/** The page before the topics: whose run it is. */
export const aboutPage = 'about-this-run'

type ChecklistPageProps = {
  readonly content: ChecklistPackage
  readonly page: string
  readonly states: readonly ChecklistState[]
  readonly answers: Answers
  readonly session: DraftSession
  readonly epoch: number
}

/** One topic with its questions, or the facts of the run. */
export function ChecklistPage({ content, page, states, answers, session, epoch }: ChecklistPageProps) {
  const { local } = useWords()
  if (page === aboutPage) return <AboutRun content={content} answers={answers} session={session} />
  const topic = content.topics.find(({ id }) => id === page)
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{topic === undefined ? null : local(topic.title)}</h1>
      {states
        .filter(({ question }) => question.topic === page)
        .map((state) => (
          <QuestionCard
            key={`${state.question.id}:${epoch}`}
            number={content.questions.indexOf(state.question) + 1}
            state={state}
            content={content}
            session={session}
          />
        ))}
    </div>
  )
}

function AboutRun({ content, answers, session }: Pick<ChecklistPageProps, 'content' | 'answers' | 'session'>) {
  const { t, local } = useWords()
  const { settings } = useSettings()
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{local(content.title)}</h1>
      <p className={styles.lead}>
        {local(content.purpose)} {t('checklist.about.minutes', { minutes: content.minutes })}
      </p>
      <div className={styles.fields}>
        <TextField
          label={t('checklist.about.organisation')}
          description={t('checklist.about.organisationHelp')}
          value={textOf(answers['organisation'])}
          onChange={(text) => session.answer('organisation', text)}
          maxLength={200}
        />
        <DateField label={t('checklist.about.date')} value={choiceOf(answers['assessed_on'])} onChange={(date) => session.answer('assessed_on', date)} />
        {answers['assessed_on'] === undefined ? (
          <div>
            <Button onPress={() => session.answer('assessed_on', today(new Date()))}>{t('checklist.about.today')}</Button>
          </div>
        ) : null}
        <TextField
          label={t('checklist.about.assessor')}
          placeholder={settings.authorName}
          value={textOf(answers['assessor'])}
          onChange={(text) => session.answer('assessor', text)}
          maxLength={200}
        />
      </div>
    </div>
  )
}

function QuestionCard({
  number,
  state,
  content,
  session,
}: {
  readonly number: number
  readonly state: ChecklistState
  readonly content: ChecklistPackage
  readonly session: DraftSession
}) {
  const { t, local } = useWords()
  const { question, answer } = state
  const [hasNote, setNote] = useState(answer !== undefined && answer.note !== '')
  const note = answer?.note ?? ''
  const evidence = answer?.evidence ?? ''
  const choose = (id: string) => {
    const value = checklistAnswers.find((known) => known === id)
    if (value !== undefined) session.answer(question.id, { value, note, evidence })
  }
  return (
    <section className={styles.card} data-question-block={question.id} aria-label={local(question.question)}>
      <span className={cx(styles.number, answer !== undefined && styles.answered)} aria-hidden="true">
        {number}
      </span>
      <div>
        <RadioCards
          layout="row"
          label={local(question.question)}
          description={<ExplainedText text={local(question.why)} />}
          items={checklistAnswers.map((id) => ({ id, label: t(`checklist.answers.${id}`) }))}
          value={answer?.value}
          onChange={choose}
        />
        <div className={styles.below}>
          <LawLinks laws={question.laws} entries={content.lawEntries} />
          {hasNote || answer === undefined ? null : (
            <Button variant="link" onPress={() => setNote(true)}>
              {t('checklist.addNote')}
            </Button>
          )}
        </div>
        {hasNote && answer !== undefined ? (
          <div className={styles.note}>
            <TextField
              size="small"
              label={t('checklist.note')}
              isMultiline={true}
              value={note}
              onChange={(text) => session.answer(question.id, { value: answer.value, note: text, evidence })}
              maxLength={10_000}
            />
          </div>
        ) : null}
      </div>
    </section>
  )
}
