// The private channel between main and the core process. The page never sees it: it is where file paths travel.
import { z } from 'zod'

/** What main tells the core process. */
export const toCoreSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('start'),
    dataFolder: z.string().min(1),
    templatesFolder: z.string().min(1),
    /** A person's own templates; need not exist. */
    ownTemplatesFolder: z.string().min(1),
    /** File of the build with the templates that come with the program. */
    templatesBundle: z.string().min(1),
    version: z.string().min(1),
  }),
  /** A page's port follows: as a transferred port, or, where ports cannot be transferred, as messages relayed under this id. */
  z.object({ kind: z.literal('pagePort'), portId: z.number().int() }),
  z.object({ kind: z.literal('relayed'), portId: z.number().int(), data: z.unknown() }),
  z.object({ kind: z.literal('pagePortClosed'), portId: z.number().int() }),
  /** A file or folder a person chose in a dialog. */
  z.object({ kind: z.literal('file'), handle: z.string().min(1), path: z.string().min(1) }),
  z.object({ kind: z.literal('stop') }),
])
export type ToCore = z.infer<typeof toCoreSchema>

/** What the core process tells main. */
export const fromCoreSchema = z.discriminatedUnion('kind', [
  /** The process listens; it has not been given its folders yet. */
  z.object({ kind: z.literal('listening') }),
  z.object({ kind: z.literal('ready') }),
  /** The core cannot work with what it found, for example a database from a newer version. `code` is an error code or 'bug'. */
  z.object({ kind: z.literal('failed'), code: z.string() }),
  z.object({ kind: z.literal('fileRegistered'), handle: z.string() }),
  z.object({ kind: z.literal('relayed'), portId: z.number().int(), data: z.unknown() }),
  z.object({
    kind: z.literal('log'),
    event: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  }),
  z.object({ kind: z.literal('stopped') }),
])
export type FromCore = z.infer<typeof fromCoreSchema>

/** The longest single message a page may send, in characters; answers stay far below. */
export const maximumMessageLength = 16 * 1024 * 1024
