import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, onTestFinished, test, describe } from 'vitest'
import { reopenFile } from '../embedding/reopen-file.ts'
import { temporaryFolder } from '../../../tests/support/core.ts'
import { checkSeries, type SeriesSetup } from './check-series.ts'
import { runSeries, type SeriesObserver, type SeriesTarget } from './run-series.ts'
import { openTableFile } from './table-file.ts'
import { goodCells, seriesAgreement } from './testing/series-agreement.ts'

const setup: SeriesSetup = { content: seriesAgreement, languages: ['de'], common: {}, hasGaps: false, isFinal: false }
const quiet: SeriesObserver = { signal: new AbortController().signal, onProgress: () => undefined }

/** A table of rows that differ from the good one. */
const tableOf = (rows: readonly Readonly<Record<string, string>>[]): string => {
  const headers = [...new Set([...Object.keys(goodCells), ...rows.flatMap((row) => Object.keys(row))])]
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  return [headers, ...rows.map((row) => headers.map((header) => row[header] ?? goodCells[header] ?? ''))]
    .map((cells) => `${cells.map(quoted).join(';')}\r\n`)
    .join('')
}

async function begin(text: string, change: Partial<SeriesSetup> = {}) {
  const folder = temporaryFolder()
  const [file, out] = [join(folder, 'table.csv'), join(folder, 'out')]
  mkdirSync(out)
  writeFileSync(file, text)
  const table = await openTableFile(file)
  onTestFinished(table.close)
  const all = { ...setup, ...change }
  return {
    file,
    out,
    check: (signal = quiet.signal, onProgress: (rows: number) => void = () => undefined) => checkSeries(table, all, { signal, onProgress }),
    run: async (target: Partial<SeriesTarget> = {}, observer: Partial<SeriesObserver> = {}) =>
      runSeries(
        table,
        all,
        await checkSeries(table, all, { signal: quiet.signal, onProgress: () => undefined }),
        {
          contentHash: 'hash',
          formats: ['pdf', 'docx'],
          draft: undefined,
          date: '2027-01-15T00:00:00Z',
          author: '',
          hasData: true,
          programVersion: '0.1.0',
          folder: out,
          token: 'token',
          jobs: 2,
          existing: 'refuse',
          listLanguage: 'en',
          ...target,
        },
        { ...quiet, ...observer },
      ),
  }
}

const lines = (checked: Awaited<ReturnType<typeof checkSeries>>): readonly string[] =>
  checked.problems.kept().map(({ severity, row, column, message }) => `${severity} ${row} ${column}: ${message.en}`)

