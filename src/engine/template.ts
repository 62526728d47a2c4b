import { z } from 'zod'
import { checklistAnswers, durationUnits, jsonSchema } from './answers.ts'
import { languageSchema, type Localized, localizedSchema } from './language.ts'

/** Ids of agreements, clauses, options and checks. */
export const kebabId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case-with-hyphens')
/** Ids of questions and fields; they are names in conditions as well. */
export const snakeId = z.string().regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, 'use lower_case_with_underscores')
const version = z.string().regex(/^\d+\.\d+\.\d+$/, 'use a semantic version such as 1.0.0')
const condition = z.string().min(1)

/** One text of a clause alternative's options, told apart from the others by who it favours. */
export const alternativeSchema = z.strictObject({
  id: kebabId,
  label: localizedSchema,
  /** `balanced` or the id of a position. */
  favours: z.string(),
  /** 0 balanced … 3 strongly favours. */
  weight: z.int().min(0).max(3),
  explanation: localizedSchema,
  costs: z.record(z.string(), localizedSchema).default({}),
  fallback: kebabId.optional(),
  limits: localizedSchema.optional(),
  laws: z.array(z.string()).default([]),
})
export type Alternative = z.infer<typeof alternativeSchema>

export const optionSchema = z.strictObject({
  id: kebabId,
  label: localizedSchema,
  help: localizedSchema.optional(),
  /** How the option reads inside the document, when that is not its label. */
  inText: localizedSchema.optional(),
})

const common = {
  id: snakeId,
  label: localizedSchema,
  help: localizedSchema.optional(),
  why: localizedSchema.optional(),
  usual: localizedSchema.optional(),
  japan: localizedSchema.optional(),
  example: localizedSchema.optional(),
  /** What the open blank is called inside the document. */
  gap: localizedSchema.optional(),
  laws: z.array(z.string()).default([]),
  required: z.boolean().default(true),
  default: jsonSchema.optional(),
  when: condition.optional(),
}
const textLike = { minLength: z.int().optional(), maxLength: z.int().optional(), translate: z.boolean().default(false) }
const numeric = { min: z.number().optional(), max: z.number().optional(), unit: localizedSchema.optional() }
const counted = { minItems: z.int().optional(), maxItems: z.int().optional() }
const grouped = { itemLabel: localizedSchema.optional(), ...counted }
/** Fields are questions again; the type is written out because a schema cannot infer itself. */
const fieldsSchema: z.ZodType<Question[]> = z.lazy(() => z.array(questionSchema).min(1))

const simpleQuestions = [
  z.strictObject({ type: z.literal('text'), ...common, ...textLike }),
  z.strictObject({ type: z.literal('longText'), ...common, ...textLike }),
  z.strictObject({ type: z.literal('integer'), ...common, ...numeric }),
  z.strictObject({ type: z.literal('decimal'), ...common, ...numeric }),
  z.strictObject({ type: z.literal('percent'), ...common, ...numeric }),
  z.strictObject({
    type: z.literal('money'),
    ...common,
    min: z.int().optional(),
    max: z.int().optional(),
    currencies: z.array(z.string()).default(['EUR', 'JPY']),
  }),
  z.strictObject({ type: z.literal('date'), ...common, min: z.string().optional(), max: z.string().optional() }),
  z.strictObject({
    type: z.literal('duration'),
    ...common,
    min: z.int().optional(),
    max: z.int().optional(),
    units: z.array(z.enum(durationUnits)).default([...durationUnits]),
  }),
  z.strictObject({ type: z.literal('yesNo'), ...common }),
  z.strictObject({ type: z.literal('choice'), ...common, options: z.array(optionSchema).min(2) }),
  z.strictObject({ type: z.literal('multipleChoice'), ...common, ...counted, options: z.array(optionSchema).min(1) }),
  z.strictObject({ type: z.literal('party'), ...common }),
  z.strictObject({ type: z.literal('person'), ...common }),
  z.strictObject({ type: z.literal('address'), ...common }),
  z.strictObject({ type: z.literal('clause'), ...common, topic: z.string().optional(), alternatives: z.array(alternativeSchema).min(2) }),
] as const
const listQuestion = z.strictObject({ type: z.literal('list'), ...common, ...grouped, fields: fieldsSchema })
const tableQuestion = z.strictObject({ type: z.literal('table'), ...common, ...grouped, fields: fieldsSchema })

