import { z } from 'zod'
import { languageSchema } from './language.ts'

/** A contract of a thousand pages has lines shorter than this. */
const words = z.string().max(200_000)
const name = z.string().max(200)

/** What an added paragraph looks like: taken from the paragraphs of the same style around it. */
export const addedShapeSchema = z.object({
  block: z.enum(['heading', 'paragraph']),
  level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  marker: z.enum(['number', 'bullet', 'none']),
})
export type AddedShape = Readonly<z.infer<typeof addedShapeSchema>>

export const deviationStates = ['open', 'accepted', 'rejected', 'parked'] as const

/**
 * One difference between the document of a draft and a Word file that came back, and what was decided about it. It is tied to its place by
 * section and row, and to the words it was made for: where those are no longer there, it is stale and no longer applied.
 */
export const deviationSchema = z.object({
  id: z.string().min(1).max(64),
  section: name,
  /** The row that is changed or deleted; of an added paragraph, the row it follows, or empty for the beginning of the section. */
  row: name,
  /** The line in the row ("content", "cells.0.2"), or a whole table row ("row.3"). */
  part: name,
  /** The language of the column; null in a row over the full width. */
  language: languageSchema.nullable(),
  /** Languages of the document it was found in. */
  languages: z.array(languageSchema).min(1).max(2),
  /** "commented" says the same as before; somebody asked or remarked something. */
  kind: z.enum(['changed', 'inserted', 'deleted', 'commented']),
  /** The words of the template with the answers of the draft; empty for what was added. */
  oldWords: words,
  /** The words that came back; empty for what was deleted. */
  newWords: words,
  /** The words of the line an added paragraph follows, to find its place again. */
  afterWords: words.default(''),
  /** The order of paragraphs added at one place. */
  order: z.int().default(0),
  shape: addedShapeSchema.optional(),
  /** The earlier deviation that this one takes the place of. */
  replaces: z.string().max(64).optional(),
  /** Where it stands, as people say it: "§ 7 (3)". */
  place: z.string().max(400),
  state: z.enum(deviationStates),
  decidedBy: name.default(''),
  decidedAt: z.string().max(40).nullable().default(null),
  note: z.string().max(5000).default(''),
  /** Who made a tracked change, and when, as far as the file says. */
  author: name.default(''),
  changedAt: z.string().max(40).nullable().default(null),
  /** Some of it was changed without tracking. */
  isSilent: z.boolean().default(false),
  /** Changed in one column of a document in two languages, while the other column of the row says what it said. */
  isOneSided: z.boolean().default(false),
  /** Defined terms whose definition is touched, and questions whose answers are. */
  terms: z.array(name).default([]),
  questions: z.array(name).default([]),
  comments: z.array(z.object({ author: name, date: z.string().max(40).nullable(), text: z.string().max(10_000) })).default([]),
  /** The file it came in, and when that was read. */
  fileName: z.string().max(300).default(''),
  receivedAt: z.string().max(40).default(''),
})
export type Deviation = Readonly<z.infer<typeof deviationSchema>>

/** A row that an accepted deviation added has this id. */
export const addedRowId = (deviationId: string): string => `deviation:${deviationId}`
