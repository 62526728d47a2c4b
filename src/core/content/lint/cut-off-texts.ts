import { languages } from '../../../engine/language.ts'
import type { Sources } from '../read-sources.ts'
import { recordsIn } from '../value-at.ts'
import type { YamlFile } from '../yaml-file.ts'
import type { Report } from './finding.ts'

/**
 * A text in braces without quotation marks ends at its first comma, and YAML reads the rest as the name of another entry: `{ de: Nein, danke, en: No }`.
 * Nothing else would notice, since the text is there, only shorter. `more` are further files with texts.
 */
export function lintCutOffTexts({ agreements, clauses, checklists, suites, guide }: Sources, report: Report, more: readonly YamlFile[]): void {
  const files = [...agreements, ...clauses.values(), ...checklists, ...suites].map(({ settings }) => settings)
  for (const { file, data, lineAt } of [...files, ...(guide === undefined ? [] : [guide]), ...more])
    for (const { record, path } of recordsIn(data)) {
      if (typeof record['de'] !== 'string' || typeof record['en'] !== 'string') continue
      for (const rest of Object.keys(record).filter((key) => !languages.some((language) => language === key)))
        report.error(
          'text-cut-off',
          { file, line: lineAt([...path, rest]) },
          `"${rest}" is read as the name of an entry, so the text before it breaks off`,
          'put the whole text in quotation marks',
        )
    }
}
