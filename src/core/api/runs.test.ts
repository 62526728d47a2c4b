import { describe, expect, test } from 'vitest'
import { foreignInput, startTestCore } from '../../../tests/support/core.ts'
import { agreementWith } from '../../engine/testing/small-set.ts'
import { answerOf, checklistOf, questionOf } from '../../engine/testing/small-checklist.ts'
import type { ChecklistPackage } from '../../engine/template.ts'
import { connect } from '../storage/connection.ts'
import type { CoreParts } from '../core.ts'
import type { ExportDocument, ExportJob } from '../export/export-document.ts'
import { type DraftId, draftIdSchema, fileHandleSchema } from '../../shared/contract/ids.ts'
import { join } from 'node:path'

const first = checklistOf([questionOf('a', 'one', 'high'), questionOf('old', 'two', 'low')])
const reworded = { question: { de: 'Ganz anders?', en: 'Quite different?' } }
const second = checklistOf([questionOf('a', 'one', 'high', reworded), questionOf('b', 'two', 'high')], { version: '1.1.0' })
const third = checklistOf([questionOf('a', 'one', 'high', reworded), questionOf('c', 'two', 'high')], { version: '1.2.0' })
const unknown = draftIdSchema.parse('nobody')

/** A core whose checklist is what `install` says, until that is called again. */
async function start(parts: Partial<CoreParts> = {}) {
  let installed: readonly ChecklistPackage[] = [first]
  const packages = () => [
    ...installed.map((content) => ({ content, hash: `hash-${content.version}` })),
    { content: agreementWith('nda', [{ id: 'purpose', type: 'text', label: { de: 'Zweck', en: 'Purpose' } }]), hash: 'hash-nda' },
  ]
  const started = await startTestCore({ parts: { loadContent: () => Promise.resolve({ packages: packages(), problems: [] }), ...parts } })
  const { client } = started
  const install = async (...contents: readonly ChecklistPackage[]) => {
    installed = contents
    await client.content.readAgain()
  }
  const save = async (id: DraftId, answers: Parameters<typeof Object.entries>[0]) => {
    for (const [question, value] of Object.entries(answers)) await client.drafts.saveAnswer(foreignInput({ id, question, value }))
  }
  const { id } = await client.drafts.create({ templateId: 'test', name: 'First run', languages: ['en'] })
  return { ...started, install, save, id }
}

