import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { foreignInput, startTestCore, temporaryFolder } from '../../../tests/support/core.ts'
import { suiteFileSchema } from '../../engine/suite-content.ts'
import { agreementWith, both, guideTo } from '../../engine/testing/small-set.ts'
import { connect } from '../storage/connection.ts'
import { fileHandleSchema, suiteIdSchema } from '../../shared/contract/ids.ts'

const question = (id: string, type: string): object => ({ id, type, label: both(`${id} of {{ company }}`) })
const talks = agreementWith('talks', [question('first', 'text'), question('purpose', 'text'), question('has_samples', 'yesNo')])
const samples = agreementWith('samples', [question('company', 'text'), question('days', 'integer')])
const work = agreementWith('work', [question('company', 'text'), question('has_samples', 'yesNo')])
const suite = suiteFileSchema.parse({
  id: 'together',
  version: '1.0.0',
  title: both('Together'),
  purpose: both('For tests'),
  documents: [{ agreement: 'talks', role: both('Protects'), map: { first: 'company' } }, { agreement: 'samples', when: 'has_samples' }, { agreement: 'work' }],
})
const guide = guideTo('talks', [{ question: 'has_samples', when: "where == 'here'", value: true }])
const packages = [talks, samples, work].map((content) => ({ content, hash: `hash-${content.id}` }))
const parts = { loadContent: () => Promise.resolve({ packages, guide, suites: [suite], problems: [] }) }
const start = () => startTestCore({ parts })

async function begun(told?: Record<string, string>) {
  const started = await start()
  const run = await started.client.suites.begin({ suiteId: 'together', name: 'Our project', languages: ['en'], ...(told === undefined ? {} : { guide: told }) })
  const open = async (id: string) => (await started.client.suites.open({ id: run.id, agreement: id })).draftId
  return { ...started, id: run.id, run, open }
}
const unknown = suiteIdSchema.parse('nothing')

describe('suites.templates', () => {
  test('lists what can be begun, with the languages all documents have', async () => {
    const { client } = await start()
    expect(await client.suites.templates()).toMatchObject([
      {
        id: 'together',
        languages: ['de', 'en'],
        documents: [{ agreement: 'talks', role: both('Protects'), isConditional: false }, { isConditional: true }, {}],
      },
    ])
    expect(await (await startTestCore()).client.suites.templates()).toEqual([])
  })
})

