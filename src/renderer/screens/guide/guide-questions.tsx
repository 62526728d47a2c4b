import type { GuideResult, GuideState } from '../../../engine/guide.ts'
import { useWords } from '../../i18n/i18n.ts'
import { AnswerButtons } from '../../ui/answer-buttons.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Icon } from '../../ui/icon.tsx'
import { PlainButton } from '../../ui/plain.tsx'
import { answerGuide, type GuideOrigin, type GuideProgress, leaveGuideOpen, openGuideQuestion, restartGuide } from './guide-store.ts'
import styles from './guide.module.css'
import { useSourceWords } from './known-words.ts'

/** What was answered as short lines, and the next question in full. */
export function GuideQuestions({ result, progress }: { readonly result: GuideResult; readonly progress: GuideProgress }) {
  const { t } = useWords()
  const { states } = result
  const isDealtWith = ({ question, value }: GuideState): boolean => value !== undefined || progress.leftOpen.includes(question.id)
  const open = states.find(({ question }) => question.id === progress.openId) ?? states.find((state) => !isDealtWith(state))
  const waiting = states.filter((state) => !isDealtWith(state)).length
  const leftOpen = states.length - result.answered - waiting
  return (
    <section className={styles.questions} aria-label={t('guide.questions')}>
      <ol className={styles.list}>
        {states
          .filter((state) => state === open || isDealtWith(state))
          .map((state) => (
            <li key={state.question.id}>
              {state === open ? (
                <OpenQuestion state={state} takesFocus={progress.hasBegun} />
              ) : (
                <AnsweredQuestion state={state} origin={progress.origins[state.question.id]} />
              )}
            </li>
          ))}
      </ol>
      {open === undefined ? (
        <div className={styles.done}>
          <p className={styles.doneTitle}>{t('guide.done')}</p>
          <p>{leftOpen === 0 ? t('guide.doneText') : t('guide.doneOpen', { count: leftOpen })}</p>
        </div>
      ) : null}
      {progress.hasBegun && states.length > 1 ? (
        <p className={styles.progress}>
          <span>{waiting === 0 ? t('guide.progressDone', { answered: result.answered, asked: states.length }) : t('guide.progress', { count: waiting })}</span>
          <Button variant="link" onPress={restartGuide}>
            {t('guide.again')}
          </Button>
        </p>
      ) : null}
    </section>
  )
}

function OpenQuestion({ state, takesFocus }: { readonly state: GuideState; readonly takesFocus: boolean }) {
  const { t, local } = useWords()
  const { question, value } = state
  return (
    <div className={styles.open} data-guide-question={question.id}>
      <AnswerButtons
        question={local(question.question)}
        description={question.help === undefined ? undefined : local(question.help)}
        items={question.options.map(({ id, label, help }) => ({ id, label: local(label), help: help === undefined ? undefined : local(help) }))}
        value={value}
        onChoose={(option) => answerGuide(question.id, option)}
        takesFocus={takesFocus}
      />
      <div className={styles.leave}>
        <Button variant="link" onPress={() => leaveGuideOpen(question.id)}>
          {t('guide.leaveOpen')}
        </Button>
      </div>
    </div>
  )
}

function AnsweredQuestion({ state: { question, value }, origin }: { readonly state: GuideState; readonly origin: GuideOrigin | undefined }) {
  const { t, local } = useWords()
  const sourceWords = useSourceWords()
  const option = question.options.find(({ id }) => id === value)
  const answer = option === undefined ? t('guide.open') : local(option.label)
  return (
    <PlainButton className={cx(styles.answered)} onPress={() => openGuideQuestion(question.id)}>
      <span className={styles.matter}>
        <span className={styles.announcement}>{t('guide.change')} </span>
        {local(question.short)}
      </span>
      <span className={cx(styles.answer, option === undefined && styles.unanswered)}>
        {answer}
        {origin === undefined ? null : (
          <span className={styles.origin}> {t('findings.guide.from', { check: local(origin.check), sources: sourceWords(origin.sources) })}</span>
        )}
      </span>
      <Icon name="edit" size={15} />
    </PlainButton>
  )
}