describe('runs.list', () => {
  test('says of each run how it stands, newest first, and leaves out agreements and the trash', async () => {
    const { client, id, save } = await start()
    await client.drafts.create({ templateId: 'nda', name: 'An agreement', languages: ['en'] })
    await save(id, {
      a: answerOf('yes'),
      old: answerOf('no'),
      organisation: 'Akatsuki',
      assessed_on: '2026-11-20',
      actions: [
        { id: 'old', question: 'old', due: '2026-12-01' },
        { id: 'own-1', title: 'x' },
        { id: 'own-2', title: 'y', state: 'done' },
      ],
    })
    expect(await client.runs.list({})).toMatchObject([
      {
        id,
        name: 'First run',
        templateId: 'test',
        organisation: 'Akatsuki',
        assessedOn: '2026-11-20',
        previous: null,
        score: 75,
        answered: 2,
        asked: 2,
        openSteps: ['2026-12-01', ''],
        doneSteps: 1,
      },
    ])
    expect(await client.runs.list({ templateId: 'other' })).toEqual([])
    const next = await client.runs.repeat({ id, name: 'Second run' })
    expect((await client.runs.list({ templateId: 'test' })).map((run) => run.id)).toEqual([next.id, id])
    await client.drafts.trash({ id: next.id })
    expect((await client.runs.list({ templateId: 'test' })).map((run) => run.id)).toEqual([id])
    await expect(client.runs.list(foreignInput({ templateId: 7 }))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
  test('leaves out a run whose checklist can no longer be read', async () => {
    const { folder, close } = await start()
    await close()
    const connection = connect(join(folder, 'musubi.db'))
    connection.exec(`UPDATE contents SET json = '{}'`)
    connection.close()
    const { client } = await startTestCore({ folder, start: '2026-11-24T08:00:00.000Z' })
    const { id } = await client.drafts.create({ templateId: 'cl01', name: 'Readable', languages: ['en'] })
    expect(await client.drafts.list({})).toHaveLength(2)
    expect((await client.runs.list({})).map((run) => run.id)).toEqual([id])
  })
})

describe('runs.repeat', () => {
  test('begins where the run ended: answers, facts and open steps, not the day, and nothing that is done', async () => {
    const { client, id, save } = await start()
    const answer = { value: 'partly', note: 'Half of it', evidence: 'Folder 3' }
    const dismissed = { id: 'a', question: 'a', state: 'dismissed' }
    await save(id, { a: answer, organisation: 'Akatsuki', assessed_on: '2026-11-20', actions: [{ id: 'old', state: 'done' }, dismissed] })
    const next = await client.runs.repeat({ id, name: ' Second run ' })
    const run = await client.drafts.get({ id: next.id })
    expect(run).toMatchObject({ name: 'Second run', languages: ['en'], run: { previous: id, former: [] } })
    expect(run.answers).toEqual({ a: answer, organisation: 'Akatsuki', actions: [dismissed] })
    expect(await client.drafts.list({ search: 'half' })).toHaveLength(2)
  })
  test('takes the newer checklist, and remembers the one before', async () => {
    const { client, id, save, install } = await start()
    await save(id, { old: answerOf('no') })
    await install(second)
    const next = await client.runs.repeat({ id, name: 'Second run' })
    expect(await client.drafts.get({ id: next.id })).toMatchObject({
      content: { version: '1.1.0' },
      answers: { old: answerOf('no') },
      run: { previous: id, former: [{ version: '1.0.0' }] },
    })
    // Repeated once more without a change, what was seen last is the present checklist.
    const last = await client.runs.repeat({ id: next.id, name: 'Third run' })
    const place = (await client.drafts.get({ id: last.id })).run
    expect(place?.former.map(({ version }) => version)).toEqual(['1.0.0', '1.1.0'])
  })
  test('goes on with its own checklist when that is no longer installed', async () => {
    const { client, id, install } = await start()
    await install()
    const next = await client.runs.repeat({ id, name: 'Second run' })
    expect(await client.drafts.get({ id: next.id })).toMatchObject({ contentHash: 'hash-1.0.0' })
  })
  test('refuses unknown runs, agreements, the trash, a language that is gone and empty names', async () => {
    const { client, id, install } = await start()
    const agreement = await client.drafts.create({ templateId: 'nda', name: 'An agreement', languages: ['en'] })
    await expect(client.runs.repeat({ id: unknown, name: 'x' })).rejects.toMatchObject({ defined: true, code: 'draftNotFound' })
    await expect(client.runs.repeat({ id: agreement.id, name: 'x' })).rejects.toMatchObject({ defined: true, code: 'notAChecklist' })
    await expect(client.runs.repeat({ id, name: ' ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    const inJapanese = checklistOf([questionOf('a', 'one', 'high')], { title: { de: 'T', en: 'T', ja: 'T' }, version: '2.0.0' })
    await install(inJapanese)
    const japanese = await client.drafts.create({ templateId: 'test', name: 'In Japanese', languages: ['ja'] })
    await install(first)
    await expect(client.runs.repeat({ id: japanese.id, name: 'x' })).rejects.toMatchObject({ defined: true, code: 'languageMissing' })
    await client.drafts.trash({ id })
    await expect(client.runs.repeat({ id, name: 'x' })).rejects.toMatchObject({ defined: true, code: 'draftInTrash' })
  })
})

describe('runs.renew', () => {
  test('binds the run to the newer checklist, keeps every answer, and makes a revision before', async () => {
    const { client, id, save, install } = await start()
    await save(id, { a: answerOf('yes'), old: answerOf('no') })
    await install(second)
    expect(await client.runs.renew({ id, nameOfCurrent: 'Before' })).toEqual({ added: 1, reworded: 1, removed: 1 })
    expect(await client.drafts.get({ id })).toMatchObject({
      content: { version: '1.1.0' },
      answers: { a: answerOf('yes'), old: answerOf('no') },
      hasNewerTemplate: false,
      asked: 2,
      answered: 1,
      run: { previous: null, former: [{ version: '1.0.0' }] },
    })
    expect(await client.revisions.list({ id })).toMatchObject([{ name: 'Before', number: 1 }])
    await install(third)
    await client.runs.renew({ id, nameOfCurrent: 'Before' })
    expect((await client.drafts.get({ id })).run?.former.map(({ version }) => version)).toEqual(['1.0.0', '1.1.0'])
  })
  test('keeps former checklists for as long as a run needs them, also in a copy', async () => {
    const { client, id, install, folder } = await start()
    await install(second)
    await client.runs.renew({ id, nameOfCurrent: 'Before' })
    const copy = await client.drafts.duplicate({ id, name: 'Copy' })
    const removed = async (draft: DraftId) => {
      await client.drafts.trash({ id: draft })
      await client.drafts.remove({ id: draft })
    }
    await removed(id)
    expect((await client.drafts.get({ id: copy.id })).run?.former).toMatchObject([{ version: '1.0.0' }])
    await removed(copy.id)
    const connection = connect(join(folder, 'musubi.db'))
    expect(connection.prepare('SELECT count(*) FROM contents').pluck().get()).toBe(0)
    connection.close()
  })
  test('leaves a former checklist that can no longer be read out of the history', async () => {
    const { client, id, install, folder, close } = await start()
    await install(second)
    await client.runs.renew({ id, nameOfCurrent: 'Before' })
    await close()
    const connection = connect(join(folder, 'musubi.db'))
    connection.exec(`UPDATE contents SET json = '{}' WHERE hash = 'hash-1.0.0'`)
    connection.close()
    const later = await startTestCore({ folder, start: '2026-11-24T08:00:00.000Z' })
    expect(await later.client.drafts.get({ id })).toMatchObject({ content: { version: '1.1.0' }, run: { former: [] } })
  })
  test('refuses when nothing is newer, and unknown runs, agreements, the trash, a language that is gone and empty names', async () => {
    const { client, id, install } = await start()
    const agreement = await client.drafts.create({ templateId: 'nda', name: 'An agreement', languages: ['en'] })
    const request = { id, nameOfCurrent: 'x' }
    await expect(client.runs.renew(request)).rejects.toMatchObject({ defined: true, code: 'nothingNewer' })
    expect(await client.revisions.list({ id })).toEqual([])
    await expect(client.runs.renew({ ...request, id: unknown })).rejects.toMatchObject({ defined: true, code: 'draftNotFound' })
    await expect(client.runs.renew({ ...request, id: agreement.id })).rejects.toMatchObject({ defined: true, code: 'notAChecklist' })
    await expect(client.runs.renew({ id, nameOfCurrent: '' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await install(checklistOf([questionOf('a', 'one', 'high')], { title: { de: 'T', en: 'T', ja: 'T' }, version: '1.0.5' }))
    const japanese = await client.drafts.create({ templateId: 'test', name: 'In Japanese', languages: ['ja'] })
    await install(second)
    await expect(client.runs.renew({ id: japanese.id, nameOfCurrent: 'x' })).rejects.toMatchObject({ defined: true, code: 'languageMissing' })
    await client.drafts.trash({ id })
    await expect(client.runs.renew(request)).rejects.toMatchObject({ defined: true, code: 'draftInTrash' })
  })
})

describe('runs.previous', () => {
  test('gives the run before with its own checklist; none when there is none, or it is in the trash or gone', async () => {
    const { client, id, save, install } = await start()
    expect(await client.runs.previous({ id })).toBeNull()
    await save(id, { a: answerOf('no') })
    await install(second)
    const next = await client.runs.repeat({ id, name: 'Second run' })
    expect(await client.runs.previous({ id: next.id })).toMatchObject({
      summary: { id, name: 'First run', score: 0 },
      contentHash: 'hash-1.0.0',
      content: { version: '1.0.0' },
      answers: { a: answerOf('no') },
    })
    await client.drafts.trash({ id })
    expect(await client.runs.previous({ id: next.id })).toBeNull()
    await client.drafts.remove({ id })
    expect((await client.drafts.get({ id: next.id })).run).toMatchObject({ previous: null, former: [{ version: '1.0.0' }] })
  })
  test('refuses unknown runs and agreements', async () => {
    const { client } = await start()
    const agreement = await client.drafts.create({ templateId: 'nda', name: 'An agreement', languages: ['en'] })
    expect(agreement.run).toBeNull()
    await expect(client.runs.previous({ id: unknown })).rejects.toMatchObject({ defined: true, code: 'draftNotFound' })
    await expect(client.runs.previous({ id: agreement.id })).rejects.toMatchObject({ defined: true, code: 'notAChecklist' })
    await expect(client.runs.previous(foreignInput({}))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('the report of a run', () => {
  test('is given the run before and what is no longer asked', async () => {
    const jobs: ExportJob[] = []
    const exportDocument: ExportDocument = (job) => {
      jobs.push(job)
      return Promise.resolve({ fileName: 'report.pdf', bytes: 1 })
    }
    const { client, core, id, save, install, folder } = await start({ exportDocument })
    await save(id, { a: answerOf('no'), old: answerOf('partly') })
    await install(second)
    const next = await client.runs.repeat({ id, name: 'Second run' })
    await save(next.id, { a: answerOf('yes') })
    const request = { format: 'pdf', languages: ['en'], isDraft: false, hasWatermark: false, hasNotes: false } as const
    for (const draftId of [id, next.id]) {
      const handle = fileHandleSchema.parse(`ticket-${draftId}`)
      core.files.register(handle, join(folder, 'report.pdf'))
      for await (const _event of await client.export.run({ ...request, languages: ['en'], draftId, handle })) continue
    }
    expect(jobs[0]?.background).toEqual({ previous: undefined, removed: [] })
    expect(jobs[1]?.background).toMatchObject({
      previous: { content: { version: '1.0.0' }, answers: { a: answerOf('no') } },
      removed: [{ question: { id: 'old' }, answer: answerOf('partly') }],
    })
  })
})

describe('the search', () => {
  test('finds notes, evidence, names and steps of a run, not the codes in them', async () => {
    const { client, id, save } = await start()
    await save(id, {
      a: { value: 'yes', note: 'Kaffeekasse', evidence: 'Ordner Blau' },
      partner: 'Hikarido',
      phase: 'negotiating',
      actions: [{ id: 'own-1', title: 'Rufen wir an', owner: 'Tachibana', priority: 'high', state: 'open' }],
    })
    const found = async (search: string) => (await client.drafts.list({ search })).length
    for (const word of ['kaffeekasse', 'blau', 'hikarido', 'rufen', 'tachibana']) expect(await found(word), word).toBe(1)
    for (const word of ['negotiating', 'open', 'own']) expect(await found(word), word).toBe(0)
  })
})
