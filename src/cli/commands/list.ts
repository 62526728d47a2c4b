import { createLibrary } from '../../core/api/library.ts'
import type { ContentPackage } from '../../engine/template.ts'
import { print, printJson } from '../output.ts'
import { loadTemplates } from '../templates.ts'

/** `agreements` and `checklists`: what there is. */
export async function list(kind: ContentPackage['kind'], { templates, json }: { readonly templates: string; readonly json?: true }): Promise<void> {
  const summaries = createLibrary(await loadTemplates(templates), []).summaries.filter((summary) => summary.kind === kind)
  if (json) {
    printJson(summaries)
    return
  }
  if (summaries.length === 0) print(`There are no ${kind}s in ${templates}.`)
  for (const { id, version, title, languages, questionCount, minutes } of summaries) {
    const size = `${questionCount} questions${minutes === undefined ? '' : `, ${minutes} minutes`}`
    print(`${id}  ${version}  ${title.en}  (${languages.join(', ')}; ${size})`)
  }
}
