import { answerProblems } from '../../../engine/answer-problems.ts'
import { partyField } from '../../../engine/role-parties.ts'
import type { Question } from '../../../engine/template.ts'
import { suggestion } from '../nearest.ts'
import { type AgreementContext, placeIn, placeOfEntry, placeOfQuestion } from './context.ts'

/** Ids are unique and lead somewhere; roles have their question; defaults and alternatives are complete and possible. */
export function lintSettings(context: AgreementContext): void {
  const { merged, report, questions } = context
  const { content } = merged
  for (const list of ['pages', 'positions', 'roles', 'terms', 'clauses', 'checks'] as const) {
    const seen = new Set<string>()
    for (const { id } of content[list]) {
      if (seen.has(id)) report.error('duplicate-id', placeOfEntry(context, list, id), `the id "${id}" stands twice in "${list}"`, 'rename one of them')
      seen.add(id)
    }
  }
  const roles = content.roles.map(({ id }) => id)
  for (const { id } of content.roles) {
    const question = questions.get(id)
    if (question?.type !== 'party' && partyField(question) === undefined)
      report.error(
        'role-without-party',
        placeOfEntry(context, 'roles', id),
        `the role "${id}" has no question of type party with this id, nor a list with one field of type party`,
        suggestion(
          id,
          [...questions.values()].filter(({ type }) => type === 'party').map((party) => party.id),
          `add a question "${id}" of type party`,
        ),
      )
  }
  for (const { id, role } of content.positions) {
    if (role !== undefined && !roles.includes(role))
      report.error(
        'unknown-role',
        placeOfEntry(context, 'positions', id, 'role'),
        `there is no role "${role}"`,
        suggestion(role, roles, `the roles are: ${roles.join(', ')}`),
      )
    if (id === 'balanced') report.error('bad-id', placeOfEntry(context, 'positions', id), '"balanced" exists by itself', 'delete this position')
  }
  for (const question of questions.values()) lintQuestion(context, question, question.id, [])
  if (context.source.texts.size > 1 && !questions.has('prevailing_language')) {
    report.warning(
      'no-prevailing-language',
      placeIn(context.source.settings, ['pages']),
      'no question asks which language prevails',
      'take over a shared clause that asks it, or add a choice "prevailing_language" with the options de and en',
    )
  }
}

function lintQuestion(context: AgreementContext, question: Question, top: string, path: readonly PropertyKey[]): void {
  const { report } = context
  const place = (...inner: readonly PropertyKey[]): ReturnType<typeof placeOfQuestion> => placeOfQuestion(context, top, ...path, ...inner)
  if (path.length === 0 && question.help === undefined)
    report.warning('no-help', place(), `the question "${question.id}" has no help`, 'say in one sentence what it means and how to answer')
  if (question.default !== undefined) {
    for (const problem of answerProblems(question, question.default, [])) {
      report.error(
        'bad-default',
        place('default'),
        `the default of "${question.id}" is no possible answer (${problem.code}${problem.path === '' ? '' : ` at ${problem.path}`})`,
        'write an answer that fits the type and the limits of the question',
      )
    }
  }
  if ('min' in question && question.min !== undefined && question.max !== undefined && question.min > question.max) {
    report.error('impossible-limits', place('min'), `no answer to "${question.id}" is possible: min is above max`, 'swap the two')
  }
  if (question.type === 'list' || question.type === 'table') {
    const seen = new Set<string>()
    question.fields.forEach((field, index) => {
      if (seen.has(field.id))
        report.error('duplicate-id', place('fields', index), `the field "${field.id}" stands twice in "${question.id}"`, 'rename one of them')
      seen.add(field.id)
      lintQuestion(context, field, top, [...path, 'fields', index])
    })
  }
  if (question.type === 'choice' || question.type === 'multipleChoice') {
    const seen = new Set<string>()
    question.options.forEach(({ id }, index) => {
      if (seen.has(id)) report.error('duplicate-id', place('options', index), `the option "${id}" stands twice in "${question.id}"`, 'rename one of them')
      seen.add(id)
    })
  }
  if (question.type === 'clause') lintAlternatives(context, question, place)
}

