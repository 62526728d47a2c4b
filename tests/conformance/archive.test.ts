import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { loadContent } from '../../src/core/content/load.ts'
import { buildDocument } from '../../src/core/export/build-document.ts'
import { composeExport } from '../../src/core/export/compose-export.ts'
import type { Attachment, ExportOptions } from '../../src/core/export/options.ts'
import { writePdf } from '../../src/core/export/pdf/write-pdf.ts'
import { sampleDocument } from '../../src/core/export/sample-document.ts'
import { answersSchema } from '../../src/engine/answers.ts'
import { redline } from '../../src/engine/comparison/redline.ts'
import type { Language } from '../../src/engine/language.ts'
import { reportLanguages } from './support/content.ts'

// Proof that the files are what they claim to be: PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) at once, by veraPDF, the reference checker.
// One run of Java reads them all; where Java or Maven is missing, the test says so and is skipped.

const run = promisify(execFile)
const project = path.resolve(import.meta.dirname, '../..')
const fillable = { draft: undefined, date: '2026-11-23T09:00:00Z', author: 'Kanzlei & Partner', hasNotes: false, profile: 'fillable' } as const
const final: ExportOptions = { ...fillable, profile: 'archive' }
const draft: ExportOptions = { ...final, draft: { number: 1, hasWatermark: true }, author: '', hasNotes: true }
const attachments: readonly Attachment[] = [
  { name: 'answers.json', mediaType: 'application/json', description: 'Antworten', relationship: 'Source', bytes: new TextEncoder().encode('{}') },
  { name: '契約.txt', mediaType: 'text/plain', description: '契約', relationship: 'Alternative', bytes: new Uint8Array() },
]
const combinations: readonly (readonly Language[])[] = [['de'], ['en'], ['de', 'en']]
/** Further ones of agreements with a Japanese text; each kind of file is proved in the others. */
const japaneseCombinations: readonly (readonly Language[])[] = [['ja'], ['de', 'ja'], ['en', 'ja']]
const cases = ['tests/fixtures/case-1.answers.yaml', 'tests/fixtures/case-2.answers.yaml'] as const
const templateOfCase = { 'tests/fixtures/case-1.answers.yaml': 'rd-cooperation', 'tests/fixtures/case-2.answers.yaml': 'mutual-nda' } as const

const veraPdfSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), command: z.string(), args: z.array(z.string()) }),
  z.object({ kind: z.literal('skipped'), reason: z.string() }),
])
const reportSchema = z.object({
  report: z.object({
    jobs: z.array(
      z.object({
        itemDetails: z.object({ name: z.string() }),
        validationResult: z
          .array(
            z.object({
              profileName: z.string(),
              compliant: z.boolean(),
              details: z.object({ ruleSummaries: z.array(z.object({ clause: z.string(), testNumber: z.number(), description: z.string() })) }),
            }),
          )
          .default([]),
      }),
    ),
  }),
})

type Sample = { readonly name: string; readonly write: () => Promise<Uint8Array> }

/** Every template with its sample and the two cases, in every language, as draft, as final document and to be filled in; and Japanese ones. */
async function samples(): Promise<readonly Sample[]> {
  const { packages } = await loadContent(path.join(project, 'templates'))
  const answered = packages.flatMap((one) => [
    { one, file: `templates/${one.content.kind === 'checklist' ? 'checklists' : 'agreements'}/${one.content.id}/sample.answers.yaml` },
    ...cases.filter((file) => templateOfCase[file] === one.content.id).map((file) => ({ one, file })),
  ])
  const result: Sample[] = []
  for (const { one, file } of answered) {
    const answers = answersSchema.parse(parse(await readFile(path.join(project, file), 'utf8')))
    const isReport = one.content.kind === 'checklist'
    const hasJapanese = one.content.kind === 'agreement' && one.content.texts.ja !== undefined
    for (const languages of isReport ? reportLanguages(one.content.id) : [...combinations, ...(hasJapanese ? japaneseCombinations : [])]) {
      for (const [kind, options] of Object.entries(kindsOf(isReport, languages))) {
        // As the product exports them, with answers, template and Word file inside.
        const exported = composeExport({ content: one.content, contentHash: one.hash, answers, languages }, { ...options, hasData: true, programVersion: '1' })
        result.push({
          name: [one.content.id, path.basename(file).split('.')[0], languages.join('+'), kind].join('-'),
          write: () => exported.write('pdf'),
        })
      }
    }
  }
  for (const languages of [['ja'], ['de', 'ja'], ['en', 'ja']] as const) {
    const document = sampleDocument({ languages, hasChart: true, hasNotes: true, hasFootnotes: true })
    for (const [kind, options] of Object.entries({ final: { ...final, attachments }, draft, fillable }))
      result.push({ name: `sample-${languages.join('+')}-${kind}`, write: () => writePdf(document, options) })
  }
  return [...result, ...(await redlines(packages))]
}

