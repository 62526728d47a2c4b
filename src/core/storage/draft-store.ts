import { z } from 'zod'
import { type Answers, type Json, jsonSchema } from '../../engine/answers.ts'
import { type Language, languageSchema } from '../../engine/language.ts'
import { type DraftId, draftIdSchema } from '../../shared/contract/ids.ts'
import type { Connection } from './connection.ts'
import { searchCondition } from './search-query.ts'

const rowSchema = z
  .object({
    id: draftIdSchema,
    content_hash: z.string(),
    name: z.string(),
    languages: z
      .string()
      .transform((text): unknown => JSON.parse(text))
      .pipe(z.array(languageSchema)),
    created_at: z.string(),
    updated_at: z.string(),
    trashed_at: z.string().nullable(),
    change: z.int(),
  })
  .transform((row) => ({
    id: row.id,
    contentHash: row.content_hash,
    name: row.name,
    languages: row.languages,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    trashedAt: row.trashed_at,
    change: row.change,
  }))

/** A draft without its answers. `change` is another number after every write. */
export type StoredDraft = Readonly<z.infer<typeof rowSchema>>

/** Drafts and their answers. Writes are on disk when a function returns. */
export type DraftStore = {
  readonly get: (id: DraftId) => StoredDraft | undefined
  /** Newest first; `search` narrows by words in the name and in answers. */
  readonly list: (filter: { readonly search: string; readonly isTrash: boolean }) => readonly StoredDraft[]
  readonly insert: (draft: {
    readonly id: DraftId
    readonly contentHash: string
    readonly name: string
    readonly languages: readonly Language[]
    readonly at: string
  }) => void
  readonly rename: (id: DraftId, name: string, at: string) => void
  readonly setLanguages: (id: DraftId, languages: readonly Language[], at: string) => void
  /** Binds to another content, which must be stored; answers stay as they are. */
  readonly setContent: (id: DraftId, contentHash: string, at: string) => void
  /** Puts into the trash, or with null takes out of it. */
  readonly setTrashed: (id: DraftId, trashedAt: string | null) => void
  readonly remove: (id: DraftId) => void
  readonly answers: (id: DraftId) => Answers
  readonly saveAnswer: (id: DraftId, question: string, value: Json | undefined, words: string, at: string) => void
  readonly copyAnswers: (from: DraftId, to: DraftId) => void
  readonly removeAnswers: (id: DraftId, at: string) => void
}

const columns = 'id, content_hash, name, languages, created_at, updated_at, trashed_at, change'
const answerRowSchema = z.object({ question: z.string(), value: z.string() })

/** Opens the store of drafts. */
export function createDraftStore(connection: Connection): DraftStore {
  const select = connection.prepare(`SELECT ${columns} FROM drafts WHERE id = ?`)
  const insert = connection.prepare('INSERT INTO drafts (id, content_hash, name, languages, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)')
  const touch = connection.prepare('UPDATE drafts SET updated_at = ?, change = change + 1 WHERE id = ?')
  const rename = connection.prepare('UPDATE drafts SET name = ?, updated_at = ?, change = change + 1 WHERE id = ?')
  const setLanguages = connection.prepare('UPDATE drafts SET languages = ?, updated_at = ?, change = change + 1 WHERE id = ?')
  const setContent = connection.prepare('UPDATE drafts SET content_hash = ?, updated_at = ?, change = change + 1 WHERE id = ?')
  const setTrashed = connection.prepare('UPDATE drafts SET trashed_at = ?, change = change + 1 WHERE id = ?')
  const remove = connection.prepare('DELETE FROM drafts WHERE id = ?')
  const selectAnswers = connection.prepare('SELECT question, value FROM answers WHERE draft = (SELECT number FROM drafts WHERE id = ?) ORDER BY number')
  const upsertAnswer = connection.prepare(
    `INSERT INTO answers (draft, question, value, words, updated_at) VALUES ((SELECT number FROM drafts WHERE id = ?), ?, ?, ?, ?)
     ON CONFLICT (draft, question) DO UPDATE SET value = excluded.value, words = excluded.words, updated_at = excluded.updated_at`,
  )
  const removeAnswer = connection.prepare('DELETE FROM answers WHERE draft = (SELECT number FROM drafts WHERE id = ?) AND question = ?')
  const removeAnswers = connection.prepare('DELETE FROM answers WHERE draft = (SELECT number FROM drafts WHERE id = ?)')
  const copyAnswers = connection.prepare(
    `INSERT INTO answers (draft, question, value, words, updated_at)
     SELECT (SELECT number FROM drafts WHERE id = ?), question, value, words, updated_at
     FROM answers WHERE draft = (SELECT number FROM drafts WHERE id = ?) ORDER BY number`,
  )

  const saveAnswer = connection.transaction((id: DraftId, question: string, value: Json | undefined, words: string, at: string): void => {
    if (value === undefined) removeAnswer.run(id, question)
    else upsertAnswer.run(id, question, JSON.stringify(value), words, at)
    touch.run(at, id)
  })

  return {
    get: (id) => rowSchema.optional().parse(select.get(id)),
    list: ({ search, isTrash }) => {
      const condition = searchCondition(search)
      const rows = connection
        .prepare(
          `SELECT ${columns} FROM drafts WHERE trashed_at IS ${isTrash ? 'NOT NULL' : 'NULL'}${condition === undefined ? '' : ` AND ${condition.sql}`}
           ORDER BY updated_at DESC, number DESC`,
        )
        .all(...(condition?.values ?? []))
      return rows.map((row) => rowSchema.parse(row))
    },
    insert: ({ id, contentHash, name, languages, at }) => void insert.run(id, contentHash, name, JSON.stringify(languages), at, at),
    rename: (id, name, at) => void rename.run(name, at, id),
    setLanguages: (id, languages, at) => void setLanguages.run(JSON.stringify(languages), at, id),
    setContent: (id, contentHash, at) => void setContent.run(contentHash, at, id),
    setTrashed: (id, trashedAt) => void setTrashed.run(trashedAt, id),
    remove: (id) => void remove.run(id),
    answers: (id) => {
      const rows = selectAnswers.all(id).map((row) => answerRowSchema.parse(row))
      return Object.fromEntries(rows.map(({ question, value }) => [question, jsonSchema.parse(JSON.parse(value))]))
    },
    saveAnswer: (...values) => saveAnswer.immediate(...values),
    copyAnswers: (from, to) => void copyAnswers.run(to, from),
    removeAnswers: (id, at) => {
      removeAnswers.run(id)
      touch.run(at, id)
    },
  }
}
