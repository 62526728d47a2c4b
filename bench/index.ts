import { benchChecklist, benchReport } from './checklist.ts'
import { benchCold } from './cold.ts'
import { benchDocx } from './docx.ts'
import { benchEngine } from './engine.ts'
import { benchOffice } from './office.ts'
import { benchPdf } from './pdf.ts'
import { benchSeries } from './series.ts'
import { benchVersions } from './versions.ts'

/** Runs every benchmark and prints one line each: ok or OVER its limit, skipped for want of a program, or information without a limit. Exits 1 when a limit is passed. Ratios compare with the bare library in the same run. */
async function run(): Promise<boolean> {
  let isWithin = true
  const report = (name: string, value: string, limit: string, holds: boolean): void => {
    isWithin &&= holds
    process.stdout.write(`${holds ? 'ok  ' : 'OVER'}  ${name}: ${value} (limit ${limit})\n`)
  }
  for (const { name, value, limit, unit } of await benchEngine()) report(name, `${value.toFixed(1)} ${unit}`, `${limit} ${unit}`, value <= limit)
  for (const { name, value, limit, unit } of await benchChecklist()) report(name, `${value.toFixed(1)} ${unit}`, `${limit} ${unit}`, value <= limit)
  for (const bench of [benchPdf, benchReport, benchDocx]) {
    for (const { name, ratio, limit, ours_ms: ours, base_ms: base } of await bench()) {
      const value = `${ratio.toFixed(2)} times the bare library (${ours.toFixed(0)} ms against ${base.toFixed(0)} ms)`
      if (limit === undefined) process.stdout.write(`info  ${name}: ${value}\n`)
      else report(name, value, `${limit} times`, ratio <= limit)
    }
  }
  for (const { name, value, limit, holds } of await benchSeries()) report(name, value, limit, holds)
  for (const { name, ratio, ours_ms: ours, base_ms: base } of await benchCold())
    process.stdout.write(`info  ${name}: ${ratio.toFixed(2)} times the bare library (${ours.toFixed(0)} ms against ${base.toFixed(0)} ms)\n`)
  const versions = await benchVersions()
  report(
    'Word file of another version of 40 pages imported, and both versions compared',
    `${versions.total_ms.toFixed(0)} ms (${versions.import_ms.toFixed(0)} + ${versions.compare_ms.toFixed(0)} ms)`,
    `${versions.limit_ms} ms`,
    versions.total_ms <= versions.limit_ms,
  )
  const office = await benchOffice()
  if (office.kind === 'skipped') process.stdout.write(`skip  bilingual agreement as PDF and DOCX against docxtemplater and LibreOffice: ${office.reason}\n`)
  else
    report(
      `bilingual agreement of ${office.pages} pages as PDF and DOCX`,
      `${office.times.toFixed(1)} times faster than docxtemplater and LibreOffice (${office.ours_ms.toFixed(0)} ms against ${office.theirs_ms.toFixed(0)} ms, ${office.filling_ms.toFixed(0)} ms of it docxtemplater)`,
      `at least ${office.limit} times`,
      office.times >= office.limit,
    )
  return isWithin
}

process.exitCode = (await run()) ? 0 : 1
