import type { Agreement } from '../agreement.ts'
import { answerText } from '../answer-drop.ts'
import { answerWords } from '../answer-words.ts'
import { addressSchema, type Answers, type Json, translatedTextSchema } from '../answers.ts'
import { displayIn } from '../display.ts'
import { countryName, formatAddress } from '../format.ts'
import { interview, type Interview, type QuestionState, questionStates } from '../interview.ts'
import { type Language, localize } from '../language.ts'
import { canonicalAnswer, sameAnswer } from '../same-answer.ts'
import type { Question } from '../template.ts'
import { pairs } from './pairs.ts'

/** The answers of one side of a comparison, with the agreement they belong to. */
export type AnswerSide = { readonly agreement: Agreement; readonly answers: Answers }

/** A part of an answer that differs; `before` or `after` is undefined where there is none. */
export type AnswerPartChange = {
  /** Place of an item in a list, from 1: in the new version, or in the old one where it was taken out. */
  readonly item: number | undefined
  /** Name of a field inside the answer ("address", "signatories.0.name", "due"); empty for the whole answer or item. */
  readonly field: string
  /** Label of the field, where the template has one. */
  readonly label: string | undefined
  /** Language of a text that is given per language. */
  readonly language: Language | undefined
  readonly before: string | undefined
  readonly after: string | undefined
}

/** A question whose effective answer differs, as people read it. */
export type AnswerChange = { readonly question: string; readonly label: string; readonly parts: readonly AnswerPartChange[] }

/**
 * Lists the questions whose effective answers differ (defaults count, what is not asked does not), in the order of the interview, printed in
 * `language`. `languages` are those of the document. Identifiers that only the interface has words for (legal form, kind, way of signing) stay.
 */
export function answerChanges(before: AnswerSide, after: AnswerSide, languages: readonly Language[], language: Language): readonly AnswerChange[] {
  const [old, fresh] = [interview(before.agreement, before.answers, languages), interview(after.agreement, after.answers, languages)]
  const [oldStates, freshStates] = [questionStates(old), questionStates(fresh)]
  const ids = [...freshStates.keys(), ...[...oldStates.keys()].filter((id) => !freshStates.has(id))]
  return ids.flatMap((id): readonly AnswerChange[] => {
    const [oldState, freshState] = [oldStates.get(id), freshStates.get(id)]
    const question = (freshState ?? oldState)?.question
    if (question === undefined) return []
    const parts = partChanges(question, effective(oldState), effective(freshState), { language, languages })
    return parts.length === 0
      ? []
      : [{ question: id, label: labelOf(freshStates.has(id) ? [after.agreement, fresh] : [before.agreement, old], question, language), parts }]
  })
}

const labelOf = ([agreement, current]: readonly [Agreement, Interview], question: Question, language: Language): string =>
  displayIn(agreement, question.label, current, language)

const effective = (state: QuestionState | undefined): Json | undefined => (state?.isAsked ? state.value : undefined)

/** The language answers are printed in, and the languages of the document. */
type Printing = { readonly language: Language; readonly languages: readonly Language[] }

const whole = { item: undefined, field: '', label: undefined, language: undefined } as const

function partChanges(question: Question, before: Json | undefined, after: Json | undefined, printing: Printing): readonly AnswerPartChange[] {
  if (sameAnswer(before, after)) return []
  switch (question.type) {
    case 'list':
    case 'table':
      return itemChanges(question, before, after, printing)
    case 'text':
    case 'longText':
      return textChanges(before, after, printing.languages)
    case 'party':
    case 'person':
    case 'address':
      return leafChanges(before, after, printing.language)
    default:
      return [{ ...whole, before: answerWords(question, before, printing.language), after: answerWords(question, after, printing.language) }]
  }
}

function textChanges(before: Json | undefined, after: Json | undefined, languages: readonly Language[]): readonly AnswerPartChange[] {
  const [old, fresh] = [translatedTextSchema.safeParse(before).data, translatedTextSchema.safeParse(after).data]
  const isWhole = (value: typeof old): value is string | undefined => value === undefined || typeof value === 'string'
  if (isWhole(old) && isWhole(fresh)) return [{ ...whole, before: old, after: fresh }]
  const of = (value: typeof old, language: Language): string | undefined => (typeof value === 'string' ? value : value?.[language]) || undefined
  return languages.flatMap((language) => {
    const [oldText, freshText] = [of(old, language), of(fresh, language)]
    return oldText === freshText ? [] : [{ ...whole, language, before: oldText, after: freshText }]
  })
}

