import type { Agreement } from './agreement.ts'
import { AnswerDrop, gapLabel } from './answer-drop.ts'
import { type AnswerProblem, answerProblems, isBlank, isUnusable } from './answer-problems.ts'
import type { Answers, Json } from './answers.ts'
import { fillLabel } from './fill-label.ts'
import type { Language } from './language.ts'
import { partiesOfRole } from './role-parties.ts'
import type { Page, Question } from './template.ts'

/** Where a question stands. `value` is the effective answer: the given one, else the default; unusable answers count as none. */
export type QuestionState = {
  readonly question: Question
  readonly isAsked: boolean
  readonly value: Json | undefined
  readonly isDefault: boolean
  readonly isLeftOpen: boolean
  readonly isAnswered: boolean
  readonly problems: readonly AnswerProblem[]
}

/** A page with its questions; counts cover what is asked now and either required or answered. */
export type PageState = {
  readonly page: Page
  readonly isAsked: boolean
  readonly questions: readonly QuestionState[]
  readonly asked: number
  readonly answered: number
  readonly missing: number
  readonly problems: number
}
export type Interview = { readonly pages: readonly PageState[]; readonly asked: number; readonly answered: number }

/** What conditions and texts see: an `AnswerDrop` per question, and `document`. */
export type Scope = { [name: string]: unknown }

/**
 * Works out which questions are asked now, in order, and what is still missing. A condition sees only what stands before it, so the order
 * of the pages is the order of cause and effect; questions that are not asked count as unanswered everywhere.
 */
export function interview(agreement: Agreement, answers: Answers, languages: readonly Language[]): Interview {
  const language = languages[0] ?? 'en'
  const scope: Scope = { document: documentFacts(languages, language, agreement.content.roles.length) }
  for (const question of agreement.questions.values()) scope[question.id] = dropFor(question, undefined, language)
  const pages = agreement.content.pages.map((page): PageState => {
    const isAsked = page.when === undefined || (agreement.conditions.get(page.when)?.isTrue(scope) ?? true)
    const questions = page.questions.map((question) => {
      const state = questionState(agreement, question, answers[question.id], isAsked, scope, languages)
      scope[question.id] = dropFor(question, state.isAsked ? state.value : undefined, language)
      return state
    })
    const counted = questions.filter((state) => state.isAsked && (state.question.required || state.isAnswered))
    const answered = counted.filter((state) => state.isAnswered).length
    return {
      page,
      isAsked,
      questions,
      asked: counted.length,
      answered,
      missing: counted.length - answered,
      problems: questions.reduce((total, state) => total + (state.isAsked ? state.problems.length : 0), 0),
    }
  })
  return { pages, asked: sum(pages, 'asked'), answered: sum(pages, 'answered') }
}

function sum(pages: readonly PageState[], key: 'asked' | 'answered'): number {
  return pages.reduce((total, page) => total + (page.isAsked ? page[key] : 0), 0)
}

function questionState(
  agreement: Agreement,
  question: Question,
  given: Json | undefined,
  isPageAsked: boolean,
  scope: Scope,
  languages: readonly Language[],
): QuestionState {
  const isAsked = isPageAsked && (question.when === undefined || (agreement.conditions.get(question.when)?.isTrue(scope) ?? true))
  const isLeftOpen = given === null
  const isDefault = (given === undefined || (given !== null && isBlank(given))) && question.default !== undefined
  const raw = isLeftOpen ? undefined : isDefault ? question.default : given
  const problems = isAsked
    ? answerProblems(question, raw, question.type === 'text' || question.type === 'longText' ? neededLanguages(question, languages) : languages)
    : []
  const value = raw === undefined || isBlank(raw) || isUnusable(problems) ? undefined : withoutUnaskedFields(agreement, question, raw, scope)
  const isAnswered = isAsked && value !== undefined && !problems.some(({ code }) => code === 'required')
  return { question, isAsked, value, isDefault, isLeftOpen, isAnswered, problems }
}

