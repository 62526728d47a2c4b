import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type RowJob, type RowOutcome, rowOutcomeSchema, type SeriesPlan } from './write-row.ts'

/** Worker threads that write rows. No more rows may be given at once than there are workers. */
export type WorkerPool = { readonly write: (job: RowJob) => Promise<RowOutcome>; readonly close: () => Promise<void> }

/** As many jobs as help: one core is left for everything else. */
export function defaultJobs(): number {
  return Math.min(8, Math.max(1, availableParallelism() - 1))
}

/** From the sources the worker is TypeScript, which Node runs as it is; in the bundle of core it lies beside it. */
const workerFile = import.meta.url.endsWith('.ts') ? './worker.ts' : './series-worker.mjs'

/** A document needs about 100 MB for a moment; without a bound the garbage of a long series grows to several times that. */
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 } as const

/** Makes a pool; its threads start with their first row. */
export function createWorkerPool(plan: SeriesPlan): WorkerPool {
  const idle: Worker[] = []
  const all = new Set<Worker>()
  const start = (): Worker => {
    const worker = new Worker(new URL(workerFile, import.meta.url), { workerData: plan, resourceLimits })
    all.add(worker)
    return worker
  }
  return {
    write: async (job) => {
      const worker = idle.pop() ?? start()
      const outcome = await answerOf(worker, job)
      if (outcome === undefined) {
        // The thread is gone, for example because it ran out of memory; the next row gets a new one.
        all.delete(worker)
        return { kind: 'failed', row: job.row, code: 'exportFailed' }
      }
      idle.push(worker)
      return outcome
    },
    close: async () => {
      await Promise.all([...all].map((worker) => worker.terminate()))
    },
  }
}

/** What the worker says about a row; undefined when it ends without a word. */
function answerOf(worker: Worker, job: RowJob): Promise<RowOutcome | undefined> {
  return new Promise((resolve) => {
    const settle = (outcome: RowOutcome | undefined): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      resolve(outcome)
    }
    const onMessage = (message: unknown): void => settle(rowOutcomeSchema.parse(message))
    const onExit = (): void => settle(undefined)
    const onError = (error: Error): void => {
      process.stderr.write(`${error.stack ?? error.message}\n`)
      settle(undefined)
    }
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(job)
  })
}
