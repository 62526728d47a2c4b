import { z } from 'zod'
import { languageSchema } from './language.ts'

/** Any JSON value: what an answer may be before it is checked against its question. */
export const jsonSchema = z.json()
export type Json = z.infer<typeof jsonSchema>

/**
 * Answers of a draft by question id. A missing key means "not answered" (the default counts), `null` means "left open on purpose".
 * Values may be of a wrong shape: they are kept as typed and reported, never dropped.
 */
export type Answers = { readonly [question: string]: Json }
export const answersSchema = z.record(z.string(), jsonSchema)

/** A text that is the same in all languages, or one per language of the document. */
export const translatedTextSchema = z.union([z.string(), z.partialRecord(languageSchema, z.string())])

/** Money in minor units of the currency (EUR cents; yen have none). */
export const moneySchema = z.object({ amount: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) })
export type Money = z.infer<typeof moneySchema>

export const durationUnits = ['days', 'weeks', 'months', 'years'] as const
export const durationSchema = z.object({ value: z.int().positive(), unit: z.enum(durationUnits) })
export type Duration = z.infer<typeof durationSchema>

/** A calendar day, ISO 8601. */
export const dateSchema = z.iso.date()

const line = z.string().max(300)

export const addressSchema = z.object({
  street: line.default(''),
  postalCode: line.default(''),
  city: line.default(''),
  region: line.default(''),
  /** ISO 3166-1 alpha-2, or empty as long as unknown. */
  country: z.union([z.literal(''), z.string().regex(/^[A-Z]{2}$/)]).default(''),
})
export type Address = z.infer<typeof addressSchema>

export const personSchema = z.object({
  name: line.default(''),
  function: line.default(''),
  organisation: line.default(''),
  email: line.default(''),
  phone: line.default(''),
})

export const partyForms = [
  'GmbH',
  'UG',
  'AG',
  'SE',
  'KG',
  'GmbH & Co. KG',
  'KGaA',
  'e.V.',
  'gGmbH',
  'Stiftung',
  'KdöR',
  'KK',
  'GK',
  'shadan',
  'zaidan',
  'university-jp',
  'other',
] as const
/** Forms that act through a general partner. */
export const formsWithGeneralPartner: readonly string[] = ['KG', 'GmbH & Co. KG', 'KGaA']
export const partyKinds = ['startup', 'sme', 'large', 'university', 'institute', 'agency', 'cluster'] as const

/** A party as it is registered and as it signs. Every field may still be empty; required ones are reported as gaps. */
export const partySchema = z.object({
  name: line.default(''),
  form: z.union([z.literal(''), z.enum(partyForms)]).default(''),
  kind: z.union([z.literal(''), z.enum(partyKinds)]).default(''),
  country: z.union([z.literal(''), z.string().regex(/^[A-Z]{2}$/)]).default(''),
  shortName: line.default(''),
  address: addressSchema.default({ street: '', postalCode: '', city: '', region: '', country: '' }),
  register: line.default(''),
  registerCourt: line.default(''),
  /** Of a KG or KGaA: the general partner that represents it. */
  generalPartner: line.default(''),
  signing: z.union([z.literal(''), z.enum(['single', 'joint'])]).default(''),
  signatories: z.array(z.object({ name: line.default(''), function: line.default('') })).default([]),
  contact: personSchema.optional(),
})
export type Party = z.infer<typeof partySchema>

export const checklistAnswers = ['yes', 'partly', 'no', 'notApplicable', 'unknown'] as const
/** An answer to a checklist question; `unknown` is an answer of its own, never a good one. `evidence` says where the proof of it is kept. */
export const checklistAnswerSchema = z.object({
  value: z.enum(checklistAnswers),
  note: z.string().max(10_000).default(''),
  evidence: z.string().max(2000).default(''),
})
export type ChecklistAnswer = z.infer<typeof checklistAnswerSchema>
