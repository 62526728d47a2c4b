import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { foreignInput, matching, startTestCore, temporaryFolder } from '../../../tests/support/core.ts'
import { fileHandleSchema } from '../../shared/contract/ids.ts'
import type { AssembledDocument } from '../../engine/document.ts'
import { documentText } from '../../engine/plain-text.ts'
import type { CoreParts } from '../core.ts'
import type { ExportOptions } from '../export/options.ts'
import { createExportDocument } from '../export/export-document.ts'
import { fileWriters, type Writer } from '../export/writers.ts'

const handle = fileHandleSchema.parse('ticket')

async function begin(parts: Partial<CoreParts> = {}) {
  const started = await startTestCore({ parts })
  const { id } = await started.client.drafts.create({ templateId: 'small-nda', name: 'Draft', languages: ['de'] })
  const folder = temporaryFolder()
  const path = join(folder, 'NDA.pdf')
  started.core.files.register(handle, path)
  const request = { draftId: id, handle, format: 'pdf', languages: ['de'], isDraft: true, hasWatermark: true, hasNotes: false, hasData: false } as const
  return { ...started, id, exportFolder: folder, path, request: { ...request, languages: ['de' as const] } }
}

const writing = (write: Writer): Partial<CoreParts> => ({ exportDocument: createExportDocument(() => Promise.resolve(write)) })

async function eventsOf<Event>(stream: AsyncIterable<Event>): Promise<readonly Event[]> {
  const events: Event[] = []
  for await (const event of stream) events.push(event)
  return events
}

