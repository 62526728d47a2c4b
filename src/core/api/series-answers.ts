import { compileAgreement } from '../../engine/agreement.ts'
import { displayText } from '../../engine/display.ts'
import type { Localized } from '../../engine/language.ts'
import type { AgreementPackage } from '../../engine/template.ts'
import { type CheckedTable, type SeriesResult, shownProblems } from '../../shared/contract/series.ts'
import type { CheckedSeries, ColumnsRefused } from '../series/check-series.ts'
import type { Column } from '../series/columns.ts'
import type { SeriesResult as CoreResult } from '../series/run-series.ts'

/** How much of a table the window shows to make sure that it was understood. */
const shown = { cells: 8, characters: 60 } as const

/** What was understood of a table, as the window shows it. */
export function checkedTable(content: AgreementPackage, checked: CheckedSeries): CheckedTable {
  return {
    rows: checked.rows,
    goodRows: checked.names.size,
    columns: columnLabels(content, checked.columns),
    columnProblems: [],
    problems: checked.problems.kept().slice(0, shownProblems),
    problemCount: checked.problems.count(),
    preview: checked.preview.map(({ row, cells }) => ({
      row,
      cells: cells.slice(0, shown.cells).map((cell) => Array.from(cell).slice(0, shown.characters).join('')),
    })),
  }
}

/** The same when its columns were refused and no row was read. */
export function refusedTable({ problems }: ColumnsRefused): CheckedTable {
  return { rows: 0, goodRows: 0, columns: [], columnProblems: [...problems], problems: [], problemCount: 0, preview: [] }
}

/** How a series ended, as the window shows it. */
export function seriesResult({ done, failed, skipped, of, stopped, problems, problemCount, errorsFile }: CoreResult): SeriesResult {
  return { done, failed, skipped, of, stopped: stopped ?? null, problems: problems.slice(0, shownProblems), problemCount, errorsFile: errorsFile ?? null }
}

const fileLabel: Localized = { de: 'Name der Dateien', en: 'Name of the files', ja: 'ファイル名' }

/** The question behind each column, in words. */
function columnLabels(content: AgreementPackage, columns: readonly Column[]): CheckedTable['columns'] {
  const agreement = compileAgreement(content)
  const labels = new Map<string, Localized>()
  for (const { id, label } of agreement.questions.values())
    labels.set(id, {
      de: displayText(agreement, label, {}, 'de'),
      en: displayText(agreement, label, {}, 'en'),
      ...(label.ja === undefined ? {} : { ja: displayText(agreement, label, {}, 'ja') }),
    })
  return columns.map((column) => ({ header: column.header, label: (column.kind === 'file' ? fileLabel : labels.get(column.path[0])) ?? fileLabel }))
}
