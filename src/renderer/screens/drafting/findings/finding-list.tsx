import { answerWords } from '../../../../engine/answer-words.ts'
import type { FindingState, SuggestionState } from '../../../../engine/finding-links.ts'
import { useWords } from '../../../i18n/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip, type ChipTone } from '../../../ui/chip.tsx'
import { useDisplay, useDrafting } from '../drafting-context.tsx'
import pointStyles from '../open-points.module.css'
import { type LiveFinding, useDraftFindings } from './draft-findings.ts'
import { Origin, SettleButtons } from './finding-notes.tsx'
import styles from './findings.module.css'
import { useSettle } from './use-settle.ts'

const tones: Readonly<Record<FindingState, ChipTone>> = { open: 'medium', partly: 'medium', dealt: 'low' }

/** Among the open points: every finding of a check this draft is to deal with, and how far it does. */
export function FindingList() {
  const { t } = useWords()
  const findings = useDraftFindings()
  if (findings.length === 0) return null
  return (
    <section className={pointStyles.part} aria-labelledby="points-from-checks">
      <h2 id="points-from-checks" className={pointStyles.heading}>
        {t('findings.list.title')} <span className={pointStyles.count}>{findings.length}</span>
      </h2>
      <ul>
        {findings.map((live) => (
          <FindingRow key={`${live.finding.run.id} ${live.finding.question}`} live={live} />
        ))}
      </ul>
    </section>
  )
}

function FindingRow({ live }: { readonly live: LiveFinding }) {
  const { t, local } = useWords()
  const settle = useSettle(live)
  const { finding, state, suggestions } = live
  return (
    <li className={pointStyles.finding}>
      <div className={pointStyles.words}>
        <span className={pointStyles.message}>{local(finding.missing)}</span> <Chip tone={tones[state]}>{t(`findings.list.states.${state}`)}</Chip>
        <div className={styles.origin}>
          <Origin live={live} isShort={true} />
        </div>
        {suggestions.length === 0 ? <Places live={live} /> : null}
        {suggestions.length === 0 ? null : (
          <ul className={styles.suggestions}>
            {suggestions.map((suggestion) => (
              <Suggestion key={suggestion.question} suggestion={suggestion} />
            ))}
          </ul>
        )}
        {finding.settled === null ? null : (
          <p className={styles.state}>{t(finding.settled === 'taken' ? 'findings.note.settledTaken' : 'findings.note.settledOtherwise')}</p>
        )}
        <div className={styles.actions}>
          <SettleButtons live={live} settle={settle} />
        </div>
      </div>
    </li>
  )
}

/** Where a finding without suggestions can be dealt with. */
function Places({ live }: { readonly live: LiveFinding }) {
  const { t } = useWords()
  const display = useDisplay()
  const { agreement, goTo, interview } = useDrafting()
  const asked = new Set(interview.pages.flatMap(({ questions }) => questions.flatMap((state) => (state.isAsked ? [state.question.id] : []))))
  const places = live.finding.concerned.flatMap((id) => (asked.has(id) ? (agreement.questions.get(id) ?? []) : []))
  if (places.length === 0) return <p className={styles.state}>{t('findings.list.nothingAsked')}</p>
  return (
    <div className={pointStyles.targets}>
      {places.map(({ id, label }) => (
        <Button key={id} variant="link" onPress={() => goTo(id)}>
          {t('drafting.openPoints.goTo', { question: display(label) })}
        </Button>
      ))}
    </div>
  )
}

/** One suggestion: the question, the answer, how it stands; where the question is not asked, what that hangs on. */
function Suggestion({ suggestion }: { readonly suggestion: SuggestionState }) {
  const { t, language } = useWords()
  const display = useDisplay()
  const { agreement, goTo } = useDrafting()
  const question = agreement.questions.get(suggestion.question)
  if (question === undefined) return null
  const answer = answerWords(question, suggestion.value, language) ?? ''
  const causes = suggestion.dependsOn.flatMap((id) => agreement.questions.get(id) ?? [])
  return (
    <li>
      {suggestion.isAsked ? (
        <Button variant="link" onPress={() => goTo(question.id)}>
          {display(question.label)}
        </Button>
      ) : (
        display(question.label)
      )}{' '}
      <strong>{answer}</strong>{' '}
      {suggestion.isAsked ? (
        <span className={styles.status}>{t(`findings.list.status.${suggestion.status}`)}</span>
      ) : (
        <>
          <span className={styles.status}>{causes.length === 0 ? t('findings.list.notAskedHere') : t('findings.list.notAsked')}</span>{' '}
          {causes.map(({ id, label }) => (
            <Button key={id} variant="link" onPress={() => goTo(id)}>
              {display(label)}
            </Button>
          ))}
        </>
      )}
    </li>
  )
}
