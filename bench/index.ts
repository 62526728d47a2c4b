import { benchDocx } from './docx.ts'
import { benchEngine } from './engine.ts'
import { benchPdf } from './pdf.ts'
import { benchSeries } from './series.ts'

/** Runs every benchmark and prints one line each; exits 1 when a limit is passed. Ratios compare with the bare library in the same run. */
async function run(): Promise<boolean> {
  let isWithin = true
  const report = (name: string, value: string, limit: string, holds: boolean): void => {
    isWithin &&= holds
    process.stdout.write(`${holds ? 'ok  ' : 'OVER'}  ${name}: ${value} (limit ${limit})\n`)
  }
  for (const { name, value, limit, unit } of await benchEngine()) report(name, `${value.toFixed(1)} ${unit}`, `${limit} ${unit}`, value <= limit)
  for (const bench of [benchPdf, benchDocx]) {
    for (const { name, ratio, limit, ours_ms: ours, base_ms: base } of await bench()) {
      report(name, `${ratio.toFixed(2)} times the bare library (${ours.toFixed(0)} ms against ${base.toFixed(0)} ms)`, `${limit} times`, ratio <= limit)
    }
  }
  for (const { name, value, limit, holds } of await benchSeries()) report(name, value, limit, holds)
  return isWithin
}

process.exitCode = (await run()) ? 0 : 1
