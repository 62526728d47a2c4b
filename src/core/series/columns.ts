import { partyForms, partyKinds } from '../../engine/answers.ts'
import { languages } from '../../engine/language.ts'
import type { Question } from '../../engine/template.ts'
import { nearest } from '../content/nearest.ts'
import { columnMessage, type ColumnProblem } from './problems.ts'

/** How the text of a cell becomes a value. */
export type CellType =
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'text' }
  /** Kept in half width: postal codes, register numbers, e-mail addresses; of telephone numbers a + at the beginning is no formula. */
  | { readonly kind: 'code' }
  | { readonly kind: 'phone' }
  | { readonly kind: 'country' }
  | { readonly kind: 'oneOf'; readonly values: readonly string[] }

/** A column of a table: where in the answers its cells go. The path begins with the question id; numbers count entries of a list from 0. */
export type AnswerColumn = {
  readonly kind: 'answer'
  readonly header: string
  readonly path: readonly [string, ...(string | number)[]]
  readonly type: CellType
}
/** The reserved column that names the files of a row. */
export type FileColumn = { readonly kind: 'file'; readonly header: typeof fileHeader }
export type Column = AnswerColumn | FileColumn

/** The header of the reserved column. No question can have this id where it matters: a question called so is reached by no table. */
export const fileHeader = 'file'

/** More entries than anybody puts beside each other into one row. */
const maximumEntries = 100
/** Suggestions compare with every possible column; a table of nothing but wrong columns needs no more than these. */
const maximumProblems = 20

const text = { kind: 'text' } as const satisfies CellType
const code = { kind: 'code' } as const satisfies CellType
const country = { kind: 'country' } as const satisfies CellType

const addressParts: Readonly<Record<string, CellType>> = { street: text, postalCode: code, city: text, region: text, country }
const personParts: Readonly<Record<string, CellType>> = { name: text, function: text, organisation: text, email: code, phone: { kind: 'phone' } }
const partyParts: Readonly<Record<string, CellType>> = {
  name: text,
  form: { kind: 'oneOf', values: partyForms },
  kind: { kind: 'oneOf', values: partyKinds },
  country,
  shortName: text,
  register: code,
  registerCourt: text,
  generalPartner: text,
  signing: { kind: 'oneOf', values: ['single', 'joint'] },
}
const signatoryParts: Readonly<Record<string, CellType>> = { name: text, function: text }

/** Finds the place of every header, or says what is wrong with it. */
export function resolveColumns(
  questions: ReadonlyMap<string, Question>,
  header: readonly string[],
): { readonly columns: readonly Column[]; readonly problems: readonly ColumnProblem[] } {
  const problems: ColumnProblem[] = []
  const columns: Column[] = []
  const taken = new Map<string, string>()
  for (const [index, name] of header.entries()) {
    const found = resolveColumn(questions, name)
    if (name === '') problems.push({ column: '', message: columnMessage('empty', { number: index + 1 }) })
    else if (taken.get(name) === name) problems.push({ column: name, message: columnMessage('twice') })
    else if (taken.has(name)) problems.push({ column: name, message: columnMessage('overlaps', { column: taken.get(name) ?? '' }) })
    else if (found === undefined)
      problems.push(problems.length < maximumProblems ? unknownColumn(questions, name) : { column: name, message: columnMessage('unknown') })
    else columns.push(found)
    for (const prefix of prefixes(name)) if (!taken.has(prefix) || prefix === name) taken.set(prefix, name)
    // A whole answer and a part of it exclude each other, whichever comes first.
    const whole = prefixes(name).find((prefix) => prefix !== name && taken.get(prefix) === prefix)
    if (found !== undefined && whole !== undefined) problems.push({ column: name, message: columnMessage('overlaps', { column: whole }) })
  }
  const rest = problems.length - maximumProblems
  return { columns, problems: rest <= 0 ? problems : [...problems.slice(0, maximumProblems), { column: '', message: columnMessage('more', { count: rest }) }] }
}

function prefixes(name: string): readonly string[] {
  const parts = name.split('.')
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'))
}

