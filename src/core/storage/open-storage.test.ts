import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { agreementFixture, matching, temporaryFolder, testEnvironment } from '../../../tests/support/core.ts'
import { draftIdSchema } from '../../shared/contract/ids.ts'
import { listBackups } from './backups.ts'
import { connect } from './connection.ts'
import { migrate } from './migrate.ts'
import { openStorage, type Storage } from './open-storage.ts'
import { toStorageError } from './storage-error.ts'

const id = draftIdSchema.parse('draft-1')

async function open(folder: string, start?: string): Promise<Storage> {
  const { environment } = testEnvironment(folder, start)
  return openStorage({ folder, now: environment.now, log: environment.log })
}

function addDraft(storage: Storage, answer: string): void {
  storage.contents.put(agreementFixture(), 'hash', '2026-01-01T00:00:00.000Z')
  storage.drafts.insert({ id, contentHash: 'hash', name: 'Draft', languages: ['de'], at: '2026-01-01T00:00:00.000Z' })
  storage.drafts.saveAnswer(id, 'purpose', answer, answer, '2026-01-01T00:00:00.000Z')
}

/** A folder with a database whose state is also in a backup, and a later answer that is not. */
async function folderWithBackup(): Promise<string> {
  const folder = temporaryFolder()
  const storage = await open(folder)
  addDraft(storage, 'backed up')
  expect(await storage.backUp()).toBe(true)
  storage.drafts.saveAnswer(id, 'purpose', 'later', 'later', '2026-01-01T00:00:01.000Z')
  await storage.close()
  return folder
}

const overwrite = (file: string, position: number, text: string): void => {
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, Buffer.from(text), 0, undefined, position)
}

describe('a damaged database', () => {
  test.each<[string, (file: string) => void]>([
    ['a text file in its place', (file) => writeFileSync(file, 'This is not a database, but long enough to look at. '.repeat(100))],
    ['an overwritten header', (file) => overwrite(file, 0, 'garbage garbage garbage')],
    ['an overwritten page in the middle', (file) => overwrite(file, 4096 * 2, 'x'.repeat(4096 * 3))],
    ['a file cut in half', (file) => truncateSync(file, Math.floor(statSync(file).size / 2))],
  ])('%s is set aside and the newest backup comes back', async (_, damageIt) => {
    const folder = await folderWithBackup()
    const file = join(folder, 'musubi.db')
    damageIt(file)
    const broken = readFileSync(file)
    const storage = await open(folder, '2026-11-24T08:00:00.000Z')
    expect(storage.problems).toMatchObject([{ code: 'databaseDamaged', details: { restoredFrom: matching(/^2026-11-23T08:00:0/u) } }])
    expect(storage.drafts.answers(id)).toEqual({ purpose: 'backed up' })
    const { setAside = '' } = storage.problems[0]?.details ?? {}
    expect(readFileSync(join(folder, setAside, 'musubi.db'))).toEqual(broken)
    await storage.close()
    expect((await open(folder)).problems).toEqual([])
  })
  test('passes over a damaged backup to an older sound one', async () => {
    const folder = await folderWithBackup()
    const storage = await open(folder, '2026-11-24T08:00:00.000Z')
    await storage.backUp()
    await storage.close()
    const [newest] = listBackups(join(folder, 'backups'))
    writeFileSync(newest?.file ?? '', 'no database')
    writeFileSync(join(folder, 'musubi.db'), 'no database either'.repeat(99))
    const restored = await open(folder, '2026-11-25T08:00:00.000Z')
    expect(restored.problems[0]?.details).toMatchObject({ restoredFrom: matching(/^2026-11-23T08:00:0/u) })
    await restored.close()
  })
  test('starts empty when there is no backup, and says so', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'musubi.db'), 'no database'.repeat(99))
    const storage = await open(folder)
    expect(storage.problems).toMatchObject([{ code: 'databaseDamaged' }])
    expect(storage.problems[0]?.details).not.toHaveProperty('restoredFrom')
    expect(storage.drafts.list({ search: '', isTrash: false })).toEqual([])
    await storage.close()
  })
  test('of which only the search index is hurt keeps every answer', async () => {
    const folder = await folderWithBackup()
    const connection = connect(join(folder, 'musubi.db'))
    connection.unsafeMode(true).exec(`UPDATE answer_search_data SET block = x'00000000ffffffff' WHERE id > 10`)
    connection.close()
    const storage = await open(folder)
    expect(storage.problems).toEqual([])
    expect(storage.drafts.answers(id)).toEqual({ purpose: 'later' })
    expect(storage.drafts.list({ search: 'later', isTrash: false })).toHaveLength(1)
    await storage.close()
  })
  test('that went missing comes back from its backup', async () => {
    const folder = await folderWithBackup()
    rmSync(join(folder, 'musubi.db'))
    const storage = await open(folder)
    expect(storage.problems).toMatchObject([{ code: 'databaseDamaged', details: { restoredFrom: matching(/^2026-11-23T08:00:0/u) } }])
    expect(storage.drafts.answers(id)).toEqual({ purpose: 'backed up' })
    await storage.close()
  })
})

