import type { Localized } from '../../../engine/language.ts'
import type { RowProblem } from '../../../shared/contract/series.ts'
import { useWords } from '../../i18n/i18n.ts'
import styles from './series.module.css'

type Problem = Omit<RowProblem, 'row'> & { readonly row?: number }

/** Problems by row and column; without row numbers where the columns themselves are the problem. */
export function ProblemTable({ problems, count }: { readonly problems: readonly Problem[]; readonly count: number }) {
  const { t, local } = useWords()
  const hasRows = problems.some(({ row }) => row !== undefined)
  const words = ({ severity, message }: { readonly severity: RowProblem['severity']; readonly message: Localized }) =>
    severity === 'warning' ? t('series.problems.warning', { message: local(message) }) : local(message)
  return (
    <div>
      <div className={styles.scroll} role="region" aria-label={t('series.problems.title')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              {hasRows ? (
                <th scope="col" className={styles.rowNumber}>
                  {t('series.problems.row')}
                </th>
              ) : null}
              <th scope="col" className={styles.columnName}>
                {t('series.problems.column')}
              </th>
              <th scope="col">{t('series.problems.problem')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map((problem, index) => (
              <tr key={`${problem.row ?? ''} ${problem.column} ${index}`}>
                {hasRows ? <td className={styles.rowNumber}>{problem.row}</td> : null}
                <td>{problem.column === '' ? t('series.problems.wholeRow') : problem.column}</td>
                <td>{words(problem)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {count > problems.length ? <p className={styles.small}>{t('series.problems.more', { count: count - problems.length })}</p> : null}
    </div>
  )
}
