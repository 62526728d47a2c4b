import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { median } from './timing.ts'

const run = promisify(execFile)
const rounds = 5

/**
 * The first document of a fresh process against that of the bare library in another; times count from the start of the process, loading included.
 * It has no limit: a process that writes one document spends most of its time on reading fonts and code, which the bare library does not need.
 */
export type ColdBench = { readonly name: string; readonly ratio: number; readonly ours_ms: number; readonly base_ms: number }

/** Starts a process for each measurement, ours and the bare library by turns. */
export async function benchCold(): Promise<readonly ColdBench[]> {
  const results: ColdBench[] = []
  for (const format of ['pdf', 'docx'] as const) {
    const [ours, base]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await firstDocument(format, 'ours'))
      base.push(await firstDocument(format, 'bare'))
    }
    const [oursMs, baseMs] = [median(ours), median(base)]
    results.push({ name: `${format}, first of a fresh process`, ratio: oursMs / baseMs, ours_ms: oursMs, base_ms: baseMs })
  }
  return results
}

async function firstDocument(format: string, writer: string): Promise<number> {
  const { stdout } = await run(process.execPath, [fileURLToPath(new URL('cold-process.ts', import.meta.url)), format, writer])
  return Number(stdout)
}

if (import.meta.main) for (const result of await benchCold()) console.log(JSON.stringify(result))
