import type { Agreement } from '../../../src/engine/agreement.ts'
import type { Answers, Json } from '../../../src/engine/answers.ts'
import { interview, questionStates } from '../../../src/engine/interview.ts'
import type { Language } from '../../../src/engine/language.ts'
import type { Question } from '../../../src/engine/template.ts'

/** An alternative of a clause question. */
export type Alternative = { readonly question: string; readonly alternative: string }
/** Answers, and the alternatives of clauses that are in force with them and not in the sample. */
export type Variant = { readonly name: string; readonly answers: Answers; readonly alternatives: readonly Alternative[] }

/** Everything there is to choose in an agreement. */
export function alternativesOf(agreement: Agreement): readonly Alternative[] {
  return [...agreement.questions.values()].flatMap((question) =>
    question.type === 'clause' ? question.alternatives.map(({ id }) => ({ question: question.id, alternative: id })) : [],
  )
}

/** Answers in which one alternative is chosen and its question asked, all else as in the sample; undefined when no answers lead there. */
export function withAlternative(agreement: Agreement, sample: Answers, { question, alternative }: Alternative): Answers | undefined {
  const chosen = { ...sample, [question]: alternative }
  if (isInForce(agreement, chosen, { question, alternative })) return chosen
  const axes = prerequisites(agreement, question).map((id) => ({ id, values: [sample[id], ...valuesOf(agreement.questions.get(id))] }))
  const total = Math.min(
    5000,
    axes.reduce((product, { values }) => product * values.length, 1),
  )
  for (let step = 1; step < total; step += 1) {
    let rest = step
    const answers: Record<string, Json> = { ...chosen }
    for (const { id, values } of axes) {
      const value = values[rest % values.length]
      rest = Math.floor(rest / values.length)
      if (value === undefined) delete answers[id]
      else answers[id] = value
    }
    if (isInForce(agreement, answers, { question, alternative })) return answers
  }
  return undefined
}

/**
 * The sample, then as few answers as it takes to have every alternative in force at least once: the first of all clauses, the second of all
 * clauses, and so on, and those that another choice switched off by themselves.
 */
export function packedVariants(agreement: Agreement, sample: Answers): readonly Variant[] {
  const wanted = alternativesOf(agreement)
  const inForce = (answers: Answers): readonly Alternative[] => wanted.filter((alternative) => isInForce(agreement, answers, alternative))
  const variants: Variant[] = [{ name: 'the sample', answers: sample, alternatives: [] }]
  const missing = new Set(wanted)
  const take = (answers: Answers): void => {
    const taken = inForce(answers).filter((alternative) => missing.has(alternative))
    if (taken.length === 0) return
    for (const alternative of taken) missing.delete(alternative)
    variants.push({ name: taken.map(({ question, alternative }) => `${question} = ${alternative}`).join(', '), answers, alternatives: taken })
  }
  for (const alternative of inForce(sample)) missing.delete(alternative)
  const questions = [...new Set(wanted.map(({ question }) => question))]
  const rounds = Math.max(0, ...questions.map((question) => wanted.filter((one) => one.question === question).length))
  for (let round = 0; round < rounds; round += 1) {
    const next = questions.flatMap((question) => [...missing].find((one) => one.question === question) ?? [])
    take({ ...sample, ...Object.fromEntries(next.map(({ question, alternative }) => [question, alternative])) })
  }
  for (const alternative of missing) {
    const answers = withAlternative(agreement, sample, alternative)
    if (answers !== undefined) take(answers)
  }
  if (missing.size > 0)
    throw new Error(
      `${agreement.content.id}: no answers were found that choose ${[...missing].map((one) => `${one.question} = ${one.alternative}`).join(', ')}`,
    )
  return variants
}

/**
 * Languages a document is drawn in. `hasOnlySample` when its alternatives are drawn elsewhere already: each language alone and the first pair show
 * all of them, the other pairs, and pairs the other way round, show that the columns fit.
 */
export type Combination = { readonly name: string; readonly languages: readonly Language[]; readonly hasOnlySample: boolean }

/** Every language the agreement has a text in, every pair of them, and the first pair the other way round (the window keeps one order). */
export function languageCombinations(agreement: Agreement): readonly Combination[] {
  const all = [...agreement.texts.keys()]
  const first = all.slice(0, 2)
  const pairs = [...all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other])), first.toReversed()]
  return [...all.map((one) => [one]), ...pairs].map((languages) => ({
    name: languages.join(' + '),
    languages,
    hasOnlySample: languages.length > 1 && languages.join() !== first.join(),
  }))
}

function isInForce(agreement: Agreement, answers: Answers, { question, alternative }: Alternative): boolean {
  const state = questionStates(interview(agreement, answers, [...agreement.texts.keys()])).get(question)
  return state?.isAsked === true && state.value === alternative
}

/** The questions that decide whether a question is asked, and those that decide whether these are. */
function prerequisites(agreement: Agreement, id: string, seen = new Set<string>()): readonly string[] {
  const page = agreement.content.pages.find(({ questions }) => questions.some((question) => question.id === id))
  const words = `${page?.when ?? ''} ${agreement.questions.get(id)?.when ?? ''}`.match(/[a-z][a-z0-9_]*/g) ?? []
  const direct = [...new Set(words)].filter((word) => word !== id && agreement.questions.has(word) && !seen.has(word))
  for (const word of direct) seen.add(word)
  return [...direct, ...direct.flatMap((word) => prerequisites(agreement, word, seen))]
}

function valuesOf(question: Question | undefined): readonly Json[] {
  switch (question?.type) {
    case 'yesNo':
      return [true, false]
    case 'choice':
      return question.options.map(({ id }) => id)
    case 'clause':
      return question.alternatives.map(({ id }) => id)
    case 'multipleChoice':
      return question.options.map(({ id }) => [id])
    default:
      return []
  }
}