/** The fields of a party, person or address that differ; an address is one field. */
function leafChanges(before: Json | undefined, after: Json | undefined, language: Language): readonly AnswerPartChange[] {
  const [old, fresh] = [new Map(leaves(before, '', language)), new Map(leaves(after, '', language))]
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap((field) =>
    old.get(field) === fresh.get(field) ? [] : [{ ...whole, field, before: old.get(field), after: fresh.get(field) }],
  )
}

function leaves(value: Json | undefined, field: string, language: Language): readonly (readonly [string, string])[] {
  if (value === null || value === undefined || value === '') return []
  const inside = (key: string): string => (field === '' ? key : `${field}.${key}`)
  if (Array.isArray(value)) return value.flatMap((part, index) => leaves(part, inside(String(index)), language))
  if (typeof value === 'object') {
    const address = 'city' in value || 'street' in value ? addressSchema.safeParse(value) : undefined
    if (address?.success) return leaves(formatAddress(address.data, language), field, language)
    return Object.entries(value).flatMap(([key, part]) => leaves(part, inside(key), language))
  }
  const text = String(value)
  return [[field, /(?:^|\.)country$/.test(field) && /^[A-Z]{2}$/.test(text) ? countryName(text, language) : text]]
}

type ListQuestion = Extract<Question, { type: 'list' | 'table' }>
type Item = { readonly value: Json; readonly place: number }

function itemChanges(question: ListQuestion, before: Json | undefined, after: Json | undefined, printing: Printing): readonly AnswerPartChange[] {
  const items = (value: Json | undefined): readonly Item[] => (Array.isArray(value) ? value.map((item, index) => ({ value: item, place: index + 1 })) : [])
  const print = (item: Item): string | undefined => itemText(question, item.value, printing.language)
  return pairs(items(before), items(after), ({ value }) => canonicalAnswer(value), agreement).flatMap((pair): readonly AnswerPartChange[] => {
    if (pair.before === undefined) return pair.after === undefined ? [] : [{ ...whole, item: pair.after.place, before: undefined, after: print(pair.after) }]
    if (pair.after === undefined) return [{ ...whole, item: pair.before.place, before: print(pair.before), after: undefined }]
    const { place } = pair.after
    const [old, fresh] = [pair.before.value, pair.after.value]
    return question.fields.flatMap((field) =>
      partChanges(field, valueIn(old, field.id), valueIn(fresh, field.id), printing).map((part) => ({
        ...part,
        item: place,
        field: [field.id, part.item === undefined ? '' : String(part.item), part.field].filter((name) => name !== '').join('.'),
        label: localize(field.label, printing.language),
      })),
    )
  })
}

const valueIn = (item: Json, field: string): Json | undefined => (item !== null && typeof item === 'object' && !Array.isArray(item) ? item[field] : undefined)

/** Which share of their fields two items agree in; below a half they do not belong together. */
function agreement(one: Item, other: Item): number {
  const [old, fresh] = [one.value, other.value]
  if (old === null || fresh === null || typeof old !== 'object' || typeof fresh !== 'object' || Array.isArray(old) || Array.isArray(fresh)) return 0
  const fields = Object.keys(old).filter((field) => field in fresh)
  const share = fields.filter((field) => sameAnswer(old[field], fresh[field])).length / Math.max(1, fields.length)
  return share < 0.5 ? 0 : share
}

/** An item in one line: its fields, each printed, joined by dots. */
function itemText(question: ListQuestion, item: Json, language: Language): string | undefined {
  const texts = question.fields.flatMap(
    (field) => answerText({ question: field, path: field.id, value: valueIn(item, field.id), language, label: '', isRequired: false }) ?? [],
  )
  return texts.length === 0 ? undefined : texts.join(' · ')
}
