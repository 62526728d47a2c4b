import { call } from '@orpc/server'
import { describe, expect, test } from 'vitest'
import { agreementFixture, foreignInput, startTestCore } from '../../../tests/support/core.ts'
import { glossaryTermSchema } from '../../engine/glossary.ts'
import { revisionIdSchema } from '../../shared/contract/ids.ts'

describe('system.ping', () => {
  test('tells the version, the start and no problems', async () => {
    const { client } = await startTestCore()
    expect(await client.system.ping()).toEqual({ version: '0.1.0', startedAt: '2026-11-23T08:00:01.000Z', problems: [] })
  })
})

describe('content', () => {
  test('lists what is installed with its languages and sizes', async () => {
    const { client } = await startTestCore()
    const { items, problems } = await client.content.list()
    expect(items).toMatchObject([
      { kind: 'agreement', id: 'small-nda', languages: ['de', 'en'], questionCount: 4, clauseCount: 1, topics: [], roles: [] },
      { kind: 'checklist', id: 'cl01', languages: ['de', 'en'], questionCount: 1, minutes: 5, topics: [{ en: 'Secrets' }], roles: ['startup'] },
    ])
    expect(problems).toEqual([])
  })
  test('lists the problems of folders that could not be read', async () => {
    const problem = { file: 'agreements/broken/agreement.yaml', line: 3, cause: 'no id', fix: 'write one' }
    const { client } = await startTestCore({ parts: { loadContent: () => Promise.resolve({ packages: [], problems: [problem] }) } })
    expect(await client.content.list()).toEqual({ items: [], problems: [problem] })
  })
  test('reads the templates again, while a draft keeps what it was begun with', async () => {
    const before = { packages: [{ content: agreementFixture('1.0.0'), hash: 'one' }], problems: [] }
    const after = { packages: [{ content: agreementFixture('2.0.0'), hash: 'two', isOwn: true }], problems: [] }
    const contents = [before, after]
    const { client } = await startTestCore({ parts: { loadContent: () => Promise.resolve(contents.shift() ?? after) } })
    const { id } = await client.drafts.create({ templateId: 'small-nda', name: 'Draft', languages: ['de'] })
    expect((await client.content.readAgain()).items).toMatchObject([{ version: '2.0.0', isOwn: true }])
    expect((await client.content.list()).items).toMatchObject([{ version: '2.0.0', isOwn: true }])
    expect(await client.drafts.get({ id })).toMatchObject({ content: { version: '1.0.0' }, hasNewerTemplate: true })
  })
  test('gives the glossary with the laws it names; without one it is empty', async () => {
    const [term, law] = [
      { id: 'claiming', de: { term: 'Inanspruchnahme' }, en: { term: 'claiming' }, ja: '権利請求', explanation: { de: 'Was', en: 'What' }, laws: ['a-1'] },
      { id: 'a-1', cite: { de: '§ 1 A', en: 'Section 1 A' }, title: { de: 'T', en: 'T' }, checked: '2026-08-19', source: 's', status: 'confirmed' as const },
    ]
    const glossary = { terms: [glossaryTermSchema.parse(term)], lawEntries: [law] }
    const { client } = await startTestCore({ parts: { loadGlossary: () => Promise.resolve({ glossary, problems: [] }) } })
    expect(await client.content.glossary()).toEqual({ ...glossary, problems: [] })
    expect(await (await startTestCore()).client.content.glossary()).toEqual({ terms: [], lawEntries: [], problems: [] })
  })
  test('gives one template, and refuses an unknown or endless id', async () => {
    const { client } = await startTestCore()
    expect((await client.content.get({ id: 'small-nda' })).version).toBe('1.0.0')
    await expect(client.content.get({ id: '../etc' })).rejects.toMatchObject({ defined: true, code: 'templateNotFound' })
    await expect(client.content.get({ id: 'x'.repeat(101) })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('settings', () => {
  test('start with defaults and change one by one, over a restart', async () => {
    const { client, close, folder } = await startTestCore()
    expect(await client.settings.get()).toMatchObject({ theme: 'system', outlineWidth: 248, interfaceLanguage: null })
    await client.settings.set({ theme: 'dark', interfaceLanguage: 'de' })
    expect(await client.settings.set({ outlineWidth: 300 })).toMatchObject({ theme: 'dark', interfaceLanguage: 'de', outlineWidth: 300 })
    await client.settings.set({ interfaceLanguage: null })
    await close()
    const later = await startTestCore({ folder })
    expect(await later.client.settings.get()).toMatchObject({ theme: 'dark', interfaceLanguage: null, outlineWidth: 300 })
  })
  test('refuse a value out of bounds and keep the others', async () => {
    const { client } = await startTestCore()
    await expect(client.settings.set({ outlineWidth: 10_000 })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(await client.settings.get()).toMatchObject({ outlineWidth: 248 })
  })
})

describe('revisions', () => {
  const begin = async () => {
    const started = await startTestCore()
    const { id } = await started.client.drafts.create({ templateId: 'small-nda', name: 'Draft', languages: ['de'] })
    return { ...started, id }
  }
  test('keep a state under a name and a number, counting what changed', async () => {
    const { client, id } = await begin()
    await client.drafts.saveAnswer({ id, question: 'purpose', value: 'one' })
    await client.revisions.create({ id, name: 'First' })
    await client.drafts.saveAnswer({ id, question: 'purpose', value: 'two' })
    await client.drafts.saveAnswer({ id, question: 'law', value: 'german-law' })
    const second = await client.revisions.create({ id, name: 'Second' })
    expect(second).toMatchObject({ number: 2, name: 'Second', changes: 2, draftId: id })
    const all = await client.revisions.list({ id })
    expect(all.map(({ number, changes }) => [number, changes])).toEqual([
      [2, 2],
      [1, 1],
    ])
    expect((await client.revisions.get({ id: second.id })).answers).toEqual({ purpose: 'two', law: 'german-law' })
  })
  test('put a state back and keep the one before; the search follows', async () => {
    const { client, id } = await begin()
    await client.drafts.saveAnswer({ id, question: 'purpose', value: 'Fernrohr' })
    const first = await client.revisions.create({ id, name: 'First' })
    await client.drafts.saveAnswer({ id, question: 'purpose', value: 'Mikroskop' })
    await client.drafts.saveAnswer({ id, question: 'law', value: 'other-law' })
    expect((await client.revisions.restore({ id: first.id, nameOfCurrent: 'Before going back' })).answers).toEqual({ purpose: 'Fernrohr' })
    const [kept] = await client.revisions.list({ id })
    expect(kept).toMatchObject({ number: 2, name: 'Before going back' })
    expect(await client.drafts.list({ search: 'fernrohr' })).toHaveLength(1)
    expect(await client.drafts.list({ search: 'mikroskop' })).toHaveLength(0)
  })
  test('refuse unknown ids, empty names and drafts in the trash', async () => {
    const { client, id } = await begin()
    const unknown = revisionIdSchema.parse('nothing')
    const { id: revision } = await client.revisions.create({ id, name: 'First' })
    await expect(client.revisions.get({ id: unknown })).rejects.toMatchObject({ defined: true, code: 'revisionNotFound' })
    await expect(client.revisions.restore({ id: unknown, nameOfCurrent: 'x' })).rejects.toMatchObject({ defined: true, code: 'revisionNotFound' })
    await expect(client.revisions.create({ id, name: '' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(client.revisions.restore({ id: revision, nameOfCurrent: '' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(client.revisions.get(foreignInput({}))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(client.revisions.list(foreignInput({ id: 'nobody' }))).rejects.toMatchObject({ defined: true, code: 'draftNotFound' })
    await client.drafts.trash({ id })
    await expect(client.revisions.create({ id, name: 'x' })).rejects.toMatchObject({ defined: true, code: 'draftInTrash' })
    await expect(client.revisions.restore({ id: revision, nameOfCurrent: 'x' })).rejects.toMatchObject({ defined: true, code: 'draftInTrash' })
    expect(await client.revisions.list({ id })).toHaveLength(1)
  })
})

describe('a defect', () => {
  test('is answered plainly and logged by kind, without its words', async () => {
    const { core, logged, environment } = await startTestCore()
    Object.assign(environment, { version: 7 })
    const failure = await call(core.router.system.ping, undefined, { context: {}, path: ['system', 'ping'] }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Error)
    expect(failure).toMatchObject({ message: 'system.ping answered with what its contract does not allow: version' })
    expect(logged.at(-1)).toEqual({ event: 'api.bug', details: { procedure: 'system.ping', error: 'Error' } })
  })
})
