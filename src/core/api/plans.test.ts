import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { foreignInput, startTestCore } from '../../../tests/support/core.ts'
import { draftIdSchema, fileHandleSchema } from '../../shared/contract/ids.ts'

const handle = fileHandleSchema.parse('ticket')
const dated = { id: 'secrets_listed', question: 'secrets_listed', due: '2026-12-01' }
const undated = { id: 'own-1', title: 'Ask the works council' }

async function withPlan(actions: readonly object[] = [dated, undated]) {
  const started = await startTestCore()
  const { client, core, folder } = started
  const { id } = await client.drafts.create({ templateId: 'cl01', name: 'Our\r\nSecrets', languages: ['en'] })
  await client.drafts.saveAnswer(foreignInput({ id, question: 'actions', value: actions }))
  const path = join(folder, 'plan')
  core.files.register('ticket', path)
  return { ...started, id, path }
}

describe('plans.export', () => {
  test('writes a calendar, and says which steps are not in it', async () => {
    const { client, id, path } = await withPlan()
    expect(await client.plans.export({ id, handle, format: 'ics', language: 'en' })).toEqual({ fileName: 'plan', steps: 1, left: 1 })
    const text = readFileSync(path, 'utf8')
    expect(text).toContain('NAME:Action plan: Our Secrets\r\n')
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(text).toContain('SUMMARY:List them')
  })
  test('writes a table in the language that is asked for', async () => {
    const { client, id, path } = await withPlan()
    expect(await client.plans.export({ id, handle, format: 'csv', language: 'de' })).toEqual({ fileName: 'plan', steps: 2, left: 0 })
    expect(readFileSync(path, 'utf8').split('\r\n')).toEqual([
      '\uFEFFNr.,Maßnahme,Feststellung,Warum,Rechtsgrundlagen,Verantwortlich,Bis wann,Priorität,Stand',
      '1,List them (de),Not listed (de),Lost (de),,,2026-12-01,mittel,offen',
      '2,Ask the works council,,,,,,mittel,offen',
      '',
    ])
  })
  test('refuses what has no plan, and leaves the ticket good for the next try', async () => {
    const { client, id, path } = await withPlan([undated])
    const { id: agreement } = await client.drafts.create({ templateId: 'small-nda', name: 'NDA', languages: ['de'] })
    const run = (input: object) => client.plans.export(foreignInput({ id, handle, format: 'ics', language: 'en', ...input }))
    await expect(run({})).rejects.toMatchObject({ defined: true, code: 'planEmpty' })
    await expect(run({ id: agreement })).rejects.toMatchObject({ defined: true, code: 'notAChecklist' })
    await expect(run({ id: draftIdSchema.parse('nobody') })).rejects.toMatchObject({ defined: true, code: 'draftNotFound' })
    await expect(run({ format: 'pdf' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(existsSync(path)).toBe(false)
    await run({ format: 'csv' })
    await expect(run({ format: 'csv' })).rejects.toMatchObject({ defined: true, code: 'handleUnknown' })
  })
  test('says when the file cannot be written, and leaves nothing behind', async () => {
    const { client, core, folder, id } = await withPlan()
    writeFileSync(join(folder, 'file'), '')
    core.files.register('ticket', join(folder, 'file', 'plan.csv'))
    await expect(client.plans.export({ id, handle, format: 'csv', language: 'en' })).rejects.toMatchObject({ defined: true, code: 'fileNotWritable' })
  })
})
