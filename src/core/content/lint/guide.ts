import { answerProblems } from '../../../engine/answer-problems.ts'
import type { GuideFile, GuideQuestion } from '../../../engine/guide-content.ts'
import { compileCondition, type Condition } from '../../../engine/liquid.ts'
import type { Question } from '../../../engine/template.ts'
import { nearest, suggestion } from '../nearest.ts'
import type { SourceFile } from '../source-file.ts'
import { readExpression } from './expression.ts'
import type { Report } from './finding.ts'
import { createSearch } from './guide-search.ts'

/** What the rules about the guide need to know of an agreement. */
export type KnownAgreement = { readonly id: string; readonly questions: ReadonlyMap<string, Question> }

const lists = ['rules', 'models', 'avoid', 'notes'] as const

/**
 * Ids are unique and lead somewhere; every condition speaks of earlier questions and possible answers; every rule, model and warning can come true;
 * every combination of answers leads to a document and to a model; what is filled in is an answer the agreement takes.
 */
export function lintGuide(source: SourceFile<GuideFile>, agreements: readonly KnownAgreement[], report: Report): void {
  const { file, value, lineAt } = source
  const place = (...path: readonly PropertyKey[]): { file: string; line: number } => ({ file, line: lineAt(path) })
  for (const list of ['questions', 'stages', ...lists] as const) {
    const ids = value[list].map(({ id }) => id)
    ids.forEach((id, index) => {
      if (ids.indexOf(id) !== index) report.error('duplicate-id', place(list, index), `the id "${id}" stands twice in "${list}"`, 'rename one of them')
    })
  }
  const isSound = lintGuideConditions(value, place, report)
  lintDocuments(value, agreements, place, report)
  lintFill(value, agreements, place, report)
  // What follows tries out answers, which says nothing as long as a condition cannot be read.
  if (isSound) lintOutcomes(value, place, report)
}

type PlaceAt = (...path: readonly PropertyKey[]) => { file: string; line: number }

function lintGuideConditions(value: GuideFile, place: PlaceAt, report: Report): boolean {
  const all = new Map(value.questions.map((question) => [question.id, question]))
  const before = new Map<string, GuideQuestion>()
  let isSound = true
  const check = (when: string, owner: string, at: { file: string; line: number }, known: ReadonlyMap<string, GuideQuestion>): void => {
    const expression = readExpression(when)
    if (expression.fault) {
      isSound = false
      report.error('condition-syntax', at, `the condition of ${owner} cannot be read: ${expression.fault.cause}`, expression.fault.fix)
    }
    for (const { path } of expression.paths) {
      const [name = ''] = path
      if (known.has(name)) continue
      isSound = false
      if (all.has(name)) report.error('later-question', at, `the condition of ${owner} uses "${name}", which is asked later`, `move "${name}" before it`)
      else report.error('unknown-question', at, `the condition of ${owner}: there is no question "${name}"`, suggestion(name, all.keys(), 'correct the name'))
    }
    for (const { path, literal } of expression.comparisons) {
      const options = all.get(path[0] ?? '')?.options.map(({ id }) => id)
      if (options === undefined || literal === undefined || options.includes(String(literal))) continue
      report.error(
        'unknown-option',
        at,
        `"${path.join('.')}" is never ${JSON.stringify(literal)}`,
        suggestion(String(literal), options, `it can be: ${options.join(', ')}`),
      )
    }
  }
  value.questions.forEach((question, index) => {
    const ids = question.options.map(({ id }) => id)
    ids.forEach((id, position) => {
      if (ids.indexOf(id) !== position)
        report.error(
          'duplicate-id',
          place('questions', index, 'options', position),
          `the option "${id}" of "${question.id}" stands twice`,
          'rename one of them',
        )
    })
    if (question.when !== undefined) check(question.when, `question "${question.id}"`, place('questions', index, 'when'), before)
    before.set(question.id, question)
  })
  for (const list of lists)
    value[list].forEach(({ id, when }, index) => {
      check(when, `"${id}" in "${list}"`, place(list, index, 'when'), all)
    })
  value.fill.forEach(({ question, when }, index) => {
    if (when !== undefined) check(when, `"${question}" in "fill"`, place('fill', index, 'when'), all)
  })
  const used = new Set(
    [...value.questions, ...value.rules, ...value.models, ...value.avoid, ...value.notes, ...value.fill].flatMap(({ when }) =>
      when === undefined ? [] : readExpression(when).paths.flatMap(({ path }) => path[0] ?? []),
    ),
  )
  value.questions.forEach(({ id }, index) => {
    if (!used.has(id))
      report.warning('unused-question', place('questions', index), `the answer to "${id}" changes nothing`, 'use it in a rule, or delete the question')
  })
  return isSound
}

