import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { loadContent } from '../../src/core/content/load.ts'
import { composeExport } from '../../src/core/export/compose-export.ts'
import { draftDocument, type DraftSource } from '../../src/core/returned/draft-document.ts'
import { importAndCompare } from '../../src/core/returned/import-and-compare.ts'
import { driftFrom, readOrigin } from '../../src/core/returned/origin.ts'
import { answersSchema } from '../../src/engine/answers.ts'
import { inlineText } from '../../src/engine/document.ts'
import type { Language } from '../../src/engine/language.ts'
import { editedWord, silentReplace, trackedAddition, trackedReplace } from '../support/edited-word.ts'
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
    // Notes travel as comments and as a page of their own; one run with them shows that neither counts as a change.
    (languages.length > 1 && languages[0] === 'de' ? [false, true] : [false]).map((hasNotes) => ({
      name: `${path.basename(file, '.yaml')} of ${id} in ${languages.join(' + ')}${hasNotes ? ' with notes' : ''}`,
      id,
      file,
      languages,
      hasNotes,
    })),
  ),
)
const isOfficeHere = await hasOffice()

const sourcesByName = new Map<string, DraftSource>()
const exported = new Map<string, Uint8Array>()
let saved: ReadonlyMap<string, Uint8Array> = new Map()

/** What is done to an edited file: words replaced with and without tracking, a paragraph added. The places are lines that occur once. */
function editsOf(source: DraftSource): { readonly tracked: string; readonly silent: string; readonly behind: string } {
  const { document } = draftDocument(source)
  const lines = document.sections
    .filter(({ kind }) => kind === 'clause')
    .flatMap(({ rows }) =>
      rows.flatMap(({ cells: [block] }) =>
        block?.kind === 'paragraph' && block.content.length === 1 && block.content[0]?.kind === 'text' ? [inlineText(block.content)] : [],
      ),
    )
  const once = lines.filter((line) => line.length > 50 && !/[&<>"\n\u00a0]/.test(line) && lines.filter((other) => other.includes(line)).length === 1)
  const [tracked = '', silent = '', behind = ''] = [once[1], once[4], once[7]]
  return { tracked, silent, behind }
}
const edited = (bytes: Uint8Array, { tracked, silent, behind }: ReturnType<typeof editsOf>): Uint8Array =>
  editedWord(bytes, trackedReplace(tracked, `Anders: ${tracked}`), silentReplace(silent, `${silent} Still.`), trackedAddition(behind, 'Ganz neue Worte.'))

beforeAll(async () => {
  const content = await loadContent(path.join(project, 'templates'))
  for (const { name, id, file, languages, hasNotes } of cases) {
    const loaded = content.packages.find((one) => one.content.id === id)
    if (loaded?.content.kind !== 'agreement') throw new Error(`no agreement ${id}`)
    const answers = answersSchema.parse(parse(await readFile(path.join(project, file), 'utf8')))
    const source: DraftSource = { content: loaded.content, contentHash: loaded.hash, answers, languages, deviations: [] }
    sourcesByName.set(name, source)
    const settings = {
      draft: { number: 2, hasWatermark: true },
      date: '2026-11-23T09:00:00Z',
      author: 'Dr. Mori',
      hasNotes,
      hasData: true,
      programVersion: '0.1.0',
    }
    const bytes = await composeExport(source, settings).write('docx')
    exported.set(name, bytes)
    exported.set(`${name}, edited`, edited(bytes, editsOf(source)))
  }
  if (isOfficeHere) saved = await savedByOffice(exported)
}, 600_000)

/** Reads a file as the product does: compared with what it says it was exported from. */
function found(name: string, files: ReadonlyMap<string, Uint8Array>, draft: DraftSource) {
  const bytes = files.get(name)
  const origin = bytes === undefined ? undefined : readOrigin(bytes, draft)
  if (bytes === undefined || origin === undefined) throw new Error(`${name} does not say where it comes from`)
  expect(driftFrom(origin, draft)).toBe(0)
  return importAndCompare(bytes, draftDocument(origin).document)
}

describe.each(cases)('$name', ({ name, languages }) => {
  const source = (): DraftSource => sourcesByName.get(name) ?? { content: never(), contentHash: '', answers: {}, languages, deviations: [] }
  const expectEdits = (files: ReadonlyMap<string, Uint8Array>): void => {
    const { tracked, silent, behind } = editsOf(source())
    const { changes } = found(`${name}, edited`, files, source())
    const seen = changes.map(({ kind, newWords, author, isSilent, afterWords }) => ({ kind, newWords, author, isSilent, afterWords }))
    expect(seen).toHaveLength(3)
    expect(seen).toContainEqual({ kind: 'changed', newWords: `Anders: ${tracked}`, author: 'Dr. Aoi Mori', isSilent: false, afterWords: '' })
    expect(seen).toContainEqual({ kind: 'changed', newWords: `${silent} Still.`, author: '', isSilent: true, afterWords: '' })
    expect(seen).toContainEqual({ kind: 'inserted', newWords: 'Ganz neue Worte.', author: 'Dr. Aoi Mori', isSilent: false, afterWords: behind })
  }

  test('comes back untouched without a single change', () => {
    const { changes, kept, sent } = found(name, exported, source())
    expect(changes).toEqual([])
    expect(kept).toBeGreaterThanOrEqual(sent)
  })

  test('comes back edited with exactly these changes', () => expectEdits(exported))

  test.skipIf(!isOfficeHere)('comes back from LibreOffice without a single change', () => {
    expect(found(name, saved, source()).changes).toEqual([])
  })

  test.skipIf(!isOfficeHere)('comes back edited and saved by LibreOffice with exactly these changes', () => expectEdits(saved))
})

function never(): never {
  throw new Error('nothing was exported')
}
