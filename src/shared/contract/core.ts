import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { answersSchema, jsonSchema } from '../../engine/answers.ts'
import { deviationSchema } from '../../engine/deviation.ts'
import { glossaryTermSchema } from '../../engine/glossary.ts'
import { languageSchema, localizedSchema } from '../../engine/language.ts'
import { contentPackageSchema, lawSchema, runRoles } from '../../engine/template.ts'
import { errorCodes, errorDataSchema } from '../errors.ts'
import { interfaceLanguageSchema } from '../interface-language.ts'
import { comparisonContract } from './comparison.ts'
import { exportEventSchema, exportFormats } from './export-events.ts'
import { findingsContract } from './findings.ts'
import { guideAnswersSchema, guideContract } from './guide.ts'
import { draftIdSchema, fileHandleSchema, revisionIdSchema } from './ids.ts'
import { isoDateTime, procedure } from './procedure.ts'
import { plansContract } from './plans.ts'
import { reopeningContract } from './reopening.ts'
import { returnedContract } from './returned.ts'
import { runPlaceSchema, runsContract } from './runs.ts'
import { seriesContract } from './series.ts'
import { suitePlaceSchema, suitesContract } from './suites.ts'

/** A template or checklist one can begin. */
export const contentSummarySchema = z.object({
  kind: z.enum(['agreement', 'checklist']),
  id: z.string(),
  version: z.string(),
  title: localizedSchema,
  purpose: localizedSchema,
  useWhen: z.array(localizedSchema),
  useNotWhen: z.array(localizedSchema),
  languages: z.array(languageSchema),
  questionCount: z.int(),
  clauseCount: z.int(),
  minutes: z.int().optional(),
  /** Of a checklist: what it looks at, and who its questions are for. */
  topics: z.array(localizedSchema),
  roles: z.array(z.enum(runRoles)),
  /** Written by the person, not part of the program. */
  isOwn: z.boolean(),
})
export type ContentSummary = z.infer<typeof contentSummarySchema>

/** A template folder that could not be read, as the linter says it. */
export const contentProblemSchema = z.object({ file: z.string(), line: z.int().optional(), cause: z.string(), fix: z.string() })

export type ContentProblem = z.infer<typeof contentProblemSchema>

const contentListSchema = z.object({ items: z.array(contentSummarySchema), problems: z.array(contentProblemSchema) })

/** A row of the home screen. */
export const draftSummarySchema = z.object({
  id: draftIdSchema,
  kind: z.enum(['agreement', 'checklist']),
  templateId: z.string(),
  templateTitle: localizedSchema,
  name: z.string(),
  /** Short names of the parties, or the organisation of a checklist; empty while unknown. */
  partner: z.string(),
  languages: z.array(languageSchema),
  answered: z.int(),
  asked: z.int(),
  /** Findings that need attention: missing and inconsistent ones, risks; for checklists red flags. */
  openPoints: z.int(),
  risks: z.int(),
  createdAt: isoDateTime,
  updatedAt: isoDateTime,
  trashedAt: isoDateTime.nullable(),
})
export type DraftSummary = z.infer<typeof draftSummarySchema>

export const draftSchema = draftSummarySchema.extend({
  contentHash: z.string(),
  /** The exact content the draft was begun with. */
  content: contentPackageSchema,
  answers: answersSchema,
  /** What came back changed in Word files, decided or not, in reading order. */
  deviations: z.array(deviationSchema),
  /** True when a newer version of the template is installed. */
  hasNewerTemplate: z.boolean(),
  /** Its place in a suite of documents with shared answers. */
  suite: suitePlaceSchema.nullable(),
  /** Of a run of a checklist: what it continues and what it was. */
  run: runPlaceSchema.nullable(),
})
export type Draft = z.infer<typeof draftSchema>

export const revisionSchema = z.object({
  id: revisionIdSchema,
  draftId: draftIdSchema,
  number: z.int(),
  name: z.string(),
  createdAt: isoDateTime,
  changes: z.int(),
})
export type Revision = z.infer<typeof revisionSchema>

/** What the window remembers between starts. Unknown keys are dropped, missing ones get their default. */
export const settingsSchema = z.object({
  interfaceLanguage: interfaceLanguageSchema.nullable().default(null),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  outlineWidth: z.number().min(160).max(480).default(248),
  documentWidth: z.number().min(320).max(1600).default(640),
  isOutlineOpen: z.boolean().default(true),
  isDocumentOpen: z.boolean().default(true),
  authorName: z.string().max(200).default(''),
})
export type Settings = z.infer<typeof settingsSchema>
/** Some settings. Without the defaults: a partial of a schema with defaults would fill in, and so reset, every setting that was not sent. */
const settingsPatchFields = {
  interfaceLanguage: settingsSchema.shape.interfaceLanguage.unwrap().optional(),
  theme: settingsSchema.shape.theme.unwrap().optional(),
  outlineWidth: settingsSchema.shape.outlineWidth.unwrap().optional(),
  documentWidth: settingsSchema.shape.documentWidth.unwrap().optional(),
  isOutlineOpen: settingsSchema.shape.isOutlineOpen.unwrap().optional(),
  isDocumentOpen: settingsSchema.shape.isDocumentOpen.unwrap().optional(),
  authorName: settingsSchema.shape.authorName.unwrap().optional(),
} satisfies Record<keyof Settings, z.ZodType>
export const settingsPatchSchema = z.object(settingsPatchFields)
export type SettingsPatch = z.infer<typeof settingsPatchSchema>