describe('checking a series', () => {
  test('finds good rows and says by row and column what is wrong with the others', async () => {
    const { check } = await begin(
      tableOf([
        {},
        { 'company.address.city': '', 'purpose.en': '' },
        { staff: '101', law: 'german-law' },
        { staff: '=1+1', 'company.name': '=cmd' },
        { file: 'one' },
        { file: 'ONE.pdf' },
        { file: '../evil' },
      ]),
    )
    const checked = await check()
    expect(checked).toMatchObject({ rows: 7, delimiter: ';' })
    expect([...checked.names]).toEqual([
      [2, '00002-Isarblick'],
      [4, '00004-Isarblick'],
      [6, 'one'],
    ])
    expect(lines(checked)).toEqual([
      'error 3 company.address.city: missing - Company',
      'warning 4 staff: contradiction - Too many people',
      'error 5 company.name: this looks like a formula, and formulas are never worked out; write the value itself, or an apostrophe before a text that begins like this',
      'error 5 staff: this looks like a formula, and formulas are never worked out; write the value itself, or an apostrophe before a text that begins like this',
      'error 7 file: row 6 has the same file name',
      'error 8 file: a file name has no folders, none of < > : " / \\ | ? * and no dot at its beginning or end',
    ])
    expect(checked.preview).toHaveLength(5)
  })
  test('asks for every language of the document, leaves gaps when told, and refuses open points in a final document', async () => {
    const rows = tableOf([{ 'purpose.en': '' }, { staff: '?' }])
    const of = async (change: Partial<SeriesSetup>) => lines(await (await begin(rows, change)).check())
    expect(await of({ languages: ['de', 'en'] })).toEqual(['error 2 purpose.en: missing - Purpose'])
    expect(await of({ languages: ['de', 'en'], hasGaps: true })).toEqual([])
    expect(await of({ isFinal: true })).toEqual(['error 3 staff: open in a final document - Staff'])
  })
  test('refuses unknown columns before any row', async () => {
    const { check } = await begin('company.nam;zzz\n1;2\n')
    await expect(check()).rejects.toMatchObject({ code: 'tableColumns', problems: [{ column: 'company.nam' }, { column: 'zzz' }] })
  })
  test('names files after the parties that have columns', async () => {
    const party = { name: 'Kaminari', shortName: 'Kaminari', address: { city: 'Sendai' }, signatories: [{ name: 'Sato' }] }
    const { check } = await begin('partner.shortName;partner.name;partner.address.city;partner.signatories.0.name\nAoba;Aoba KK;Sendai;Ito\n', {
      common: { company: party, purpose: 'x' },
    })
    expect([...(await check()).names.values()]).toEqual(['00002-Aoba'])
  })
  test('stops when told', async () => {
    const { check } = await begin(tableOf([{}]))
    await expect(check(AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped')
  })
  test('holds one row of 10,000 in memory at a time', async () => {
    const { check } = await begin(
      tableOf(Array.from({ length: 10_000 }, (_, row) => ({ title: `${row} ${'x'.repeat(2000)}`, ...(row % 2 === 0 ? {} : { staff: 'many' }) }))),
    )
    const before = heap()
    let highest = 0
    const checked = await check(quiet.signal, (rows) => {
      if (rows % 2000 === 0) highest = Math.max(highest, heap())
    })
    // The table has 22 MB; what is kept is a name or a message a row.
    expect(highest - before).toBeLessThan(16 * 1024 * 1024)
    expect([checked.rows, checked.names.size, checked.problems.count()]).toEqual([10_000, 0, 15_000])
  }, 120_000)
  test('keeps a bounded part of endless problems and counts all', async () => {
    const bad = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`items.${index}.count`, 'x']))
    const { check } = await begin(tableOf(Array.from({ length: 1000 }, () => bad)))
    const { problems } = await check()
    expect(problems.count()).toBeGreaterThan(39_000)
    expect(problems.kept().length).toBeLessThan(27_000)
    expect(problems.kept()[25]).toMatchObject({ row: 2, message: { en: expect.stringMatching(/^and \d+ more problems in this row$/u) } })
  }, 60_000)
})

/** What is still in use after the garbage is gone. */
function heap(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') Reflect.apply(collect, undefined, [])
  return process.memoryUsage().heapUsed
}

