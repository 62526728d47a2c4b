import { type Connection } from './connection.ts'

const indexNames = ['draft_search', 'answer_search'] as const

/** What SQLite's own check says about a database; empty when it is sound. Throws when it is too damaged to be checked. */
export function damage(connection: Connection): readonly string[] {
  const rows = connection.prepare('PRAGMA quick_check(20)').pluck().all()
  return rows.map(String).filter((row) => row !== 'ok')
}

/**
 * Rebuilds the search index when it alone is damaged: it can be made anew from the answers, so no backup needs to be taken for it.
 * Returns whether the database is sound afterwards.
 */
export function repairSearch(connection: Connection, findings: readonly string[]): boolean {
  if (!findings.every((finding) => indexNames.some((name) => finding.includes(name)))) return false
  for (const name of indexNames) connection.exec(`INSERT INTO ${name} (${name}) VALUES ('rebuild')`)
  return damage(connection).length === 0
}
