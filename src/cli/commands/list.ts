import type { TemplateFolders } from '../../core/content/read-sources.ts'
import { summaryOf } from '../../core/api/library.ts'
import type { ContentPackage } from '../../engine/template.ts'
import type { ContentSummary } from '../../shared/contract/core.ts'
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
  for (const summary of summaries) print(`${summary.id}  ${summary.version}  ${summary.title.en}  (${factsOf(summary)})`)
}

/** Languages and size; of a checklist also how many topics it has and who its questions are for. */
function factsOf({ languages, questionCount, minutes, topics, roles }: ContentSummary): string {
  const topicCount = topics.length === 0 ? [] : [`${topics.length} ${topics.length === 1 ? 'topic' : 'topics'}`]
  const size = [`${questionCount} questions`, ...topicCount, ...(minutes === undefined ? [] : [`${minutes} minutes`])].join(', ')
  return [languages.join(', '), size, ...(roles.length === 0 ? [] : [`for ${roles.join(', ')}`])].join('; ')
}
