import { useWords } from '../../i18n/i18n.ts'
import { Chip } from '../../ui/chip.tsx'
import styles from './checklist.module.css'
import type { Run } from './use-run.ts'

/** Answers to questions that the renewed checklist no longer asks: kept, shown, and out of every score. */
export function RemovedPage({ run: { history } }: { readonly run: Run }) {
  const { t, local } = useWords()
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('checklist.removed.title')}</h1>
      <p className={styles.lead}>{t('checklist.removed.text')}</p>
      <ul>
        {history.removed.map(({ question, answer }) => (
          <li key={question.id} className={styles.removed}>
            <p className={styles.removedQuestion}>{local(question.question)}</p>
            <p>
              <Chip tone="balanced">{t(`checklist.answers.${answer.value}`)}</Chip>
            </p>
            {answer.note === '' ? null : <p className={styles.small}>{t('checklist.result.note', { note: answer.note })}</p>}
            {answer.evidence === '' ? null : <p className={styles.small}>{t('checklist.result.evidence', { evidence: answer.evidence })}</p>}
          </li>
        ))}
      </ul>
    </div>
  )
}
