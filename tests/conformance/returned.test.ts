import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { loadContent } from '../../src/core/content/load.ts'
import { buildDocument } from '../../src/core/export/build-document.ts'
import { writeDocx } from '../../src/core/export/docx/write-docx.ts'
import { openPackage } from '../../src/core/reading/open-package.ts'
import { readWordprocessing } from '../../src/core/reading/read-wordprocessing.ts'
import { findChanges } from '../../src/core/returned/find-changes.ts'
import { answersSchema } from '../../src/engine/answers.ts'
import type { AssembledDocument } from '../../src/engine/document.ts'
import type { Language } from '../../src/engine/language.ts'
import { hasOffice, savedByOffice } from '../support/office.ts'

const project = path.resolve(import.meta.dirname, '../..')
const sources = [
  ['mutual-nda', 'templates/agreements/mutual-nda/sample.answers.yaml'],
  ['rd-cooperation', 'templates/agreements/rd-cooperation/sample.answers.yaml'],
  ['rd-cooperation', 'tests/fixtures/case-1.answers.yaml'],
  ['mutual-nda', 'tests/fixtures/case-2.answers.yaml'],
] as const
const combinations: readonly (readonly Language[])[] = [['de'], ['en'], ['de', 'en'], ['en', 'de']]
const cases = sources.flatMap(([id, file]) =>
  combinations.flatMap((languages) =>
    [false, true].map((hasNotes) => ({
      name: `${path.basename(file, '.yaml')} of ${id} in ${languages.join(' + ')}${hasNotes ? ' with notes' : ''}`,
      id,
      file,
      languages,
      hasNotes,
    })),
  ),
)
const isOfficeHere = await hasOffice()

const documents = new Map<string, AssembledDocument>()
const exported = new Map<string, Uint8Array>()
let saved: ReadonlyMap<string, Uint8Array> = new Map()

beforeAll(async () => {
  const content = await loadContent(path.join(project, 'templates'))
  for (const { name, id, file, languages, hasNotes } of cases) {
    const loaded = content.packages.find((one) => one.content.id === id)
    if (!loaded) throw new Error(`no template ${id}`)
    const answers = answersSchema.parse(parse(await readFile(path.join(project, file), 'utf8')))
    const draft = { content: loaded.content, contentHash: loaded.hash, answers, languages }
    documents.set(name, buildDocument({ ...draft, hasNotes: false }))
    const options = { draft: { number: 2, hasWatermark: true }, date: '2026-11-23T09:00:00Z', author: 'Dr. Mori', hasNotes }
    exported.set(name, await writeDocx(buildDocument({ ...draft, hasNotes }), options))
  }
  if (isOfficeHere) saved = await savedByOffice(exported)
}, 600_000)

const found = (name: string, files: ReadonlyMap<string, Uint8Array>) => {
  const [document, bytes] = [documents.get(name), files.get(name)]
  if (document === undefined || bytes === undefined) throw new Error(`nothing exported for ${name}`)
  return findChanges(document, readWordprocessing(openPackage(bytes)))
}

describe.each(cases)('$name', ({ name }) => {
  test('comes back untouched without a single change', () => {
    const { changes, kept, sent } = found(name, exported)
    expect(changes).toEqual([])
    expect(kept).toBeGreaterThanOrEqual(sent)
  })

  test.skipIf(!isOfficeHere)('comes back from LibreOffice without a single change', () => {
    expect(found(name, saved).changes).toEqual([])
  })
})
