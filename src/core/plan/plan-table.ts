import { stringify } from 'csv-stringify/sync'
import type { Language } from '../../engine/language.ts'
import type { PlanLine } from '../../engine/plan-lines.ts'
import { planWords } from './plan-words.ts'

/**
 * A plan as a table: RFC 4180 with a byte order mark, so that Excel reads umlauts and Japanese. A cell that a spreadsheet would take for a formula begins
 * with an apostrophe.
 */
export function planTable(lines: readonly PlanLine[], language: Language): Uint8Array {
  const { columns, priorities, states } = planWords[language]
  const rows = lines.map((line, index) => ({
    ...line,
    number: String(index + 1),
    action: line.title,
    laws: line.laws.join('; '),
    priority: priorities[line.priority],
    state: states[line.state],
  }))
  const header = (['number', 'action', 'finding', 'reason', 'laws', 'owner', 'due', 'priority', 'state'] as const).map((key) => ({ key, header: columns[key] }))
  return Buffer.from(stringify(rows, { bom: true, header: true, columns: header, record_delimiter: 'windows', escape_formulas: true }))
}
