import { z } from 'zod'
import { type DraftId, draftIdSchema } from '../../shared/contract/ids.ts'
import type { Connection } from './connection.ts'

const rowSchema = z.object({
  previous: draftIdSchema.nullable(),
  former: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(z.string())),
})

/** The run that a run continues, null without one or while that lies in the trash, and the hashes of the contents it had before, oldest first. */
export type StoredRun = Readonly<z.infer<typeof rowSchema>>

/** How runs of checklists belong together. Writes are on disk when a function returns. */
export type RunStore = {
  readonly get: (draft: DraftId) => StoredRun
  readonly begin: (draft: DraftId, previous: DraftId, former: readonly string[]) => void
  /** The contents named must be stored; they are kept for as long as the run is there. */
  readonly setFormer: (draft: DraftId, former: readonly string[]) => void
  readonly copy: (from: DraftId, to: DraftId) => void
}

/** Opens the store of runs. */
export function createRunStore(connection: Connection): RunStore {
  const numbered = '(SELECT number FROM drafts WHERE id = ?)'
  const select = connection.prepare(
    `SELECT drafts.id AS previous, runs.former FROM runs LEFT JOIN drafts ON drafts.number = runs.previous AND drafts.trashed_at IS NULL
     WHERE runs.draft = ${numbered}`,
  )
  const begin = connection.prepare(`INSERT INTO runs (draft, previous, former) VALUES (${numbered}, ${numbered}, ?)`)
  const setFormer = connection.prepare(`INSERT INTO runs (draft, former) VALUES (${numbered}, ?) ON CONFLICT (draft) DO UPDATE SET former = excluded.former`)
  const copy = connection.prepare(`INSERT INTO runs (draft, previous, former) SELECT ${numbered}, previous, former FROM runs WHERE draft = ${numbered}`)
  return {
    get: (draft) => rowSchema.optional().parse(select.get(draft)) ?? { previous: null, former: [] },
    begin: (draft, previous, former) => void begin.run(draft, previous, JSON.stringify(former)),
    setFormer: (draft, former) => void setFormer.run(draft, JSON.stringify(former)),
    copy: (from, to) => void copy.run(to, from),
  }
}