function neededLanguages(question: Extract<Question, { type: 'text' | 'longText' }>, languages: readonly Language[]): readonly Language[] {
  return question.translate ? languages : []
}

/** Drops what fields of list items hold that are not asked for this item, and adds missing required ones nowhere: problems name those. */
function withoutUnaskedFields(agreement: Agreement, question: Question, value: Json, scope: Scope): Json {
  if ((question.type !== 'list' && question.type !== 'table') || !Array.isArray(value)) return value
  if (!question.fields.some((field) => field.when !== undefined || field.default !== undefined || field.type === 'list' || field.type === 'table')) return value
  return value.map((item, index) => {
    if (item === null || typeof item !== 'object' || Array.isArray(item)) return item
    const kept: { [field: string]: Json } = {}
    for (const field of question.fields) {
      const part = item[field.id] === undefined ? field.default : item[field.id]
      if (part === undefined) continue
      const itemDrop = new AnswerDrop({ question, path: `${question.id}.${index}`, value: kept, language: 'en', label: '', isRequired: false })
      const isAsked = field.when === undefined || (agreement.conditions.get(field.when)?.isTrue({ ...scope, item: itemDrop }) ?? true)
      if (isAsked) kept[field.id] = withoutUnaskedFields(agreement, field, part, scope)
    }
    return kept
  })
}

const facts = new Map<string, Readonly<Record<string, unknown>>>()

/**
 * What texts may ask about the document itself; the same object for the same languages and parties, so that conditions need not look twice.
 * `originals` is one for each party; `hasJapanese` is for the engine alone, which leaves room for seals then.
 */
function documentFacts(languages: readonly Language[], language: Language, originals: number): Readonly<Record<string, unknown>> {
  const hasJapanese = languages.includes('ja')
  const key = [languages.length > 1, hasJapanese, language, originals].join(':')
  const known = facts.get(key) ?? { bilingual: languages.length > 1, language, originals, hasJapanese }
  facts.set(key, known)
  return known
}

function dropFor(question: Question, value: Json | undefined, language: Language): AnswerDrop {
  return new AnswerDrop({ question, path: question.id, value, language, label: gapLabel(question, language), isRequired: question.required })
}

const scopes = new WeakMap<Interview, Map<string, Scope>>()

/** The scope in which texts of one language are rendered. Remembered per interview, because every label asks for it. */
export function scopeFor(agreement: Agreement, current: Interview, languages: readonly Language[], language: Language): Scope {
  const key = `${language} of ${languages.join('+')}`
  const known = scopes.get(current) ?? new Map<string, Scope>()
  scopes.set(current, known)
  const scope = known.get(key) ?? makeScope(agreement, current, languages, language)
  known.set(key, scope)
  return scope
}

function makeScope(agreement: Agreement, current: Interview, languages: readonly Language[], language: Language): Scope {
  const scope: Scope = {}
  for (const page of current.pages) {
    for (const state of page.questions) scope[state.question.id] = dropFor(state.question, state.isAsked ? state.value : undefined, language)
  }
  scope['document'] = documentFacts(languages, language, agreement.content.roles.flatMap(({ id }) => partiesOfRole(id, scope)).length)
  fillGapLabels(agreement, scope, language)
  return scope
}

/** Open blanks are named by the label of their question, and a label may name the parties. */
function fillGapLabels(agreement: Agreement, scope: Scope, language: Language): void {
  for (const question of agreement.questions.values()) {
    const drop = scope[question.id]
    if (!(drop instanceof AnswerDrop) || !drop.view.label.includes('{')) continue
    scope[question.id] = new AnswerDrop({ ...drop.view, label: fillLabel(agreement.content.roles, drop.view.label, scope, language) })
  }
}

/** The state of every question by id. */
export function questionStates(current: Interview): ReadonlyMap<string, QuestionState> {
  return new Map(current.pages.flatMap((page) => page.questions.map((state) => [state.question.id, state] as const)))
}
