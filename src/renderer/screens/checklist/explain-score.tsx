import { answerCredit, riskWeight, type Score } from '../../../engine/checklist-score.ts'
import type { ChecklistPackage } from '../../../engine/template.ts'
import { useWords } from '../../i18n/i18n.ts'
import { PopoverHelp } from '../../ui/popover-help.tsx'
import { percent } from './percent.ts'
import { questionNumber } from './question-number.ts'
import styles from './result.module.css'

/** A score that opens to show where it comes from: which answers, which weights, and what is unknown. */
export function ExplainScore({
  label,
  name,
  title,
  score,
  content,
}: {
  readonly label: string
  /** What the link is called where its words alone would not tell. */
  readonly name?: string
  readonly title: string
  readonly score: Score
  readonly content: ChecklistPackage
}) {
  const { t, language } = useWords()
  if (score.score === undefined || score.best === undefined) return <>{label}</>
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const number = (value: number) => new Intl.NumberFormat(language).format(value)
  const credit = number(sum(score.parts.map((part) => part.credit)))
  const weight = number(sum(score.parts.map((part) => part.weight)))
  return (
    <PopoverHelp label={label} title={title} name={name}>
      {/* Long enough to scroll, which takes something to focus. */}
      <div className={styles.explained} role="group" aria-label={title} tabIndex={0}>
        <p>{t('checklist.explain.sum', { credit, weight, score: percent(score.score, language) })}</p>
        {score.best === score.score ? null : (
          <p>{t('checklist.explain.best', { score: percent(score.score, language), best: percent(score.best, language) })}</p>
        )}
        <table className={styles.parts}>
          <thead>
            <tr>
              <th scope="col">{t('checklist.explain.question')}</th>
              <th scope="col">{t('checklist.explain.answer')}</th>
              <th scope="col">{t('checklist.explain.weight')}</th>
              <th scope="col">{t('checklist.explain.credit')}</th>
            </tr>
          </thead>
          <tbody>
            {score.parts.map((part) => (
              <tr key={part.question.id}>
                <td>{questionNumber(content, part.question)}</td>
                <td>{t(`checklist.answers.${part.value}`)}</td>
                <td>{number(part.weight)}</td>
                <td>{number(part.credit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>{t('checklist.explain.weights', riskWeight)}</p>
        <p>{t('checklist.explain.credits', { partly: percent(answerCredit.partly * 100, language) })}</p>
      </div>
    </PopoverHelp>
  )
}
