import { useRef } from 'react'
import { answerWords } from '../../../../engine/answer-words.ts'
import type { Question } from '../../../../engine/template.ts'
import { paths } from '../../../app/paths.ts'
import { longDate } from '../../../i18n/dates.ts'
import { useWords } from '../../../i18n/i18n.ts'
import { gap } from '../../../i18n/sentences.ts'
import { Button, LinkTo } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useDrafting } from '../drafting-context.tsx'
import { isMended, type LiveFinding, useDraftFindings } from './draft-findings.ts'
import styles from './findings.module.css'
import { useSettle } from './use-settle.ts'

/** Under a question: which findings of checks stand behind it, what they suggest, and what became of that. */
export function FindingNotes({ question }: { readonly question: Question }) {
  const own = useDraftFindings().filter(({ finding }) => finding.concerned.includes(question.id))
  return own.map((live) => <FindingNote key={`${live.finding.run.id} ${live.finding.question}`} live={live} question={question} />)
}

function FindingNote({ live, question }: { readonly live: LiveFinding; readonly question: Question }) {
  const { t, local } = useWords()
  const note = useRef<HTMLDivElement>(null)
  const { finding } = live
  return (
    <div
      ref={note}
      className={styles.note}
      role="group"
      tabIndex={-1}
      data-finding-note=""
      aria-label={t('findings.note.label', { finding: local(finding.missing) })}
    >
      <Icon name="checklist" size={15} />
      <div>
        <Origin live={live} />
        <NoteState live={live} question={question} onDone={() => note.current?.focus()} />
      </div>
    </div>
  )
}

/** Which check says so, and the way back to it. Short where the finding itself stands above. */
export function Origin({ live: { finding }, isShort = false }: { readonly live: LiveFinding; readonly isShort?: boolean }) {
  const { t, local, language } = useWords()
  const { run, missing, answer, question } = finding
  const date = longDate(run.assessedOn ?? run.createdAt, language)
  return (
    <p>
      {isShort
        ? t('findings.note.fromShort', { run: local(run.title), date })
        : t('findings.note.from', { run: local(run.title), date, finding: local(missing) })}
      {gap(language)}
      {isMended(finding) && answer !== null ? t('findings.note.nowAnswered', { answer: t(`checklist.answers.${answer}`) }) + gap(language) : null}
      <LinkTo href={paths.finding(run.id, question)}>{t('findings.note.toFinding')}</LinkTo>
    </p>
  )
}

type NoteStateProps = { readonly live: LiveFinding; readonly question: Question; readonly onDone: () => void }

/** What the check suggests for the question, what the draft says, and what can be done about it. */
function NoteState({ live, question, onDone }: NoteStateProps) {
  const { t, language } = useWords()
  const { fill } = useDrafting()
  const settle = useSettle(live)
  const { settled } = live.finding
  const suggestion = live.suggestions.find((one) => one.question === question.id)
  const answer = suggestion === undefined ? '' : (answerWords(question, suggestion.value, language) ?? '')
  const done = (act: () => void) => () => {
    act()
    onDone()
  }
  const take = suggestion === undefined || suggestion.status === 'taken' ? undefined : done(() => fill(question.id, suggestion.value))
  return (
    <>
      <p className={styles.state}>
        {suggestion === undefined
          ? settled === null
            ? t('findings.note.look')
            : null
          : t(`findings.note.${suggestion.status === 'taken' ? 'taken' : suggestion.status === 'otherwise' ? 'differs' : 'suggests'}`, { answer })}
        {gap(language)}
        {settled === null ? null : t(settled === 'taken' ? 'findings.note.settledTaken' : 'findings.note.settledOtherwise')}
      </p>
      <div className={styles.actions}>
        {take === undefined || settled !== null ? null : (
          <Button aria-label={t('findings.note.takeNamed', { answer })} onPress={take}>
            {t('findings.note.take')}
          </Button>
        )}
        <SettleButtons live={live} settle={(next) => done(() => settle(next))()} />
      </div>
    </>
  )
}

/** Settling a finding by a decision of one's own: only where no suggestion does it, and it can be taken back. */
export function SettleButtons({ live, settle }: { readonly live: LiveFinding; readonly settle: ReturnType<typeof useSettle> }) {
  const { t } = useWords()
  if (live.finding.settled !== null) {
    return (
      <Button variant="link" onPress={() => settle(null)}>
        {t('findings.note.reopen')}
      </Button>
    )
  }
  if (live.state === 'dealt') return null
  return (
    <>
      {live.suggestions.length > 0 ? null : (
        <Button variant="link" onPress={() => settle('taken')}>
          {t('findings.note.here')}
        </Button>
      )}
      <Button variant="link" onPress={() => settle('otherwise')}>
        {t('findings.note.otherwise')}
      </Button>
    </>
  )
}