describe('export.run', () => {
  test.each([
    ['pdf', '%PDF-'],
    ['docx', 'PK'],
  ] as const)(
    'writes a %s and tells how far it is',
    async (format, start) => {
      const { client, request, path } = await begin({ exportDocument: createExportDocument(fileWriters) })
      await client.drafts.saveAnswer({ id: request.draftId, question: 'purpose', value: 'Laser' })
      const events = await eventsOf(await client.export.run({ ...request, format, hasData: true, languages: ['de', 'en'] }))
      const bytes = readFileSync(path)
      expect(bytes.subarray(0, start.length).toString()).toBe(start)
      expect(events.at(-1)).toEqual({ kind: 'done', fileName: 'NDA.pdf', bytes: bytes.length })
      const fractions = events.flatMap((event) => (event.kind === 'progress' ? [event.fraction] : []))
      expect(fractions).toEqual(fractions.toSorted((left, right) => left - right))
      expect(events.flatMap((event) => (event.kind === 'progress' ? [event.step] : []))).toEqual(expect.arrayContaining(['assembling', 'writing', 'saving']))
    },
    30_000,
  )
  test('exports the report of a checklist', async () => {
    const { client, request, path } = await begin()
    const { id } = await client.drafts.create({ templateId: 'cl01', name: 'Check', languages: ['en'] })
    await client.drafts.saveAnswer({ id, question: 'secrets_listed', value: { value: 'no', note: '' } })
    await eventsOf(await client.export.run({ ...request, draftId: id, hasData: true, languages: ['en'] }))
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
  }, 30_000)
  test('compares the report of a repeated run with the one it continues', async () => {
    const documents: AssembledDocument[] = []
    const { client, request } = await begin(
      writing((document) => {
        documents.push(document)
        return Promise.resolve(Buffer.from('x'))
      }),
    )
    const { id } = await client.drafts.create({ templateId: 'cl01', name: 'Check', languages: ['en'] })
    await client.drafts.saveAnswer({ id, question: 'secrets_listed', value: { value: 'no', note: '' } })
    await client.drafts.saveAnswer({ id, question: 'assessed_on', value: '2026-03-03' })
    const next = await client.runs.repeat({ id, name: 'Again' })
    await client.drafts.saveAnswer({ id: next.id, question: 'secrets_listed', value: { value: 'yes', note: '' } })
    await eventsOf(await client.export.run({ ...request, draftId: next.id, languages: ['en'] }))
    const text = documents.map(documentText).join('')
    expect(text).toContain('Since 3 March 2026')
    expect(text).toContain('One answer has become better, none worse.')
  }, 30_000)
  test('numbers the draft after its revisions, and marks nothing on a final document', async () => {
    const seen: ExportOptions[] = []
    const { core, client, request, path, id } = await begin(
      writing((_, options) => {
        seen.push(options)
        return Promise.resolve(Buffer.from('x'))
      }),
    )
    await client.settings.set({ authorName: 'Berater' })
    await client.revisions.create({ id, name: 'First' })
    await eventsOf(await client.export.run({ ...request, hasNotes: true }))
    core.files.register(handle, path)
    await eventsOf(await client.export.run({ ...request, isDraft: false, profile: 'fillable' }))
    expect(seen).toMatchObject([
      { draft: { number: 2, hasWatermark: true }, author: 'Berater', hasNotes: true, date: matching(/^2026-11-23T/u) },
      { draft: undefined, hasNotes: false, profile: 'fillable' },
    ])
  })
  test('closing the stream reaches the writer at once, leaves the old file and no other', async () => {
    let wasAborted = false
    const endless: Writer = (_, { signal, onProgress }) =>
      new Promise((_resolve, reject) => {
        onProgress?.(0.5)
        signal?.addEventListener('abort', () => {
          wasAborted = true
          reject(new DOMException('stopped', 'AbortError'))
        })
      })
    const { client, request, path, exportFolder, logged } = await begin(writing(endless))
    writeFileSync(path, 'old')
    for await (const event of await client.export.run(request)) {
      if (event.kind === 'progress' && event.fraction > 0.4) break
    }
    expect(wasAborted).toBe(true)
    expect([readdirSync(exportFolder), readFileSync(path, 'utf8')]).toEqual([['NDA.pdf'], 'old'])
    expect(logged.map(({ event }) => event)).not.toContain('api.bug')
  })
  test('an abort signal ends the stream without a file', async () => {
    const controller = new AbortController()
    const { client, request, path } = await begin(
      writing(() => {
        controller.abort()
        return Promise.resolve(Buffer.from('x'))
      }),
    )
    await eventsOf(await client.export.run(request, { signal: controller.signal })).catch(() => undefined)
    expect(existsSync(path)).toBe(false)
  })
  test('a ticket is good once, and stays good after a refused call', async () => {
    const { client, request } = await begin(writing(() => Promise.resolve(Buffer.from('x'))))
    await expect(client.export.run({ ...request, languages: ['ja'] })).rejects.toMatchObject({ defined: true, code: 'languageMissing' })
    await expect(client.export.run(foreignInput({ ...request, draftId: 'nobody' }))).rejects.toMatchObject({
      defined: true,
      code: 'draftNotFound',
    })
    await eventsOf(await client.export.run(request))
    await expect(client.export.run(request)).rejects.toMatchObject({ defined: true, code: 'handleUnknown' })
  })
  test('refuses an unknown format', async () => {
    const { client, request } = await begin()
    await expect(client.export.run(foreignInput({ ...request, format: 'exe' }))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
  test('a folder that is gone arrives as a declared error with the name of the file only', async () => {
    const { core, client, request, exportFolder } = await begin(writing(() => Promise.resolve(Buffer.from('x'))))
    core.files.register(handle, join(exportFolder, 'gone', 'NDA.pdf'))
    await expect(eventsOf(await client.export.run(request))).rejects.toMatchObject({
      defined: true,
      code: 'fileNotWritable',
      data: { details: { file: 'NDA.pdf' }, isRetryable: true },
    })
  })
  test('a defect of a writer arrives as exportFailed and leaves no file', async () => {
    const { client, request, exportFolder, logged } = await begin(writing(() => Promise.reject(new TypeError('the answer "secret" broke it'))))
    const failure = await eventsOf(await client.export.run(request)).catch((error: unknown) => error)
    expect(failure).toMatchObject({ defined: true, code: 'exportFailed' })
    expect(JSON.stringify([failure, logged])).not.toContain('secret')
    expect(logged.at(-1)).toMatchObject({ event: 'api.bug' })
    expect(readdirSync(exportFolder)).toEqual([])
  })
})
