import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { possibleColumns, resolveColumn } from '../src/core/series/columns.ts'
import { tableText } from '../src/core/series/write-table.ts'
import { type Answers, answersSchema } from '../src/engine/answers.ts'
import { loadSample } from './sample.ts'

/** A figure of the series and whether it keeps its limit. */
export type SeriesBenchResult = { readonly name: string; readonly value: string; readonly limit: string; readonly holds: boolean }

const count = 1000
const maximumMegabytes = 700
/** Two jobs on two free cores; a machine with one core, or one that others keep busy, cannot show it. */
const leastSpeedUp = 1.3
const mostForeignShare = 0.1

const measuredSchema = z.object({ seconds: z.number(), ownSeconds: z.number(), foreignShare: z.number(), megabytes: z.number(), done: z.int() })
type Measured = z.infer<typeof measuredSchema>

/** Writes a table of mutual NDAs as PDF and DOCX, each in a process of its own so that its memory can be told: with one job, then with two. */
export async function benchSeries(): Promise<readonly SeriesBenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'musubi-bench-'))
  try {
    const table = join(folder, 'table.csv')
    await writeFile(table, await makeTable())
    const one = await run(table, join(folder, 'one'), 1)
    const two = await run(table, join(folder, 'two'), 2)
    return [speed('series, 1,000 NDAs, one job', one), speed('series, 1,000 NDAs, two jobs', two), comparison(one, two)]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function comparison(one: Measured, two: Measured): SeriesBenchResult {
  const speedUp = one.seconds / two.seconds
  const foreignShare = Math.max(one.foreignShare, two.foreignShare)
  const isFree = availableParallelism() >= 2 && foreignShare <= mostForeignShare
  const place = isFree ? 'on free cores' : `told only: ${availableParallelism()} cores, ${Math.round(foreignShare * 100)} % of them busy with something else`
  return {
    name: 'series, two jobs against one',
    value: `${speedUp.toFixed(2)} times as fast, ${place}`,
    limit: `${leastSpeedUp} times`,
    holds: !isFree || speedUp >= leastSpeedUp,
  }
}

function speed(name: string, { seconds, ownSeconds, megabytes, done }: Measured): SeriesBenchResult {
  return {
    name,
    value: `${((2 * done) / seconds).toFixed(1)} documents per second, ${((ownSeconds / done) * 1000).toFixed(0)} ms of processor time a pair, ${megabytes.toFixed(0)} MB at the peak`,
    limit: `${maximumMegabytes} MB, all ${count} rows`,
    holds: megabytes <= maximumMegabytes && done === count,
  }
}

/** The sample of the mutual NDA for a thousand partners, none like the other. */
async function makeTable(): Promise<string> {
  const { content, answers } = await loadSample('mutual-nda')
  const questions = content.pages.flatMap((page) => page.questions)
  const byId = new Map(questions.map((question) => [question.id, question] as const))
  const party = answersSchema.parse(answers['party_b'])
  const rows = Array.from({ length: count }, (_, index): Answers => ({
    ...answers,
    party_b: { ...party, name: `Isarblick ${index + 1} GmbH`, shortName: `Isarblick ${index + 1}` },
  }))
  const columns = questions
    .flatMap((question) => possibleColumns(question, 2))
    .filter((column, _, all) => !all.includes(`${column}.de`) && !column.endsWith('.ja'))
    .flatMap((column) => resolveColumn(byId, column) ?? [])
  return tableText(columns, rows, 'en')
}

function run(table: string, folder: string, jobs: number): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'series-run.ts'), table, folder, String(jobs)], { stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(measuredSchema.parse(JSON.parse(out)))
      else reject(new Error(`the series ended with ${code ?? 'a signal'}`))
    })
  })
}
