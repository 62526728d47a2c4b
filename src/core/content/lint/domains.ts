import { AnswerDrop } from '../../../engine/answer-drop.ts'
import { type Json, partyForms, partyKinds } from '../../../engine/answers.ts'
import type { Question } from '../../../engine/template.ts'
import type { Comparison, Expression } from './expression.ts'

/** What an answer, or a part of it, may be compared with; answers just around these values decide every comparison. */
type Literals = readonly (string | number | boolean)[]

const dayMs = 86_400_000
const everyday = ['2027-03-01', '2029-03-01']

/**
 * Values of a question that between them make every comparison of an expression come out each way: all options, both of yes and no, numbers and
 * dates just below, at and above each value it is compared with, and no answer at all.
 */
export function domainOf(question: Question, expression: Expression, name = question.id): readonly (Json | undefined)[] {
  const comparisons = expression.comparisons.filter(({ path }) => path[0] === name)
  const literals = literalsAt(comparisons, [])
  switch (question.type) {
    case 'yesNo':
      return [undefined, true, false]
    case 'choice':
      return [undefined, ...question.options.map(({ id }) => id)]
    case 'clause':
      return [undefined, ...question.alternatives.map(({ id }) => id)]
    case 'multipleChoice':
      return [undefined, ...question.options.map(({ id }) => [id]), question.options.map(({ id }) => id)]
    case 'integer':
    case 'decimal':
    case 'percent':
      return [undefined, ...numbersAround(literals, question.min, question.max, question.type !== 'integer')]
    case 'money':
      return [
        undefined,
        ...question.currencies.flatMap((currency) =>
          numbersAround(literalsAt(comparisons, ['amount']), question.min, question.max).map((amount) => ({ amount, currency })),
        ),
      ]
    case 'duration':
      return [
        undefined,
        ...question.units.flatMap((unit) =>
          numbersAround(literalsAt(comparisons, ['value']), Math.max(1, question.min ?? 1), question.max).map((value) => ({ value, unit })),
        ),
      ]
    case 'date':
      return [
        undefined,
        ...datesAround(literals).filter((date) => (question.min === undefined || date >= question.min) && (question.max === undefined || date <= question.max)),
      ]
    case 'party':
      return [undefined, ...partyValues(comparisons, partsUsed(expression, name))]
    case 'list':
    case 'table':
      return listValues(question, expression, name, comparisons)
    case 'text':
    case 'longText':
      return [undefined, 'text', ...literals.filter((literal) => typeof literal === 'string' && literal !== '')]
    case 'person':
    case 'address':
      return [undefined, {}, Object.fromEntries(partsUsed(expression, name).map((part) => [part, String(literalsAt(comparisons, [part])[0] ?? 'text')]))]
  }
}

/** The parts of an answer that an expression looks at. */
function partsUsed(expression: Expression, name: string): readonly string[] {
  return [...new Set(expression.paths.flatMap(({ path }) => (path[0] === name && path[1] !== undefined ? [path[1]] : [])))]
}

/** How an answer of a question looks to a condition. */
export function dropOf(question: Question, value: Json | undefined): AnswerDrop {
  return new AnswerDrop({ question, path: question.id, value, language: 'en', label: '', isRequired: false })
}

function literalsAt(comparisons: readonly Comparison[], steps: readonly string[]): Literals {
  return comparisons.flatMap(({ path, literal }) =>
    literal !== undefined && path.length === steps.length + 1 && steps.every((step, index) => path[index + 1] === step) ? [literal] : [],
  )
}

function numbersAround(literals: Literals, min: number | undefined, max: number | undefined, hasFractions = false): readonly number[] {
  const near = literals.flatMap((literal) =>
    typeof literal === 'number' ? [literal - 1, literal, literal + 1, ...(hasFractions ? [literal - 0.01, literal + 0.01] : [])] : [],
  )
  const ends = [min ?? 0, ...(max === undefined ? [(min ?? 0) + 1, (min ?? 0) + 1000] : [max])]
  return [...new Set([...near, ...ends])].filter((number) => (min === undefined || number >= min) && (max === undefined || number <= max))
}

function datesAround(literals: Literals): readonly string[] {
  const near = literals.flatMap((literal) => {
    const time = typeof literal === 'string' ? Date.parse(`${literal}T00:00:00Z`) : Number.NaN
    return Number.isNaN(time) ? [] : [-dayMs, 0, dayMs].map((shift) => new Date(time + shift).toISOString().slice(0, 10))
  })
  return [...new Set([...near, ...everyday])]
}

function partyValues(comparisons: readonly Comparison[], parts: readonly string[]): readonly Json[] {
  let values: Record<string, Json>[] = [{ name: 'Alpha' }, { name: 'Beta' }]
  for (const part of parts) {
    const own = literalsAt(comparisons, [part]).filter((literal) => typeof literal === 'string')
    const known: readonly Json[] =
      part === 'kind'
        ? partyKinds
        : part === 'form'
          ? partyForms
          : part === 'signing'
            ? ['single', 'joint']
            : part === 'country'
              ? ['DE', 'JP', 'US']
              : part === 'name'
                ? []
                : ['text']
    const candidates: readonly Json[] = part === 'signatories' ? [[], [signatory], [signatory, signatory]] : [...new Set([...own, ...known])]
    if (candidates.length > 0) values = values.flatMap((value) => [value, ...candidates.map((candidate) => ({ ...value, [part]: candidate }))])
    if (values.length > 400) break
  }
  return values
}

const signatory: Json = { name: 'text', function: '' }

function listValues(
  question: Extract<Question, { type: 'list' | 'table' }>,
  expression: Expression,
  name: string,
  comparisons: readonly Comparison[],
): readonly (Json | undefined)[] {
  const sizes = numbersAround(literalsAt(comparisons, ['size']), question.minItems ?? 0, Math.min(question.maxItems ?? 20, 20))
  const fields = new Set(
    expression.filters.filter(({ input }) => input?.[0] === name).flatMap(({ parameters }) => (typeof parameters[0] === 'string' ? [parameters[0]] : [])),
  )
  let items: Record<string, Json>[] = [{}]
  for (const id of fields) {
    const field = question.fields.find((candidate) => candidate.id === id)
    if (field === undefined) continue
    // A sum is compared with numbers that stand elsewhere in the condition.
    const numbers = expression.comparisons.flatMap(({ literal }) => (typeof literal === 'number' ? [literal] : []))
    const sums = numbers.flatMap((number) => [number - 1, number, number + 1]).map((literal) => ({ path: [id], operator: '==', literal }))
    const own = domainOf(field, { ...expression, comparisons: sums }, id)
    items = items.flatMap((item) => own.map((value) => (value === undefined ? item : { ...item, [id]: value })))
    if (items.length > 50) break
  }
  const plain = sizes.filter((size) => Number.isInteger(size)).map((size) => Array.from({ length: size }, () => items[0] ?? {}))
  const [first = {}] = items
  return [undefined, [], ...plain, ...items.map((item) => [item]), ...items.map((item) => [first, item]), ...(items.length > 1 ? [items] : [])]
}