describe('running a series', () => {
  test('writes a pair of files for each good row and a list of what is wrong with the others', async () => {
    const { run, out } = await begin(tableOf([{}, { 'company.name': '' }, { 'company.shortName': 'Aoba' }, { staff: '@x' }, { file: 'third' }]))
    const seen: number[] = []
    const result = await run({}, { onProgress: ({ done }) => seen.push(done) })
    expect(result).toMatchObject({ done: 3, failed: 2, skipped: 0, of: 5, stopped: undefined, problemCount: 2, errorsFile: 'errors.csv' })
    expect(seen.toSorted((one, other) => one - other)).toEqual(seen)
    expect(readdirSync(out).toSorted()).toEqual([
      '00002-Isarblick.docx',
      '00002-Isarblick.pdf',
      '00004-Aoba.docx',
      '00004-Aoba.pdf',
      'errors.csv',
      'third.docx',
      'third.pdf',
    ])
    expect(readFileSync(join(out, 'errors.csv'), 'utf8')).toBe(
      '\uFEFFrow;column;kind;problem\r\n3;company.name;error;missing - Company\r\n5;staff;error;"this looks like a formula, and formulas are never worked out; write the value itself, or an apostrophe before a text that begins like this"\r\n',
    )
  }, 60_000)
  test('writes files that reopen with the answers of their row', async () => {
    const { run, out } = await begin(tableOf([{ staff: '12' }]))
    await run()
    for (const format of ['pdf', 'docx']) {
      const reopened = reopenFile(readFileSync(join(out, `00002-Isarblick.${format}`)))
      expect(reopened).toMatchObject({ draft: { answers: { staff: 12, purpose: { de: 'Prüfung von Glas' } } } })
    }
  }, 60_000)
  test('gives the same bytes with any number of jobs', async () => {
    const text = tableOf(Array.from({ length: 6 }, (_, row) => ({ 'purpose.de': `Zweck ${row}`, 'company.shortName': `P${row}` })))
    const hashes = async (jobs: number) => {
      const { run, out } = await begin(text)
      expect(await run({ jobs })).toMatchObject({ done: 6 })
      return readdirSync(out)
        .toSorted()
        .map((name) => [
          name,
          createHash('sha256')
            .update(readFileSync(join(out, name)))
            .digest('hex'),
        ])
    }
    const one = await hashes(1)
    expect(one).toHaveLength(12)
    expect(new Set(one.map(([, hash]) => hash)).size).toBe(12)
    expect(await hashes(3)).toEqual(one)
  }, 60_000)
  test('refuses to start where its files are, whatever their case, and replaces or skips them when told', async () => {
    const { run, out } = await begin(tableOf([{}, { 'company.shortName': 'Aoba' }]))
    writeFileSync(join(out, '00002-ISARBLICK.pdf'), 'old')
    await expect(run()).rejects.toMatchObject({ code: 'seriesFilesExist', details: { count: '1', file: '00002-Isarblick.pdf' } })
    expect(readdirSync(out)).toEqual(['00002-ISARBLICK.pdf'])
    // Half of a pair is not a row that is there.
    await expect(run({ existing: 'skip' })).rejects.toMatchObject({ code: 'seriesFilesExist' })
    expect(await run({ existing: 'skip', formats: ['pdf'] })).toMatchObject({ done: 1, skipped: 1 })
    expect(readFileSync(join(out, '00002-ISARBLICK.pdf'), 'utf8')).toBe('old')
    expect(await run({ existing: 'overwrite', formats: ['pdf'] })).toMatchObject({ done: 2, skipped: 0 })
  }, 60_000)
  test('leaves an earlier error list alone', async () => {
    const { run, out } = await begin(tableOf([{ staff: 'x' }]))
    writeFileSync(join(out, 'Errors.csv'), 'mine')
    expect(await run()).toMatchObject({ errorsFile: 'errors-2.csv', failed: 1 })
    expect(readFileSync(join(out, 'Errors.csv'), 'utf8')).toBe('mine')
  }, 60_000)
  test('stops between rows and leaves whole pairs only', async () => {
    const { run, out } = await begin(tableOf(Array.from({ length: 40 }, () => ({}))))
    const controller = new AbortController()
    const result = await run({}, { signal: controller.signal, onProgress: ({ done }) => (done === 3 ? controller.abort() : undefined) })
    expect(result.stopped).toBe('cancelled')
    expect(result.done).toBeGreaterThanOrEqual(3)
    expect(result.done).toBeLessThan(10)
    const files = readdirSync(out)
    expect(files).toHaveLength(result.done * 2)
    expect(files.filter((name) => !/\.(?:pdf|docx)$/u.test(name))).toEqual([])
  }, 60_000)
  test('refuses a folder that is not there', async () => {
    const { run, out } = await begin(tableOf([{}]))
    await expect(run({ folder: join(out, 'gone') })).rejects.toMatchObject({ code: 'fileNotWritable', details: { file: 'gone' } })
  })
  test('refuses a table that was saved in between', async () => {
    const { run, file, out } = await begin(tableOf([{}]))
    appendFileSync(file, '\r\n')
    await expect(run()).rejects.toMatchObject({ code: 'tableChanged', isRetryable: true })
    expect(readdirSync(out)).toEqual([])
  })
  test('a table that is not there, or is a folder, is refused by its name', async () => {
    const folder = temporaryFolder()
    await expect(openTableFile(join(folder, 'none.csv'))).rejects.toMatchObject({ code: 'fileNotReadable', details: { file: 'none.csv' } })
    await expect(openTableFile(folder)).rejects.toMatchObject({ code: 'fileNotReadable' })
  })
})
