import { z } from 'zod'
import { type Language, languageSchema } from '../../engine/language.ts'
import { type SuiteFile, suiteFileSchema } from '../../engine/suite-content.ts'
import { guideAnswersSchema } from '../../shared/contract/guide.ts'
import { type DraftId, draftIdSchema, type SuiteId, suiteIdSchema } from '../../shared/contract/ids.ts'
import type { GuideAnswers } from '../../engine/guide.ts'
import type { Connection } from './connection.ts'

const json = z.string().transform((text): unknown => JSON.parse(text))
const rowSchema = z
  .object({
    id: suiteIdSchema,
    content: json.pipe(suiteFileSchema),
    name: z.string(),
    languages: json.pipe(z.array(languageSchema)),
    guide: json.pipe(guideAnswersSchema),
    created_at: z.string(),
  })
  .transform(({ created_at: createdAt, ...row }) => ({ ...row, createdAt }))
const linkSchema = z.object({ agreement: z.string(), draft: draftIdSchema })

/** A suite that was begun: the suite as it was then, and what the guide was told. */
export type StoredSuite = Readonly<z.infer<typeof rowSchema>>
/** A document of a suite that is a draft. */
export type SuiteLink = Readonly<z.infer<typeof linkSchema>>

/** Suites and the drafts in them. Writes are on disk when a function returns. */
export type SuiteStore = {
  readonly get: (id: SuiteId) => StoredSuite | undefined
  /** Newest first. */
  readonly list: () => readonly StoredSuite[]
  readonly insert: (suite: {
    readonly id: SuiteId
    readonly content: SuiteFile
    readonly name: string
    readonly languages: readonly Language[]
    readonly guide: GuideAnswers
    readonly at: string
  }) => void
  /** Forgets the suite; its drafts stay. */
  readonly remove: (id: SuiteId) => void
  /** Puts a draft into a suite, in the place of an earlier one for the same agreement. */
  readonly link: (id: SuiteId, agreement: string, draft: DraftId) => void
  /** The drafts of a suite that are not in the trash. */
  readonly drafts: (id: SuiteId) => readonly SuiteLink[]
  /** The suite a draft belongs to. */
  readonly of: (draft: DraftId) => StoredSuite | undefined
}

const columns = 'suites.id, suites.content, suites.name, suites.languages, suites.guide, suites.created_at'

/** Opens the store of suites. */
export function createSuiteStore(connection: Connection): SuiteStore {
  const select = connection.prepare(`SELECT ${columns} FROM suites WHERE id = ?`)
  const selectAll = connection.prepare(`SELECT ${columns} FROM suites ORDER BY created_at DESC, id DESC`)
  const insert = connection.prepare('INSERT INTO suites (id, content, name, languages, guide, created_at) VALUES (?, ?, ?, ?, ?, ?)')
  const remove = connection.prepare('DELETE FROM suites WHERE id = ?')
  const link = connection.prepare('INSERT OR REPLACE INTO suite_drafts (suite, agreement, draft) VALUES (?, ?, (SELECT number FROM drafts WHERE id = ?))')
  const selectDrafts = connection.prepare(
    `SELECT suite_drafts.agreement, drafts.id AS draft FROM suite_drafts JOIN drafts ON drafts.number = suite_drafts.draft
     WHERE suite_drafts.suite = ? AND drafts.trashed_at IS NULL ORDER BY drafts.number`,
  )
  const selectOf = connection.prepare(
    `SELECT ${columns} FROM suites JOIN suite_drafts ON suite_drafts.suite = suites.id WHERE suite_drafts.draft = (SELECT number FROM drafts WHERE id = ?)`,
  )
  return {
    get: (id) => rowSchema.optional().parse(select.get(id)),
    list: () => selectAll.all().map((row) => rowSchema.parse(row)),
    insert: ({ id, content, name, languages, guide, at }) =>
      void insert.run(id, JSON.stringify(content), name, JSON.stringify(languages), JSON.stringify(guide), at),
    remove: (id) => void remove.run(id),
    link: (id, agreement, draft) => void link.run(id, agreement, draft),
    drafts: (id) => selectDrafts.all(id).map((row) => linkSchema.parse(row)),
    of: (draft) => rowSchema.optional().parse(selectOf.get(draft)),
  }
}