function lintDocuments(value: GuideFile, agreements: readonly KnownAgreement[], place: PlaceAt, report: Report): void {
  const installed = agreements.map(({ id }) => id)
  const listed = value.documents.map(({ agreement }) => agreement)
  const ruled = new Set(value.rules.map(({ agreement }) => agreement))
  const stages = value.stages.map(({ id }) => id)
  value.documents.forEach(({ agreement, planned }, index) => {
    const at = place('documents', index, 'agreement')
    if (listed.indexOf(agreement) !== index) report.error('duplicate-id', at, `the document "${agreement}" stands twice`, 'delete one of them')
    if (!planned && !installed.includes(agreement))
      report.error(
        'unknown-agreement',
        at,
        `there is no agreement "${agreement}"`,
        nearest(agreement, installed) === undefined ? 'write it, or mark the document "planned: true"' : suggestion(agreement, installed, ''),
      )
    if (!ruled.has(agreement)) report.error('unused-document', at, `no rule leads to "${agreement}"`, 'write a rule, or delete the document')
  })
  for (const list of ['rules', 'avoid'] as const)
    value[list].forEach(({ agreement }, index) => {
      if (!listed.includes(agreement))
        report.error(
          'unknown-agreement',
          place(list, index, 'agreement'),
          `"documents" has no "${agreement}"`,
          suggestion(agreement, listed, 'add it to "documents"'),
        )
    })
  value.rules.forEach(({ stage }, index) => {
    if (!stages.includes(stage))
      report.error(
        'unknown-stage',
        place('rules', index, 'stage'),
        `there is no stage "${stage}"`,
        suggestion(stage, stages, `the stages are: ${stages.join(', ')}`),
      )
  })
}

/** An answer carried over must be one the agreement takes; agreements that are not written yet cannot be looked at. */
function lintFill(value: GuideFile, agreements: readonly KnownAgreement[], place: PlaceAt, report: Report): void {
  const listed = value.documents.map(({ agreement }) => agreement)
  const documents = agreements.filter(({ id }) => listed.includes(id))
  value.fill.forEach(({ question, value: answer, agreements: wanted }, index) => {
    const at = place('fill', index)
    for (const id of wanted ?? []) {
      if (!listed.includes(id)) report.error('unknown-agreement', at, `"documents" has no "${id}"`, suggestion(id, listed, 'add it to "documents"'))
      const own = documents.find((document) => document.id === id)
      if (own !== undefined && !own.questions.has(question))
        report.error('unknown-question', at, `"${id}" has no question "${question}"`, suggestion(question, own.questions.keys(), 'correct the name'))
    }
    const taking = documents.filter(({ id, questions }) => (wanted?.includes(id) ?? true) && questions.has(question))
    if (wanted === undefined && taking.length === 0)
      report.error(
        'unknown-question',
        at,
        `no agreement has a question "${question}"`,
        suggestion(question, new Set(documents.flatMap(({ questions }) => [...questions.keys()])), 'correct the name, or delete the line'),
      )
    for (const { id, questions } of taking) {
      const target = questions.get(question)
      for (const problem of target === undefined ? [] : answerProblems(target, answer, []))
        report.error(
          'bad-fill',
          at,
          `${JSON.stringify(answer)} is no possible answer to "${question}" of "${id}" (${problem.code})`,
          'write an answer that fits the type and the limits of the question',
        )
    }
  })
}

function lintOutcomes(value: GuideFile, place: PlaceAt, report: Report): void {
  const search = createSearch(value)
  const conditions = new Map<string, Condition>()
  const condition = (source: string): Condition => {
    const known = conditions.get(source) ?? compileCondition(source)
    conditions.set(source, known)
    return known
  }
  value.questions.forEach(({ id, when }, index) => {
    if (when !== undefined && search.find([condition(when)], true) === undefined)
      report.error(
        'condition-never-true',
        place('questions', index, 'when'),
        `the question "${id}" is never asked`,
        'correct the condition, or delete the question',
      )
  })
  for (const list of lists)
    value[list].forEach(({ id, when }, index) => {
      if (search.find([condition(when)], true) === undefined)
        report.error(
          'condition-never-true',
          place(list, index, 'when'),
          `"${id}" in "${list}" is never reached: "${when}"`,
          'correct the condition, or delete it',
        )
    })
  const gap = (list: 'rules' | 'models', what: string): void => {
    if (value[list].length === 0) return
    const found = search.find(
      value[list].map(({ when }) => condition(when)),
      false,
    )
    if (found === undefined) return
    const answers = Object.entries(found).map(([question, option]) => `${question}: ${option}`)
    report.error(
      'no-outcome',
      place(list),
      `these answers lead to no ${what}: ${answers.length === 0 ? 'none at all' : answers.join(', ')}`,
      `add ${list === 'rules' ? 'a rule' : 'a model'} for them`,
    )
  }
  gap('rules', 'document')
  gap('models', 'model')
}
