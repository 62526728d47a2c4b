import { z } from 'zod'
import { type Deviation, deviationSchema } from '../../engine/deviation.ts'
import type { DraftId } from '../../shared/contract/ids.ts'
import type { Connection } from './connection.ts'

/** Deviations as JSON text, as they are kept in a row or a revision. */
export const deviationsText = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.array(deviationSchema))

/** The changes that came back for each draft, decided or not. Writes are on disk when a function returns, and count as a change of the draft. */
export type DeviationStore = {
  /** In reading order. */
  readonly list: (draft: DraftId) => readonly Deviation[]
  /** Puts these in the place of all there are. */
  readonly replace: (draft: DraftId, deviations: readonly Deviation[], at: string) => void
  readonly copy: (from: DraftId, to: DraftId) => void
}

/** Opens the store of deviations. */
export function createDeviationStore(connection: Connection): DeviationStore {
  const numbered = '(SELECT number FROM drafts WHERE id = ?)'
  const select = connection.prepare(`SELECT data FROM deviations WHERE draft = ${numbered} ORDER BY position`).pluck()
  const insert = connection.prepare(`INSERT INTO deviations (draft, position, id, data) VALUES (${numbered}, ?, ?, ?)`)
  const remove = connection.prepare(`DELETE FROM deviations WHERE draft = ${numbered}`)
  const touch = connection.prepare('UPDATE drafts SET updated_at = ?, change = change + 1 WHERE id = ?')
  const copy = connection.prepare(
    `INSERT INTO deviations (draft, position, id, data) SELECT ${numbered}, position, id, data FROM deviations WHERE draft = ${numbered}`,
  )
  const replace = connection.transaction((draft: DraftId, deviations: readonly Deviation[], at: string): void => {
    remove.run(draft)
    deviations.forEach((deviation, position) => insert.run(draft, position, deviation.id, JSON.stringify(deviation)))
    touch.run(at, draft)
  })
  return {
    list: (draft) => select.all(draft).map((row) => deviationSchema.parse(JSON.parse(z.string().parse(row)))),
    replace: (...values) => replace.immediate(...values),
    copy: (from, to) => void copy.run(to, from),
  }
}
