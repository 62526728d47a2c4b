import { readdir } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { type CheckedSeries, readSeries, type SeriesSetup } from './check-series.ts'
import { errorListText, type ListLanguage, saveErrorList } from './error-list.ts'
import { sameFile } from './file-names.ts'
import { problemMessage, type RowProblem } from './problems.ts'
import type { TableFile } from './table-file.ts'
import { createWorkerPool, type WorkerPool } from './worker-pool.ts'
import type { RowJob, RowOutcome, SeriesPlan } from './write-row.ts'

/** What to do when files of the series are there already: refuse to start, write over them, or leave out rows whose files are all there. */
export const existingChoices = ['refuse', 'overwrite', 'skip'] as const
export type ExistingChoice = (typeof existingChoices)[number]

/** How a series is run. `token` makes names of unfinished files unique. */
export type SeriesTarget = Omit<SeriesPlan, 'content' | 'languages' | 'mayOverwrite'> & {
  readonly jobs: number
  readonly existing: ExistingChoice
  readonly listLanguage: ListLanguage
}

export type SeriesProgress = { readonly done: number; readonly failed: number; readonly skipped: number; readonly of: number }
export type SeriesObserver = { readonly signal: AbortSignal; readonly onProgress: (progress: SeriesProgress) => void }

/** How a series ended. `stopped` says why rows are left over. `errorsFile` is the name of the error list in the folder, when there is one. */
export type SeriesResult = SeriesProgress & {
  readonly bytes: number
  readonly stopped: 'cancelled' | 'diskFull' | undefined
  readonly problems: readonly RowProblem[]
  readonly problemCount: number
  readonly errorsFile: string | undefined
}

/**
 * Writes the files of every row that was found good. Throws `seriesFilesExist` before anything is written, `fileNotWritable` when there is no such
 * folder. An aborted signal stops between rows: rows being written are finished, and the result says how far it came.
 */
export async function runSeries(
  table: TableFile,
  setup: SeriesSetup,
  checked: CheckedSeries,
  target: SeriesTarget,
  observer: SeriesObserver,
): Promise<SeriesResult> {
  const existing = await filesIn(target.folder)
  const skipped = new Set(target.existing === 'skip' ? rowsThatAreThere(checked, target, existing) : [])
  if (target.existing !== 'overwrite') refuseExisting(checked, target, existing, skipped)
  const { jobs, existing: choice, listLanguage, ...plan } = target
  const pool = createWorkerPool({ ...plan, content: setup.content, languages: setup.languages, mayOverwrite: choice === 'overwrite' })
  try {
    const result = await writeRows(table, setup, { checked, skipped, pool, jobs }, observer)
    const problems = checked.problems.kept()
    const problemCount = checked.problems.count()
    const errorsFile =
      problemCount === 0
        ? undefined
        : await saveErrorList(target.folder, existing, errorListText(problems, problemCount, listLanguage, checked.delimiter), target.token)
    return { ...result, problems, problemCount, errorsFile }
  } finally {
    await pool.close()
  }
}

type Work = { readonly checked: CheckedSeries; readonly skipped: ReadonlySet<number>; readonly pool: WorkerPool; readonly jobs: number }

async function writeRows(table: TableFile, setup: SeriesSetup, { checked, skipped, pool, jobs }: Work, { signal, onProgress }: SeriesObserver) {
  const of = checked.rows
  const [running, state] = [new Set<Promise<void>>(), { done: 0, failed: of - checked.names.size, bytes: 0, isDiskFull: false }]
  const progress = (): SeriesProgress => ({ done: state.done, failed: state.failed, skipped: skipped.size, of })
  const fail = (row: number, code: Parameters<typeof problemMessage>[0]): void => {
    state.failed += 1
    checked.problems.add([{ severity: 'error', row, column: '', message: problemMessage(code) }])
  }
  const settle = (outcome: RowOutcome): void => {
    if (outcome.kind === 'written') {
      state.done += 1
      state.bytes += outcome.bytes
    } else {
      fail(outcome.row, outcome.code)
      // Every further row would fail the same way.
      state.isDiskFull ||= outcome.code === 'diskFull'
    }
    onProgress(progress())
  }
  const isStopped = (): boolean => signal.aborted || state.isDiskFull
  onProgress(progress())
  for await (const job of goodRows(table, setup, checked, fail)) {
    if (isStopped()) break
    if (skipped.has(job.row)) continue
    const work: Promise<void> = pool.write(job).then(settle)
    running.add(work)
    void work.finally(() => running.delete(work))
    if (running.size >= jobs) await Promise.race(running)
  }
  await Promise.all(running)
  const isComplete = state.done + state.failed + skipped.size >= of
  const stopped = state.isDiskFull ? ('diskFull' as const) : signal.aborted && !isComplete ? ('cancelled' as const) : undefined
  return { ...progress(), bytes: state.bytes, stopped }
}

/** Reads the table again, because its answers were not kept, and gives the rows that were found good. */
async function* goodRows(
  table: TableFile,
  setup: SeriesSetup,
  { names }: CheckedSeries,
  fail: (row: number, code: 'tableChanged') => void,
): AsyncGenerator<RowJob> {
  const reading = await readSeries(table, setup)
  for await (const { number, cells } of reading.rows) {
    const name = names.get(number)
    if (name === undefined) continue
    const read = reading.understand(number, cells)
    if (read.name === name && read.problems.length === 0) yield { row: number, name, answers: read.answers }
    else fail(number, 'tableChanged')
  }
}

async function filesIn(folder: string): Promise<ReadonlySet<string>> {
  try {
    return new Set((await readdir(folder)).map(sameFile))
  } catch (error) {
    throw new AppError('fileNotWritable', { details: { file: basename(folder) }, isRetryable: true, cause: error })
  }
}

function filesOf(name: string, { formats }: Pick<SeriesTarget, 'formats'>): readonly string[] {
  return formats.map((format) => `${name}.${format}`)
}

function rowsThatAreThere({ names }: CheckedSeries, target: SeriesTarget, existing: ReadonlySet<string>): readonly number[] {
  return [...names].filter(([, name]) => filesOf(name, target).every((file) => existing.has(sameFile(file)))).map(([row]) => row)
}

function refuseExisting({ names }: CheckedSeries, target: SeriesTarget, existing: ReadonlySet<string>, skipped: ReadonlySet<number>): void {
  const files = [...names].filter(([row]) => !skipped.has(row)).flatMap(([, name]) => filesOf(name, target).filter((file) => existing.has(sameFile(file))))
  const [file] = files
  if (file !== undefined) throw new AppError('seriesFilesExist', { details: { file, count: String(files.length) } })
}
