// A process of its own for one series, so that its time and memory are nobody else's: series-run.ts TABLE FOLDER JOBS.
import { mkdir } from 'node:fs/promises'
import { checkSeries, type SeriesSetup } from '../src/core/series/check-series.ts'
import { runSeries } from '../src/core/series/run-series.ts'
import { openTableFile } from '../src/core/series/table-file.ts'
import { watchProcessor } from './processor-use.ts'
import { loadSample } from './sample.ts'

const [table = '', folder = '', jobs = '1'] = process.argv.slice(2)
const { content } = await loadSample('mutual-nda')
const setup: SeriesSetup = { content, languages: ['de'], common: {}, hasGaps: false, isFinal: false }
await mkdir(folder, { recursive: true })
const file = await openTableFile(table)
const { signal } = new AbortController()
const usedSince = watchProcessor()
const start = performance.now()
const checked = await checkSeries(file, setup, { signal, onProgress: () => undefined })
const target = {
  contentHash: 'bench',
  formats: ['pdf', 'docx'] as const,
  draft: undefined,
  date: '2027-01-15T00:00:00Z',
  author: 'Bench',
  hasData: true,
  programVersion: 'bench',
  folder,
  token: 'bench',
  jobs: Number(jobs),
  existing: 'overwrite' as const,
  listLanguage: 'en' as const,
}
const { done } = await runSeries(file, setup, checked, target, { signal, onProgress: () => undefined })
const seconds = (performance.now() - start) / 1000
await file.close()
process.stdout.write(JSON.stringify({ ...usedSince(), seconds, megabytes: process.resourceUsage().maxRSS / 1024, done }))
