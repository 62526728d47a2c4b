import { Drop } from 'liquidjs'
import { type Json, addressSchema, durationSchema, moneySchema, partySchema, translatedTextSchema } from './answers.ts'
import { formatAddress, formatDate, formatDuration, formatMoney, formatNumber, joinList } from './format.ts'
import { type Language, localize } from './language.ts'
import type { Question } from './template.ts'
import { documentWords } from './words.ts'

/** How an answer is seen inside a text: its question (if any), where it stands, and the language it is printed in. */
export type AnswerView = {
  readonly question: Question | undefined
  /** "work_packages.0.title" */
  readonly path: string
  readonly value: Json | undefined
  readonly language: Language
  /** What an open blank is called. */
  readonly label: string
  /** Required answers that are missing print as gaps, others as nothing. */
  readonly isRequired: boolean
}

/**
 * An answer as Liquid sees it. It compares by its raw value, gives access to its parts, and prints through `answerText`, so that every printed
 * word keeps the path of its question. A class because Liquid recognises such values by its own base class.
 */
export class AnswerDrop extends Drop {
  readonly view: AnswerView

  constructor(view: AnswerView) {
    super()
    this.view = view
  }

  override valueOf(): unknown {
    const { value } = this.view
    if (value === null || value === undefined) return undefined
    if (Array.isArray(value)) return value.map((_, index) => this.part(String(index)))
    return value
  }

  override liquidMethodMissing(key: string | number): unknown {
    const { value, question, language } = this.view
    const name = String(key)
    if (Array.isArray(value)) {
      if (name === 'size') return value.length
      if (name === 'first') return this.part('0')
      if (name === 'last') return this.part(String(value.length - 1))
      return this.part(name)
    }
    if (question?.type === 'text' || question?.type === 'longText') return name === language ? this : undefined
    return this.part(name)
  }

  part(name: string): AnswerDrop {
    const { value, question, path, language, label, isRequired } = this.view
    const inner = value !== null && typeof value === 'object' ? (Array.isArray(value) ? value[Number(name)] : value[name]) : undefined
    const field = fieldOf(question, name, path)
    return new AnswerDrop({
      question: field,
      path: `${path}.${name}`,
      value: inner === '' ? undefined : inner,
      language,
      label: field ? gapLabel(field, language) : label,
      isRequired: field ? field.required : isRequired,
    })
  }
}

/**
 * What an open blank is called in the document: the name the author gave it, else the label. A label that is itself a question would read badly
 * in a sentence and gives way to "open"; where a whole clause is open the question is added.
 */
export function gapLabel(question: Question, language: Language): string {
  if (question.gap) return localize(question.gap, language)
  const label = localize(question.label, language)
  // A Japanese question ends in か, with or without a full stop or a question mark.
  if (!/[?？]$|か。?$/u.test(label)) return label
  const { gap } = documentWords[language]
  return question.type === 'clause' ? `${gap}${language === 'ja' ? '：' : ': '}${label}` : gap
}

/** The question of a part: an item of a list keeps the list's question, its fields have their own, other parts have none. */
function fieldOf(question: Question | undefined, name: string, path: string): Question | undefined {
  if (question?.type !== 'list' && question?.type !== 'table') return undefined
  const isItem = /^\d+$/.test(name)
  if (isItem) return { ...question, required: false }
  return /\.\d+$/.test(path) ? question.fields.find((field) => field.id === name) : undefined
}

/** The printed form of an answer, or undefined when there is nothing to print. */
export function answerText(view: AnswerView): string | undefined {
  const { question, value, language } = view
  if (value === undefined || value === null || value === '') return undefined
  if (!question) return looseText(value, language)
  switch (question.type) {
    case 'text':
    case 'longText': {
      const text = translatedTextSchema.safeParse(value)
      if (!text.success) return undefined
      if (typeof text.data === 'string') return text.data
      return text.data[language] || undefined
    }
    case 'integer':
    case 'decimal':
      return typeof value === 'number' ? formatNumber(value, language) : undefined
    case 'percent':
      return typeof value === 'number' ? (language === 'ja' ? `${formatNumber(value, language)}%` : `${formatNumber(value, language)} %`) : undefined
    case 'money': {
      const money = moneySchema.safeParse(value)
      return money.success ? formatMoney(money.data, language) : undefined
    }
    case 'date':
      return typeof value === 'string' ? formatDate(value, language) : undefined
    case 'duration': {
      const duration = durationSchema.safeParse(value)
      return duration.success ? formatDuration(duration.data, language) : undefined
    }
    case 'yesNo':
      return typeof value === 'boolean' ? yesNoWords[language][value ? 0 : 1] : undefined
    case 'choice': {
      const option = question.options.find(({ id }) => id === value)
      return option && localize(option.inText ?? option.label, language)
    }
    case 'clause': {
      const alternative = question.alternatives.find(({ id }) => id === value)
      return alternative && localize(alternative.label, language)
    }
    case 'multipleChoice':
      if (!Array.isArray(value)) return undefined
      return joinList(
        question.options.filter(({ id }) => value.includes(id)).map((option) => localize(option.inText ?? option.label, language)),
        documentWords[language].and,
        language,
      )
    case 'party': {
      const party = partySchema.safeParse(value)
      return party.success ? party.data.shortName || party.data.name || undefined : undefined
    }
    case 'person':
    case 'address':
    case 'list':
    case 'table':
      return looseText(value, language)
  }
}

const yesNoWords: Readonly<Record<Language, readonly [string, string]>> = { de: ['ja', 'nein'], en: ['yes', 'no'], ja: ['はい', 'いいえ'] }

/** Parts that have no question of their own: fields of parties, addresses and persons, items of lists. */
function looseText(value: Json, language: Language): string | undefined {
  if (value === null) return undefined
  if (typeof value === 'string') return value === '' ? undefined : /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value, language) : value
  if (typeof value === 'number') return formatNumber(value, language)
  if (typeof value === 'boolean') return yesNoWords[language][value ? 0 : 1]
  if (Array.isArray(value))
    return (
      joinList(
        value.flatMap((item) => looseText(item, language) ?? []),
        documentWords[language].and,
        language,
      ) || undefined
    )
  if ('street' in value && 'city' in value) {
    const address = addressSchema.safeParse(value)
    return address.success ? formatAddress(address.data, language) || undefined : undefined
  }
  return typeof value['name'] === 'string' ? value['name'] || undefined : undefined
}
