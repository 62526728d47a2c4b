import type { CheckedTable } from '../../../shared/contract/series.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/states.tsx'
import { ProblemTable } from './problem-table.tsx'
import styles from './series.module.css'

/** What was understood of a table: how many rows can be written, what is wrong with the others, and how it begins. */
export function CheckedView({ table, onSaveList }: { readonly table: CheckedTable; readonly onSaveList: () => void }) {
  const { t } = useWords()
  const { columnProblems, problems, problemCount } = table
  const hasColumnProblems = columnProblems.length > 0
  return (
    <>
      <Verdict table={table} />
      {hasColumnProblems ? (
        <ProblemTable problems={columnProblems.map((problem) => ({ severity: 'error', ...problem }))} count={columnProblems.length} />
      ) : null}
      {problems.length > 0 ? <ProblemTable problems={problems} count={problemCount} /> : null}
      {hasColumnProblems || problems.length > 0 ? (
        <div className={styles.buttons}>
          <Button variant="plain" onPress={onSaveList}>
            {t('series.table.saveList')}
          </Button>
        </div>
      ) : null}
      {table.preview.length > 0 ? <Preview table={table} /> : null}
    </>
  )
}

function Verdict({ table: { rows, goodRows, columnProblems } }: { readonly table: CheckedTable }) {
  const { t } = useWords()
  if (columnProblems.length > 0)
    return (
      <Notice tone="high" title={t('series.table.columnsBad', { count: columnProblems.length })}>
        {t('series.table.columnsBadText')}
      </Notice>
    )
  if (rows === 0)
    return (
      <Notice tone="info" title={t('series.table.none')}>
        {t('series.table.noneText')}
      </Notice>
    )
  if (goodRows === 0)
    return (
      <Notice tone="high" title={t('series.table.noneGood')}>
        {t('series.table.noneGoodText')}
      </Notice>
    )
  return goodRows === rows ? (
    <Notice tone="low" title={t('series.table.allGood', { count: rows })} />
  ) : (
    <Notice tone="medium" title={t('series.table.someGood', { good: goodRows, rows })}>
      {t('series.table.someText')}
    </Notice>
  )
}

/** More columns than this are too narrow to be read. */
const shownColumns = 4

function Preview({ table: { columns, preview } }: { readonly table: CheckedTable }) {
  const { t, local } = useWords()
  // Columns with nothing in them say nothing about whether the table was understood.
  const shown = columns
    .map((column, index) => ({ ...column, index }))
    .filter(({ index }) => preview.some(({ cells }) => (cells[index] ?? '') !== ''))
    .slice(0, shownColumns)
  return (
    <table className={`${styles.table} ${styles.preview}`}>
      <caption>
        {t('series.table.preview')} <span className={styles.small}>{t('series.table.columns', { count: columns.length })}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col" className={styles.rowNumber}>
            {t('series.table.row')}
          </th>
          {shown.map(({ header, label }) => (
            <th key={header} scope="col" title={local(label)}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {preview.map(({ row, cells }) => (
          <tr key={row}>
            <td className={styles.rowNumber}>{row}</td>
            {shown.map(({ header, index }) => (
              <td key={header}>{cells[index] ?? ''}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
