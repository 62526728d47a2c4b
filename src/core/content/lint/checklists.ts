import { answersSchema } from '../../../engine/answers.ts'
import { reservedRunIds } from '../../../engine/checklist-run.ts'
import { readRunEntry } from '../../../engine/run-answers.ts'
import { nearest, suggestion } from '../nearest.ts'
import type { ChecklistSource, Sources } from '../read-sources.ts'
import { readText } from '../read-text.ts'
import { readYaml } from '../yaml-file.ts'
import { lintBranching } from './checklist-branching.ts'
import { lintLeads } from './checklist-leads.ts'
import type { Report } from './finding.ts'
import type { KnownAgreement } from './guide.ts'

/** Where something stands in a file of settings. */
export type PlaceAt = (...path: readonly PropertyKey[]) => { readonly file: string; readonly line: number }

/**
 * Topics exist and have questions, ids are unique and free, conditions make sense (`lintBranching`), what a question leads to exists (`lintLeads`), and the
 * sample can be read. `agreements` are those that suggestions speak of.
 */
export async function lintChecklist(source: ChecklistSource, sources: Sources, agreements: readonly KnownAgreement[], report: Report): Promise<void> {
  const { file, value, lineAt } = source.settings
  const place: PlaceAt = (...path) => ({ file, line: lineAt(path) })
  const topics = value.topics.map(({ id }) => id)
  for (const list of ['topics', 'questions', 'flags'] as const) {
    const ids = value[list].map(({ id }) => id)
    ids.forEach((id, index) => {
      if (ids.indexOf(id) !== index) report.error('duplicate-id', place(list, index), `the id "${id}" stands twice in "${list}"`, 'rename one of them')
    })
  }
  topics.forEach((id, index) => {
    if (!value.questions.some(({ topic }) => topic === id))
      report.warning('unused-topic', place('topics', index), `the topic "${id}" has no questions`, 'add questions, or delete the topic')
  })
  value.questions.forEach(({ id, topic }, index) => {
    if (reservedRunIds.includes(id))
      report.error('reserved-id', place('questions', index, 'id'), `"${id}" is the name of a fact every run has`, 'give the question another id')
    if (!topics.includes(topic))
      report.error(
        'unknown-topic',
        place('questions', index, 'topic'),
        `there is no topic "${topic}"`,
        suggestion(topic, topics, `the topics are: ${topics.join(', ')}`),
      )
  })
  lintBranching(value, place, report)
  lintLeads(value, place, { agreements, agreementIds: sources.agreementIds, guide: sources.guide?.value }, report)
  await lintRunSample(source, report)
}

/** A checklist need not have a sample; one that is there must be answers a run could have. */
async function lintRunSample({ root, folder, settings }: ChecklistSource, report: Report): Promise<void> {
  const file = `${folder}/sample.answers.yaml`
  const { text, problems } = await readText(root, file)
  for (const problem of problems) report.error('sample-unreadable', problem, problem.cause, problem.fix)
  if (text === undefined) return
  const { yaml, problems: faults } = readYaml(file, text)
  for (const problem of faults) report.error('sample-unreadable', problem, problem.cause, problem.fix)
  const answers = answersSchema.safeParse(yaml?.data)
  if (yaml === undefined || !answers.success) return
  const known = [...reservedRunIds, ...settings.value.questions.map(({ id }) => id)]
  for (const [id, value] of Object.entries(answers.data)) {
    const place = { file, line: yaml.lineAt([id]) }
    if (!known.includes(id)) {
      const near = nearest(id, known)
      report.error('sample-unknown-question', place, `there is no question "${id}"`, near === undefined ? 'delete the answer' : `did you mean "${near}"?`)
      continue
    }
    const { problem } = readRunEntry(id, value)
    if (problem !== undefined) report.error('sample-invalid', place, `"${id}" cannot be used: ${problem}`, 'correct the answer')
  }
}
