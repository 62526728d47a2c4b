import type { TemplateFolders } from '../../core/content/read-sources.ts'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { sampleAnswers } from '../../core/content/sample-answers.ts'
import { saveFile } from '../../core/export/save-file.ts'
import { checkSeries, type SeriesSetup } from '../../core/series/check-series.ts'
import type { RowProblem } from '../../core/series/problems.ts'
import { runSeries, type SeriesResult } from '../../core/series/run-series.ts'
import { openTableFile } from '../../core/series/table-file.ts'
import { defaultJobs } from '../../core/series/worker-pool.ts'
import { type SeriesFormat, seriesFormats } from '../../core/series/write-row.ts'
import { emptyTable } from '../../core/series/write-table.ts'
import { readAnswers } from '../answers-file.ts'
import { documentDate } from '../document-date.ts'
import { draftMark, type MarkOptions } from '../draft-mark.ts'
import { exitCodes, InputProblems, UsageError } from '../failure.ts'
import { stopSignal } from '../stop-signal.ts'
import { print, printJson, warn } from '../output.ts'
import { progressLine } from '../progress-line.ts'
import { tableFailure } from '../table-failure.ts'
import { findAgreement, parseLanguages } from '../templates.ts'

export type BatchOptions = MarkOptions & {
  readonly templates: TemplateFolders
  readonly table?: string
  readonly out?: string
  readonly emptyTable?: string
  readonly answers?: string
  readonly language?: string
  readonly format: string
  readonly gaps?: true
  readonly overwrite?: true
  readonly skipExisting?: true
  readonly jobs?: string
  readonly date?: string
  readonly author?: string
  readonly json?: true
  /** False with `--no-data`. */
  readonly data: boolean
  /** Version of the program. */
  readonly version: string
}

/** `batch`: one PDF and DOCX for each row of a table, or a table to begin with. Returns the exit code. */
export async function batch(id: string, options: BatchOptions): Promise<number> {
  if (options.emptyTable !== undefined) return writeEmptyTable(id, options, options.emptyTable)
  const { table: file, out } = options
  if (file === undefined || out === undefined) throw new UsageError('say which table and where to: --table FILE.csv --out FOLDER, or --empty-table FILE.csv')
  const [draft, date, formats, jobs] = [draftMark(options), documentDate(options.date), parseFormats(options.format), parseJobs(options.jobs)]
  const { content, hash } = await findAgreement(options.templates, id)
  const questions = content.pages.flatMap((page) => page.questions.map((question) => question.id))
  const setup: SeriesSetup = {
    content,
    languages: parseLanguages(options.language, content),
    common: options.answers === undefined ? {} : readAnswers(options.answers, questions),
    hasGaps: options.gaps === true,
    isFinal: draft === undefined,
  }
  const stop = stopSignal()
  const progress = progressLine()
  try {
    const table = await openTableFile(resolve(file))
    try {
      const checked = await checkSeries(table, setup, { signal: stop.signal, onProgress: (rows) => progress.show(`checked ${rows} rows`) })
      if (checked.rows === 0) throw new InputProblems([`${file}: there are no rows below the header`])
      await makeFolder(out)
      const result = await runSeries(
        table,
        setup,
        checked,
        {
          contentHash: hash,
          formats,
          draft,
          date,
          author: options.author ?? '',
          hasData: options.data,
          programVersion: options.version,
          folder: resolve(out),
          token: randomUUID(),
          jobs,
          existing: options.overwrite === true ? 'overwrite' : options.skipExisting === true ? 'skip' : 'refuse',
          listLanguage: 'en',
        },
        { signal: stop.signal, onProgress: ({ done, failed, skipped, of }) => progress.show(`${done + failed + skipped} of ${of} rows`) },
      )
      progress.clear()
      report(result, { id, version: content.version, out }, options.json === true)
      return result.stopped === 'cancelled' ? exitCodes.stopped : result.failed > 0 || result.stopped !== undefined ? exitCodes.problems : exitCodes.done
    } finally {
      await table.close()
    }
  } catch (error) {
    progress.clear()
    if (stop.signal.aborted && error === stop.signal.reason) {
      warn('stopped while the table was being checked; nothing was written')
      return exitCodes.stopped
    }
    throw tableFailure(error, file)
  } finally {
    stop.release()
  }
}

/** More lines than this help nobody; the error list in the folder has them all. */
const maximumLines = 100

function report(result: SeriesResult, { id, version, out }: { readonly id: string; readonly version: string; readonly out: string }, isJson: boolean): void {
  const { done, failed, skipped, of, bytes, stopped, problems, problemCount, errorsFile } = result
  if (isJson) {
    printJson({
      agreement: { id, version },
      rows: of,
      done,
      failed,
      skipped,
      bytes,
      stopped: stopped ?? null,
      problemCount,
      problems,
      errors: errorsFile ?? null,
    })
    return
  }
  for (const problem of problems.slice(0, maximumLines)) warn(problemLine(problem))
  if (problemCount > maximumLines) warn(`and ${problemCount - maximumLines} more, see ${errorsFile ?? 'the error list'}`)
  const ends = { cancelled: 'Stopped: ', diskFull: 'Stopped, the disk is full: ' } as const
  const parts = [
    `${done} of ${of} rows written to ${out}`,
    ...(skipped > 0 ? [`${skipped} left out, their files are there`] : []),
    ...(failed > 0 ? [`${failed} refused`] : []),
  ]
  print(`${stopped === undefined ? '' : ends[stopped]}${parts.join(', ')}.${errorsFile === undefined ? '' : ` The problems are in ${errorsFile} there.`}`)
}

function problemLine({ severity, row, column, message }: RowProblem): string {
  return `row ${row}${column === '' ? '' : `, ${column}`}: ${severity === 'warning' ? 'warning: ' : ''}${message.en}`
}

async function writeEmptyTable(id: string, options: BatchOptions, file: string): Promise<number> {
  if (existsSync(resolve(file)) && options.overwrite !== true) throw new UsageError(`${file} is there already; --overwrite replaces it`)
  const { content } = await findAgreement(options.templates, id)
  const languages = parseLanguages(options.language, content)
  const text = emptyTable(content, await sampleAnswers(options.templates, id), languages, languages[0] === 'de' ? 'de' : 'en')
  try {
    await saveFile(resolve(file), Buffer.from(text), { token: randomUUID() })
  } catch (error) {
    throw tableFailure(error, file)
  }
  warn(`wrote ${file}; its second row is a sample, write your own over it`)
  return exitCodes.done
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(resolve(folder), { recursive: true })
  } catch (error) {
    throw new UsageError(`${folder} is no folder and cannot be made one`, { cause: error })
  }
}

function parseFormats(option: string): readonly SeriesFormat[] {
  const names = option.split(',').map((part) => part.trim().toLowerCase())
  const formats = seriesFormats.filter((format) => names.includes(format))
  if (formats.length === 0 || formats.length !== names.length) throw new UsageError(`--format takes pdf, docx or pdf,docx, not ${JSON.stringify(option)}`)
  return formats
}

function parseJobs(option: string | undefined): number {
  if (option === undefined) return defaultJobs()
  if (!/^[1-9]\d?$/u.test(option) || Number(option) > 32) throw new UsageError(`--jobs takes a number from 1 to 32, not ${JSON.stringify(option)}`)
  return Number(option)
}