describe('suites.begin', () => {
  test('begins a suite without drafts; each document is begun when it is opened', async () => {
    const { client, run, open, id } = await begun()
    expect(run.documents.map(({ agreement: name, isNeeded, draft }) => [name, isNeeded, draft])).toEqual([
      ['talks', true, null],
      ['samples', false, null],
      ['work', true, null],
    ])
    const draft = await open('talks')
    expect(await open('talks')).toBe(draft)
    expect((await client.drafts.get({ id: draft })).name).toBe('Our project: talks')
    expect((await client.suites.get({ id })).documents[0]?.draft).toMatchObject({ id: draft, asked: 3 })
    expect((await client.suites.list()).map(({ name }) => name)).toEqual(['Our project'])
  })
  test('refuses unknown suites and documents, languages there are not, and empty names', async () => {
    const { client, id } = await begun()
    const request = { suiteId: 'together', name: 'x', languages: ['en' as const] }
    await expect(client.suites.begin({ ...request, suiteId: 'other' })).rejects.toMatchObject({ defined: true, code: 'templateNotFound' })
    await expect(client.suites.begin({ ...request, languages: ['ja'] })).rejects.toMatchObject({ defined: true, code: 'languageMissing' })
    await expect(client.suites.begin({ ...request, name: ' ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(client.suites.open({ id, agreement: 'other' })).rejects.toMatchObject({ defined: true, code: 'templateNotFound' })
    await expect(client.suites.open({ id: unknown, agreement: 'talks' })).rejects.toMatchObject({ defined: true, code: 'suiteNotFound' })
    await expect(client.suites.get({ id: unknown })).rejects.toMatchObject({ defined: true, code: 'suiteNotFound' })
    await expect(client.suites.get(foreignInput({}))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
  test('carries over what the guide was told', async () => {
    const { client, open, id } = await begun({ where: 'here' })
    const draft = await open('talks')
    expect((await client.drafts.get({ id: draft })).answers).toEqual({ has_samples: true })
    expect((await client.suites.get({ id })).documents[1]?.isNeeded).toBe(true)
  })
})

describe('shared answers', () => {
  test('an answer given in one document is there in the others, until it is changed there', async () => {
    const { client, id, open } = await begun()
    const first = await open('talks')
    await client.drafts.saveAnswer({ id: first, question: 'first', value: 'Akatsuki' })
    // A document begun later has it at once, under its own name.
    const last = await open('work')
    const answersOf = async (draft: typeof first) => (await client.drafts.get({ id: draft })).answers
    expect(await answersOf(last)).toEqual({ company: 'Akatsuki' })
    await client.drafts.saveAnswer({ id: first, question: 'first', value: 'Akatsuki KK' })
    expect(await answersOf(last)).toEqual({ company: 'Akatsuki KK' })
    // And the other way round.
    await client.drafts.saveAnswer({ id: last, question: 'has_samples', value: true })
    expect(await answersOf(first)).toEqual({ first: 'Akatsuki KK', has_samples: true })
    expect((await client.suites.get({ id })).documents[1]?.isNeeded).toBe(true)
    // What is of one document only stays there.
    await client.drafts.saveAnswer({ id: first, question: 'purpose', value: 'Talks' })
    expect(Object.keys(await answersOf(last))).toEqual(['company', 'has_samples'])
    expect(await client.suites.get({ id })).toMatchObject({ shared: 2, differences: [] })
  })

  test('one that was changed elsewhere stays, and both places say so', async () => {
    const { client, id, open, folder, close } = await begun()
    const first = await open('talks')
    const last = await open('work')
    await client.drafts.saveAnswer({ id: first, question: 'first', value: 'Akatsuki' })
    await client.drafts.trash({ id: first })
    await client.drafts.saveAnswer({ id: last, question: 'company', value: 'Hikarido' })
    await client.drafts.restore({ id: first })
    await client.drafts.saveAnswer({ id: first, question: 'first', value: 'Akatsuki KK' })
    expect((await client.drafts.get({ id: last })).answers).toEqual({ company: 'Hikarido' })
    const place = (await client.drafts.get({ id: last })).suite
    expect(place).toMatchObject({ id, name: 'Our project' })
    expect(place?.shared).toContainEqual({ question: 'company', sameIn: [], differsIn: [talks.title] })
    expect(place?.shared).toContainEqual({ question: 'has_samples', sameIn: [talks.title], differsIn: [] })
    expect((await client.suites.get({ id })).differences).toEqual([
      {
        label: { de: 'first of … (de)', en: 'first of …' },
        places: [
          { draft: first, title: talks.title, page: 'page', question: 'first' },
          { draft: last, title: work.title, page: 'page', question: 'company' },
        ],
      },
    ])
    // Taking the same words brings them together again.
    await client.drafts.saveAnswer({ id: last, question: 'company', value: 'Akatsuki KK' })
    await client.drafts.saveAnswer({ id: last, question: 'company', value: 'Akatsuki AG' })
    expect((await client.drafts.get({ id: first })).answers).toEqual({ first: 'Akatsuki AG' })
    await close()
    expect(existsSync(join(folder, 'musubi.db'))).toBe(true)
  })

  test('go on between the others when the content of one cannot be read any more', async () => {
    const { open, id, folder, close } = await begun()
    const [first, last] = [await open('talks'), await open('work')]
    await close()
    const connection = connect(join(folder, 'musubi.db'))
    connection.exec(`UPDATE contents SET json = '{"kind":"agreement"}' WHERE hash = 'hash-talks'`)
    connection.close()
    const { client } = await startTestCore({ parts, folder, start: '2026-11-24T08:00:00.000Z' })
    await client.drafts.saveAnswer({ id: last, question: 'company', value: 'Akatsuki' })
    expect((await client.drafts.get({ id: last })).answers).toEqual({ company: 'Akatsuki' })
    expect((await client.suites.get({ id })).documents.map(({ draft }) => draft?.id ?? null)).toEqual([null, null, last])
    await expect(client.drafts.get({ id: first })).rejects.toMatchObject({ defined: true, code: 'contentMissing' })
  })

  test('end when the suite is dissolved; the drafts stay', async () => {
    const { client, id, open } = await begun()
    const first = await open('talks')
    const last = await open('work')
    expect(await client.suites.dissolve({ id })).toEqual({ name: 'Our project' })
    await client.drafts.saveAnswer({ id: first, question: 'first', value: 'Akatsuki' })
    expect(await client.drafts.get({ id: last })).toMatchObject({ answers: {}, suite: null })
    expect(await client.suites.list()).toEqual([])
    await expect(client.suites.dissolve({ id })).rejects.toMatchObject({ defined: true, code: 'suiteNotFound' })
    await expect(client.suites.dissolve(foreignInput({ id: 7 }))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('suites.export', () => {
  const choice = { formats: ['docx' as const], isDraft: true, hasWatermark: false, hasData: true }
  test('writes every begun document and the sheets into a folder of its own, beside an earlier one', async () => {
    const { client, core, id, open } = await begun()
    await open('talks')
    await open('work')
    const parent = temporaryFolder()
    mkdirSync(join(parent, 'Our project'))
    core.files.register('ticket', parent)
    const events = []
    for await (const event of await client.suites.export({ id, folder: fileHandleSchema.parse('ticket'), ...choice })) events.push(event)
    expect(events.at(-1)).toEqual({ kind: 'done', folderName: 'Our project 2', files: ['1-talks.docx', '2-work.docx', 'term-sheet.docx', 'open-points.docx'] })
    expect(readdirSync(join(parent, 'Our project 2')).toSorted()).toEqual(['1-talks.docx', '2-work.docx', 'open-points.docx', 'term-sheet.docx'])
    expect(readdirSync(join(parent, 'Our project'))).toEqual([])
  })
  test('refuses a suite without documents, unknown tickets and no format', async () => {
    const { client, id, open } = await begun()
    const folder = fileHandleSchema.parse('none')
    await expect(client.suites.export({ id, folder, ...choice })).rejects.toMatchObject({ defined: true, code: 'suiteEmpty' })
    await open('talks')
    await expect(client.suites.export({ id, folder, ...choice })).rejects.toMatchObject({ defined: true, code: 'handleUnknown' })
    await expect(client.suites.export({ id: unknown, folder, ...choice })).rejects.toMatchObject({ defined: true, code: 'suiteNotFound' })
    await expect(client.suites.export({ id, folder, ...choice, formats: [] })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})
