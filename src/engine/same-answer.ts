import type { Json } from './answers.ts'

/** Whether two answers say the same. The order in which a form wrote the parts of an answer, and parts left empty, are no difference. */
export function sameAnswer(one: Json | undefined, other: Json | undefined): boolean {
  return canonicalAnswer(one) === canonicalAnswer(other)
}

/** An answer as JSON with sorted keys and without empty texts. */
export function canonicalAnswer(value: Json | undefined): string {
  if (value === null || value === undefined || typeof value !== 'object') return JSON.stringify(value) ?? ''
  if (Array.isArray(value)) return `[${value.map(canonicalAnswer).join()}]`
  return `{${Object.entries(value)
    .filter(([, part]) => part !== '')
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, part]) => `${key}:${canonicalAnswer(part)}`)
    .join()}}`
}
