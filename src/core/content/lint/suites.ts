import type { SuiteFile } from '../../../engine/suite-content.ts'
import type { Question } from '../../../engine/template.ts'
import { suggestion } from '../nearest.ts'
import type { SuiteSource } from '../read-sources.ts'
import { outcomes } from './conditions.ts'
import { readExpression } from './expression.ts'
import type { Report } from './finding.ts'
import type { KnownAgreement } from './guide.ts'

/** Agreements exist, names lead to questions, what shares a name asks for the same, and conditions speak of earlier documents and can come out both ways. */
export function lintSuite({ settings }: SuiteSource, agreements: readonly KnownAgreement[], report: Report): void {
  const { file, value, lineAt } = settings
  const place = (...path: readonly PropertyKey[]): { file: string; line: number } => ({ file, line: lineAt(path) })
  const ids = agreements.map(({ id }) => id)
  const before = new Map<string, { readonly question: Question; readonly agreement: string }>()
  value.documents.forEach((document, index) => {
    const at = (...path: readonly PropertyKey[]): { file: string; line: number } => place('documents', index, ...path)
    if (value.documents.findIndex(({ agreement }) => agreement === document.agreement) !== index)
      report.error('duplicate-id', at('agreement'), `the agreement "${document.agreement}" stands twice`, 'delete one of them')
    const agreement = agreements.find(({ id }) => id === document.agreement)
    if (agreement === undefined) {
      report.error(
        'unknown-agreement',
        at('agreement'),
        `there is no agreement "${document.agreement}"`,
        suggestion(document.agreement, ids, `the agreements are: ${ids.join(', ')}`),
      )
      return
    }
    if (document.when !== undefined)
      lintWhen(document.when, new Map([...before].map(([name, { question }]) => [name, question])), document.agreement, at('when'), report)
    lintMap(document, agreement, at, report)
    for (const question of agreement.questions.values()) {
      const name = document.map[question.id] ?? question.id
      const first = before.get(name)
      if (first === undefined) before.set(name, { question, agreement: document.agreement })
      else if (first.agreement === document.agreement)
        report.error('duplicate-id', at('map'), `two questions of "${document.agreement}" are called "${name}"`, 'give each a name of its own')
      else {
        const difference = differs(first.question, question)
        if (difference !== undefined)
          report.error(
            'different-questions',
            at('map'),
            `"${name}" is ${difference} in "${first.agreement}" and "${document.agreement}", so one answer cannot serve both`,
            `give it another name here: map: { ${question.id}: ${document.agreement.replaceAll('-', '_')}_${question.id} }`,
          )
      }
    }
  })
}

type At = (...path: readonly PropertyKey[]) => { file: string; line: number }

function lintMap({ map, agreement }: SuiteFile['documents'][number], { questions }: KnownAgreement, at: At, report: Report): void {
  for (const id of Object.keys(map))
    if (!questions.has(id))
      report.error('unknown-question', at('map', id), `"${agreement}" has no question "${id}"`, suggestion(id, questions.keys(), 'delete the entry'))
}

function lintWhen(when: string, known: ReadonlyMap<string, Question>, agreement: string, at: { file: string; line: number }, report: Report): void {
  const expression = readExpression(when)
  const owner = `the condition of "${agreement}"`
  if (expression.fault) {
    report.error('condition-syntax', at, `${owner} cannot be read: ${expression.fault.cause}`, expression.fault.fix)
    return
  }
  for (const { path } of expression.paths) {
    const [name = ''] = path
    if (!known.has(name))
      report.error('unknown-question', at, `${owner}: no earlier document asks "${name}"`, suggestion(name, known.keys(), 'correct the name'))
  }
  const outcome = outcomes(when, expression, known, undefined)
  if (outcome === 'never') report.error('condition-never-true', at, `${owner} can never be true: "${when}"`, 'correct it, or delete the document')
  if (outcome === 'always') report.error('condition-always-true', at, `${owner} is always true: "${when}"`, 'correct it, or delete the condition')
}

/** What keeps one answer from serving two questions; undefined when nothing does. */
function differs(one: Question, other: Question): string | undefined {
  if (one.type !== other.type) return `of type ${one.type} and of type ${other.type}`
  const ids = (question: Question): string => {
    if (question.type === 'clause')
      return question.alternatives
        .map(({ id }) => id)
        .toSorted()
        .join(', ')
    if (question.type === 'choice' || question.type === 'multipleChoice')
      return question.options
        .map(({ id }) => id)
        .toSorted()
        .join(', ')
    if (question.type === 'list' || question.type === 'table')
      return question.fields
        .map(({ id, type }) => `${id} (${type})`)
        .toSorted()
        .join(', ')
    return ''
  }
  return ids(one) === ids(other) ? undefined : 'answered with other words'
}
