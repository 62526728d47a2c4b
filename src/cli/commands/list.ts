import type { TemplateFolders } from '../../core/content/read-sources.ts'
import { summaryOf } from '../../core/api/library.ts'
import type { ContentPackage } from '../../engine/template.ts'
import { print, printJson } from '../output.ts'
import { loadTemplates } from '../templates.ts'

/** `agreements` and `checklists`: what there is. */
export async function list(kind: ContentPackage['kind'], { templates, json }: { readonly templates: TemplateFolders; readonly json?: true }): Promise<void> {
  const summaries = (await loadTemplates(templates)).map(summaryOf).filter((summary) => summary.kind === kind)
  if (json) {
    printJson(summaries)
    return
  }
  if (summaries.length === 0) print(`There are no ${kind}s in ${[templates].flat().join(' and ')}.`)
  for (const { id, version, title, languages, questionCount, minutes } of summaries) {
    const size = `${questionCount} questions${minutes === undefined ? '' : `, ${minutes} minutes`}`
    print(`${id}  ${version}  ${title.en}  (${languages.join(', ')}; ${size})`)
  }
}
