import type { Agreement } from '../../../engine/agreement.ts'
import type { Answers, Json } from '../../../engine/answers.ts'
import { interview } from '../../../engine/interview.ts'
import type { Question } from '../../../engine/template.ts'
import type { AgreementContext } from './context.ts'
import { namesInConditions, type Variant, withAsked } from './variants.ts'

/**
 * How far the choices of an agreement are tried out against each other. `pairs` counts every two values of two questions that can both be asked;
 * `excluded` those whose conditions never let both be asked, which no search found together.
 */
export type PairCoverage = {
  readonly questions: number
  readonly alternatives: number
  readonly pairs: number
  readonly excluded: number
  /** Sets of answers it takes. */
  readonly documents: number
}

type Axis = { readonly name: string; readonly question: Question; readonly values: readonly (string | boolean)[] }

/** The questions whose choices are paired: clause alternatives, and the choices and yes/no questions that conditions look at. */
function axesOf(context: AgreementContext): readonly Axis[] {
  const decisive = namesInConditions(context)
  return [...context.questions.values()].flatMap((question): readonly Axis[] => {
    const { id: name } = question
    if (question.type === 'clause') return [{ name, question, values: question.alternatives.map(({ id }) => id) }]
    if (!decisive.has(name)) return []
    if (question.type === 'choice') return [{ name, question, values: question.options.map(({ id }) => id) }]
    return question.type === 'yesNo' ? [{ name, question, values: [true, false] }] : []
  })
}

/** Values by index, of the axes with these indexes. */
type Row = ReadonlyMap<number, number>

const pairKey = (one: number, value: number, other: number, otherValue: number): string =>
  one < other ? `${one}.${value} ${other}.${otherValue}` : `${other}.${otherValue} ${one}.${value}`

const indexIn = (values: Axis['values'], answer: Json | undefined): number => values.findIndex((value) => value === answer)

/** How many pairs of a value with those of a row are still open. */
function gain(open: ReadonlySet<string>, row: Row, axis: number, value: number): number {
  let count = 0
  for (const [other, otherValue] of row) if (open.has(pairKey(axis, value, other, otherValue))) count += 1
  return count
}

function allPairs(axes: readonly Axis[]): Set<string> {
  const pairs = new Set<string>()
  axes.forEach((axis, one) =>
    axis.values.forEach((_, value) => {
      for (let other = one + 1; other < axes.length; other += 1)
        axes[other]?.values.forEach((__, otherValue) => pairs.add(pairKey(one, value, other, otherValue)))
    }),
  )
  return pairs
}

/** Answers that between them try every two choices together, as far as both can be asked, and how many that are. */
export function pairVariants(
  context: AgreementContext,
  agreement: Agreement,
  base: Answers,
): { readonly variants: readonly Variant[]; readonly coverage: PairCoverage } {
  const axes = axesOf(context)
  const languages = [...context.source.texts.keys()]
  const open = allPairs(axes)
  const total = open.size
  const variants: Variant[] = []

  /** The choices of answers that are asked for. */
  const shownBy = (answers: Answers): Row => {
    const { pages } = interview(agreement, answers, languages)
    const asked = new Set(pages.flatMap(({ questions }) => questions.flatMap(({ question, isAsked }) => (isAsked ? [question.id] : []))))
    const row = new Map<number, number>()
    axes.forEach(({ name, question, values }, axis) => {
      const value = asked.has(name) ? indexIn(values, answers[name] ?? question.default) : -1
      if (value >= 0) row.set(axis, value)
    })
    return row
  }
  /** The answers with every other choice taken such that as many open pairs as possible come along. */
  const filled = (answers: Answers, kept: Row): Answers => {
    const row = new Map(kept)
    const chosen: Record<string, Json> = {}
    axes.forEach(({ name, values }, axis) => {
      if (row.has(axis) || answers[name] !== base[name]) return
      const gains = values.map((_, value) => gain(open, row, axis, value))
      const best = gains.indexOf(Math.max(...gains))
      row.set(axis, best)
      chosen[name] = values[best] ?? false
    })
    return { ...answers, ...chosen }
  }
  const take = (answers: Answers, key: string, name: string): boolean => {
    const row = [...shownBy(answers)]
    const keys = row.flatMap(([one, value], index) => row.slice(index + 1).map(([other, otherValue]) => pairKey(one, value, other, otherValue)))
    if (!keys.includes(key)) return false
    for (const seen of keys) open.delete(seen)
    variants.push({ name, answers })
    return true
  }

  for (const key of open) {
    const pair = key.split(' ').map((part) => part.split('.').map(Number))
    const chosen = pair.flatMap(([axis = 0, value = 0]) =>
      axes[axis] === undefined ? [] : [{ axis, index: value, ...axes[axis], value: axes[axis].values[value] ?? false }],
    )
    const fixed = Object.fromEntries(chosen.map(({ name, value }) => [name, value]))
    const asked = chosen.reduce<Answers>((answers, { question }) => withAsked(context, agreement, question, answers, languages, 0, fixed), {
      ...base,
      ...fixed,
    })
    const name = chosen.map((choice) => `${choice.name} = ${String(choice.value)}`).join(', ')
    const kept = new Map(chosen.map(({ axis, index }) => [axis, index]))
    if (!take(filled(asked, kept), key, name)) take(asked, key, name)
  }
  return {
    variants,
    coverage: {
      questions: axes.length,
      alternatives: axes.reduce((sum, { values }) => sum + values.length, 0),
      pairs: total - open.size,
      excluded: open.size,
      documents: variants.length,
    },
  }
}
