import type { Answers } from '../../../engine/answers.ts'
import type { SuggestionConflict } from '../../../engine/finding-links.ts'
import { sameAnswer } from '../../../engine/same-answer.ts'
import type { ChecklistQuestion } from '../../../engine/template.ts'
import type { FindingLeadInfo } from '../../../shared/contract/findings.ts'
import { useWords } from '../../i18n/i18n.ts'
import { RadioCards } from '../../ui/radio-cards.tsx'
import styles from './findings.module.css'
import type { LeadRun } from './lead-run.ts'

/** A finding with where it leads in the document in hand. */
export type OwnLead = { readonly question: ChecklistQuestion; readonly lead: FindingLeadInfo }

/** The answers a document begins with because of the findings. */
export function BeginsWith({ own, answers }: { readonly own: readonly OwnLead[]; readonly answers: Answers }) {
  const { t, local } = useWords()
  const all = own.flatMap(({ lead }) => lead.suggested)
  if (all.length === 0) return <p className={styles.small}>{t('findings.dialog.beginsNothing')}</p>
  const taken = Object.entries(answers).flatMap(([question, value]) => all.find((one) => one.question === question && sameAnswer(one.value, value)) ?? [])
  if (taken.length === 0) return null
  return (
    <div>
      <p className={styles.heading} id="begins-with">
        {t('findings.dialog.begins')}
      </p>
      <ul className={styles.list} aria-labelledby="begins-with">
        {taken.map(({ question, label, words }) => (
          <li key={question}>
            <span className={styles.asked}>{local(label)}</span> <strong>{local(words)}</strong>
          </li>
        ))}
      </ul>
    </div>
  )
}

type ConflictsProps = {
  readonly run: LeadRun
  readonly own: readonly OwnLead[]
  readonly conflicts: readonly SuggestionConflict[]
  readonly prefer: Readonly<Record<string, string>>
  readonly onPrefer: (question: string, finding: string) => void
}

/** What findings contradict each other in; the person chooses, or leaves it open. */
export function Conflicts({ run, own, conflicts, prefer, onPrefer }: ConflictsProps) {
  const { t, local } = useWords()
  const suggestionOf = (question: string, finding: string | undefined) =>
    own.find((one) => one.question.id === finding)?.lead.suggested.find((one) => one.question === question)
  const numbers = (findings: readonly string[]) => findings.map((id) => run.content.questions.findIndex((question) => question.id === id) + 1).join(', ')
  return conflicts.map(({ question, choices }) => {
    const label = suggestionOf(question, choices[0]?.findings[0])?.label
    return (
      <RadioCards
        key={question}
        label={t('findings.dialog.conflict', { question: label === undefined ? question : local(label) })}
        items={[
          ...choices.map(({ findings }) => {
            const words = suggestionOf(question, findings[0])?.words
            return {
              id: findings[0] ?? '',
              label: words === undefined ? '' : local(words),
              help: t('findings.dialog.conflictFindings', { numbers: numbers(findings) }),
            }
          }),
          { id: '', label: t('findings.dialog.conflictOpen') },
        ]}
        value={prefer[question] ?? ''}
        onChange={(finding) => onPrefer(question, finding)}
      />
    )
  })
}
