import { type ChecklistFinding, levelOf } from '../../../engine/checklist-score.ts'
import { useWords } from '../../i18n/i18n.ts'
import { cx } from '../../ui/cx.ts'
import { PlainButton } from '../../ui/plain.tsx'
import { questionNumber } from './question-number.ts'
import styles from './result.module.css'
import type { Run } from './use-run.ts'

const steps = [1, 2, 3] as const
const names = { 1: 'low', 2: 'medium', 3: 'high' } as const

type RiskMatrixProps = { readonly run: Run; readonly onFinding: (question: string) => void }

/** Findings by likelihood and impact: a real table, whose numbers lead to the findings. */
export function RiskMatrix({ run, onFinding }: RiskMatrixProps) {
  const { t } = useWords()
  const { findings } = run.result
  return (
    <section className={styles.panel} aria-labelledby="matrix">
      <h2 id="matrix">{t('checklist.result.matrix')}</h2>
      <table className={styles.matrix} aria-labelledby="matrix">
        <thead>
          <tr>
            <th scope="col">
              <span className={styles.hidden}>{t('checklist.matrix.corner')}</span>
            </th>
            {steps.map((impact) => (
              <th key={impact} scope="col">
                {t(`checklist.matrix.impact.${names[impact]}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.toReversed().map((likelihood) => (
            <tr key={likelihood}>
              <th scope="row">{t(`checklist.matrix.likelihood.${names[likelihood]}`)}</th>
              {steps.map((impact) => (
                <td key={impact} className={styles[levelOf(likelihood, impact)]}>
                  <Cell run={run} found={findings.filter((one) => one.likelihood === likelihood && one.impact === impact)} onFinding={onFinding} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={cx(styles.small, styles.legend)}>{findings.length === 0 ? t('checklist.matrix.allEmpty') : t('checklist.matrix.legend')}</p>
    </section>
  )
}

function Cell({ run, found, onFinding }: RiskMatrixProps & { readonly found: readonly ChecklistFinding[] }) {
  const { t, local } = useWords()
  return (
    <div className={styles.cell}>
      {found.map(({ question, kind }) => {
        const number = questionNumber(run.content, question)
        const label = t(kind === 'unknown' ? 'checklist.matrix.unknown' : 'checklist.matrix.finding', { number, finding: local(question.missing) })
        return (
          <PlainButton
            key={question.id}
            className={cx(styles.point, kind === 'unknown' && styles.unknown)}
            label={label}
            onPress={() => onFinding(question.id)}
          >
            {number}
          </PlainButton>
        )
      })}
      {found.length === 0 ? <span className={styles.hidden}>{t('checklist.matrix.none')}</span> : null}
    </div>
  )
}