const pdfProfiles = ['archive', 'fillable'] as const
export const exportRequestSchema = z.object({
  draftId: draftIdSchema,
  handle: fileHandleSchema,
  format: z.enum(exportFormats),
  languages: z.array(languageSchema).min(1).max(2),
  /** Header mark and, if wanted, watermark; false prints a final document. */
  isDraft: z.boolean(),
  hasWatermark: z.boolean(),
  hasNotes: z.boolean(),
  /** Of a PDF: as it goes to the archive, or with fields on the signature lines. */
  profile: z.enum(pdfProfiles).optional(),
  /** With the answers and the template inside, so that the file can be reopened. */
  hasData: z.boolean().default(true),
})
const draftInput = z.object({ id: draftIdSchema })

/** Everything the window may ask core for. Handlers live in `core/api`, one file per area. */
export const coreContract = {
  system: {
    ping: procedure.output(z.object({ version: z.string(), startedAt: isoDateTime, problems: z.array(errorDataSchema.extend({ code: z.enum(errorCodes) })) })),
  },
  content: {
    list: procedure.output(contentListSchema),
    /** Reads the templates again, after somebody wrote or changed their own. */
    readAgain: procedure.output(contentListSchema),
    get: procedure.input(z.object({ id: z.string().max(100) })).output(contentPackageSchema),
    /** The words in three languages, with the laws they name. */
    glossary: procedure.output(z.object({ terms: z.array(glossaryTermSchema), lawEntries: z.array(lawSchema), problems: z.array(contentProblemSchema) })),
  },
  drafts: {
    list: procedure.input(z.object({ search: z.string().max(200).default(''), isTrash: z.boolean().default(false) })).output(z.array(draftSummarySchema)),
    create: procedure
      .input(
        z.object({
          templateId: z.string().max(100),
          name: z.string().max(200),
          languages: z.array(languageSchema).min(1).max(2),
          /** Answers to the guide, from which the draft takes over what it asks as well. */
          guide: guideAnswersSchema.optional(),
        }),
      )
      .output(draftSchema),
    get: procedure.input(draftInput).output(draftSchema),
    rename: procedure.input(draftInput.extend({ name: z.string().trim().min(1).max(200) })).output(draftSummarySchema),
    duplicate: procedure.input(draftInput.extend({ name: z.string().trim().min(1).max(200) })).output(draftSummarySchema),
    setLanguages: procedure.input(draftInput.extend({ languages: z.array(languageSchema).min(1).max(2) })).output(draftSummarySchema),
    /** Saves one answer; `value` absent removes it, null leaves it open on purpose. Returns when it is on disk. */
    saveAnswer: procedure
      .input(draftInput.extend({ question: z.string().min(1).max(200), value: jsonSchema.optional() }))
      .output(z.object({ updatedAt: isoDateTime })),
    trash: procedure.input(draftInput).output(draftSummarySchema),
    restore: procedure.input(draftInput).output(draftSummarySchema),
    /** Deletes for good; only what is in the trash. */
    remove: procedure.input(draftInput).output(z.object({ name: z.string() })),
  },
  revisions: {
    list: procedure.input(draftInput).output(z.array(revisionSchema)),
    create: procedure.input(draftInput.extend({ name: z.string().trim().min(1).max(200) })).output(revisionSchema),
    get: procedure.input(z.object({ id: revisionIdSchema })).output(revisionSchema.extend({ answers: answersSchema, deviations: z.array(deviationSchema) })),
    /** Puts the answers of a revision back; the state before is kept as a revision of its own. */
    restore: procedure.input(z.object({ id: revisionIdSchema, nameOfCurrent: z.string().trim().min(1).max(200) })).output(draftSchema),
  },
  guide: guideContract,
  returned: returnedContract,
  runs: runsContract,
  reopening: reopeningContract,
  settings: {
    get: procedure.output(settingsSchema),
    set: procedure.input(settingsPatchSchema).output(settingsSchema),
  },
  export: {
    /** Writes the file behind the handle, telling how far it is; closing the stream cancels and leaves no file. */
    run: procedure.input(exportRequestSchema).output(eventIterator(exportEventSchema)),
  },
  comparison: comparisonContract,
  series: seriesContract,
  suites: suitesContract,
  findings: findingsContract,
  plans: plansContract,
}
