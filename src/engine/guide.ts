import { AnswerDrop } from './answer-drop.ts'
import type { Answers, Json } from './answers.ts'
import type { GuideFile, GuidePackage, GuideQuestion } from './guide-content.ts'
import { compileCondition, type Condition } from './liquid.ts'

/** The guide with its conditions parsed, by their source. */
export type Guide = { readonly content: GuidePackage; readonly conditions: ReadonlyMap<string, Condition> }

/** Answers of the guide: the id of an option by the id of a question. */
export type GuideAnswers = { readonly [question: string]: string }

/** Every condition of a guide. */
export function guideConditions(content: GuideFile): readonly string[] {
  const { questions, rules, models, avoid, notes, fill } = content
  return [...questions, ...rules, ...models, ...avoid, ...notes, ...fill].flatMap(({ when }) => (when === undefined ? [] : [when]))
}

/** Parses the conditions of a guide; throws a LiquidJS ParseError when one cannot be read. */
export function compileGuide(content: GuidePackage): Guide {
  return { content, conditions: new Map(guideConditions(content).map((source) => [source, compileCondition(source)])) }
}

/** A question of the guide that is asked now, and the option that was chosen, if one was. */
export type GuideState = { readonly question: GuideQuestion; readonly value: string | undefined }
type Scope = Readonly<Record<string, AnswerDrop>>

/** The questions asked now, in order. Answers that are no option, and those of questions that are not asked, count as none. */
export function guideInterview(guide: Guide, answers: GuideAnswers): readonly GuideState[] {
  return walk(guide, answers).states
}

function walk(guide: Guide, answers: GuideAnswers): { readonly states: readonly GuideState[]; readonly scope: Scope } {
  const scope: Record<string, AnswerDrop> = {}
  const states: GuideState[] = []
  for (const question of guide.content.questions) {
    const isAsked = holds(guide, question.when, scope)
    const value = isAsked ? question.options.find(({ id }) => id === answers[question.id])?.id : undefined
    scope[question.id] = new AnswerDrop({ question: undefined, path: question.id, value, language: 'en', label: '', isRequired: false })
    if (isAsked) states.push({ question, value })
  }
  return { states, scope }
}

function holds(guide: Guide, when: string | undefined, scope: Scope): boolean {
  return when === undefined || (guide.conditions.get(when)?.isTrue(scope) ?? false)
}

export type GuideRule = GuidePackage['rules'][number]
export type GuideModel = GuidePackage['models'][number]
export type GuideAvoid = GuidePackage['avoid'][number]
export type GuideNote = GuidePackage['notes'][number]

/** A document the answers lead to. `because` names the questions that decide for it. */
export type GuideStep = { readonly rule: GuideRule; readonly because: readonly string[] }

/** What another answer to one question would change. Documents and models by id; `option` is the other answer. */
export type GuideFlip = {
  readonly question: string
  readonly option: string
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly addedModels: readonly string[]
  readonly removedModels: readonly string[]
}

/** Where the answers lead. `steps` come in the order of signing; `flips` only of questions that are answered, in their order. */
export type GuideResult = {
  readonly states: readonly GuideState[]
  readonly answered: number
  readonly steps: readonly GuideStep[]
  readonly models: readonly GuideModel[]
  readonly avoid: readonly GuideAvoid[]
  readonly notes: readonly GuideNote[]
  readonly flips: readonly GuideFlip[]
}

type Outcome = { readonly rules: readonly GuideRule[]; readonly models: readonly GuideModel[] }

/**
 * Works out documents, ownership and warnings, and by trying each other answer which single one would change the result. Pure. Before all
 * questions are answered the result is what the answers so far are enough for.
 */
export function guideResult(guide: Guide, answers: GuideAnswers): GuideResult {
  const { states, scope } = walk(guide, answers)
  const { avoid, notes } = guide.content
  const { rules, models } = outcome(guide, scope)
  const flips = states.flatMap(({ question, value }) =>
    value === undefined
      ? []
      : question.options
          .filter(({ id }) => id !== value)
          .flatMap(({ id }) => difference(question.id, id, { rules, models }, outcome(guide, walk(guide, { ...answers, [question.id]: id }).scope))),
  )
  const chosen = new Set(rules.map(({ agreement }) => agreement))
  return {
    states,
    answered: states.filter(({ value }) => value !== undefined).length,
    steps: rules.map((rule) => ({ rule, because: decidingQuestions(guide, rule, states, flips) })),
    models,
    avoid: avoid.filter(({ when, agreement }) => !chosen.has(agreement) && holds(guide, when, scope)),
    notes: notes.filter(({ when }) => holds(guide, when, scope)),
    flips,
  }
}

function outcome(guide: Guide, scope: Scope): Outcome {
  const { rules, stages, models } = guide.content
  const seen = new Set<string>()
  const found = rules.filter((rule) => {
    if (seen.has(rule.agreement) || !holds(guide, rule.when, scope)) return false
    seen.add(rule.agreement)
    return true
  })
  const place = new Map(stages.map(({ id }, index) => [id, index]))
  return {
    rules: found.toSorted((one, other) => (place.get(one.stage) ?? 0) - (place.get(other.stage) ?? 0)),
    models: models.filter(({ when }) => holds(guide, when, scope)),
  }
}

function difference(question: string, option: string, before: Outcome, after: Outcome): readonly GuideFlip[] {
  const ids = ({ rules, models }: Outcome): readonly [readonly string[], readonly string[]] => [
    rules.map(({ agreement }) => agreement),
    models.map(({ id }) => id),
  ]
  const [documents, models] = ids(before)
  const [otherDocuments, otherModels] = ids(after)
  const flip: GuideFlip = {
    question,
    option,
    added: otherDocuments.filter((id) => !documents.includes(id)),
    removed: documents.filter((id) => !otherDocuments.includes(id)),
    addedModels: otherModels.filter((id) => !models.includes(id)),
    removedModels: models.filter((id) => !otherModels.includes(id)),
  }
  return flip.added.length + flip.removed.length + flip.addedModels.length + flip.removedModels.length === 0 ? [] : [flip]
}

/** The answers a document hangs on: those whose change alone would remove it, else the answered ones its rule names (any of several is enough). */
function decidingQuestions(guide: Guide, rule: GuideRule, states: readonly GuideState[], flips: readonly GuideFlip[]): readonly string[] {
  const decisive = new Set(flips.filter(({ removed }) => removed.includes(rule.agreement)).map(({ question }) => question))
  const named = new Set((guide.conditions.get(rule.when)?.variables ?? []).flatMap(([name]) => name ?? []))
  const wanted = decisive.size > 0 ? decisive : named
  return states.filter(({ question, value }) => value !== undefined && wanted.has(question.id)).map(({ question }) => question.id)
}

/** The answers a draft of an agreement begins with. `questions` are the ids of its questions. */
export function guidePrefill(guide: Guide, answers: GuideAnswers, agreement: string, questions: ReadonlySet<string>): Answers {
  const { scope } = walk(guide, answers)
  const filled: { [question: string]: Json } = {}
  for (const { question, when, value, agreements } of guide.content.fill) {
    if (questions.has(question) && (agreements?.includes(agreement) ?? true) && holds(guide, when, scope)) filled[question] ??= value
  }
  return filled
}
