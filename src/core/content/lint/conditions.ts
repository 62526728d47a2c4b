import type { Json } from '../../../engine/answers.ts'
import { compileCondition } from '../../../engine/liquid.ts'
import type { Question } from '../../../engine/template.ts'
import type { AgreementContext } from './context.ts'
import { domainOf, dropOf } from './domains.ts'
import { type Expression, readExpression } from './expression.ts'

/** Enough to decide every condition an author writes by hand; larger ones are passed over. */
const maximumCombinations = 6000

/** Conditions that are always or never true: dead text, a check that never speaks, a question that is always asked. */
export function lintConditions(context: AgreementContext): void {
  const { questions, report } = context
  for (const { source, expression, place, owner, item } of context.conditions) {
    if (expression.fault) continue
    const outcome = outcomes(source, expression, questions, item)
    if (outcome === 'never')
      report.error('condition-never-true', place, `the condition of ${owner} can never be true: "${source}"`, 'correct it, or delete what depends on it')
    if (outcome === 'always')
      report.error('condition-always-true', place, `the condition of ${owner} is always true: "${source}"`, 'correct it, or delete the condition')
  }
  for (const tags of context.tags.values()) {
    for (const { name, content, place, locals } of tags) {
      if (!['if', 'elsif', 'unless'].includes(name)) continue
      const expression = readExpression(content)
      if (expression.fault || expression.paths.some(({ path }) => locals.has(path[0] ?? '') || path[0] === 'forloop')) continue
      const outcome = outcomes(content, expression, questions, undefined)
      if (outcome === 'never') report.error('condition-never-true', place, `this condition can never be true: "${content}"`, 'correct it, or delete the part')
      if (outcome === 'always')
        report.error('condition-always-true', place, `this condition is always true: "${content}"`, 'correct it, or write the part without a condition')
    }
  }
}

/** Whether a condition comes out both ways over all answers that can make a difference. */
export function outcomes(
  source: string,
  expression: Expression,
  questions: ReadonlyMap<string, Question>,
  item: Question | undefined,
): 'both' | 'always' | 'never' | 'unknown' {
  const axes: { readonly name: string; readonly values: readonly unknown[] }[] = []
  for (const name of new Set(expression.paths.map(({ path }) => path[0] ?? ''))) {
    if (name === 'document') {
      axes.push({ name, values: [false, true].flatMap((bilingual) => ['de', 'en'].map((language) => ({ bilingual, language }))) })
      continue
    }
    if (name === 'item' && item !== undefined && (item.type === 'list' || item.type === 'table')) {
      axes.push({ name, values: itemValues(item, expression).map((value) => dropOf({ ...item, id: 'item' }, [value]).part('0')) })
      continue
    }
    const question = questions.get(name)
    if (question === undefined) return 'unknown'
    axes.push({ name, values: domainOf(question, expression).map((value) => dropOf(question, value)) })
  }
  if (axes.length === 0) return 'unknown'
  let condition
  try {
    condition = compileCondition(source)
  } catch {
    return 'unknown' // the engine says why
  }
  const total = axes.reduce((product, { values }) => product * values.length, 1)
  const seen = new Set<boolean>()
  // A stride without common factors with the axes spreads a bounded sample over the whole product.
  const count = Math.min(total, maximumCombinations)
  for (let step = 0; step < count && seen.size < 2; step += 1) {
    let index = total <= maximumCombinations ? step : (step * 7919 + step) % total
    const scope: Record<string, unknown> = { document: { bilingual: false, language: 'en' } }
    for (const { name, values } of axes) {
      scope[name] = values[index % values.length]
      index = Math.floor(index / values.length)
    }
    seen.add(condition.isTrue(scope))
  }
  if (seen.size === 2) return 'both'
  if (total > maximumCombinations) return 'unknown'
  return seen.has(true) ? 'always' : 'never'
}

function itemValues(list: Extract<Question, { type: 'list' | 'table' }>, expression: Expression): readonly Json[] {
  let items: Record<string, Json>[] = [{}]
  for (const field of list.fields) {
    if (!expression.paths.some(({ path }) => path[0] === 'item' && path[1] === field.id)) continue
    const own: Expression = {
      ...expression,
      comparisons: expression.comparisons.filter(({ path }) => path[0] === 'item').map((comparison) => ({ ...comparison, path: comparison.path.slice(1) })),
    }
    items = items.flatMap((item) => domainOf(field, own).map((value) => (value === undefined ? item : { ...item, [field.id]: value })))
  }
  return items
}
