import { z } from 'zod'
import { type Answers, answersSchema } from '../../engine/answers.ts'
import type { Deviation } from '../../engine/deviation.ts'
import { type DraftId, draftIdSchema, type RevisionId, revisionIdSchema } from '../../shared/contract/ids.ts'
import type { Connection } from './connection.ts'
import { deviationsText } from './deviation-store.ts'

const rowSchema = z
  .object({
    id: revisionIdSchema,
    draft_id: draftIdSchema,
    number: z.int(),
    name: z.string(),
    content_hash: z.string(),
    changes: z.int(),
    created_at: z.string(),
  })
  .transform((row) => ({
    id: row.id,
    draftId: row.draft_id,
    number: row.number,
    name: row.name,
    contentHash: row.content_hash,
    changes: row.changes,
    createdAt: row.created_at,
  }))

/** A named state of a draft, without its answers. `changes` counts the answers that differ from the revision before. */
export type StoredRevision = Readonly<z.infer<typeof rowSchema>>

/** Named states of drafts; written once, never changed. */
export type RevisionStore = {
  readonly get: (id: RevisionId) => StoredRevision | undefined
  /** Newest first. */
  readonly list: (draftId: DraftId) => readonly StoredRevision[]
  readonly answers: (id: RevisionId) => Answers
  readonly deviations: (id: RevisionId) => readonly Deviation[]
  readonly count: (draftId: DraftId) => number
  readonly insert: (revision: StoredRevision, answers: Answers, deviations: readonly Deviation[]) => void
}

/** Opens the store of revisions. */
export function createRevisionStore(connection: Connection): RevisionStore {
  const columns = 'revisions.id, drafts.id AS draft_id, revisions.number, revisions.name, revisions.content_hash, changes, revisions.created_at'
  const from = 'FROM revisions JOIN drafts ON drafts.number = revisions.draft'
  const select = connection.prepare(`SELECT ${columns} ${from} WHERE revisions.id = ?`)
  const list = connection.prepare(`SELECT ${columns} ${from} WHERE drafts.id = ? ORDER BY revisions.number DESC`)
  const answers = connection.prepare('SELECT answers FROM revisions WHERE id = ?').pluck()
  const deviations = connection.prepare('SELECT deviations FROM revisions WHERE id = ?').pluck()
  const count = connection.prepare(`SELECT count(*) ${from} WHERE drafts.id = ?`).pluck()
  const insert = connection.prepare(
    `INSERT INTO revisions (id, draft, number, name, content_hash, answers, deviations, changes, created_at)
     VALUES (?, (SELECT number FROM drafts WHERE id = ?), ?, ?, ?, ?, ?, ?, ?)`,
  )
  return {
    get: (id) => rowSchema.optional().parse(select.get(id)),
    list: (draftId) => list.all(draftId).map((row) => rowSchema.parse(row)),
    answers: (id) => answersSchema.parse(JSON.parse(z.string().parse(answers.get(id)))),
    deviations: (id) => deviationsText.parse(deviations.get(id)),
    count: (draftId) => z.int().parse(count.get(draftId)),
    insert: (revision, values, kept) =>
      void insert.run(
        revision.id,
        revision.draftId,
        revision.number,
        revision.name,
        revision.contentHash,
        JSON.stringify(values),
        JSON.stringify(kept),
        revision.changes,
        revision.createdAt,
      ),
  }
}