type SimpleQuestion = z.infer<(typeof simpleQuestions)[number]>
type GroupSettings = Omit<Extract<SimpleQuestion, { type: 'yesNo' }>, 'type'> & {
  itemLabel?: Localized | undefined
  minItems?: number | undefined
  maxItems?: number | undefined
  fields: Question[]
}

/** A question of an interview or a field of a list; `type` decides the shape of its answer. */
export type Question = SimpleQuestion | ({ type: 'list' } & GroupSettings) | ({ type: 'table' } & GroupSettings)
export const questionSchema = z.discriminatedUnion('type', [...simpleQuestions, listQuestion, tableQuestion])

export const checkSchema = z.strictObject({
  id: kebabId,
  /** True means there is a problem. */
  when: condition,
  severity: z.enum(['error', 'risk', 'hint']),
  message: localizedSchema,
  reason: localizedSchema,
  fix: localizedSchema,
  questions: z.array(snakeId).default([]),
  laws: z.array(z.string()).default([]),
})

const termForms = z.strictObject({ term: z.string(), forms: z.array(z.string()).default([]) })
export const termSchema = z.strictObject({ id: kebabId, de: termForms, en: termForms, ja: termForms.optional() })
export type Term = z.infer<typeof termSchema>

const pageQuestion = z.union([questionSchema, z.strictObject({ clause: kebabId })])
export const pageSchema = z.strictObject({
  id: kebabId,
  title: localizedSchema,
  short: localizedSchema,
  lead: localizedSchema.optional(),
  when: condition.optional(),
  questions: z.array(pageQuestion),
})

export const clauseSettingSchema = z.strictObject({ id: kebabId, when: condition.optional(), topic: z.string().optional() })
export const roleSchema = z.strictObject({ id: snakeId, title: localizedSchema })
/** Who a shared clause may favour, whatever the parties are called: the side whose technology, secrets or rights are at stake, or the side that uses them and pays. */
export const stanceSchema = z.enum(['owner', 'user'])
export type Stance = z.infer<typeof stanceSchema>
export const positionSchema = z.strictObject({
  id: kebabId,
  title: localizedSchema,
  side: z.enum(['left', 'right']),
  role: snakeId.optional(),
  /** Whom shared clauses mean by it. */
  stance: stanceSchema.optional(),
})

/** `agreement.yaml` as an author writes it. */
export const agreementFileSchema = z.strictObject({
  id: kebabId,
  version,
  title: localizedSchema,
  purpose: localizedSchema,
  useWhen: z.array(localizedSchema).default([]),
  useNotWhen: z.array(localizedSchema).default([]),
  form: z.strictObject({ kind: z.enum(['none', 'text', 'written', 'qualified', 'notarial']), note: localizedSchema }),
  laws: z.array(z.string()).default([]),
  roles: z.array(roleSchema).min(1),
  positions: z.array(positionSchema).default([]),
  terms: z.array(termSchema).default([]),
  clauses: z.array(clauseSettingSchema).default([]),
  pages: z.array(pageSchema).min(1),
  checks: z.array(checkSchema).default([]),
})
export type AgreementFile = z.infer<typeof agreementFileSchema>

/** `clause.yaml` of a shared clause. */
export const sharedClauseFileSchema = z.strictObject({
  id: kebabId,
  version,
  title: localizedSchema,
  laws: z.array(z.string()).default([]),
  /** Terms it uses and the agreement must define. */
  needs: z.array(kebabId).default([]),
  terms: z.array(termSchema).default([]),
  clauses: z.array(clauseSettingSchema).default([]),
  questions: z.array(questionSchema).default([]),
  checks: z.array(checkSchema).default([]),
})
export type SharedClauseFile = z.infer<typeof sharedClauseFileSchema>

