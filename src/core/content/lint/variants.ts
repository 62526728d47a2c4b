import type { Agreement } from '../../../engine/agreement.ts'
import type { Answers, Json } from '../../../engine/answers.ts'
import { interview } from '../../../engine/interview.ts'
import type { Language } from '../../../engine/language.ts'
import type { Question } from '../../../engine/template.ts'
import { compileCondition } from '../../../engine/liquid.ts'
import type { AgreementContext } from './context.ts'
import { domainOf, dropOf } from './domains.ts'
import { type Expression, readExpression } from './expression.ts'

/** Answers that differ from a base in one condition variable, and how to call them in a message. */
export type Variant = { readonly name: string; readonly answers: Answers }

const maximumValues = 16

/**
 * The base itself, then every value of every question that a condition depends on, one at a time. Where a question is not asked in the base,
 * the answers its condition depends on are changed as well, so that its value has an effect.
 */
export function variantsOf(context: AgreementContext, agreement: Agreement, base: Answers): readonly Variant[] {
  const languages = [...context.source.texts.keys()]
  const merged = mergedExpression(context)
  const variants: Variant[] = [{ name: 'the sample', answers: base }]
  for (const name of namesInConditions(context)) {
    const question = context.questions.get(name)
    if (question === undefined) continue
    const asked = withAsked(context, agreement, question, base, languages, 0)
    const given = asked[name]
    const values = question.type === 'list' || question.type === 'table' ? listSizes(given) : valuesFor(question, merged, given)
    for (const value of values) {
      // `null` leaves the question open; deleting the answer would bring its default back.
      variants.push({ name: `${name} = ${value === undefined ? 'no answer' : shown(value)}`, answers: { ...asked, [name]: value ?? null } })
    }
  }
  return variants
}

/** A party keeps its name and address in a variant; only the parts that conditions look at change. */
function valuesFor(question: Question, expression: Expression, given: Json | undefined): readonly (Json | undefined)[] {
  const values = domainOf(question, expression)
  const kept =
    question.type === 'party' && isGroup(given) ? values.map((value) => (isGroup(value) ? { ...value, ...given, ...withoutName(value) } : value)) : values
  return kept.slice(0, question.type === 'clause' || question.type === 'choice' ? undefined : maximumValues)
}

function withoutName(value: { readonly [key: string]: Json }): { readonly [key: string]: Json } {
  return Object.fromEntries(Object.entries(value).filter(([part]) => part !== 'name' && part !== 'signatories'))
}

function isGroup(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Lists vary in length only: none, one, all, and one more than that. */
function listSizes(given: Json | undefined): readonly (Json | undefined)[] {
  if (!Array.isArray(given) || given.length === 0) return [undefined]
  return [undefined, given.slice(0, 1), [...given, ...given.slice(0, 1)]]
}

function shown(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 50 ? `${text.slice(0, 50)}…` : text
}

/** The names conditions of settings and texts look at. */
export function namesInConditions(context: AgreementContext): ReadonlySet<string> {
  return new Set(mergedExpression(context).paths.map(({ path }) => path[0] ?? ''))
}

/** All conditions of settings and texts as one, so that a question's values are chosen with every comparison in view. */
function mergedExpression(context: AgreementContext): Expression {
  const inTexts = [...context.tags.values()].flatMap((tags) =>
    tags.filter(({ name }) => ['if', 'elsif', 'unless', 'case', 'for'].includes(name)).map(({ content }) => readExpression(content)),
  )
  const all = [...context.conditions.map(({ expression }) => expression), ...inTexts]
  return {
    paths: all.flatMap(({ paths }) => paths),
    comparisons: all.flatMap(({ comparisons }) => comparisons),
    filters: all.flatMap(({ filters }) => filters),
    fault: undefined,
  }
}

/** The base, changed so that a question is asked, as far as its conditions can be fulfilled by other answers than the `fixed` ones. */
export function withAsked(
  context: AgreementContext,
  agreement: Agreement,
  question: Question,
  base: Answers,
  languages: readonly Language[],
  depth: number,
  fixed: Answers = {},
): Answers {
  const page = agreement.content.pages.find(({ questions }) => questions.some(({ id }) => id === question.id))
  const state = interview(agreement, base, languages)
    .pages.flatMap(({ questions }) => questions)
    .find((candidate) => candidate.question.id === question.id)
  if (state === undefined || state.isAsked || depth > 4) return base
  let answers = base
  for (const condition of [page?.when, question.when]) {
    if (condition === undefined) continue
    for (const [name, value] of Object.entries(fulfilment(context, condition, answers, fixed))) {
      const other = context.questions.get(name)
      if (other !== undefined) answers = { ...withAsked(context, agreement, other, answers, languages, depth + 1, fixed), [name]: value }
    }
  }
  return answers
}

/** Answers that make a condition true; none when a bounded search finds none. */
function fulfilment(context: AgreementContext, source: string, answers: Answers, fixed: Answers): Answers {
  const expression = readExpression(source)
  let condition
  try {
    condition = compileCondition(source)
  } catch {
    return {} // the engine says why
  }
  const axes = [...new Set(expression.paths.map(({ path }) => path[0] ?? ''))].flatMap((name) => {
    const question = context.questions.get(name)
    return question === undefined ? [] : [{ name, question, values: name in fixed ? [fixed[name]] : [answers[name], ...domainOf(question, expression)] }]
  })
  const total = axes.reduce((product, { values }) => product * values.length, 1)
  for (let step = 0; step < Math.min(total, 2000); step += 1) {
    let index = step
    const chosen: Record<string, Json> = {}
    const scope: Record<string, unknown> = { document: { bilingual: false, language: 'en' } }
    for (const { name, question, values } of axes) {
      const value = values[index % values.length]
      index = Math.floor(index / values.length)
      scope[name] = dropOf(question, value)
      chosen[name] = value ?? null
    }
    if (condition.isTrue(scope)) return chosen
  }
  return {}
}
