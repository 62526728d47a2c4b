/** Everything core needs from outside, so that it never reads a clock, makes ids or picks paths by itself. */
export type CoreEnvironment = {
  /** The present moment, ISO 8601 with time, UTC. */
  readonly now: () => string
  /** A new unique id. */
  readonly newId: () => string
  /** Folder of the database and its backups. */
  readonly dataFolder: string
  /** Folder with agreements, clauses, checklists and law.yaml. */
  readonly templatesFolder: string
  readonly version: string
  /** Takes an event name and harmless details: no names, answers, document text or full paths. */
  readonly log: (event: string, details?: Readonly<Record<string, string | number | boolean>>) => void
}