/** Reports have no fields; what Japanese agreements have that others lack shows in one kind of file. */
function kindsOf(isReport: boolean, languages: readonly Language[]): Readonly<Record<string, ExportOptions>> {
  if (isReport) return { final }
  return languages.includes('ja') ? { fillable } : { final, draft, fillable }
}

/** The case against the sample of the same agreement: words, rows and whole clauses that came and went. */
async function redlines(packages: Awaited<ReturnType<typeof loadContent>>['packages']): Promise<readonly Sample[]> {
  const one = packages.find(({ content }) => content.id === 'mutual-nda')
  if (!one) throw new Error('no agreement to compare')
  return Promise.all(
    combinations.map(async (languages): Promise<Sample> => {
      const [before, after] = await Promise.all(
        ['templates/agreements/mutual-nda/sample.answers.yaml', 'tests/fixtures/case-2.answers.yaml'].map(async (file) => {
          const answers = answersSchema.parse(parse(await readFile(path.join(project, file), 'utf8')))
          return buildDocument({ content: one.content, contentHash: one.hash, answers, languages, hasNotes: false })
        }),
      )
      if (!before || !after) throw new Error('nothing to compare')
      return { name: `redline-${languages.join('+')}`, write: () => writePdf(redline(before, after), draft) }
    }),
  )
}

const { stdout } = await run(process.execPath, [path.join(project, 'scripts/setup/verapdf.mjs')])
const veraPdf = veraPdfSchema.parse(JSON.parse(stdout))
if (veraPdf.kind === 'skipped') process.stdout.write(`${veraPdf.reason}\n`)

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'musubi-archive-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('files for the archive and for everyone', () => {
  test.skipIf(veraPdf.kind === 'skipped')('break no rule of PDF/A-3a and PDF/UA-1', { timeout: 600_000 }, async () => {
    if (veraPdf.kind === 'skipped') return
    const all = await samples()
    for (const { name, write } of all) await writeFile(path.join(folder, `${name}.pdf`), await write())
    // Flavour 0 checks each file against whatever its metadata claims, so a claim that is missing is noticed as well. Exit code 1: some file broke a rule.
    const report = await run(veraPdf.command, [...veraPdf.args, '--flavour', '0', '--format', 'json', folder], { maxBuffer: 1 << 28 }).catch(reportOf)
    const found = reportSchema.parse(JSON.parse(report.stdout)).report.jobs.map(({ itemDetails, validationResult }) => ({
      name: path.basename(itemDetails.name, '.pdf'),
      profiles: validationResult.map(({ profileName, compliant }) => `${profileName}: ${compliant ? 'no failed rule' : 'failed'}`),
      broken: validationResult.flatMap(({ details }) => details.ruleSummaries.map((rule) => `${rule.clause}-${rule.testNumber} ${rule.description}`)),
    }))
    expect(found.toSorted(byName)).toEqual(
      all
        .map(({ name }) => ({ name, profiles: ['PDF/A-3A validation profile: no failed rule', 'PDF/UA-1 validation profile: no failed rule'], broken: [] }))
        .toSorted(byName),
    )
  })
})

const byName = (left: { readonly name: string }, right: { readonly name: string }): number => (left.name < right.name ? -1 : 1)

function reportOf(error: unknown): { readonly stdout: string } {
  const report: unknown = error instanceof Error && 'stdout' in error ? error.stdout : undefined
  if (typeof report !== 'string' || report === '') throw error
  return { stdout: report }
}