function lintAlternatives(
  context: AgreementContext,
  question: Extract<Question, { type: 'clause' }>,
  place: (...path: readonly PropertyKey[]) => ReturnType<typeof placeOfQuestion>,
): void {
  const { report, merged } = context
  const { positions, roles } = merged.content
  const positionIds = positions.map(({ id }) => id)
  const ids = question.alternatives.map(({ id }) => id)
  // A shared clause is written before anybody knows the parties, so it may speak of no position.
  const isShared = context.source.settings.file !== place().file
  question.alternatives.forEach((alternative, index) => {
    const at = (...path: readonly PropertyKey[]): ReturnType<typeof placeOfQuestion> => place('alternatives', index, ...path)
    const name = `alternative "${alternative.id}" of "${question.id}"`
    if (ids.indexOf(alternative.id) !== index) report.error('duplicate-id', at(), `the ${name} stands twice`, 'rename one of them')
    if (alternative.explanation.de.trim() === '' || alternative.explanation.en.trim() === '')
      report.error('no-explanation', at('explanation'), `the ${name} is not explained`, 'say in plain words what happens then')
    if (alternative.favours !== 'balanced' && !positionIds.includes(alternative.favours)) {
      report.error(
        'unknown-position',
        at('favours'),
        `the ${name} favours "${alternative.favours}", which is no position`,
        suggestion(alternative.favours, [...positionIds, 'balanced'], `use balanced or: ${positionIds.join(', ')}`),
      )
    }
    if ((alternative.favours === 'balanced') !== (alternative.weight === 0)) {
      report.error(
        'bad-weight',
        at('weight'),
        `the ${name} favours ${alternative.favours} with weight ${alternative.weight}`,
        alternative.favours === 'balanced' ? 'a balanced alternative has weight 0' : 'use 1 (a little) to 3 (strongly)',
      )
    }
    const { fallback } = alternative
    if (fallback !== undefined && (!ids.includes(fallback) || fallback === alternative.id)) {
      report.error(
        'unknown-fallback',
        at('fallback'),
        `the ${name} falls back to "${fallback}", which is no other alternative`,
        suggestion(
          fallback,
          ids.filter((id) => id !== alternative.id),
          `use one of: ${ids.filter((id) => id !== alternative.id).join(', ')}`,
        ),
      )
    }
    const sides = [...positionIds, ...roles.map(({ id }) => id)]
    for (const side of Object.keys(alternative.costs)) {
      if (!sides.includes(side))
        report.error(
          'unknown-position',
          at('costs', side),
          `the ${name} names costs for "${side}", which is no position`,
          suggestion(side, sides, `use: ${positionIds.join(', ')}`),
        )
    }
    if (isShared && Object.keys(alternative.costs).length === 0) return
    for (const { id, role } of positions) {
      if (!(id in alternative.costs) && !(role !== undefined && role in alternative.costs)) {
        report.warning('no-costs', at(), `the ${name} does not say what it costs "${id}"`, `add costs: { ${id}: { de: …, en: … } }`)
      }
    }
  })
  for (const [index, { id }] of question.alternatives.entries()) {
    if (hasFallbackCircle(question, id)) {
      report.error(
        'unknown-fallback',
        place('alternatives', index, 'fallback'),
        `the fallbacks of "${question.id}" run in a circle from "${id}"`,
        'let the last one have no fallback',
      )
      break
    }
  }
}

function hasFallbackCircle(question: Extract<Question, { type: 'clause' }>, from: string): boolean {
  const seen = new Set<string>()
  for (let id: string | undefined = from; id !== undefined;) {
    if (seen.has(id)) return true
    seen.add(id)
    const current: string = id
    id = question.alternatives.find((alternative) => alternative.id === current)?.fallback
  }
  return false
}
