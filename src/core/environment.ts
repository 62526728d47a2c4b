import type { TemplateFolders } from './content/read-sources.ts'

/** Everything core needs from outside, so that it never reads a clock, makes ids or picks paths by itself. */
export type CoreEnvironment = {
  /** The present moment, ISO 8601 with time, UTC. */
  readonly now: () => string
  /** A new unique id. */
  readonly newId: () => string
  /** Folder of the database and its backups. */
  readonly dataFolder: string
  /** Folders with agreements, clauses, checklists and law.yaml: what comes with the program, and what a person has written. */
  readonly templatesFolder: TemplateFolders
  /** The first of them as the build has bundled it; without it, or with own templates, the folders are read. */
  readonly templatesBundle?: string | undefined
  readonly version: string
  /** Takes an event name and harmless details: no names, answers, document text or full paths. */
  readonly log: (event: string, details?: Readonly<Record<string, string | number | boolean>>) => void
}
