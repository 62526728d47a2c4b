import { answerProblems } from '../../../engine/answer-problems.ts'
import type { GuideFile } from '../../../engine/guide-content.ts'
import type { ChecklistFile, Suggestion } from '../../../engine/template.ts'
import { isTopic } from '../../../engine/topics.ts'
import { suggestion } from '../nearest.ts'
import type { PlaceAt } from './checklists.ts'
import type { Report } from './finding.ts'
import type { KnownAgreement } from './guide.ts'

/** What leads may point to. */
type Targets = {
  readonly agreements: readonly KnownAgreement[]
  readonly agreementIds: ReadonlySet<string> | readonly string[]
  readonly guide: GuideFile | undefined
}

/** What a question leads to exists: documents, topics of clauses, answers of agreements that these take, options of the guide. */
export function lintLeads(value: ChecklistFile, place: PlaceAt, { agreements, agreementIds, guide }: Targets, report: Report): void {
  const ids = [...agreementIds]
  const checkAgreement = (id: string, at: ReturnType<PlaceAt>): void => {
    if (!ids.includes(id))
      report.error(
        'unknown-agreement',
        at,
        `there is no agreement "${id}"`,
        suggestion(id, ids, ids.length === 0 ? 'delete it' : `the agreements are: ${ids.join(', ')}`),
      )
  }
  value.questions.forEach((question, index) => {
    const at: PlaceAt = (...path) => place('questions', index, ...path)
    question.agreements.forEach((id, position) => checkAgreement(id, at('agreements', position)))
    question.clauseTopics.forEach((topic, position) => {
      if (!isTopic(topic)) report.error('unknown-topic', at('clauseTopics', position), `there is no clause topic "${topic}"`, 'topics are called M01 to M29')
    })
    question.suggests.forEach((lead, position) => {
      checkAgreement(lead.agreement, at('suggests', position, 'agreement'))
      const agreement = agreements.find(({ id }) => id === lead.agreement)
      if (agreement !== undefined) lintSuggestion(lead, agreement, (...path) => at('suggests', position, ...path), report)
    })
    if (guide !== undefined) lintGuideAnswers(question.guide, guide, (...path) => at('guide', ...path), report)
  })
}

function lintSuggestion({ role, answers }: Suggestion, agreement: KnownAgreement, place: PlaceAt, report: Report): void {
  const { id: name, questions } = agreement
  if (role !== undefined && questions.get(role)?.type !== 'party')
    report.error('unknown-role', place('role'), `"${name}" has no party "${role}"`, suggestion(role, partiesOf(agreement), 'delete the role'))
  for (const [id, answer] of Object.entries(answers)) {
    const question = questions.get(id)
    if (question === undefined) {
      report.error('unknown-question', place('answers', id), `"${name}" has no question "${id}"`, suggestion(id, questions.keys(), 'delete the answer'))
      continue
    }
    for (const { code, path } of answerProblems(question, answer))
      report.error(
        'invalid-answer',
        place('answers', id),
        `"${name}" does not take this answer to "${id}"${path === '' ? '' : ` at ${path}`}: ${code}`,
        optionsOf(question) ?? 'write an answer of its type',
      )
  }
}

function partiesOf({ questions }: KnownAgreement): readonly string[] {
  return [...questions.values()].flatMap(({ type, id }) => (type === 'party' ? [id] : []))
}

function optionsOf(question: KnownAgreement['questions'] extends ReadonlyMap<string, infer Known> ? Known : never): string | undefined {
  if (question.type === 'clause') return `the alternatives are: ${question.alternatives.map(({ id }) => id).join(', ')}`
  if (question.type === 'choice' || question.type === 'multipleChoice') return `the options are: ${question.options.map(({ id }) => id).join(', ')}`
  return undefined
}

function lintGuideAnswers(answers: ChecklistFile['questions'][number]['guide'], guide: GuideFile, place: PlaceAt, report: Report): void {
  for (const [value, facts] of Object.entries(answers))
    for (const [id, option] of Object.entries(facts)) {
      const question = guide.questions.find((known) => known.id === id)
      const options = question?.options.map((known) => known.id) ?? []
      if (question === undefined)
        report.error(
          'unknown-question',
          place(value, id),
          `the guide has no question "${id}"`,
          suggestion(
            id,
            guide.questions.map((known) => known.id),
            'delete it',
          ),
        )
      else if (!options.includes(option))
        report.error(
          'unknown-option',
          place(value, id),
          `"${id}" of the guide is never "${option}"`,
          suggestion(option, options, `it can be: ${options.join(', ')}`),
        )
    }
}