/** One entry of `law.yaml`: a provision, how it is cited, and when its state was checked. */
export const lawSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+([-.][a-z0-9]+)*$/),
  cite: localizedSchema,
  title: localizedSchema,
  checked: z.iso.date(),
  source: z.string(),
  status: z.enum(['confirmed', 'unconfirmed']),
  note: localizedSchema.optional(),
})
export type Law = z.infer<typeof lawSchema>

/** Who a question of a checklist is for: a start-up or any other company, or an agency or cluster. */
export const runRoles = ['startup', 'agency'] as const
/** When a question should be settled at the latest; also how far a partnership is. In order. */
export const runPhases = ['before-talks', 'negotiating', 'running', 'exit'] as const

/** Answers of an agreement that a weak answer of a checklist calls for; `role` is the role the organisation most likely has there. */
export const suggestionSchema = z.strictObject({ agreement: kebabId, role: snakeId.optional(), answers: z.record(snakeId, jsonSchema) })
export type Suggestion = z.infer<typeof suggestionSchema>

export const checklistQuestionSchema = z.strictObject({
  id: snakeId,
  topic: kebabId,
  question: localizedSchema,
  why: localizedSchema,
  risk: z.enum(['high', 'medium', 'low']),
  missing: localizedSchema,
  consequence: localizedSchema,
  action: localizedSchema,
  who: z.array(z.enum(runRoles)).min(1),
  phase: z.enum(runPhases),
  laws: z.array(z.string()).default([]),
  /** Modules of the clause library it concerns (`topics.ts`). */
  clauseTopics: z.array(z.string()).default([]),
  /** Documents to begin because of a weak answer, best first. */
  agreements: z.array(kebabId).default([]),
  suggests: z.array(suggestionSchema).default([]),
  /** What an answer already tells the decision guide: by answer, options of the guide by question. */
  guide: z.partialRecord(z.enum(checklistAnswers), z.record(snakeId, kebabId)).default({}),
  when: condition.optional(),
})
export type ChecklistQuestion = z.infer<typeof checklistQuestionSchema>

/** Answers that together are worse than one by one, or one that is an acute danger. */
export const redFlagSchema = z.strictObject({
  id: kebabId,
  when: condition,
  title: localizedSchema,
  reason: localizedSchema,
  questions: z.array(snakeId).min(1),
  laws: z.array(z.string()).default([]),
})
export type RedFlag = z.infer<typeof redFlagSchema>

/** `checklist.yaml` as an author writes it. */
export const checklistFileSchema = z.strictObject({
  id: kebabId,
  version,
  title: localizedSchema,
  short: localizedSchema,
  purpose: localizedSchema,
  minutes: z.int().positive(),
  topics: z.array(z.strictObject({ id: kebabId, title: localizedSchema })).min(1),
  questions: z.array(checklistQuestionSchema).min(1),
  flags: z.array(redFlagSchema).default([]),
})
export type ChecklistFile = z.infer<typeof checklistFileSchema>

/** A page with its shared clauses put in: questions only. */
export const resolvedPageSchema = pageSchema.extend({ questions: z.array(questionSchema) })
export type Page = z.infer<typeof resolvedPageSchema>

/** An agreement with everything it needs, as plain JSON: what a draft is bound to and what travels to the window. */
export const agreementPackageSchema = z.strictObject({
  kind: z.literal('agreement'),
  ...agreementFileSchema.shape,
  pages: z.array(resolvedPageSchema),
  /** The wording per language, shared clauses put in. */
  texts: z.partialRecord(languageSchema, z.string()),
  lawEntries: z.array(lawSchema),
})
export type AgreementPackage = z.infer<typeof agreementPackageSchema>

export const checklistPackageSchema = z.strictObject({ kind: z.literal('checklist'), ...checklistFileSchema.shape, lawEntries: z.array(lawSchema) })
export type ChecklistPackage = z.infer<typeof checklistPackageSchema>

/** Any content a draft can be bound to. */
export const contentPackageSchema = z.discriminatedUnion('kind', [agreementPackageSchema, checklistPackageSchema])
export type ContentPackage = z.infer<typeof contentPackageSchema>
