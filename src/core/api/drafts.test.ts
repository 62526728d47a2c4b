import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { foreignInput, nested, startTestCore } from '../../../tests/support/core.ts'
import { type DraftId, draftIdSchema } from '../../shared/contract/ids.ts'
import { connect } from '../storage/connection.ts'
import { maximumAnswerBytes } from './answer-size.ts'

const unknownId = draftIdSchema.parse('nobody')

async function withDraft(options: Parameters<typeof startTestCore>[0] = {}) {
  const started = await startTestCore(options)
  const draft = await started.client.drafts.create({ templateId: 'small-nda', name: 'Akatsuki and ILT', languages: ['de'] })
  return { ...started, draft, id: draft.id }
}
const party = { name: 'Akatsuki Photonics KK', shortName: 'Akatsuki', form: 'KK', kind: 'startup', country: 'JP' }

describe('drafts.create', () => {
  test('binds the draft to the exact content of the template', async () => {
    const { draft, client } = await withDraft()
    expect(draft).toMatchObject({
      kind: 'agreement',
      templateId: 'small-nda',
      contentHash: 'hash-1.0.0',
      answers: {},
      hasNewerTemplate: false,
      trashedAt: null,
    })
    expect(draft.content).toEqual(await client.content.get({ id: 'small-nda' }))
  })
  test('refuses an unknown template', async () => {
    const { client } = await startTestCore()
    await expect(client.drafts.create({ templateId: 'none', name: 'x', languages: ['de'] })).rejects.toMatchObject({
      defined: true,
      code: 'templateNotFound',
      data: { details: { template: 'none' } },
    })
  })
  test('refuses a language the template has no text in', async () => {
    const { client } = await startTestCore()
    await expect(client.drafts.create({ templateId: 'small-nda', name: 'x', languages: ['ja'] })).rejects.toMatchObject({
      defined: true,
      code: 'languageMissing',
    })
  })
  test('refuses an input without languages', async () => {
    const { client } = await startTestCore()
    await expect(client.drafts.create({ templateId: 'small-nda', name: 'x', languages: [] })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('drafts.get', () => {
  test('keeps the content of an old draft when a newer template is installed', async () => {
    const { id, close, folder } = await withDraft()
    await close()
    const { client } = await startTestCore({ folder, version: '1.10.0', start: '2026-11-24T08:00:00.000Z' })
    const draft = await client.drafts.get({ id })
    expect(draft.content.version).toBe('1.0.0')
    expect(draft.hasNewerTemplate).toBe(true)
  })
  test('answers draftNotFound for an unknown id and refuses an empty one', async () => {
    const { client } = await startTestCore()
    await expect(client.drafts.get({ id: unknownId })).rejects.toMatchObject({ defined: true, code: 'draftNotFound' })
    await expect(client.drafts.get(foreignInput({ id: '' }))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('drafts.saveAnswer', () => {
  test('keeps answers over a restart, in any shape', async () => {
    const { client, id, close, folder } = await withDraft()
    await client.drafts.saveAnswer({ id, question: 'company', value: party })
    await client.drafts.saveAnswer({ id, question: 'purpose', value: 42 })
    await client.drafts.saveAnswer({ id, question: 'law', value: null })
    await client.drafts.saveAnswer({ id, question: 'gone_question', value: ['\u0000', '\ud800', '𝔘nicode', { a: [1.5, true] }] })
    await close()
    const { client: later } = await startTestCore({ folder })
    expect((await later.drafts.get({ id })).answers).toEqual({
      company: party,
      purpose: 42,
      law: null,
      gone_question: ['\u0000', '\ud800', '𝔘nicode', { a: [1.5, true] }],
    })
  })
  test('removes an answer when no value comes', async () => {
    const { client, id } = await withDraft()
    await client.drafts.saveAnswer({ id, question: 'purpose', value: 'x' })
    await client.drafts.saveAnswer({ id, question: 'purpose' })
    expect((await client.drafts.get({ id })).answers).toEqual({})
  })
  test('takes a megabyte and refuses more', async () => {
    const { client, id } = await withDraft()
    await client.drafts.saveAnswer({ id, question: 'purpose', value: 'x'.repeat(maximumAnswerBytes - 2) })
    await expect(client.drafts.saveAnswer({ id, question: 'purpose', value: 'x'.repeat(maximumAnswerBytes - 1) })).rejects.toMatchObject({
      defined: true,
      code: 'answerTooLarge',
    })
    expect((await client.drafts.get({ id })).answers['purpose']).toHaveLength(maximumAnswerBytes - 2)
  })
  test('refuses an answer nested too deeply and goes on', async () => {
    const { client, id } = await withDraft()
    await expect(client.drafts.saveAnswer({ id, question: 'purpose', value: nested(500) })).rejects.toMatchObject({ defined: true, code: 'answerTooLarge' })
    await expect(client.drafts.saveAnswer({ id, question: 'purpose', value: nested(50_000) })).rejects.toThrow()
    await client.drafts.saveAnswer({ id, question: 'purpose', value: nested(50) })
  })
  test('refuses what is no JSON, an unknown draft and one in the trash', async () => {
    const { client, id } = await withDraft()
    await expect(client.drafts.saveAnswer({ id, question: '', value: 'x' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(client.drafts.saveAnswer({ id: unknownId, question: 'purpose', value: 'x' })).rejects.toMatchObject({ defined: true, code: 'draftNotFound' })
    await client.drafts.trash({ id })
    await expect(client.drafts.saveAnswer({ id, question: 'purpose', value: 'x' })).rejects.toMatchObject({ defined: true, code: 'draftInTrash' })
  })
})

describe('drafts.list', () => {
  test('shows partner and counts, newest first, and counts anew after an answer', async () => {
    const { client, id } = await withDraft()
    const other = await client.drafts.create({ templateId: 'cl01', name: 'Our secrets', languages: ['en'] })
    await client.drafts.saveAnswer({ id: other.id, question: 'organisation', value: 'Hamamatsu Optics' })
    const before = await client.drafts.list({})
    expect(before.map(({ name, partner }) => [name, partner])).toEqual([
      ['Our secrets', 'Hamamatsu Optics'],
      ['Akatsuki and ILT', ''],
    ])
    await client.drafts.saveAnswer({ id, question: 'company', value: party })
    await client.drafts.saveAnswer({ id, question: 'purpose', value: 'Laser' })
    const [first] = await client.drafts.list({})
    expect(first).toMatchObject({ id, partner: 'Akatsuki', answered: (before[1]?.answered ?? 0) + 1 })
  })
  test.each([
    ['a part of the name', 'katsu'],
    ['several words in any order', 'ILT akatsuki'],
    ['a word of an answer', 'Laserstrahl'],
    ['part of a compound', 'strahl'],
    ['without umlauts', 'gerat'],
    ['two Japanese characters', '光学'],
    ['three Japanese characters', '光学株'],
    ['a name inside a list', 'Sato'],
    ['a percent sign', '5%'],
  ])('finds %s', async (_, search) => {
    const { client, id } = await withDraft()
    await client.drafts.create({ templateId: 'small-nda', name: 'Other', languages: ['de'] })
    await client.drafts.saveAnswer({ id, question: 'purpose', value: 'Laserstrahlgerät 光学株式会社 25%' })
    await client.drafts.saveAnswer({ id, question: 'staff', value: [{ name: 'Sato', hours: 3 }] })
    expect((await client.drafts.list({ search })).map((draft) => draft.id)).toEqual([id])
  })
  test.each(['german-law', 'startup', 'absent', '" OR 1', 'purpose:x*', 'NEAR(', "'; DROP TABLE drafts", '%', '_', '*', '\u0000', '"""'])(
    'takes %j as words, not as a query, and not ids of options',
    async (search) => {
      const { client, id } = await withDraft()
      await client.drafts.saveAnswer({ id, question: 'law', value: 'german-law' })
      await client.drafts.saveAnswer({ id, question: 'company', value: party })
      const found = await client.drafts.list({ search })
      expect(found.length).toBe(search === '\u0000' ? 1 : 0)
    },
  )
  test('no longer finds what was changed or removed for good', async () => {
    const { client, id } = await withDraft()
    await client.drafts.saveAnswer({ id, question: 'purpose', value: 'Fernrohr' })
    await client.drafts.saveAnswer({ id, question: 'purpose', value: 'Mikroskop' })
    await client.drafts.rename({ id, name: 'Renamed' })
    expect(await client.drafts.list({ search: 'fernrohr' })).toEqual([])
    expect(await client.drafts.list({ search: 'akatsuki' })).toEqual([])
    expect(await client.drafts.list({ search: 'mikroskop renamed' })).toHaveLength(1)
  })
  test('refuses a search of a whole page', async () => {
    const { client } = await startTestCore()
    await expect(client.drafts.list({ search: 'x'.repeat(201) })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
  test('still lists the others when the engine fails on one draft', async () => {
    const { client, logged } = await startTestCore({
      parts: {
        summarize: (content) => {
          if (content.kind === 'agreement') throw new Error('bad')
          return { answered: 0, asked: 1, openPoints: 1, risks: 0, partner: '' }
        },
      },
    })
    await client.drafts.create({ templateId: 'small-nda', name: 'a', languages: ['de'] })
    await client.drafts.create({ templateId: 'cl01', name: 'b', languages: ['de'] })
    expect((await client.drafts.list({})).map(({ asked }) => asked)).toEqual([1, 0])
    expect(logged.map(({ event }) => event)).toContain('draft.notSummarized')
  })
})

describe('a draft whose content cannot be read any more', () => {
  test('stays in the list and can be renamed; opening it says what is missing', async () => {
    const { id, close, folder } = await withDraft()
    await close()
    const connection = connect(join(folder, 'musubi.db'))
    connection.exec(`UPDATE contents SET json = '{"kind":"agreement"}'`)
    connection.close()
    const later = await startTestCore({ folder, start: '2026-11-24T08:00:00.000Z' })
    await later.client.drafts.create({ templateId: 'cl01', name: 'Other', languages: ['en'] })
    expect((await later.client.drafts.list({})).map(({ name, templateId }) => [name, templateId])).toEqual([
      ['Other', 'cl01'],
      ['Akatsuki and ILT', 'small-nda'],
    ])
    expect((await later.client.drafts.rename({ id, name: 'Renamed' })).name).toBe('Renamed')
    await expect(later.client.drafts.get({ id })).rejects.toMatchObject({ defined: true, code: 'contentMissing', data: { details: { content: 'hash-1.0.0' } } })
  })
})

describe('changing a draft', () => {
  test('renames, and refuses an empty name', async () => {
    const { client, id } = await withDraft()
    expect((await client.drafts.rename({ id, name: ' New name ' })).name).toBe('New name')
    await expect(client.drafts.rename({ id, name: '  ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
  test('duplicates with all answers, which then live apart', async () => {
    const { client, id } = await withDraft()
    await client.drafts.saveAnswer({ id, question: 'purpose', value: 'Fernrohr' })
    const copy = await client.drafts.duplicate({ id, name: 'Copy' })
    await client.drafts.saveAnswer({ id: copy.id, question: 'purpose', value: 'Mikroskop' })
    expect((await client.drafts.get({ id })).answers).toEqual({ purpose: 'Fernrohr' })
    expect(await client.drafts.list({ search: 'mikroskop' })).toMatchObject([{ id: copy.id, name: 'Copy' }])
  })
  test('sets languages, and refuses one the template lacks', async () => {
    const { client, id } = await withDraft()
    expect((await client.drafts.setLanguages({ id, languages: ['de', 'en'] })).languages).toEqual(['de', 'en'])
    await expect(client.drafts.setLanguages({ id, languages: ['ja'] })).rejects.toMatchObject({ defined: true, code: 'languageMissing' })
    await expect(client.drafts.setLanguages({ id, languages: ['de', 'en', 'ja'] })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
  test('moves to the trash and back; only from there it is removed for good', async () => {
    const { client, id } = await withDraft()
    await expect(client.drafts.remove({ id })).rejects.toMatchObject({ defined: true, code: 'draftNotInTrash' })
    expect((await client.drafts.trash({ id })).trashedAt).not.toBeNull()
    expect(await client.drafts.list({})).toEqual([])
    expect(await client.drafts.list({ isTrash: true })).toHaveLength(1)
    expect((await client.drafts.get({ id })).id).toBe(id)
    expect((await client.drafts.restore({ id })).trashedAt).toBeNull()
    await client.drafts.trash({ id })
    expect(await client.drafts.remove({ id })).toEqual({ name: 'Akatsuki and ILT' })
    await expect(client.drafts.get({ id })).rejects.toMatchObject({ defined: true, code: 'draftNotFound' })
  })
  test('refuses changes in the trash and on unknown drafts', async () => {
    const { client, id } = await withDraft()
    await client.drafts.trash({ id })
    const changes = (target: DraftId) => [
      () => client.drafts.rename({ id: target, name: 'x' }),
      () => client.drafts.setLanguages({ id: target, languages: ['en'] }),
    ]
    for (const change of changes(id)) await expect(change()).rejects.toMatchObject({ defined: true, code: 'draftInTrash' })
    const all = [
      ...changes(unknownId),
      () => client.drafts.duplicate({ id: unknownId, name: 'x' }),
      () => client.drafts.trash({ id: unknownId }),
      () => client.drafts.restore({ id: unknownId }),
      () => client.drafts.remove({ id: unknownId }),
    ]
    for (const change of all) await expect(change()).rejects.toMatchObject({ defined: true, code: 'draftNotFound' })
    for (const call of [client.drafts.duplicate, client.drafts.trash, client.drafts.restore, client.drafts.remove])
      await expect(call(foreignInput({ id: 7 }))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})
