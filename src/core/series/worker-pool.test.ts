import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../../tests/support/core.ts'
import { seriesAgreement } from './testing/series-agreement.ts'
import { createWorkerPool, defaultJobs } from './worker-pool.ts'
import type { SeriesPlan } from './write-row.ts'

const party = { name: 'Aoba KK', shortName: 'Aoba', address: { city: 'Sendai' }, signatories: [{ name: 'Ito' }] }
const job = (row: number) => ({ row, name: `row-${row}`, answers: { company: party, purpose: 'x' } })

function begin(change: Partial<SeriesPlan> = {}) {
  const folder = join(temporaryFolder(), 'out')
  mkdirSync(folder)
  const plan: SeriesPlan = {
    content: seriesAgreement,
    contentHash: 'hash',
    languages: ['de'],
    formats: ['docx'],
    date: '2027-01-15T00:00:00Z',
    author: '',
    hasData: false,
    programVersion: '',
    folder,
    mayOverwrite: false,
    token: 'token',
    ...change,
  }
  const pool = createWorkerPool(plan)
  onTestFinished(pool.close)
  return { folder, pool }
}

test('writes rows one after the other and at the same time', async () => {
  const { folder, pool } = begin()
  expect(await pool.write(job(2))).toMatchObject({ kind: 'written', row: 2 })
  expect((await Promise.all([pool.write(job(3)), pool.write(job(4))])).map(({ row }) => row)).toEqual([3, 4])
  expect(readdirSync(folder).toSorted()).toEqual(['row-2.docx', 'row-3.docx', 'row-4.docx'])
}, 30_000)

test('a file that appeared in the meantime is left alone', async () => {
  const { pool } = begin()
  await pool.write(job(2))
  expect(await pool.write(job(2))).toEqual({ kind: 'failed', row: 2, code: 'fileExists' })
}, 30_000)

test('a folder that went away is told row by row', async () => {
  const { pool } = begin({ folder: join(temporaryFolder(), 'gone') })
  expect(await pool.write(job(2))).toEqual({ kind: 'failed', row: 2, code: 'fileNotWritable' })
}, 30_000)

test('a thread that dies costs its row and no more', async () => {
  // A plan no thread accepts stands for whatever ends one, such as a document that needs more memory than there is.
  const { pool } = begin({ formats: [], token: 'x', content: { ...seriesAgreement, version: 'none' } })
  expect(await pool.write(job(2))).toEqual({ kind: 'failed', row: 2, code: 'exportFailed' })
  expect(await pool.write(job(3))).toEqual({ kind: 'failed', row: 3, code: 'exportFailed' })
}, 30_000)

test('leaves a core to everything else', () => {
  expect(defaultJobs()).toBeGreaterThanOrEqual(1)
  expect(defaultJobs()).toBeLessThanOrEqual(8)
})
