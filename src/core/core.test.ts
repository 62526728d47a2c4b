import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient, isDefinedError, safe } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { RPCHandler } from '@orpc/server/message-port'
import { expect, onTestFinished, test } from 'vitest'
import { foreignInput, matching, startTestCore, type TestCoreOptions, temporaryFolder, testEnvironment } from '../../tests/support/core.ts'
import { type coreContract } from '../shared/contract/core.ts'
import { draftIdSchema, fileHandleSchema } from '../shared/contract/ids.ts'
import { createCore } from './core.ts'
import { createExportDocument } from './export/export-document.ts'

/** A core behind a message port, as the window sees it. */
async function overPort(options: TestCoreOptions = {}) {
  const started = await startTestCore(options)
  const { port1, port2 } = new MessageChannel()
  new RPCHandler(started.core.router).upgrade(port2, { context: {} })
  port2.start()
  const client: ContractRouterClient<typeof coreContract> = createORPCClient(new RPCLink({ port: port1 }))
  port1.start()
  onTestFinished(() => port1.close())
  return { ...started, client }
}

test('a draft lives over a message port, and expected errors arrive with their data', async () => {
  const { client } = await overPort()
  const { id } = await client.drafts.create({ templateId: 'small-nda', name: 'Draft', languages: ['de'] })
  await client.drafts.saveAnswer({ id, question: 'law', value: null })
  await client.drafts.saveAnswer({ id, question: 'purpose', value: 'Laser' })
  expect((await client.drafts.get({ id })).answers).toEqual({ law: null, purpose: 'Laser' })
  await client.drafts.saveAnswer({ id, question: 'law' })
  expect((await client.drafts.get({ id })).answers).toEqual({ purpose: 'Laser' })
  const [error] = await safe(client.drafts.get({ id: draftIdSchema.parse('nobody') }))
  expect(isDefinedError(error)).toBe(true)
  expect(error).toMatchObject({ code: 'draftNotFound', data: { details: { draft: 'nobody' }, isRetryable: false } })
})

test('a refused input is answered over the port, and the next call works', async () => {
  const { client } = await overPort()
  const [error] = await safe(client.drafts.rename(foreignInput({ id: 'x' })))
  expect(error).toMatchObject({ code: 'BAD_REQUEST' })
  expect(await client.system.ping()).toMatchObject({ problems: [] })
})

test('leaving an export over the port stops the writer and leaves no file', async () => {
  let stopped: () => void = () => undefined
  const wasStopped = new Promise<void>((resolve) => {
    stopped = resolve
  })
  const exportDocument = createExportDocument(() =>
    Promise.resolve(
      (_document, { signal, onProgress }) =>
        new Promise((_resolve, reject) => {
          onProgress?.(0.5)
          signal?.addEventListener('abort', () => {
            stopped()
            reject(new DOMException('stopped', 'AbortError'))
          })
        }),
    ),
  )
  const { client, core } = await overPort({ parts: { exportDocument } })
  const { id } = await client.drafts.create({ templateId: 'small-nda', name: 'Draft', languages: ['de'] })
  const folder = temporaryFolder()
  const handle = fileHandleSchema.parse('ticket')
  core.files.register(handle, join(folder, 'NDA.pdf'))
  const events = await client.export.run({
    draftId: id,
    handle,
    format: 'pdf',
    languages: ['de'],
    isDraft: true,
    hasWatermark: false,
    hasNotes: false,
    hasData: false,
  })
  for await (const event of events) if (event.kind === 'progress' && event.step === 'writing' && event.fraction > 0.4) break
  await wasStopped
  expect(readdirSync(folder)).toEqual([])
})

test('a damaged database is restored at the start and told by ping', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'musubi.db'), 'not a database '.repeat(100))
  const { client } = await startTestCore({ folder })
  const { problems } = await client.system.ping()
  expect(problems).toMatchObject([{ code: 'databaseDamaged', details: { setAside: matching(/^damaged-2026-11-23T/u) } }])
  expect(readFileSync(join(folder, problems[0]?.details['setAside'] ?? '', 'musubi.db'), 'utf8')).toContain('not a database')
})

test('reads the templates that come with the program', async () => {
  const { environment } = testEnvironment(temporaryFolder())
  const core = await createCore({ ...environment, templatesFolder: join(import.meta.dirname, '../../templates') })
  await core.close()
  expect(existsSync(join(environment.dataFolder, 'musubi.db'))).toBe(true)
})

test('a ticket nobody used goes when many newer ones came', async () => {
  const { core, client } = await startTestCore()
  const { id } = await client.drafts.create({ templateId: 'small-nda', name: 'Draft', languages: ['de'] })
  for (let count = 0; count < 70; count += 1) core.files.register(`ticket-${count}`, '/nowhere/a.pdf')
  const run = (handle: string) =>
    client.export.run({
      draftId: id,
      handle: fileHandleSchema.parse(handle),
      format: 'pdf',
      languages: ['de'],
      isDraft: true,
      hasWatermark: false,
      hasNotes: false,
    })
  await expect(run('ticket-0')).rejects.toMatchObject({ defined: true, code: 'handleUnknown' })
  await (await run('ticket-69')).return?.()
})
