import { Liquid, type Template } from 'liquidjs'
import { AnswerDrop, answerText } from './answer-drop.ts'
import { durationSchema } from './answers.ts'
import { addDays, addDuration, addMonths, formatDate, formatEraDate, joinList, numberWord } from './format.ts'
import { documentWords } from './words.ts'

/** What an output tag leaves behind: an answer's words, an open blank, or words of the template's own. */
export type Fill =
  | { readonly kind: 'answer'; readonly text: string; readonly question: string }
  | { readonly kind: 'gap'; readonly text: string; readonly question: string }
  | { readonly kind: 'text'; readonly text: string }

const open = '\uE000'
const close = '\uE001'
/** Finds the markers that stand for fills in rendered text; the group is the index of the fill. */
export const fillPattern = /\uE000(\d+)\uE001/g

/** A printed form of an answer other than its usual one, made by a filter. */
class Printed extends AnswerDrop {
  readonly text: string

  constructor(source: AnswerDrop, text: string) {
    super(source.view)
    this.text = text
  }

  override valueOf(): unknown {
    return this.text
  }
}

const allowedTags = ['if', 'unless', 'case', 'for', 'assign', 'comment', 'break', 'continue', '#']

let sink: Fill[] = []

/** Makes the one Liquid engine: conditions, loops and our filters; no includes, no captures, no code. Every output becomes a marker. */
function makeEngine(): Liquid {
  const liquid = new Liquid({
    groupedExpressions: true,
    strictFilters: true,
    cache: false,
    // Templates also come from files of others: a loop over a thousand million is refused instead of filling the memory.
    memoryLimit: 10_000_000,
    renderLimit: 5000,
    outputEscape: (value: unknown) => {
      sink.push(toFill(value))
      return `${open}${sink.length - 1}${close}`
    },
  })
  for (const tag of Object.keys(liquid.tags)) if (!allowedTags.includes(tag)) delete liquid.tags[tag]
  for (const filter of Object.keys(liquid.filters)) if (!['default', 'raw'].includes(filter)) delete liquid.filters[filter]
  delete liquid.filters['raw']
  for (const [name, filter] of Object.entries(filters)) liquid.registerFilter(name, filter)
  return liquid
}

function toFill(value: unknown): Fill {
  if (value instanceof Printed) return { kind: 'answer', text: value.text, question: value.view.path }
  if (value instanceof AnswerDrop) {
    const text = answerText(value.view)
    if (text !== undefined) return { kind: 'answer', text, question: value.view.path }
    return value.view.isRequired ? { kind: 'gap', text: value.view.label, question: value.view.path } : { kind: 'text', text: '' }
  }
  return { kind: 'text', text: typeof value === 'string' || typeof value === 'number' ? String(value) : '' }
}

type Filter = (input: unknown, ...parameters: unknown[]) => unknown
const raw = (value: unknown): unknown => (value instanceof AnswerDrop ? value.valueOf() : value)
const isMissing = (value: unknown): boolean => raw(value) === undefined

function itemsOf(input: unknown): readonly AnswerDrop[] {
  const value = raw(input)
  return Array.isArray(value) ? value.filter((item) => item instanceof AnswerDrop) : []
}

/** The filters authors may use; `docs/authoring.md` lists them. A missing answer passes through, so that its gap is printed. */
const filters: Readonly<Record<string, Filter>> = {
  date: (input) => (input instanceof AnswerDrop && !isMissing(input) ? new Printed(input, formatDate(String(raw(input)), input.view.language)) : input),
  era: (input) => (input instanceof AnswerDrop && !isMissing(input) ? new Printed(input, formatEraDate(String(raw(input)), input.view.language)) : input),
  words: (input) =>
    input instanceof AnswerDrop && typeof raw(input) === 'number' ? new Printed(input, numberWord(Number(raw(input)), input.view.language)) : input,
  plural: (input, one, many) => {
    // A bare number (a count) has no language; Japanese counters follow it without a space.
    if (typeof input === 'number') return input === 1 ? one : `${input}${/^\p{Script=Han}/u.test(String(many)) ? '' : ' '}${String(many)}`
    if (!(input instanceof AnswerDrop) || typeof raw(input) !== 'number') return input
    const count = Number(raw(input))
    if (count === 1) return new Printed(input, String(one))
    const word = numberWord(count, input.view.language)
    return new Printed(input, input.view.language === 'ja' ? `${word}${String(many)}` : `${word} ${String(many)}`)
  },
  addMonths: (input, count) => shifted(input, count, addMonths),
  addDays: (input, count) => shifted(input, count, addDays),
  list: (input, field, lastWord) => {
    if (!(input instanceof AnswerDrop) || isMissing(input)) return input
    const { language } = input.view
    const parts = itemsOf(input).map((item) => (typeof field === 'string' && field !== '' ? item.part(field) : item))
    const words = parts.map((part) => answerText(part.view)).filter((text) => text !== undefined)
    return words.length === 0
      ? new AnswerDrop({ ...input.view, value: undefined })
      : new Printed(input, joinList(words, typeof lastWord === 'string' ? lastWord : documentWords[language].and, language))
  },
  any: (input, field, expected) => itemsOf(input).some((item) => matches(item.part(String(field)), expected)),
  all: (input, field, expected) => itemsOf(input).every((item) => matches(item.part(String(field)), expected)),
  where: (input, field, expected) => itemsOf(input).filter((item) => matches(item.part(String(field)), expected)),
  sum: (input, field) => itemsOf(input).reduce((total, item) => total + numeric(item.part(String(field)).view.value), 0),
  size: (input) => {
    const value = raw(input)
    return Array.isArray(value) || typeof value === 'string' ? value.length : 0
  },
}

