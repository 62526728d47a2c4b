import type { z } from 'zod'
import {
  addressSchema,
  dateSchema,
  durationSchema,
  formsWithGeneralPartner,
  type Json,
  moneySchema,
  type Party,
  partySchema,
  personSchema,
  translatedTextSchema,
} from './answers.ts'
import type { Language } from './language.ts'
import type { Question } from './template.ts'

/** What is wrong with an answer. `path` points inside it: "" for the answer itself, "0.title" for a field of the first item. */
export type AnswerProblem = {
  readonly path: string
  readonly code:
    | 'wrongType'
    | 'required'
    | 'tooShort'
    | 'tooLong'
    | 'belowMinimum'
    | 'aboveMaximum'
    | 'notADate'
    | 'unknownOption'
    | 'tooFewItems'
    | 'tooManyItems'
    | 'unknownCurrency'
    | 'unprintable'
  readonly details: Readonly<Record<string, string | number>>
}

const defaultTextLength = 200
const defaultLongTextLength = 20_000

/** Letters, marks, numbers and signs our document fonts have: European scripts, Japanese, punctuation and symbols of those. */
const unprintable =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Common}\p{Script=Inherited}]|\p{Extended_Pictographic}(?<![\u00A9\u00AE\u2122])/u
/** C0 and C1 controls, bidirectional overrides, private use: never printed, and reported so that nobody wonders. */
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uE000-\uF8FF]/u

function problem(path: string, code: AnswerProblem['code'], details: AnswerProblem['details'] = {}): AnswerProblem {
  return { path, code, details }
}

/** True when there is nothing to print: undefined, null, an empty text, or an object or list of nothing but such. */
export function isBlank(value: Json | undefined): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.length === 0
  if (typeof value === 'object') return Object.values(value).every((part) => isBlank(part))
  return false
}

/** Everything wrong with an answer to a question, in the order of its parts. A blank answer has no problems of its own: it is missing. */
export function answerProblems(question: Question, value: Json | undefined, languages: readonly Language[] = []): readonly AnswerProblem[] {
  return isBlank(value) || value === undefined ? [] : checkers(question, value, languages)
}

function checkers(question: Question, value: Json, languages: readonly Language[]): readonly AnswerProblem[] {
  switch (question.type) {
    case 'text':
    case 'longText':
      return textProblems(question, value, languages)
    case 'integer':
    case 'decimal':
    case 'percent':
      if (typeof value !== 'number' || !Number.isFinite(value) || (question.type === 'integer' && !Number.isInteger(value)))
        return [problem('', 'wrongType', { expected: question.type })]
      return rangeProblems('', value, question.min, question.max)
    case 'money':
      return moneyProblems(question, value)
    case 'date':
      return dateProblems(question, value)
    case 'duration':
      return shapeOr(durationSchema, value, 'duration', (duration) =>
        question.units.includes(duration.unit)
          ? rangeProblems('', duration.value, question.min, question.max)
          : [problem('', 'unknownOption', { option: duration.unit })],
      )
    case 'yesNo':
      return typeof value === 'boolean' ? [] : [problem('', 'wrongType', { expected: 'yesNo' })]
    case 'choice':
      return optionProblems(question.options, [value])
    case 'clause':
      return optionProblems(question.alternatives, [value])
    case 'multipleChoice':
      if (!Array.isArray(value)) return [problem('', 'wrongType', { expected: 'multipleChoice' })]
      return [...optionProblems(question.options, value), ...countProblems(value.length, question.minItems, question.maxItems)]
    case 'party':
      return shapeOr(partySchema, value, 'party', partyProblems)
    case 'person':
      return shapeOr(personSchema, value, 'person', (person) => (person.name.trim() === '' ? [problem('name', 'required')] : printable('', person.name)))
    case 'address':
      return shapeOr(addressSchema, value, 'address', () => [])
    case 'list':
    case 'table':
      return listProblems(question, value, languages)
  }
}

/** What a party must have before an agreement can name it and be signed: names, town, who represents it. */
function partyProblems(party: Party): readonly AnswerProblem[] {
  const required = (isMissing: boolean, path: string): readonly AnswerProblem[] => (isMissing ? [problem(path, 'required')] : [])
  const named = party.signatories.filter(({ name }) => name.trim() !== '')
  return [
    ...required(party.name.trim() === '', 'name'),
    ...required(party.shortName.trim() === '', 'shortName'),
    ...required(party.address.city.trim() === '', 'address.city'),
    ...required(formsWithGeneralPartner.includes(party.form) && party.generalPartner.trim() === '', 'generalPartner'),
    ...required(named.length === 0 || named.length < party.signatories.length || (party.signing === 'joint' && named.length < 2), 'signatories'),
    ...printable(
      '',
      Object.values(party)
        .filter((part) => typeof part === 'string')
        .join(' '),
    ),
  ]
}

