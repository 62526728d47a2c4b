import { expect, test } from 'vitest'
import { type Connection, connect, schemaVersion } from './connection.ts'
import { currentVersion, migrate, migrations, refuseFuture } from './migrate.ts'

/** A database in memory brought up to a version. */
function databaseAt(version: number): Connection {
  const connection = connect(':memory:')
  migrate(connection, version)
  expect(schemaVersion(connection)).toBe(version)
  return connection
}

const addDraft = (connection: Connection, name: string): void => {
  connection.exec(`INSERT OR IGNORE INTO contents VALUES ('hash', 'agreement', 'small-nda', '1.0.0', '{}', '2026-01-01')`)
  connection
    .prepare(`INSERT INTO drafts (id, content_hash, name, languages, created_at, updated_at) VALUES (?, 'hash', ?, '["de"]', '2026-01-01', '2026-01-02')`)
    .run(name, name)
}

test('migrations grow by number and have a test each', () => {
  const versions = migrations.map(({ version }) => version)
  expect(versions).toEqual(versions.toSorted((left, right) => left - right))
  // A new migration fails here until it gets a test below that starts one version before it, with rows in place.
  expect(versions).toEqual([10, 20, 30, 40, 50, 60, 70, 80])
})

test('0010 makes drafts and answers out of nothing', () => {
  const connection = databaseAt(0)
  expect(migrate(connection, 10)).toBe(1)
  addDraft(connection, 'one')
  connection.exec(`INSERT INTO answers (draft, question, value, updated_at) VALUES (1, 'purpose', '"x"', '2026-01-02')`)
  expect(() => connection.exec(`INSERT INTO answers (draft, question, value, updated_at) VALUES (1, 'law', 'no json', '2026-01-02')`)).toThrow()
  expect(() => connection.exec(`INSERT INTO answers (draft, question, value, updated_at) VALUES (9, 'law', '1', '2026-01-02')`)).toThrow()
  connection.exec('DELETE FROM drafts')
  expect(connection.prepare('SELECT count(*) FROM answers').pluck().get()).toBe(0)
})

test('0020 adds revisions to drafts that exist', () => {
  const connection = databaseAt(10)
  addDraft(connection, 'one')
  migrate(connection, 20)
  connection.exec(`INSERT INTO revisions VALUES ('r', 1, 1, 'First', 'hash', '{}', 0, '2026-01-03')`)
  expect(() => connection.exec(`INSERT INTO revisions VALUES ('s', 1, 1, 'Same number', 'hash', '{}', 0, '2026-01-03')`)).toThrow()
  expect(connection.prepare('SELECT name FROM drafts').pluck().all()).toEqual(['one'])
})

test('0030 adds settings beside drafts and revisions', () => {
  const connection = databaseAt(20)
  addDraft(connection, 'one')
  connection.exec(`INSERT INTO revisions VALUES ('r', 1, 1, 'First', 'hash', '{}', 0, '2026-01-03')`)
  migrate(connection, 30)
  connection.exec(`INSERT INTO settings VALUES ('theme', '"dark"')`)
  expect(connection.prepare('SELECT count(*) FROM revisions').pluck().get()).toBe(1)
})

test('0040 makes drafts and answers from before findable', () => {
  const connection = databaseAt(30)
  addDraft(connection, 'Forschungskooperation')
  connection.exec(`INSERT INTO answers (draft, question, value, updated_at) VALUES (1, 'staff', '[{"name":"Sato"},{"name":"光学株式会社"},7]', '2026-01-02')`)
  migrate(connection, 40)
  const drafts = connection.prepare('SELECT rowid FROM draft_search WHERE draft_search MATCH ?').pluck()
  const answers = connection.prepare('SELECT rowid FROM answer_search WHERE answer_search MATCH ?').pluck()
  expect(drafts.all('"kooperation"')).toEqual([1])
  expect(answers.all('"sato"')).toEqual([1])
  expect(answers.all('"株式会社"')).toEqual([1])
  connection.exec(`UPDATE answers SET words = 'Tanaka' WHERE number = 1`)
  expect([answers.all('"sato"'), answers.all('"tanaka"')]).toEqual([[], [1]])
  connection.exec('DELETE FROM drafts')
  expect([drafts.all('"kooperation"'), answers.all('"tanaka"')]).toEqual([[], []])
  expect(connection.prepare('PRAGMA integrity_check').pluck().all()).toEqual(['ok'])
})

test('0050 adds deviations to drafts and revisions that exist', () => {
  const connection = databaseAt(40)
  addDraft(connection, 'one')
  connection.exec(`INSERT INTO revisions VALUES ('r', 1, 1, 'First', 'hash', '{}', 0, '2026-01-03')`)
  migrate(connection, 50)
  expect(connection.prepare('SELECT deviations FROM revisions').pluck().all()).toEqual(['[]'])
  connection.exec(`INSERT INTO deviations VALUES (1, 0, 'd', '{}')`)
  expect(() => connection.exec(`INSERT INTO deviations VALUES (1, 1, 'd', '{}')`)).toThrow()
  expect(() => connection.exec(`INSERT INTO deviations VALUES (1, 1, 'e', 'no json')`)).toThrow()
  connection.exec('DELETE FROM drafts')
  expect(connection.prepare('SELECT count(*) FROM deviations').pluck().get()).toBe(0)
})

