// The entry of a worker thread of a series: takes rows, writes their files, answers what became of them.
import { parentPort, workerData } from 'node:worker_threads'
import { createRowWriter, rowJobSchema, seriesPlanSchema } from './write-row.ts'

const report = (error: unknown): void => void process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
const writeRow = createRowWriter(seriesPlanSchema.parse(workerData), report)

parentPort?.on('message', (message: unknown) => {
  void writeRow(rowJobSchema.parse(message)).then((outcome) => parentPort?.postMessage(outcome))
})
