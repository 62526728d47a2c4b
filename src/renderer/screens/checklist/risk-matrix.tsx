import type { Checklist } from '../../../engine/checklist.ts'
import type { ChecklistResult } from '../../../engine/checklist-score.ts'
import { useWords } from '../../i18n/i18n.ts'
import { cx } from '../../ui/cx.ts'
import styles from './result.module.css'

const steps = [1, 2, 3] as const
const names = { 1: 'low', 2: 'medium', 3: 'high' } as const

/** Findings by likelihood and impact: a real table, so that it reads as well as it looks. */
export function RiskMatrix({ checklist, result }: { readonly checklist: Checklist; readonly result: ChecklistResult }) {
  const { t, local } = useWords()
  const level = (likelihood: number, impact: number) => (likelihood * impact >= 6 ? 'high' : likelihood * impact >= 3 ? 'medium' : 'low')
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
              {steps.map((impact) => {
                const found = result.findings.filter((finding) => finding.likelihood === likelihood && finding.impact === impact)
                return (
                  <td key={impact} className={styles[level(likelihood, impact)]}>
                    <div className={styles.cell}>
                      {found.map(({ question }) => (
                        <span key={question.id} className={styles.point} title={local(question.missing)}>
                          {checklist.content.questions.indexOf(question) + 1}
                          <span className={styles.hidden}> {local(question.missing)}</span>
                        </span>
                      ))}
                      {found.length === 0 ? <span className={styles.hidden}>{t('checklist.matrix.none')}</span> : null}
                    </div>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={cx(styles.small, styles.legend)}>{t('checklist.matrix.legend')}</p>
    </section>
  )
}