function textProblems(question: Extract<Question, { type: 'text' | 'longText' }>, value: Json, languages: readonly Language[]): readonly AnswerProblem[] {
  const shape = translatedTextSchema.safeParse(value)
  if (!shape.success || (typeof shape.data !== 'string' && !question.translate)) return [problem('', 'wrongType', { expected: question.type })]
  const longest = question.maxLength ?? (question.type === 'text' ? defaultTextLength : defaultLongTextLength)
  const check = (path: string, text: string): readonly AnswerProblem[] => [
    ...(question.minLength !== undefined && text.trim().length < question.minLength
      ? [problem(path, 'tooShort', { minimum: question.minLength, actual: text.trim().length })]
      : []),
    ...(text.length > longest ? [problem(path, 'tooLong', { maximum: longest, actual: text.length })] : []),
    ...printable(path, text),
  ]
  const { data } = shape
  if (typeof data === 'string') return check('', data)
  const missing = languages.filter((language) => isBlank(data[language])).map((language) => problem(language, 'required'))
  return [...missing, ...Object.entries(data).flatMap(([language, text]) => (text === undefined || isBlank(text) ? [] : check(language, text)))]
}

function printable(path: string, text: string): readonly AnswerProblem[] {
  const found = unprintable.exec(text) ?? control.exec(text)
  return found
    ? [problem(path, 'unprintable', { character: found[0], code: `U+${(found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}` })]
    : []
}

function moneyProblems(question: Extract<Question, { type: 'money' }>, value: Json): readonly AnswerProblem[] {
  return shapeOr(moneySchema, value, 'money', (money) =>
    question.currencies.includes(money.currency)
      ? rangeProblems('', money.amount, question.min, question.max)
      : [problem('', 'unknownCurrency', { currency: money.currency })],
  )
}

function dateProblems(question: Extract<Question, { type: 'date' }>, value: Json): readonly AnswerProblem[] {
  const date = dateSchema.safeParse(value)
  if (!date.success) return [problem('', typeof value === 'string' ? 'notADate' : 'wrongType', { expected: 'date' })]
  if (question.min !== undefined && date.data < question.min) return [problem('', 'belowMinimum', { minimum: question.min })]
  if (question.max !== undefined && date.data > question.max) return [problem('', 'aboveMaximum', { maximum: question.max })]
  return []
}

function rangeProblems(path: string, value: number, min: number | undefined, max: number | undefined): readonly AnswerProblem[] {
  if (min !== undefined && value < min) return [problem(path, 'belowMinimum', { minimum: min })]
  if (max !== undefined && value > max) return [problem(path, 'aboveMaximum', { maximum: max })]
  return []
}

function countProblems(count: number, min: number | undefined, max: number | undefined): readonly AnswerProblem[] {
  if (min !== undefined && count < min) return [problem('', 'tooFewItems', { minimum: min, actual: count })]
  if (max !== undefined && count > max) return [problem('', 'tooManyItems', { maximum: max, actual: count })]
  return []
}

function optionProblems(options: readonly { readonly id: string }[], values: readonly Json[]): readonly AnswerProblem[] {
  return values.flatMap((value) => {
    if (typeof value !== 'string') return [problem('', 'wrongType', { expected: 'option' })]
    return options.some((option) => option.id === value) ? [] : [problem('', 'unknownOption', { option: value })]
  })
}

function listProblems(question: Extract<Question, { type: 'list' | 'table' }>, value: Json, languages: readonly Language[]): readonly AnswerProblem[] {
  if (!Array.isArray(value)) return [problem('', 'wrongType', { expected: 'list' })]
  const inItems = value.flatMap((item, index) => {
    if (item === null || typeof item !== 'object' || Array.isArray(item)) return [problem(String(index), 'wrongType', { expected: 'item' })]
    const unknown = Object.keys(item)
      .filter((key) => !question.fields.some((field) => field.id === key))
      .map((key) => problem(`${index}.${key}`, 'unknownOption', { option: key }))
    const fields = question.fields.flatMap((field) => {
      const part = item[field.id]
      if (isBlank(part)) return field.required && field.when === undefined && field.default === undefined ? [problem(`${index}.${field.id}`, 'required')] : []
      return answerProblems(field, part, languages).map((inner) => ({
        ...inner,
        path: [String(index), field.id, inner.path].filter((step) => step !== '').join('.'),
      }))
    })
    return [...unknown, ...fields]
  })
  return [...countProblems(value.length, question.minItems, question.maxItems), ...inItems]
}

function shapeOr<Shape>(schema: z.ZodType<Shape>, value: Json, expected: string, then: (shape: Shape) => readonly AnswerProblem[]): readonly AnswerProblem[] {
  const shape = schema.safeParse(value)
  return shape.success ? then(shape.data) : [problem(shape.error.issues[0]?.path.join('.') ?? '', 'wrongType', { expected })]
}

/** True when the answer cannot be printed at all: its shape is wrong. Other problems are reported but the answer still shows. */
export function isUnusable(problems: readonly AnswerProblem[]): boolean {
  return problems.some(
    ({ code, path }) => path === '' && (code === 'wrongType' || code === 'notADate' || code === 'unknownOption' || code === 'unknownCurrency'),
  )
}
