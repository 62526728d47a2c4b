import { basename } from 'node:path'
import type { z } from 'zod'
import type { AgreementPackage } from '../../engine/template.ts'
import type { checkEventSchema, RunInput, runEventSchema, SeriesInput } from '../../shared/contract/series.ts'
import { AppError } from '../../shared/errors.ts'
import { sampleAnswers } from '../content/sample-answers.ts'
import { saveFile } from '../export/save-file.ts'
import { type CheckedSeries, checkSeries, ColumnsRefused, type SeriesSetup } from '../series/check-series.ts'
import { errorListText } from '../series/error-list.ts'
import type { RowProblem } from '../series/problems.ts'
import { runSeries } from '../series/run-series.ts'
import { openTableFile, type TableFile } from '../series/table-file.ts'
import { defaultJobs } from '../series/worker-pool.ts'
import { delimiterFor, emptyTable } from '../series/write-table.ts'
import { findDraft } from './draft-access.ts'
import { type Emit, eventStream } from './event-stream.ts'
import { type Implementer, toAnswer } from './implementer.ts'
import { requireLanguages } from './library.ts'
import { checkedTable, refusedTable, seriesResult } from './series-answers.ts'
import type { Services } from './services.ts'

type CheckEvent = z.infer<typeof checkEventSchema>
type RunEvent = z.infer<typeof runEventSchema>

/** A row is checked in about a millisecond; the window needs to hear of it less often. */
const rowsPerEvent = 25

/** Series of documents from a table. */
export function implementSeries(implementer: Implementer, services: Services) {
  const { environment, files, runningSeries } = services
  return implementer.series.router({
    emptyTable: implementer.series.emptyTable.handler(async ({ input }) => {
      const { content } = findAgreement(services, input.templateId)
      requireLanguages(content, input.languages)
      const text = emptyTable(content, await sampleAnswers(environment.templatesFolder, content.id), input.languages, input.listLanguage)
      return { fileName: await save(services, files.take(input.handle), text) }
    }),
    check: implementer.series.check.handler(({ input, signal, path }) => {
      const { setup, tablePath } = prepare(services, input)
      return eventStream<CheckEvent>(
        (emit, jobSignal) =>
          withTable(tablePath, async (table) => {
            const checked = await checkTable(table, setup, jobSignal, (rows) => emit({ kind: 'checking', rows }))
            emit({ kind: 'checked', table: checked instanceof ColumnsRefused ? refusedTable(checked) : checkedTable(setup.content, checked) })
          }),
        { signal, toError: (error) => toAnswer(error, path) },
      )
    }),
    errorList: implementer.series.errorList.handler(async ({ input, signal }) => {
      const { setup, tablePath } = prepare(services, input)
      const found = await withTable(tablePath, (table) => checkTable(table, setup, signal ?? new AbortController().signal, () => undefined))
      const isRefused = found instanceof ColumnsRefused
      const problems = isRefused ? found.problems.map((problem): RowProblem => ({ severity: 'error', row: 1, ...problem })) : found.problems.kept()
      const count = isRefused ? problems.length : found.problems.count()
      const text = errorListText(problems, count, input.listLanguage, isRefused ? delimiterFor(input.listLanguage) : found.delimiter)
      return { fileName: await save(services, files.take(input.handle), text), problems: count }
    }),
    run: implementer.series.run.handler(({ input, signal, path }) => {
      const prepared = prepare(services, input)
      const folder = files.look(input.folder)
      return eventStream<RunEvent>(
        (emit, jobSignal) =>
          runningSeries.run(input.runId, (stopSignal) =>
            writeSeries(services, { input, prepared, folder, emit, signal: AbortSignal.any([jobSignal, stopSignal]) }),
          ),
        { signal, toError: (error) => toAnswer(error, path) },
      )
    }),
    stop: implementer.series.stop.handler(({ input }) => runningSeries.stop(input.runId)),
  })
}

type Run = {
  readonly input: RunInput
  readonly prepared: Opened
  readonly folder: string
  readonly emit: Emit<RunEvent>
  readonly signal: AbortSignal
}

/** Checks the table and writes its good rows. A stop before the first row is an end like any other, with nothing done. */
async function writeSeries({ environment, storage }: Services, { input, prepared, folder, emit, signal }: Run): Promise<void> {
  const { setup, contentHash, tablePath } = prepared
  try {
    await withTable(tablePath, async (table) => {
      const checked = await checkTable(table, setup, signal, (rows) => emit({ kind: 'checking', rows }))
      if (checked instanceof ColumnsRefused) throw checked
      const { formats, existing, hasData, listLanguage } = input
      const target = {
        contentHash,
        formats,
        existing,
        hasData,
        listLanguage,
        folder,
        draft: input.isDraft ? { number: 1, hasWatermark: input.hasWatermark } : undefined,
        date: environment.now(),
        programVersion: environment.version,
        author: storage.settings.get().authorName,
        token: environment.newId(),
        jobs: defaultJobs(),
      }
      const result = await runSeries(table, setup, checked, target, { signal, onProgress: (progress) => emit({ kind: 'progress', ...progress }) })
      emit({ kind: 'done', result: seriesResult(result) })
    })
  } catch (error) {
    if (!signal.aborted || error !== signal.reason) throw error
    emit({ kind: 'done', result: { done: 0, failed: 0, skipped: 0, of: 0, stopped: 'cancelled', problems: [], problemCount: 0, errorsFile: null } })
  }
}

type Opened = { readonly setup: SeriesSetup; readonly contentHash: string; readonly tablePath: string }

/** Everything a series needs that can be refused before its table is opened. */
function prepare(services: Services, input: SeriesInput): Opened {
  const { content, hash } = findAgreement(services, input.templateId)
  requireLanguages(content, input.languages)
  const setup = { content, languages: input.languages, common: commonAnswers(services, input, content), hasGaps: input.hasGaps, isFinal: !input.isDraft }
  return { setup, contentHash: hash, tablePath: services.files.look(input.table) }
}

function commonAnswers(services: Services, { commonDraft }: SeriesInput, content: AgreementPackage): SeriesSetup['common'] {
  if (commonDraft === null) return {}
  const draft = findDraft(services, commonDraft)
  // Ids of questions mean something within one agreement only.
  if (services.storage.contents.get(draft.contentHash).id !== content.id) throw new AppError('draftNotFound', { details: { draft: commonDraft } })
  return services.storage.drafts.answers(commonDraft)
}

function findAgreement({ library }: Services, id: string): { readonly content: AgreementPackage; readonly hash: string } {
  const { content, hash } = library.entry(id)
  if (content.kind !== 'agreement') throw new AppError('templateNotFound', { details: { template: id } })
  return { content, hash }
}

async function withTable<Result>(path: string, work: (table: TableFile) => Promise<Result>): Promise<Result> {
  const table = await openTableFile(path)
  try {
    return await work(table)
  } finally {
    await table.close()
  }
}

/** Checks a table; columns that cannot be used are an answer here, because the window shows them all. */
async function checkTable(
  table: TableFile,
  setup: SeriesSetup,
  signal: AbortSignal,
  onProgress: (rows: number) => void,
): Promise<CheckedSeries | ColumnsRefused> {
  try {
    return await checkSeries(table, setup, { signal, onProgress: (rows) => (rows % rowsPerEvent === 0 ? onProgress(rows) : undefined) })
  } catch (error) {
    if (error instanceof ColumnsRefused) return error
    throw error
  }
}

async function save({ environment }: Services, path: string, text: string): Promise<string> {
  await saveFile(path, Buffer.from(text), { token: environment.newId() })
  return basename(path)
}
