import type { AnswerChange, AnswerPartChange } from '../../../../engine/comparison/answer-changes.ts'
import { useWords } from '../../../i18n/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import styles from './comparison.module.css'
import { partName, partValue } from './field-names.ts'

/** The questions whose answers differ, with the answer before and after; each leads to its question. */
export function AnswersView({ answers, onQuestion }: { readonly answers: readonly AnswerChange[]; readonly onQuestion: (question: string) => void }) {
  const { t } = useWords()
  if (answers.length === 0) return <p className={styles.none}>{t('comparison.answers.none')}</p>
  return (
    <table className={styles.answers}>
      <thead>
        <tr>
          <th scope="col">{t('comparison.answers.question')}</th>
          <th scope="col">{t('comparison.before')}</th>
          <th scope="col">{t('comparison.after')}</th>
        </tr>
      </thead>
      {answers.map(({ question, label, parts }) => (
        // One group of rows per question: its parts belong together.
        <tbody key={question}>
          {parts.map((part, index) => (
            <tr key={`${part.item ?? ''} ${part.field} ${part.language ?? ''} ${index}`}>
              {index === 0 ? (
                <th scope="rowgroup" rowSpan={parts.length}>
                  <Button variant="link" onPress={() => onQuestion(question)}>
                    {label}
                  </Button>
                </th>
              ) : null}
              <td>
                <PartWords part={part} text={part.before} />
              </td>
              <td>
                <PartWords part={part} text={part.after} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

function PartWords({ part, text }: { readonly part: AnswerPartChange; readonly text: string | undefined }) {
  const { t } = useWords()
  const name = partName(part, t)
  return (
    <>
      {name === '' ? null : <span className={styles.part}>{name}</span>}
      {text === undefined ? (
        <span className={styles.nothing}>{t('comparison.answers.nothing')}</span>
      ) : (
        <span className={styles.value}>{partValue(part.field, text, t)}</span>
      )}
    </>
  )
}
