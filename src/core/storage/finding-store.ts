import { z } from 'zod'
import { type Settlement, settlements } from '../../engine/finding-links.ts'
import { type DraftId, draftIdSchema } from '../../shared/contract/ids.ts'
import type { Connection } from './connection.ts'

const rowSchema = z.object({ draft: draftIdSchema, run: draftIdSchema, question: z.string(), settled: z.enum(settlements).nullable() })

/** Which draft deals with the finding of a question in a run, and what a person decided about it there. */
export type StoredFinding = Readonly<z.infer<typeof rowSchema>>
/** What names a link. */
export type FindingKey = { readonly draft: DraftId; readonly run: DraftId; readonly question: string }

/** Links between findings of runs and drafts. Drafts and runs in the trash are not listed, and are there again when they are taken out. */
export type FindingStore = {
  readonly get: (key: FindingKey) => StoredFinding | undefined
  /** The links of a run, in the order its drafts were begun. */
  readonly ofRun: (run: DraftId) => readonly StoredFinding[]
  /** The links of a draft, newest run first. */
  readonly ofDraft: (draft: DraftId) => readonly StoredFinding[]
  /** Links a finding to a draft; one that is linked stays as it is. */
  readonly link: (key: FindingKey, at: string) => void
  readonly unlink: (key: FindingKey) => void
  readonly settle: (key: FindingKey, settled: Settlement | null) => void
  /** Links what a draft deals with to its copy. */
  readonly copyOfDraft: (from: DraftId, to: DraftId, at: string) => void
  /** Links the drafts that deal with the findings of a run to the run that continues it. */
  readonly copyOfRun: (from: DraftId, to: DraftId, at: string) => void
}

const number = '(SELECT number FROM drafts WHERE id = ?)'
const selection = `SELECT drafts.id AS draft, runs.id AS run, findings.question, findings.settled
  FROM findings JOIN drafts ON drafts.number = findings.draft JOIN drafts AS runs ON runs.number = findings.run`

/** Opens the store of findings. */
export function createFindingStore(connection: Connection): FindingStore {
  const ofKey = `draft = ${number} AND run = ${number} AND question = ?`
  const select = connection.prepare(`${selection} WHERE drafts.id = ? AND runs.id = ? AND findings.question = ?`)
  const selectOfRun = connection.prepare(`${selection} WHERE runs.id = ? AND drafts.trashed_at IS NULL ORDER BY drafts.number, findings.question`)
  const selectOfDraft = connection.prepare(`${selection} WHERE drafts.id = ? AND runs.trashed_at IS NULL ORDER BY runs.number DESC, findings.question`)
  const insert = connection.prepare(`INSERT OR IGNORE INTO findings (draft, run, question, settled, created_at) VALUES (${number}, ${number}, ?, NULL, ?)`)
  const remove = connection.prepare(`DELETE FROM findings WHERE ${ofKey}`)
  const settle = connection.prepare(`UPDATE findings SET settled = ? WHERE ${ofKey}`)
  const copyOfDraft = connection.prepare(
    `INSERT OR IGNORE INTO findings (draft, run, question, settled, created_at) SELECT ${number}, run, question, settled, ? FROM findings WHERE draft = ${number}`,
  )
  const copyOfRun = connection.prepare(
    `INSERT OR IGNORE INTO findings (draft, run, question, settled, created_at) SELECT draft, ${number}, question, settled, ? FROM findings WHERE run = ${number}`,
  )
  return {
    get: ({ draft, run, question }) => rowSchema.optional().parse(select.get(draft, run, question)),
    ofRun: (run) => selectOfRun.all(run).map((row) => rowSchema.parse(row)),
    ofDraft: (draft) => selectOfDraft.all(draft).map((row) => rowSchema.parse(row)),
    link: ({ draft, run, question }, at) => void insert.run(draft, run, question, at),
    unlink: ({ draft, run, question }) => void remove.run(draft, run, question),
    settle: ({ draft, run, question }, settled) => void settle.run(settled, draft, run, question),
    copyOfDraft: (from, to, at) => void copyOfDraft.run(to, at, from),
    copyOfRun: (from, to, at) => void copyOfRun.run(to, at, from),
  }
}
