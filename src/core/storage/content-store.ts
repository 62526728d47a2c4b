import { z } from 'zod'
import { type ContentPackage, contentPackageSchema } from '../../engine/template.ts'
import { AppError } from '../../shared/errors.ts'
import type { Connection } from './connection.ts'

const identitySchema = z.object({ kind: z.enum(['agreement', 'checklist']), templateId: z.string() })
type ContentIdentity = Readonly<z.infer<typeof identitySchema>>

/** Exact contents by hash: what a draft was begun with is kept for as long as a draft, a revision or the history of a run needs it. */
export type ContentStore = {
  readonly put: (content: ContentPackage, hash: string, at: string) => void
  /** The same object for the same hash, so that what was compiled from it can be kept by identity. */
  readonly get: (hash: string) => ContentPackage
  /** What a content is, even when it can no longer be read whole. */
  readonly identity: (hash: string) => ContentIdentity
  /** Forgets contents no draft, no revision and no history of a run refers to. */
  readonly removeUnused: () => void
}

/** Opens the store of contents. */
export function createContentStore(connection: Connection): ContentStore {
  const insert = connection.prepare('INSERT OR IGNORE INTO contents (hash, kind, template_id, version, json, stored_at) VALUES (?, ?, ?, ?, ?, ?)')
  const select = connection.prepare('SELECT json FROM contents WHERE hash = ?').pluck()
  const selectIdentity = connection.prepare('SELECT kind, template_id AS templateId FROM contents WHERE hash = ?')
  const removeUnused = connection.prepare(
    `DELETE FROM contents WHERE hash NOT IN (SELECT content_hash FROM drafts) AND hash NOT IN (SELECT content_hash FROM revisions)
     AND hash NOT IN (SELECT json_each.value FROM runs, json_each(runs.former))`,
  )
  const parsed = new Map<string, ContentPackage>()
  return {
    put: (content, hash, at) => void insert.run(hash, content.kind, content.id, content.version, JSON.stringify(content), at),
    get: (hash) => {
      const known = parsed.get(hash)
      if (known !== undefined) return known
      const row = z.string().optional().parse(select.get(hash))
      const content = row === undefined ? undefined : contentPackageSchema.safeParse(JSON.parse(row))
      if (content?.success !== true) throw new AppError('contentMissing', { details: { content: hash }, cause: content?.error })
      parsed.set(hash, content.data)
      return content.data
    },
    identity: (hash) => identitySchema.parse(selectIdentity.get(hash)),
    removeUnused: () => {
      removeUnused.run()
      parsed.clear()
    },
  }
}