describe('opening', () => {
  test('refuses a database from a newer version and leaves it alone', async () => {
    const folder = temporaryFolder()
    const connection = connect(join(folder, 'musubi.db'))
    connection.pragma('user_version = 90')
    connection.close()
    await expect(open(folder)).rejects.toMatchObject({ code: 'databaseFromFuture', details: { version: '90', supported: '80' } })
    expect(readdirSync(folder).filter((name) => name.startsWith('damaged'))).toEqual([])
  })
  test('backs up before migrating', async () => {
    const folder = temporaryFolder()
    const connection = connect(join(folder, 'musubi.db'))
    migrate(connection, 30)
    connection.close()
    await (await open(folder)).close()
    expect(listBackups(join(folder, 'backups')).map(({ reason }) => reason)).toEqual(['migration'])
  })
  test('says that the folder cannot be written', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file'), '')
    await expect(open(join(folder, 'file', 'data'))).rejects.toMatchObject({ code: 'databaseReadOnly', isRetryable: true })
    mkdirSync(join(folder, 'musubi.db'))
    await expect(open(folder)).rejects.toMatchObject({ code: 'databaseReadOnly' })
  })
  test('waits for nobody for ever: a second writer is told that the database is busy', async () => {
    const folder = temporaryFolder()
    const storage = await open(folder)
    addDraft(storage, 'x')
    const other = connect(join(folder, 'musubi.db'))
    other.pragma('busy_timeout = 10')
    storage.atomically(() => {
      let failure: unknown
      try {
        other.exec('UPDATE drafts SET name = name')
      } catch (error) {
        failure = toStorageError(error)
      }
      expect(failure).toMatchObject({ code: 'databaseBusy', isRetryable: true })
    })
    other.close()
    await storage.close()
  })
  test('a full disk is told as such, and what was saved before stays', async () => {
    const folder = temporaryFolder()
    const storage = await open(folder)
    addDraft(storage, 'kept')
    await storage.close()
    const connection = connect(join(folder, 'musubi.db'))
    connection.pragma(`max_page_count = ${Number(connection.pragma('page_count', { simple: true }))}`)
    let failure: unknown
    try {
      connection.prepare('UPDATE answers SET value = ?').run(JSON.stringify('x'.repeat(900_000)))
    } catch (error) {
      failure = toStorageError(error)
    }
    expect(failure).toMatchObject({ code: 'diskFull', isRetryable: true })
    expect(connection.prepare('SELECT value FROM answers').pluck().get()).toBe('"kept"')
    connection.close()
  })
  test('leaves bugs unclassified', () => {
    const connection = connect(':memory:')
    const failure = (() => {
      try {
        return connection.exec('SELECT nonsense')
      } catch (error) {
        return error
      }
    })()
    expect(toStorageError(failure)).toBe(failure)
  })
})

describe('backups', () => {
  test('are made once a day and seven are kept', async () => {
    const folder = temporaryFolder()
    for (let day = 10; day < 20; day += 1) {
      const storage = await open(folder, `2026-11-${day}T08:00:00.000Z`)
      expect(await storage.backUp()).toBe(true)
      expect(await storage.backUp()).toBe(false)
      await storage.close()
    }
    const backups = listBackups(join(folder, 'backups'))
    expect(backups.map(({ at }) => at.slice(8, 10))).toEqual(['19', '18', '17', '16', '15', '14', '13'])
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(7)
  })
  test('are made in each hour of work, so that a damaged file costs an hour at most; three of these are kept', async () => {
    const folder = temporaryFolder()
    for (let hour = 10; hour < 16; hour += 1) {
      const storage = await open(folder, `2026-11-10T${hour}:${hour}:00.000Z`)
      expect(await storage.backUp()).toBe(true)
      await storage.close()
    }
    const backups = listBackups(join(folder, 'backups'))
    expect(backups.map(({ at, reason }) => `${reason} ${at.slice(11, 13)}`)).toEqual(['hourly 15', 'hourly 14', 'hourly 13', 'daily 10'])
  })
  test('that fail do not stop the work', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'backups'), 'a file where the folder should be')
    const storage = await open(folder)
    expect(await storage.backUp()).toBe(false)
    addDraft(storage, 'goes on')
    await storage.close()
    expect(existsSync(join(folder, 'musubi.db-wal'))).toBe(false)
  })
})
