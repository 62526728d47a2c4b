import { memo, useState, type KeyboardEvent } from 'react'
import { checklistAnswers, checklistAnswerSchema, type ChecklistAnswer, type Json } from '../../../engine/answers.ts'
import type { Localized } from '../../../engine/language.ts'
import type { ChecklistQuestion, Law } from '../../../engine/template.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { cx } from '../../ui/cx.ts'
import { PopoverHelp } from '../../ui/popover-help.tsx'
import { RadioCards } from '../../ui/radio-cards.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { LawLinks } from '../drafting/law-link.tsx'
import type { DraftSession } from '../drafting/session/draft-session.ts'
import { ExplainedText } from '../glossary/explained-text.tsx'
import styles from './checklist.module.css'

type QuestionCardProps = {
  readonly number: number
  readonly question: ChecklistQuestion
  /** The answer as it is stored: the same object for as long as nobody changes it, so that only what changed is drawn again. */
  readonly stored: Json | undefined
  readonly before: ChecklistAnswer['value'] | undefined
  readonly isAdded: boolean
  /** How the question read before the checklist was renewed, if otherwise. */
  readonly formerWords: Localized | undefined
  readonly laws: readonly Law[]
  readonly session: DraftSession
}

/** One question: why it is asked, its answer with note and evidence, and what was answered last time. */
export const QuestionCard = memo(function QuestionCard({ number, question, stored, before, isAdded, formerWords, laws, session }: QuestionCardProps) {
  const { local } = useWords()
  const parsed = checklistAnswerSchema.safeParse(stored)
  const answer = parsed.success ? parsed.data : undefined
  const press = (event: KeyboardEvent) => {
    const value = checklistAnswers[Number(event.key) - 1]
    if (!(event.target instanceof HTMLInputElement) || event.target.type !== 'radio' || event.ctrlKey || event.altKey || event.metaKey) return
    if (value !== undefined) choose(session, question, value)
  }
  return (
    <section className={styles.card} data-question-block={question.id} aria-label={local(question.question)} onKeyDown={press}>
      <span className={cx(styles.number, answer !== undefined && styles.answered)} aria-hidden="true">
        {number}
      </span>
      <div>
        <Mark isAdded={isAdded} formerWords={formerWords} />
        <Choice question={question} value={answer?.value} session={session} />
        <Around question={question} before={before} laws={laws} />
        {answer === undefined ? null : <Particulars question={question} answer={answer} session={session} />}
      </div>
    </section>
  )
})

/** Changes the value of an answer; its note and evidence, as they are by now, stay. */
function choose(session: DraftSession, { id }: ChecklistQuestion, value: ChecklistAnswer['value']): void {
  const kept = checklistAnswerSchema.safeParse(session.get().answers[id])
  session.answer(id, { value, note: kept.data?.note ?? '', evidence: kept.data?.evidence ?? '' })
}

/** Says that a renewed checklist asks something new, or the same in other words. */
function Mark({ isAdded, formerWords }: Pick<QuestionCardProps, 'isAdded' | 'formerWords'>) {
  const { t, local } = useWords()
  if (!isAdded && formerWords === undefined) return null
  return (
    <p className={styles.mark}>
      <Chip tone="accent">{t(isAdded ? 'checklist.marks.added' : 'checklist.marks.reworded')}</Chip>
      {formerWords === undefined ? null : (
        <PopoverHelp label={t('checklist.marks.former')} title={t('checklist.marks.former')}>
          <p>{local(formerWords)}</p>
        </PopoverHelp>
      )}
    </p>
  )
}

type ChoiceProps = Pick<QuestionCardProps, 'question' | 'session'> & { readonly value: ChecklistAnswer['value'] | undefined }

/** Question and answers. Not drawn again for a key press in the note below, which may be long. */
const Choice = memo(function Choice({ question, value, session }: ChoiceProps) {
  const { t, local } = useWords()
  return (
    <RadioCards
      layout="row"
      label={local(question.question)}
      description={<ExplainedText text={local(question.why)} />}
      items={checklistAnswers.map((id) => ({ id, label: t(`checklist.answers.${id}`) }))}
      value={value}
      onChange={(id) => {
        const chosen = checklistAnswers.find((known) => known === id)
        if (chosen !== undefined) choose(session, question, chosen)
      }}
    />
  )
})

/** What stands around the answer: how it was last time, until when it should be settled, and the law. */
const Around = memo(function Around({ question, before, laws }: Pick<QuestionCardProps, 'question' | 'before' | 'laws'>) {
  const { t } = useWords()
  return (
    <div className={styles.below}>
      {before === undefined ? null : <span className={styles.before}>{t('checklist.lastTime', { answer: t(`checklist.answers.${before}`) })}</span>}
      <span className={styles.before}>{t('checklist.settledBy', { phase: t(`checklist.phases.${question.phase}`) })}</span>
      <LawLinks laws={question.laws} entries={laws} />
    </div>
  )
})

/** Note and evidence, each once somebody wants it. */
function Particulars({
  question,
  answer,
  session,
}: {
  readonly question: ChecklistQuestion
  readonly answer: ChecklistAnswer
  readonly session: DraftSession
}) {
  const { t } = useWords()
  const [wanted, setWanted] = useState<'note' | 'evidence'>()
  const [shown, setShown] = useState({ note: answer.note !== '', evidence: answer.evidence !== '' })
  const show = (field: 'note' | 'evidence') => {
    setShown({ ...shown, [field]: true })
    setWanted(field)
  }
  const fields = [
    { field: 'note', maxLength: 10_000 },
    { field: 'evidence', maxLength: 2000 },
  ] as const
  return (
    <>
      {fields.map(({ field, maxLength }) =>
        shown[field] || answer[field] !== '' ? (
          <div key={field} className={styles.note}>
            <TextField
              size="small"
              label={t(`checklist.${field}`)}
              description={field === 'evidence' ? t('checklist.evidenceHelp') : undefined}
              isMultiline={true}
              hasAutoFocus={wanted === field}
              value={answer[field]}
              onChange={(text) => session.answer(question.id, { ...answer, [field]: text })}
              maxLength={maxLength}
            />
          </div>
        ) : null,
      )}
      <div className={styles.more}>
        {fields.map(({ field }) =>
          shown[field] || answer[field] !== '' ? null : (
            <Button key={field} variant="link" onPress={() => show(field)}>
              {t(field === 'note' ? 'checklist.addNote' : 'checklist.addEvidence')}
            </Button>
          ),
        )}
      </div>
    </>
  )
}
