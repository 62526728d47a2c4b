import { checklistAnswers } from '../../../engine/answers.ts'
import type { Question } from '../../../engine/template.ts'
import { suggestion } from '../nearest.ts'
import type { ChecklistSource, Sources } from '../read-sources.ts'
import { outcomes } from './conditions.ts'
import { readExpression } from './expression.ts'
import type { Report } from './finding.ts'

/** Topics and agreements exist, ids are unique, and conditions speak of earlier questions and possible answers. */
export function lintChecklist({ settings }: ChecklistSource, sources: Sources, report: Report): void {
  const { file, value, lineAt } = settings
  const topics = value.topics.map(({ id }) => id)
  const agreements = sources.agreementIds
  const place = (...path: readonly PropertyKey[]): { file: string; line: number } => ({ file, line: lineAt(path) })
  value.topics.forEach(({ id }, index) => {
    if (topics.indexOf(id) !== index) report.error('duplicate-id', place('topics', index), `the topic "${id}" stands twice`, 'rename one of them')
    if (!value.questions.some(({ topic }) => topic === id))
      report.warning('unused-topic', place('topics', index), `the topic "${id}" has no questions`, 'add questions, or delete the topic')
  })
  const before = new Map<string, Question>()
  const all = value.questions.map(({ id }) => id)
  value.questions.forEach((question, index) => {
    const at = (...path: readonly PropertyKey[]): { file: string; line: number } => place('questions', index, ...path)
    if (before.has(question.id)) report.error('duplicate-id', at('id'), `the question "${question.id}" stands twice`, 'rename one of them')
    if (!topics.includes(question.topic))
      report.error(
        'unknown-topic',
        at('topic'),
        `there is no topic "${question.topic}"`,
        suggestion(question.topic, topics, `the topics are: ${topics.join(', ')}`),
      )
    question.agreements.forEach((id, position) => {
      if (!agreements.includes(id))
        report.error(
          'unknown-agreement',
          at('agreements', position),
          `there is no agreement "${id}"`,
          suggestion(id, agreements, agreements.length === 0 ? 'delete it' : `the agreements are: ${agreements.join(', ')}`),
        )
    })
    if (question.when !== undefined) {
      const expression = readExpression(question.when)
      const owner = `the condition of question "${question.id}"`
      if (expression.fault) report.error('condition-syntax', at('when'), `${owner} cannot be read: ${expression.fault.cause}`, expression.fault.fix)
      for (const { path } of expression.paths) {
        const [name = ''] = path
        if (before.has(name)) continue
        if (all.includes(name))
          report.error(
            'later-question',
            at('when'),
            `${owner} uses "${name}", which is asked ${name === question.id ? 'by itself' : 'later'}`,
            `move "${name}" before it, or use another condition`,
          )
        else report.error('unknown-question', at('when'), `${owner}: there is no question "${name}"`, suggestion(name, before.keys(), 'correct the name'))
      }
      for (const { path, literal } of expression.comparisons) {
        const known: readonly string[] = checklistAnswers
        if (literal !== undefined && !known.includes(String(literal)))
          report.error(
            'unknown-option',
            at('when'),
            `"${path.join('.')}" is never ${JSON.stringify(literal)}`,
            suggestion(String(literal), known, `it can be: ${known.join(', ')}`),
          )
      }
      const outcome = expression.fault ? 'unknown' : outcomes(question.when, expression, before, undefined)
      if (outcome === 'never') report.error('condition-never-true', at('when'), `${owner} can never be true`, 'correct it, or delete the question')
      if (outcome === 'always') report.error('condition-always-true', at('when'), `${owner} is always true`, 'correct it, or delete the condition')
    }
    // To a condition an answer is a choice among the five.
    before.set(question.id, {
      type: 'choice',
      id: question.id,
      label: question.question,
      laws: [],
      required: true,
      options: checklistAnswers.map((id) => ({ id, label: question.question })),
    })
  })
}