function matches(part: AnswerDrop, expected: unknown): boolean {
  const value = part.view.value
  if (expected === undefined) return value !== undefined && value !== null && value !== false
  return Array.isArray(value) ? value.some((item) => item === expected) : value === raw(expected)
}

function numeric(value: unknown): number {
  if (typeof value === 'number') return value
  const amount = typeof value === 'object' && value !== null && 'amount' in value ? value.amount : undefined
  return typeof amount === 'number' ? amount : 0
}

function shifted(input: unknown, count: unknown, shift: (iso: string, count: number) => string): unknown {
  if (!(input instanceof AnswerDrop) || isMissing(input)) return input
  if (count instanceof AnswerDrop && isMissing(count)) return count
  const iso = String(raw(input))
  const duration = durationSchema.safeParse(raw(count))
  const value = duration.success ? addDuration(iso, duration.data) : shift(iso, Number(raw(count)))
  return new AnswerDrop({ ...input.view, question: undefined, value })
}

const engine = makeEngine()

/** A parsed piece of Liquid. */
export type LiquidTemplate = readonly Template[]

/** Parses Liquid. Throws a LiquidJS ParseError with line and column. */
export function parseLiquid(source: string): LiquidTemplate {
  return engine.parse(source)
}

/** Renders to text with markers and the fills they stand for. */
export function renderLiquid(template: LiquidTemplate, scope: Readonly<Record<string, unknown>>): { readonly text: string; readonly fills: readonly Fill[] } {
  sink = []
  const text: unknown = engine.renderSync([...template], scope)
  const fills = sink
  sink = []
  return { text: String(text), fills }
}

/** Names of the variables a piece of Liquid uses, with their lines: "company.country" → ["company", "country"]. */
export function liquidVariables(source: string): readonly (readonly string[])[] {
  return engine.globalVariableSegmentsSync(source).map((segments) => segments.map((segment) => (Array.isArray(segment) ? segment.join('.') : String(segment))))
}

/** A yes-or-no expression over answers. */
export type Condition = {
  readonly source: string
  readonly isTrue: (scope: Readonly<Record<string, unknown>>) => boolean
  readonly variables: readonly (readonly string[])[]
}

/**
 * Compiles a condition. It remembers its last result and is worked out again only when an answer it names has changed, because every key press
 * asks all conditions of a template. Throws a LiquidJS ParseError when it cannot be read.
 */
export function compileCondition(source: string): Condition {
  if (/[{}]/.test(source)) throw new Error('a condition is an expression without braces')
  const text = `{% if ${source} %}1{% endif %}`
  const template = engine.parse(text)
  const variables = liquidVariables(text)
  const names = [...new Set(variables.flatMap(([name]) => name ?? []))]
  let last: { readonly values: readonly unknown[]; readonly result: boolean } | undefined
  const isTrue = (scope: Readonly<Record<string, unknown>>): boolean => {
    const values = names.map((name) => comparable(scope[name]))
    if (last?.values.every((value, index) => value === values[index]) !== true) last = { values, result: String(engine.renderSync(template, scope)) === '1' }
    return last.result
  }
  return { source, variables, isTrue }
}

const comparable = (value: unknown): unknown => (value instanceof AnswerDrop ? value.view.value : value)

/** Fills the blanks of a short text and returns plain words; open blanks read as `gap`. */
export function renderPlain(template: LiquidTemplate, scope: Readonly<Record<string, unknown>>, gap: (fill: Fill) => string): string {
  const { text, fills } = renderLiquid(template, scope)
  return text.replace(fillPattern, (_, index: string) => {
    const fill = fills[Number(index)]
    return fill === undefined ? '' : fill.kind === 'gap' ? gap(fill) : fill.text
  })
}
