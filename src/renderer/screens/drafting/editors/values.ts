import type { Json } from '../../../../engine/answers.ts'

export type Fields = { readonly [name: string]: Json }

/** The parts of an answer that is a group of fields; nothing when it is something else. */
export function fieldsOf(value: Json | undefined): Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {}
}

/** The items of an answer that is a list. */
export function itemsOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}

export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

/** A word chosen from a list, nothing while none is. */
export function choiceOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function numberOf(value: Json | undefined): number | string | undefined {
  return typeof value === 'number' || (typeof value === 'string' && value !== '') ? value : undefined
}

/** Changes one field of a group; an absent value takes the field away. */
export function withField(fields: Fields, name: string, value: Json | undefined): Fields {
  const { [name]: _, ...others } = fields
  return value === undefined ? others : { ...fields, [name]: value }
}

/** Writes a code in its usual form once its field is left; while somebody types, an input method must not be disturbed. */
export function tidy(typed: string, form: (text: string) => string, write: (text: string) => void): void {
  const next = form(typed)
  if (next !== typed) write(next)
}
