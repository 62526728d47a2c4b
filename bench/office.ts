import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { writeDocx } from '../src/core/export/docx/write-docx.ts'
import type { ExportOptions } from '../src/core/export/options.ts'
import { writePdf } from '../src/core/export/pdf/write-pdf.ts'
import { compileAgreement } from '../src/engine/agreement.ts'
import { createAssembler } from '../src/engine/assemble.ts'
import type { AssembledDocument, Inline } from '../src/engine/document.ts'
import type { Language } from '../src/engine/language.ts'
import { lengthen } from './engine.ts'
import { loadSample } from './sample.ts'
import { median, timed } from './timing.ts'

// What a firm does today, against Musubi: the same bilingual agreement, filled in, as a Word file and as a PDF.
//
// They: read the template (our own Word file with a {tag} for every answer), fill it with docxtemplater, save it, and have LibreOffice make the PDF,
// with a profile it has used before. LibreOffice starts anew for each document, as its command line does.
// We: ask the interview, assemble, write DOCX and PDF; the agreement is loaded and compiled before, as in the running app. Its answers differ each time.
// Both save their files. What both need to start at all is left out: `bench/cold.ts` measures that.

const run = promisify(execFile)
const languages: readonly Language[] = ['de', 'en']
const options: ExportOptions = { draft: undefined, date: '2026-11-23T09:00:00Z', author: 'Bench', hasNotes: false }
const rounds = 3
const limit = 10

/** How many times faster; or why it could not be measured. */
export type OfficeBench =
  | {
      readonly kind: 'measured'
      readonly pages: number
      readonly times: number
      readonly limit: number
      readonly ours_ms: number
      readonly theirs_ms: number
      readonly filling_ms: number
    }
  | { readonly kind: 'skipped'; readonly reason: string }

/** One bilingual agreement of about twenty pages as PDF and DOCX, against docxtemplater followed by LibreOffice on the same text, both in this run. */
export async function benchOffice(): Promise<OfficeBench> {
  const hasOffice = await run('soffice', ['--version']).then(
    () => true,
    () => false,
  )
  if (!hasOffice) return { kind: 'skipped', reason: 'LibreOffice (soffice) is not installed' }
  const folder = await mkdtemp(path.join(os.tmpdir(), 'musubi-bench-'))
  try {
    return await measure(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure(folder: string): Promise<OfficeBench> {
  const { content, answers } = await loadSample('mutual-nda')
  const assemble = createAssembler(compileAgreement(lengthen(content, 2, 3)))
  let written = 0
  const draw = (): AssembledDocument => {
    written += 1
    return assemble({ ...answers, purpose: `Prüfung ${written}` }, languages)
  }
  const { template, values } = taggedTemplate(draw())
  const templateFile = path.join(folder, 'template.docx')
  await writeFile(templateFile, await writeDocx(template, options))

  const ours = async (): Promise<void> => {
    const document = draw()
    await writeFile(path.join(folder, 'ours.docx'), await writeDocx(document, options))
    await writeFile(path.join(folder, 'ours.pdf'), await writePdf(document, options))
  }
  const filled = path.join(folder, 'theirs.docx')
  const fill = async (): Promise<void> => {
    const filling = new Docxtemplater(new PizZip(await readFile(templateFile)), { linebreaks: true })
    filling.render(values)
    await writeFile(filled, filling.toBuffer())
  }
  const convert = async (): Promise<void> => {
    await run('soffice', [
      `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      filled,
    ])
  }
  // The first round makes the profile, loads fonts and compiles code; it does not count.
  const times: { ours: number[]; filling: number[]; converting: number[] } = { ours: [], filling: [], converting: [] }
  for (let round = 0; round <= rounds; round += 1) {
    const [our, filling, converting] = [await timed(ours), await timed(fill), await timed(convert)]
    if (round === 0) continue
    times.ours.push(our)
    times.filling.push(filling)
    times.converting.push(converting)
  }
  const pages = pagesOf(await readFile(path.join(folder, 'ours.pdf')))
  const [oursMs, fillingMs] = [median(times.ours), median(times.filling)]
  const theirsMs = fillingMs + median(times.converting)
  return { kind: 'measured', pages, times: theirsMs / oursMs, limit, ours_ms: oursMs, theirs_ms: theirsMs, filling_ms: fillingMs }
}

/** The document with a tag in place of every answer, and what the tags stand for. */
function taggedTemplate(document: AssembledDocument): { readonly template: AssembledDocument; readonly values: Readonly<Record<string, string>> } {
  const values: Record<string, string> = {}
  const tagged = (value: Inline): Inline => {
    if (value.kind !== 'answer') return value
    const tag = `a${Object.keys(values).length + 1}`
    values[tag] = value.text
    return { ...value, text: `{${tag}}` }
  }
  const sections = document.sections.map((section) => ({
    ...section,
    rows: section.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) =>
        cell.kind === 'paragraph'
          ? { ...cell, content: cell.content.map(tagged) }
          : cell.kind === 'table'
            ? { ...cell, rows: cell.rows.map((line) => line.map((words) => words.map(tagged))) }
            : cell,
      ),
    })),
  }))
  if (Object.keys(values).length === 0) throw new Error('the sample has no answers to fill in')
  return { template: { ...document, sections }, values }
}

/** Pages of one of our PDFs, whose page objects stand uncompressed in the file. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0

if (import.meta.main) console.log(JSON.stringify(await benchOffice()))
