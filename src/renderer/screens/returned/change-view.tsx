import { useState } from 'react'
import type { Deviation } from '../../../engine/deviation.ts'
import { longDateTime } from '../../i18n/dates.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './returned.module.css'
import { wordsBefore } from './review-filter.ts'
import { WordDiff } from './word-diff.tsx'

type ChangeViewProps = {
  readonly deviation: Deviation
  readonly all: readonly Deviation[]
  readonly isStale: boolean
  /** Names of questions and terms as people know them. */
  readonly questionName: (id: string) => string
  readonly termName: (id: string) => string
  readonly onDecide: (state: Deviation['state'], note: string) => void
}

/** One change: as sent and as it came back, side by side, what to look out for, and the decision. */
export function ChangeView({ deviation, all, isStale, questionName, termName, onDecide }: ChangeViewProps) {
  const { t } = useWords()
  const { kind, language, languages } = deviation
  const before = wordsBefore(deviation, all)
  return (
    <article className={styles.change} aria-labelledby="change-title">
      <h2 id="change-title" className={styles.changeTitle}>
        {deviation.place === '' ? t('returned.opening') : deviation.place}
        <span className={styles.kind}>
          {[t(`returned.kinds.${kind}`), languages.length > 1 ? t(`returned.languages.${language ?? 'all'}`) : ''].filter((part) => part !== '').join(' · ')}
        </span>
      </h2>
      <Origin deviation={deviation} />
      <Flags deviation={deviation} isStale={isStale} questionName={questionName} termName={termName} />
      <div className={styles.sides}>
        <section className={styles.side} aria-labelledby="side-before">
          <h3 id="side-before">{t('returned.before')}</h3>
          <p lang={language ?? undefined} className={styles.words}>
            {before === '' ? (
              <span className={styles.nothing}>{t('returned.notThere')}</span>
            ) : (
              <WordDiff before={before} after={deviation.newWords} side="before" />
            )}
          </p>
        </section>
        <section className={styles.side} aria-labelledby="side-after">
          <h3 id="side-after">{t('returned.after')}</h3>
          <p lang={language ?? undefined} className={styles.words}>
            {deviation.newWords === '' ? (
              <span className={styles.nothing}>{t('returned.struck')}</span>
            ) : (
              <WordDiff before={before} after={deviation.newWords} side="after" />
            )}
          </p>
        </section>
      </div>
      <Comments deviation={deviation} />
      <Decision key={deviation.id} deviation={deviation} onDecide={onDecide} />
    </article>
  )
}

function Origin({ deviation: { author, changedAt, isSilent, kind } }: { readonly deviation: Deviation }) {
  const { t, language } = useWords()
  if (author === '') return <p className={styles.origin}>{isSilent || kind === 'commented' ? t('returned.untracked') : t('returned.unsigned')}</p>
  return (
    <p className={styles.origin}>
      {changedAt === null ? t('returned.byUndated', { author }) : t('returned.by', { author, date: longDateTime(changedAt, language) })}
    </p>
  )
}

function Flags({ deviation, isStale, questionName, termName }: Pick<ChangeViewProps, 'deviation' | 'isStale' | 'questionName' | 'termName'>) {
  const { t } = useWords()
  const { isSilent, isOneSided, terms, questions } = deviation
  return (
    <>
      {isSilent ? (
        <Notice tone="medium" title={t('returned.flags.silent')}>
          {t('returned.flags.silentHelp')}
        </Notice>
      ) : null}
      {isOneSided ? (
        <Notice tone="medium" title={t('returned.flags.oneSided')}>
          {t('returned.flags.oneSidedHelp')}
        </Notice>
      ) : null}
      {isStale ? (
        <Notice tone="medium" title={t('returned.flags.stale')}>
          {t('returned.flags.staleHelp')}
        </Notice>
      ) : null}
      {terms.length + questions.length === 0 ? null : (
        <ul className={styles.flags}>
          {terms.map((term) => (
            <li key={term}>
              <Chip tone="accent">{t('returned.flags.term', { term: termName(term) })}</Chip>
            </li>
          ))}
          {questions.map((question) => (
            <li key={question}>
              <Chip tone="accent">{t('returned.flags.question', { question: questionName(question) })}</Chip>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Comments({ deviation: { comments } }: { readonly deviation: Deviation }) {
  const { t, language } = useWords()
  if (comments.length === 0) return null
  return (
    <section aria-labelledby="change-comments">
      <h3 id="change-comments" className={styles.small}>
        {t('returned.comments')}
      </h3>
      <ul>
        {comments.map((comment, index) => (
          <li key={index} className={styles.comment}>
            <p>{comment.text}</p>
            <p className={styles.origin}>
              {[comment.author === '' ? t('returned.unsigned') : comment.author, comment.date === null ? '' : longDateTime(comment.date, language)]
                .filter((part) => part !== '')
                .join(', ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The note belongs to the decision: it is saved with it, and by itself when it changes later. */
function Decision({ deviation, onDecide }: Pick<ChangeViewProps, 'deviation' | 'onDecide'>) {
  const { t, language } = useWords()
  const [note, setNote] = useState(deviation.note)
  const { state, decidedAt, decidedBy } = deviation
  const date = decidedAt === null ? '' : longDateTime(decidedAt, language)
  const saveNote = () => {
    if (note !== deviation.note) onDecide(state, note)
  }
  return (
    <section className={styles.decision}>
      <TextField
        label={t('returned.note')}
        description={t('returned.noteHelp')}
        isMultiline={true}
        value={note}
        onChange={setNote}
        onBlur={saveNote}
        maxLength={5000}
      />
      <div className={styles.buttons}>
        <Button variant="primary" icon="check" keys="A" isDisabled={state === 'accepted'} onPress={() => onDecide('accepted', note)}>
          {deviation.kind === 'commented' ? t('returned.seen') : t('returned.accept')}
        </Button>
        {deviation.kind === 'commented' ? null : (
          <Button icon="close" keys="R" isDisabled={state === 'rejected'} onPress={() => onDecide('rejected', note)}>
            {t('returned.reject')}
          </Button>
        )}
        <Button icon="calendar" keys="P" isDisabled={state === 'parked'} onPress={() => onDecide('parked', note)}>
          {t('returned.park')}
        </Button>
        {state === 'open' ? null : (
          <Button variant="plain" icon="undo" keys="U" onPress={() => onDecide('open', note)}>
            {t('returned.undo')}
          </Button>
        )}
      </div>
      {state === 'open' ? null : (
        <p className={styles.origin}>
          {decidedBy === ''
            ? t('returned.decided', { state: t(`returned.states.${state}`), date })
            : t('returned.decidedBy', { state: t(`returned.states.${state}`), name: decidedBy, date })}
        </p>
      )}
    </section>
  )
}
