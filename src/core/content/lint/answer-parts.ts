import { addressSchema, durationUnits, partyForms, partyKinds, partySchema, personSchema } from '../../../engine/answers.ts'
import type { Question } from '../../../engine/template.ts'

/** What a step into an answer leads to: a question (field of an item), a part with known values, or nothing that exists. */
export type Part = {
  readonly question?: Question
  readonly values?: readonly string[]
  readonly type: 'question' | 'text' | 'number' | 'list' | 'group'
  readonly inner?: readonly string[]
}

const partyParts = Object.keys(partySchema.shape)
const addressParts = Object.keys(addressSchema.shape)
const personParts = Object.keys(personSchema.shape)
const itemParts = ['first', 'last', 'size']

/** The parts an answer to a question has, for messages; undefined when it has none. */
export function partNames(question: Question): readonly string[] | undefined {
  switch (question.type) {
    case 'party':
      return partyParts
    case 'address':
      return addressParts
    case 'person':
      return personParts
    case 'money':
      return ['amount', 'currency']
    case 'duration':
      return ['value', 'unit']
    case 'text':
    case 'longText':
      return question.translate ? ['de', 'en', 'ja'] : []
    case 'list':
    case 'table':
    case 'multipleChoice':
      return itemParts
    default:
      return []
  }
}

/** Follows the steps behind the name of a question. Undefined when a step leads nowhere, with the names that would. */
export function partAt(question: Question, steps: readonly string[]): { readonly part: Part | undefined; readonly names: readonly string[] } {
  const [step, ...rest] = steps
  if (step === undefined) return { part: { type: 'question', question }, names: [] }
  const names = partNames(question) ?? []
  const found = (part: Part): { readonly part: Part; readonly names: readonly string[] } => ({ part, names })
  if (question.type === 'list' || question.type === 'table') {
    if (step === 'size') return found({ type: 'number' })
    if (step !== 'first' && step !== 'last' && !/^\d+$/.test(step)) return { part: undefined, names }
    return itemPart(question, rest)
  }
  if (question.type === 'multipleChoice' && step === 'size') return found({ type: 'number' })
  if (!names.includes(step)) return { part: undefined, names }
  if (question.type === 'party') return partyPart(step, rest)
  if (question.type === 'money') return found(step === 'amount' ? { type: 'number' } : { type: 'text', values: question.currencies })
  if (question.type === 'duration') return found(step === 'value' ? { type: 'number' } : { type: 'text', values: durationUnits })
  return found({ type: 'text' })
}

/** The same within an item of a list, where the first step names a field. */
export function itemPart(list: Question, steps: readonly string[]): { readonly part: Part | undefined; readonly names: readonly string[] } {
  if (list.type !== 'list' && list.type !== 'table') return { part: undefined, names: [] }
  const [step, ...rest] = steps
  if (step === undefined) return { part: { type: 'group' }, names: [] }
  const field = list.fields.find(({ id }) => id === step)
  return field === undefined ? { part: undefined, names: list.fields.map(({ id }) => id) } : partAt(field, rest)
}

function partyPart(step: string, rest: readonly string[]): { readonly part: Part | undefined; readonly names: readonly string[] } {
  const leaf = (part: Part): { readonly part: Part | undefined; readonly names: readonly string[] } => ({
    part: rest.length === 0 ? part : undefined,
    names: [],
  })
  if (step === 'address')
    return rest.length === 0
      ? { part: { type: 'group', inner: addressParts }, names: [] }
      : { part: addressParts.includes(rest[0] ?? '') ? { type: 'text' } : undefined, names: addressParts }
  if (step === 'contact')
    return rest.length === 0
      ? { part: { type: 'group', inner: personParts }, names: [] }
      : { part: personParts.includes(rest[0] ?? '') ? { type: 'text' } : undefined, names: personParts }
  if (step === 'signatories') {
    const [inner] = rest
    if (inner === undefined) return { part: { type: 'list' }, names: [] }
    return inner === 'size'
      ? { part: { type: 'number' }, names: [] }
      : { part: ['first', 'last'].includes(inner) || /^\d+$/.test(inner) ? { type: 'text' } : undefined, names: itemParts }
  }
  if (step === 'form') return leaf({ type: 'text', values: partyForms })
  if (step === 'kind') return leaf({ type: 'text', values: partyKinds })
  if (step === 'signing') return leaf({ type: 'text', values: ['single', 'joint'] })
  return leaf({ type: 'text' })
}