test('0060 adds suites beside drafts that exist; a draft outlives its suite, not the other way round', () => {
  const connection = databaseAt(50)
  addDraft(connection, 'one')
  migrate(connection, 60)
  connection.exec(`INSERT INTO suites VALUES ('s', '{}', 'Suite', '["de"]', '{}', '2026-01-03')`)
  connection.exec(`INSERT INTO suite_drafts VALUES ('s', 'nda', 1)`)
  expect(() => connection.exec(`INSERT INTO suite_drafts VALUES ('s', 'other', 1)`)).toThrow()
  expect(() => connection.exec(`INSERT INTO suites VALUES ('t', 'no json', 'Suite', '["de"]', '{}', '2026-01-03')`)).toThrow()
  connection.exec('DELETE FROM suites')
  expect(connection.prepare('SELECT name FROM drafts').pluck().all()).toEqual(['one'])
  expect(connection.prepare('SELECT count(*) FROM suite_drafts').pluck().get()).toBe(0)
})

test('0070 adds runs beside drafts that exist; a run outlives the one it continues', () => {
  const connection = databaseAt(60)
  addDraft(connection, 'one')
  addDraft(connection, 'two')
  migrate(connection, 70)
  expect(connection.prepare('SELECT name FROM drafts ORDER BY number').pluck().all()).toEqual(['one', 'two'])
  connection.exec(`INSERT INTO runs (draft, previous) VALUES (2, 1)`)
  expect(() => connection.exec(`INSERT INTO runs (draft, former) VALUES (1, 'no json')`)).toThrow()
  expect(() => connection.exec(`INSERT INTO runs (draft) VALUES (9)`)).toThrow()
  connection.exec('DELETE FROM drafts WHERE number = 1')
  expect(connection.prepare('SELECT draft, previous, former FROM runs').all()).toEqual([{ draft: 2, previous: null, former: '[]' }])
  connection.exec('DELETE FROM drafts')
  expect(connection.prepare('SELECT count(*) FROM runs').pluck().get()).toBe(0)
})

test('0080 links findings of runs to drafts that exist; a link goes with either of them', () => {
  const connection = databaseAt(70)
  for (const name of ['draft', 'run', 'other run']) addDraft(connection, name)
  migrate(connection, 80)
  connection.exec(`INSERT INTO findings VALUES (1, 2, 'secrets_listed', NULL, '2026-01-03'), (1, 3, 'secrets_listed', 'taken', '2026-01-03')`)
  expect(() => connection.exec(`INSERT INTO findings VALUES (1, 2, 'secrets_listed', NULL, '2026-01-04')`)).toThrow()
  expect(() => connection.exec(`INSERT INTO findings VALUES (1, 2, 'other', 'perhaps', '2026-01-03')`)).toThrow()
  expect(() => connection.exec(`INSERT INTO findings VALUES (1, 1, 'itself', NULL, '2026-01-03')`)).toThrow()
  expect(() => connection.exec(`INSERT INTO findings VALUES (1, 9, 'nowhere', NULL, '2026-01-03')`)).toThrow()
  connection.exec('DELETE FROM drafts WHERE number = 2')
  expect(connection.prepare('SELECT run FROM findings').pluck().all()).toEqual([3])
  connection.exec('DELETE FROM drafts WHERE number = 1')
  expect(connection.prepare('SELECT count(*) FROM findings').pluck().get()).toBe(0)
})

test('a step that fails leaves the version and the tables as they were', () => {
  const connection = databaseAt(10)
  connection.exec('CREATE TABLE revisions (id TEXT)')
  expect(() => migrate(connection)).toThrow()
  expect(schemaVersion(connection)).toBe(10)
})

test('refuses a database from the future', () => {
  const connection = databaseAt(currentVersion)
  expect(() => refuseFuture(connection)).not.toThrow()
  connection.pragma(`user_version = ${currentVersion + 10}`)
  expect(() => refuseFuture(connection)).toThrow('databaseFromFuture')
})

test('every table except the search index is strict, and the safe settings hold', () => {
  const connection = databaseAt(currentVersion)
  const loose = connection
    .prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`)
    .pluck()
    .all()
  expect(loose).toEqual([])
  for (const [pragma, value] of [
    ['foreign_keys', 1],
    ['trusted_schema', 0],
    ['synchronous', 2],
    ['secure_delete', 1],
  ] as const) {
    expect([pragma, connection.pragma(pragma, { simple: true })]).toEqual([pragma, value])
  }
})

test('lists by time and answers by draft use their indexes', () => {
  const connection = databaseAt(currentVersion)
  const plan = (sql: string) => JSON.stringify(connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all())
  expect(plan('SELECT * FROM drafts WHERE trashed_at IS NULL ORDER BY updated_at DESC, number DESC')).toContain('drafts_by_time')
  expect(plan('SELECT * FROM answers WHERE draft = 1')).toContain('SEARCH answers')
})