function unknownColumn(questions: ReadonlyMap<string, Question>, name: string): ColumnProblem {
  const question = questions.get(name)
  if (question !== undefined) return { column: name, message: columnMessage('needsPart', { column: possibleColumns(question, 1)[0] ?? name }) }
  const near = nearest(name, [fileHeader, ...[...questions.values()].flatMap((one) => possibleColumns(one, 3))])
  return { column: name, message: near === undefined ? columnMessage('unknown') : columnMessage('meant', { column: near }) }
}

/** The column of a header, or undefined when no answer has this place. */
export function resolveColumn(questions: ReadonlyMap<string, Question>, header: string): Column | undefined {
  if (header === fileHeader) return { kind: 'file', header: fileHeader }
  const [id = '', ...parts] = header.split('.')
  const question = questions.get(id)
  const found = question === undefined ? undefined : placeIn(question, parts)
  return found === undefined ? undefined : { kind: 'answer', header, path: [id, ...found.path], type: found.type }
}

type Place = { readonly path: readonly (string | number)[]; readonly type: CellType }

function placeIn(question: Question, parts: readonly string[]): Place | undefined {
  const [first, ...others] = parts
  switch (question.type) {
    case 'party':
      return partyPlace(parts)
    case 'person':
      return partOf(personParts, parts)
    case 'address':
      return partOf(addressParts, parts)
    case 'list':
    case 'table': {
      const [fieldId, ...inner] = others
      const field = question.fields.find(({ id }) => id === fieldId)
      return entryPlace(first, fieldId, field === undefined ? undefined : placeIn(field, inner))
    }
    case 'text':
    case 'longText':
      if (first === undefined) return { path: [], type: { kind: 'question', question } }
      return question.translate && others.length === 0 && languages.some((language) => language === first)
        ? { path: [first], type: { kind: 'question', question } }
        : undefined
    default:
      return first === undefined ? { path: [], type: { kind: 'question', question } } : undefined
  }
}

function partyPlace([first, ...others]: readonly string[]): Place | undefined {
  if (first === 'address') return within(first, partOf(addressParts, others))
  if (first === 'contact') return within(first, partOf(personParts, others))
  if (first === 'signatories')
    return within(first, entryPlace(others[0], others[1], others.length === 2 ? partOf(signatoryParts, others.slice(1)) : undefined, true))
  return partOf(partyParts, first === undefined ? [] : [first, ...others])
}

/** A place inside entry `index` of a list. `isWhole` says that the place found names the field already. */
function entryPlace(index: string | undefined, field: string | undefined, inner: Place | undefined, isWhole = false): Place | undefined {
  if (index === undefined || field === undefined || inner === undefined || !/^(?:0|[1-9]\d{0,2})$/u.test(index) || Number(index) >= maximumEntries)
    return undefined
  return { path: [Number(index), ...(isWhole ? [] : [field]), ...inner.path], type: inner.type }
}

function partOf(known: Readonly<Record<string, CellType>>, parts: readonly string[]): Place | undefined {
  const [name, ...others] = parts
  if (name === undefined || others.length > 0 || !Object.hasOwn(known, name)) return undefined
  const type = known[name]
  return type === undefined ? undefined : { path: [name], type }
}

function within(name: string, inner: Place | undefined): Place | undefined {
  return inner === undefined ? undefined : { path: [name, ...inner.path], type: inner.type }
}

/** Every column a question can have, lists with as many entries as asked for. */
export function possibleColumns(question: Question, entries: number): readonly string[] {
  const counted = Array.from({ length: entries }, (_, index) => index)
  const below = (parts: Readonly<Record<string, CellType>>, prefix: string): readonly string[] => Object.keys(parts).map((part) => `${prefix}.${part}`)
  switch (question.type) {
    case 'party':
      return [
        ...below(partyParts, question.id),
        ...below(addressParts, `${question.id}.address`),
        ...counted.flatMap((index) => below(signatoryParts, `${question.id}.signatories.${index}`)),
        ...below(personParts, `${question.id}.contact`),
      ]
    case 'person':
      return below(personParts, question.id)
    case 'address':
      return below(addressParts, question.id)
    case 'list':
    case 'table':
      return counted.flatMap((index) =>
        question.fields.flatMap((field) => possibleColumns(field, entries).map((column) => `${question.id}.${index}.${column}`)),
      )
    case 'text':
    case 'longText':
      return question.translate ? [question.id, ...languages.map((language) => `${question.id}.${language}`)] : [question.id]
    default:
      return [question.id]
  }
}
