import { AnswerDrop } from './answer-drop.ts'
import { type Json, type Party, partySchema } from './answers.ts'
import type { Question } from './template.ts'

/** A party of a document: the role it has, where its answer stands ("company", "members.0.party"), and what is known of it. */
export type RoleParty = { readonly role: string; readonly path: string; readonly party: Party }

/** The field that holds the party in every item, where a role is a list of parties. */
export function partyField(question: Question | undefined): string | undefined {
  if (question?.type !== 'list' && question?.type !== 'table') return undefined
  const [field, ...others] = question.fields.filter(({ type }) => type === 'party')
  return others.length === 0 ? field?.id : undefined
}

/**
 * The parties that have a role: one for a question of type party, all for a list of them. A list still too short is topped up with blank parties to
 * as many as it needs, so that the document shows who is missing.
 */
export function partiesOfRole(role: string, scope: Readonly<Record<string, unknown>>): readonly RoleParty[] {
  const drop = scope[role]
  if (!(drop instanceof AnswerDrop)) return [{ role, path: role, party: partyIn(undefined) }]
  const { question, value, isRequired } = drop.view
  if (question?.type !== 'list' && question?.type !== 'table') return [{ role, path: role, party: partyIn(value) }]
  const field = partyField(question) ?? ''
  const items = Array.isArray(value) ? value : []
  const needed = isRequired ? Math.max(1, question.minItems ?? 1) : 0
  return Array.from({ length: Math.max(items.length, needed) }, (_, index) => ({
    role,
    path: `${role}.${index}.${field}`,
    party: partyIn(partIn(items[index], field)),
  }))
}

/** The parties an answer to the question of a role holds, also those whose shape is wrong elsewhere. */
export function partiesInAnswer(question: Question | undefined, value: Json | undefined): readonly Party[] {
  const field = partyField(question)
  const values = field === undefined ? [value] : Array.isArray(value) ? value.map((item) => partIn(item, field)) : []
  return values.flatMap((candidate) => {
    const party = partySchema.safeParse(candidate)
    return party.success ? [party.data] : []
  })
}

function partIn(item: Json | undefined, field: string): Json | undefined {
  return item !== null && typeof item === 'object' && !Array.isArray(item) ? item[field] : undefined
}

function partyIn(value: Json | undefined): Party {
  const shape = partySchema.safeParse(value ?? {})
  return shape.success ? shape.data : partySchema.parse({})
}
