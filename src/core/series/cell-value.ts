import type { Json } from '../../engine/answers.ts'
import { currencyDigits } from '../../engine/format.ts'
import { halfWidth } from '../../engine/half-width.ts'
import type { Localized } from '../../engine/language.ts'
import type { Question } from '../../engine/template.ts'
import { nearest } from '../content/nearest.ts'
import { readDate, readDuration } from './cell-time.ts'
import type { CellType } from './columns.ts'
import { readNumber } from './number-text.ts'
import { problemMessage } from './problems.ts'

/** What a cell says: an answer, or why it says nothing that can be used. */
export type CellValue = { readonly kind: 'value'; readonly value: Json } | { readonly kind: 'problem'; readonly message: Localized }
type Problem = Parameters<typeof problemMessage>

const value = (answer: Json): CellValue => ({ kind: 'value', value: answer })
const problem = (...parts: Problem): CellValue => ({ kind: 'problem', message: problemMessage(...parts) })

/** Numbers may have as many decimal places as a JavaScript number keeps. */
const anyDecimals = 12

/** Reads the text of a cell, which is not blank, as its column asks. */
export function cellValue(type: CellType, text: string): CellValue {
  switch (type.kind) {
    case 'text':
      return value(text)
    case 'code':
    case 'phone':
      return value(halfWidth(text))
    case 'country':
      return /^[A-Za-z]{2}$/u.test(halfWidth(text)) ? value(halfWidth(text).toUpperCase()) : problem('notACountry')
    case 'oneOf':
      return option(
        type.values.map((id) => ({ id, names: [] })),
        text,
      )
    case 'question':
      return answer(type.question, text)
  }
}

function answer(question: Question, text: string): CellValue {
  switch (question.type) {
    case 'integer':
      return numeric(text, 0)
    case 'decimal':
      return numeric(text, anyDecimals)
    case 'percent':
      return numeric(text.replace(/\s*[%％]\s*$/u, ''), anyDecimals)
    case 'money':
      return money(question.currencies, text)
    case 'date':
      return date(text)
    case 'duration': {
      const duration = readDuration(text)
      return duration === undefined ? problem('notADuration') : value(duration)
    }
    case 'yesNo': {
      const said = yesNo.get(fold(text))
      return said === undefined ? problem('notYesNo') : value(said)
    }
    case 'choice':
      return option(question.options.map(named), text)
    case 'clause':
      return option(question.alternatives.map(named), text)
    case 'multipleChoice':
      return several(question.options.map(named), text)
    default:
      return value(text)
  }
}

/** Words of the spreadsheets' own true and false included. */
const yesNo: ReadonlyMap<string, boolean> = new Map(
  [
    ['ja', 'nein'],
    ['yes', 'no'],
    ['true', 'false'],
    ['wahr', 'falsch'],
    ['1', '0'],
    ['はい', 'いいえ'],
  ].flatMap(([yes = '', no = '']) => [[yes, true] as const, [no, false] as const]),
)

function numeric(text: string, decimals: number): CellValue {
  const read = readNumber(text, decimals)
  if (read.kind === 'number') return value(read.value)
  return problem(read.kind === 'ambiguous' ? 'ambiguousNumber' : 'notANumber')
}

const signs: Readonly<Record<string, string>> = { '€': 'EUR', '¥': 'JPY', 円: 'JPY' }

/** "100.000,00 EUR", "EUR 100,000", "€ 5"; the currency may be left out when only one is offered. */
function money(currencies: readonly string[], text: string): CellValue {
  const match = /^(?:金)?(?<before>[A-Za-z]{3}|[€¥])?\s*(?<amount>[+\-\u2212]?\s?[\d.,'\u2019\s]+?)\s*(?<after>[A-Za-z]{3}|€|円)?$/u.exec(halfWidth(text))
  const { before, amount = '', after } = match?.groups ?? {}
  if (match === null || (before !== undefined && after !== undefined)) return problem('notMoney')
  const given = before ?? after
  const [only, ...others] = currencies
  const currency = given === undefined ? (others.length === 0 ? only : undefined) : (signs[given] ?? given.toUpperCase())
  if (currency === undefined) return problem('currencyMissing', { currencies: currencies.join(', ') })
  const digits = currencyDigits(currency)
  const read = readNumber(amount, digits)
  // Rounding takes away what binary fractions add: 0.29 * 100 is 28.999999999999996.
  return read.kind === 'number' && Number.isSafeInteger(Math.round(read.value * 10 ** digits))
    ? value({ amount: Math.round(read.value * 10 ** digits), currency })
    : problem('notMoney')
}

function date(text: string): CellValue {
  const read = readDate(text)
  if (read === 'ambiguous') return problem('ambiguousDate')
  return read === undefined ? problem('notADate') : value(read.day)
}

type Option = { readonly id: string; readonly names: readonly string[] }

/** An option by its id and by its label in every language. A label with a blank in it reads differently in every draft, so it is no name. */
function named({ id, label }: { readonly id: string; readonly label: Localized }): Option {
  return { id, names: Object.values(label).flatMap((name) => (name === undefined || name.includes('{') ? [] : [name])) }
}

function option(options: readonly Option[], text: string): CellValue {
  const wanted = fold(text)
  const byId = options.filter(({ id }) => fold(id) === wanted)
  const found = byId.length > 0 ? byId : options.filter(({ names }) => names.some((name) => fold(name) === wanted))
  const [only, ...others] = found
  if (only !== undefined) return others.length === 0 ? value(only.id) : problem('ambiguousOption', { options: found.map(({ id }) => id).join(', ') })
  const near = nearest(
    text.trim().slice(0, 80),
    options.flatMap(({ id, names }) => [id, ...names]),
  )
  return near === undefined ? problem('unknownOption', { options: options.map(({ id }) => id).join(', ') }) : problem('meantOption', { option: near })
}

/** Several options, divided by "|". */
function several(options: readonly Option[], text: string): CellValue {
  const parts = text.split('|').filter((part) => part.trim() !== '')
  const read = parts.map((part) => option(options, part))
  const wrong = read.find((part) => part.kind === 'problem')
  if (wrong !== undefined) return wrong
  const ids = read.flatMap((part) => (part.kind === 'value' ? [part.value] : []))
  return new Set(ids).size === ids.length ? value(ids) : problem('repeatedOption')
}

function fold(text: string): string {
  return text.normalize('NFKC').trim().replaceAll(/\s+/gu, ' ').toLowerCase()
}
