import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { foreignInput, startTestCore, temporaryFolder } from '../../../tests/support/core.ts'
import { fileHandleSchema, revisionIdSchema } from '../../shared/contract/ids.ts'
import type { CoreParts } from '../core.ts'
import { createExportDocument } from '../export/export-document.ts'

const handle = fileHandleSchema.parse('ticket')

/** A draft whose purpose was "Laser" in a revision and is "Sensor" now, and a ticket for a file. */
async function begin(parts: Partial<CoreParts> = {}) {
  const started = await startTestCore({ parts })
  const { client, core } = started
  const { id } = await client.drafts.create({ templateId: 'small-nda', name: 'Draft', languages: ['de'] })
  await client.drafts.saveAnswer({ id, question: 'purpose', value: 'Laser' })
  const revision = await client.revisions.create({ id, name: 'Sent' })
  await client.drafts.saveAnswer({ id, question: 'purpose', value: 'Sensor' })
  const path = join(temporaryFolder(), 'Redline.docx')
  core.files.register(handle, path)
  const before = { kind: 'revision' as const, id: revision.id }
  const after = { kind: 'draft' as const, id }
  return { ...started, id, path, before, after, request: { before, after, languages: ['de' as const], handle, format: 'docx' as const } }
}

async function drain<Event>(stream: AsyncIterable<Event>): Promise<readonly Event[]> {
  const events: Event[] = []
  for await (const event of stream) events.push(event)
  return events
}

describe('comparison.side', () => {
  test('gives a draft as it is now, as it was, and its template without answers', async () => {
    const { client, id, before, after } = await begin()
    const sides = await Promise.all([after, before, { kind: 'template' as const, id }].map((side) => client.comparison.side(side)))
    expect(sides.map(({ answers }) => answers)).toEqual([{ purpose: 'Sensor' }, { purpose: 'Laser' }, {}])
    expect(new Set(sides.map(({ contentHash }) => contentHash)).size).toBe(1)
    expect(sides.every(({ content, deviations }) => content.id === 'small-nda' && deviations.length === 0)).toBe(true)
  })
  test('refuses what it does not know', async () => {
    const { client } = await begin()
    await expect(client.comparison.side(foreignInput({ kind: 'draft', id: 'none' }))).rejects.toMatchObject({ code: 'draftNotFound' })
    await expect(client.comparison.side(foreignInput({ kind: 'template', id: 'none' }))).rejects.toMatchObject({ code: 'draftNotFound' })
    await expect(client.comparison.side({ kind: 'revision', id: revisionIdSchema.parse('none') })).rejects.toMatchObject({ code: 'revisionNotFound' })
    await expect(client.comparison.side(foreignInput({ kind: 'path', id: '/etc/passwd' }))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('comparison.export', () => {
  test('writes a redline with author and reason', async () => {
    const { client, path, request } = await begin()
    const events = await drain(await client.comparison.export({ ...request, author: 'Dr. Beispiel', reason: 'as agreed' }))
    expect(events.at(-1)).toMatchObject({ kind: 'done', fileName: 'Redline.docx' })
    const parts = unzipSync(readFileSync(path))
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    expect(xml).toMatch(/<w:del [^>]*w:author="Dr\. Beispiel"[^>]*>.*?Laser</)
    expect(xml).toMatch(/<w:ins [^>]*w:author="Dr\. Beispiel"[^>]*>.*?Sensor</)
    expect(strFromU8(parts['word/comments.xml'] ?? new Uint8Array())).toContain('as agreed')
  }, 30_000)
  test('takes the author of the settings where none is given, and compares two drafts', async () => {
    const { client, path, request, id } = await begin()
    await client.settings.set({ authorName: 'Kanzlei' })
    const other = await client.drafts.duplicate({ id, name: 'Other' })
    await client.drafts.saveAnswer({ id: other.id, question: 'purpose', value: 'Kamera' })
    await drain(await client.comparison.export({ ...request, before: { kind: 'draft', id: other.id } }))
    const xml = strFromU8(unzipSync(readFileSync(path))['word/document.xml'] ?? new Uint8Array())
    expect(xml).toMatch(/<w:del [^>]*w:author="Kanzlei"[^>]*>.*?Kamera</)
  }, 30_000)
  test('refuses an unknown side, a language the text is not in and a used ticket, and writes nothing', async () => {
    const { client, path, request, id } = await begin()
    const run = async (change: object) => drain(await client.comparison.export(foreignInput({ ...request, ...change })))
    await expect(run({ before: { kind: 'draft', id: 'none' } })).rejects.toMatchObject({ code: 'draftNotFound' })
    await expect(run({ before: { kind: 'revision', id: 'none' } })).rejects.toMatchObject({ code: 'revisionNotFound' })
    await expect(run({ languages: ['ja'] })).rejects.toMatchObject({ code: 'languageMissing' })
    await expect(run({ format: 'exe' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(run({ reason: 'x'.repeat(2001) })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(existsSync(path)).toBe(false)
    await run({ before: { kind: 'template', id } })
    await expect(run({})).rejects.toMatchObject({ code: 'handleUnknown' })
  }, 30_000)
  test('a defect of the writer is told plainly and leaves no file', async () => {
    const { client, path, request, logged } = await begin({
      exportDocument: createExportDocument(() => Promise.resolve(() => Promise.reject(new Error('a defect')))),
    })
    await expect(client.comparison.export(request).then(drain)).rejects.toMatchObject({ code: 'exportFailed' })
    expect(logged).toContainEqual({ event: 'api.bug', details: { procedure: 'comparison.export', error: 'Error' } })
    expect(existsSync(path)).toBe(false)
  })
})
