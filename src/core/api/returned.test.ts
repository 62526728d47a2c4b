import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document, Packer, Paragraph } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { foreignInput, startTestCore } from '../../../tests/support/core.ts'
import { draftIdSchema, fileHandleSchema } from '../../shared/contract/ids.ts'
import { buildDocument } from '../export/build-document.ts'
import { writeDocx } from '../export/docx/write-docx.ts'
import { openPackage } from '../reading/open-package.ts'
import { readWordprocessing } from '../reading/read-wordprocessing.ts'

const options = { draft: undefined, date: '2026-11-23T09:00:00Z', author: '', hasNotes: false }

/** A core with a draft that has answers, and its export as it was sent. */
async function begin(languages: ['de'] | ['de', 'en'] = ['de']) {
  const started = await startTestCore()
  const { client } = started
  await client.settings.set({ authorName: 'Dr. Weber' })
  const { id } = await client.drafts.create({ templateId: 'small-nda', name: 'Draft', languages })
  await client.drafts.saveAnswer({ id, question: 'purpose', value: 'die Entwicklung optischer Sensoren' })
  await client.drafts.saveAnswer({ id, question: 'law', value: 'german-law' })
  const { content, contentHash, answers, deviations } = await client.drafts.get({ id })
  const sent = await writeDocx(buildDocument({ content, contentHash, answers, languages, hasNotes: false, deviations }), options)
  return { ...started, draftId: id, sent }
}
const edited = (bytes: Uint8Array, before: string, after: string): Uint8Array => {
  const parts = unzipSync(bytes)
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  expect(xml).toContain(before)
  return zipSync({ ...parts, 'word/document.xml': strToU8(xml.replace(before, after)) })
}
const dropped = (bytes: Uint8Array, fileName = 'NDA.docx') => ({ kind: 'dropped' as const, fileName, content: Buffer.from(bytes).toString('base64') })
/** The words of everything a draft exports to. */
async function exportedWords(started: Awaited<ReturnType<typeof begin>>): Promise<string> {
  const { client, core, draftId, folder } = started
  const path = join(folder, 'export.docx')
  core.files.register('export', path)
  const stream = await client.export.run({
    draftId,
    handle: fileHandleSchema.parse('export'),
    format: 'docx',
    languages: ['de'],
    isDraft: false,
    hasWatermark: false,
    hasNotes: false,
  })
  for await (const _ of stream);
  return readWordprocessing(openPackage(readFileSync(path)))
    .paragraphs.map(({ runs }) => runs.map((run) => (run.kind === 'text' ? run.text : '')).join(''))
    .join('\n')
}

describe('returned.read', () => {
  test('lists what changed, with the file chosen in a dialog', async () => {
    const { client, core, draftId, folder, sent } = await begin()
    const path = join(folder, 'NDA v2.docx')
    writeFileSync(path, edited(sent, 'Zweck ist die Entwicklung', 'Zweck ist allein die Entwicklung'))
    core.files.register('ticket', path)
    const { deviations, reading } = await client.returned.read({
      draftId,
      file: { kind: 'chosen', handle: fileHandleSchema.parse('ticket'), fileName: 'NDA v2.docx' },
    })
    expect(deviations).toMatchObject([
      { kind: 'changed', state: 'open', newWords: 'Zweck ist allein die Entwicklung optischer Sensoren.', isSilent: true, fileName: 'NDA v2.docx' },
    ])
    expect(reading).toMatchObject({ found: 1, undecided: 1, silent: 1 })
    expect((await client.returned.list({ draftId })).deviations).toEqual(deviations)
  })

  test('a file that was opened to see what it is can be compared at once, by its ticket', async () => {
    const { client, core, draftId, folder } = await begin()
    const path = join(folder, 'sent.docx')
    core.files.register('sent', path)
    const request = { draftId, handle: fileHandleSchema.parse('sent'), format: 'docx', isDraft: true, hasWatermark: false, hasNotes: false } as const
    for await (const _ of await client.export.run({ ...request, languages: ['de'] }));
    const { ticket } = await client.reopening.read(dropped(edited(new Uint8Array(readFileSync(path)), 'Es gilt', 'Es gilt stets')))
    expect(await client.returned.read({ draftId, file: { kind: 'reopened', ticket, fileName: 'NDA.docx' } })).toMatchObject({ reading: { found: 1 } })
    await expect(client.returned.read({ draftId, file: { kind: 'reopened', ticket: 'none', fileName: 'NDA.docx' } })).rejects.toMatchObject({
      code: 'handleUnknown',
    })
  })

  test('an untouched file has no changes', async () => {
    const { client, draftId, sent } = await begin(['de', 'en'])
    expect(await client.returned.read({ draftId, file: dropped(sent) })).toMatchObject({ deviations: [], reading: { found: 0 } })
  })

  test('finds the languages a file was exported in when the draft is in others by now', async () => {
    const { client, draftId, sent } = await begin(['de', 'en'])
    await client.drafts.setLanguages({ id: draftId, languages: ['en'] })
    expect(await client.returned.read({ draftId, file: dropped(sent) })).toMatchObject({ deviations: [] })
  })

  test('a file that carries its draft is compared with what it was exported from, whatever the draft says by now', async () => {
    const { client, core, draftId, folder } = await begin()
    const path = join(folder, 'sent.docx')
    core.files.register('sent', path)
    const request = {
      draftId,
      handle: fileHandleSchema.parse('sent'),
      format: 'docx',
      languages: ['de'],
      isDraft: true,
      hasWatermark: true,
      hasNotes: false,
    } as const
    for await (const _ of await client.export.run({ ...request, languages: ['de'], profile: 'archive', hasData: true }));
    const sent = new Uint8Array(readFileSync(path))
    await client.drafts.saveAnswer({ id: draftId, question: 'purpose', value: 'etwas ganz anderes' })
    const { deviations, reading } = await client.returned.read({ draftId, file: dropped(edited(sent, 'Es gilt', 'Es gilt stets')) })
    expect(reading).toMatchObject({ found: 1, hasOrigin: true, answersChanged: 1 })
    expect(deviations).toMatchObject([{ kind: 'changed', newWords: 'Es gilt stets German (de).' }])
  })

  test('a newer file takes the place of undecided changes; what was decided stays decided and is not asked again', async () => {
    const { client, draftId, sent } = await begin()
    const first = edited(sent, 'Zweck ist die', 'Zweck ist allein die')
    const { deviations } = await client.returned.read({ draftId, file: dropped(first) })
    await client.returned.decide({ draftId, ids: deviations.map(({ id }) => id), state: 'rejected', note: 'no' })
    const second = await client.returned.read({ draftId, file: dropped(edited(first, 'Es gilt', 'Es gilt stets')) })
    expect(second.deviations.map(({ state, newWords }) => [state, newWords.slice(0, 12)])).toEqual([
      ['rejected', 'Zweck ist al'],
      ['open', 'Es gilt stet'],
    ])
    const third = await client.returned.read({ draftId, file: dropped(sent) })
    expect(third.deviations.map(({ state }) => state)).toEqual(['rejected'])
  })

  test('a change of words agreed before takes their place and still compares with the template', async () => {
    const started = await begin()
    const { client, draftId, sent } = started
    const { deviations } = await client.returned.read({ draftId, file: dropped(edited(sent, 'Zweck ist die', 'Zweck ist allein die')) })
    await client.returned.decide({ draftId, ids: deviations.map(({ id }) => id), state: 'accepted' })
    const draft = await client.drafts.get({ id: draftId })
    const second = await writeDocx(buildDocument({ ...draft, hasNotes: false }), options)
    const { deviations: after } = await client.returned.read({ draftId, file: dropped(edited(second, 'allein', 'vor allem')) })
    expect(after.map(({ state, oldWords, newWords, replaces }) => ({ state, oldWords, newWords, replaces }))).toEqual([
      {
        state: 'accepted',
        oldWords: 'Zweck ist die Entwicklung optischer Sensoren.',
        newWords: 'Zweck ist allein die Entwicklung optischer Sensoren.',
        replaces: undefined,
      },
      {
        state: 'open',
        oldWords: 'Zweck ist die Entwicklung optischer Sensoren.',
        newWords: 'Zweck ist vor allem die Entwicklung optischer Sensoren.',
        replaces: deviations[0]?.id,
      },
    ])
    await client.returned.decide({ draftId, ids: [after[1]?.id ?? ''], state: 'accepted' })
    expect(await exportedWords(started)).toContain('Zweck ist vor allem die')
  })

  test('foreign, damaged and oversized files are refused and change nothing', async () => {
    const { client, core, draftId, folder, sent } = await begin()
    const { deviations } = await client.returned.read({ draftId, file: dropped(edited(sent, 'Es gilt', 'Es gilt stets')) })
    const foreign = await Packer.pack(new Document({ sections: [{ children: [new Paragraph('Ein ganz anderer Text.')] }] }), 'uint8array')
    const read = (bytes: Uint8Array) => client.returned.read({ draftId, file: dropped(bytes) })
    await expect(read(foreign)).rejects.toMatchObject({ defined: true, code: 'fileForeign' })
    await expect(read(new Uint8Array([1, 2, 3]))).rejects.toMatchObject({ code: 'fileNotReadable' })
    for (const share of [0.1, 0.5, 0.9, 0.99]) await expect(read(sent.subarray(0, sent.length * share))).rejects.toMatchObject({ code: 'fileNotReadable' })
    await expect(read(zipSync({ 'word/document.xml': new Uint8Array(30 * 1024 * 1024) }))).rejects.toMatchObject({ code: 'fileTooLarge' })
    mkdirSync(join(folder, 'a folder.docx'))
    core.files.register('folder', join(folder, 'a folder.docx'))
    const chosen = { kind: 'chosen' as const, handle: fileHandleSchema.parse('folder'), fileName: 'a folder.docx' }
    await expect(client.returned.read({ draftId, file: chosen })).rejects.toMatchObject({ code: 'fileNotReadable' })
    await expect(client.returned.read({ draftId, file: chosen })).rejects.toMatchObject({ code: 'handleUnknown' })
    expect((await client.returned.list({ draftId })).deviations).toEqual(deviations)
  })

  test('a file of another agreement is refused by name of the mistake', async () => {
    const { client, draftId, sent } = await begin()
    const parts = unzipSync(sent)
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    const other = zipSync({ ...parts, 'word/document.xml': strToU8(xml.replace(/(<w:t [^>]*>)[^<]+/g, '$1Mietvertrag über Räume')) })
    await expect(client.returned.read({ draftId, file: dropped(other) })).rejects.toMatchObject({ code: 'fileOfOtherTemplate' })
  })

  test('refuses unknown drafts, drafts in the trash, checklists and inputs that are none', async () => {
    const { client, draftId, sent } = await begin()
    await expect(client.returned.read({ draftId: draftIdSchema.parse('none'), file: dropped(sent) })).rejects.toMatchObject({ code: 'draftNotFound' })
    await expect(client.returned.read({ draftId, file: foreignInput({ kind: 'path', path: '/etc/passwd' }) })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    const checklist = await client.drafts.create({ templateId: 'cl01', name: 'Check', languages: ['de'] })
    await expect(client.returned.read({ draftId: checklist.id, file: dropped(sent) })).rejects.toMatchObject({ code: 'fileOfOtherTemplate' })
    await client.drafts.trash({ id: draftId })
    await expect(client.returned.read({ draftId, file: dropped(sent) })).rejects.toMatchObject({ code: 'draftInTrash' })
  })
})

describe('returned.decide', () => {
  const withChange = async () => {
    const started = await begin()
    const { deviations } = await started.client.returned.read({
      draftId: started.draftId,
      file: dropped(edited(started.sent, 'Zweck ist die', 'Zweck ist allein die')),
    })
    return { ...started, ids: deviations.map(({ id }) => id) }
  }

  test('an accepted change stands in every export, with who and when; taking it back takes it out', async () => {
    const started = await withChange()
    const { client, draftId, ids } = started
    const { deviations } = await client.returned.decide({ draftId, ids, state: 'accepted', note: 'Unwesentlich.' })
    expect(deviations).toMatchObject([{ state: 'accepted', decidedBy: 'Dr. Weber', note: 'Unwesentlich.' }])
    expect(deviations[0]?.decidedAt).toMatch(/^2026-11-23T/)
    expect(await exportedWords(started)).toContain('Zweck ist allein die')
    expect(await client.returned.decide({ draftId, ids, state: 'open' })).toMatchObject({ deviations: [{ state: 'open', decidedBy: '', decidedAt: null }] })
    expect(await exportedWords(started)).not.toContain('allein')
  })

  test('survives a restart, a copy of the draft and a revision that is put back', async () => {
    const { client, close, draftId, folder, ids } = await withChange()
    await client.returned.decide({ draftId, ids, state: 'accepted' })
    const { id: revision } = await client.revisions.create({ id: draftId, name: 'agreed' })
    await client.returned.decide({ draftId, ids, state: 'rejected' })
    await client.revisions.restore({ id: revision, nameOfCurrent: 'before' })
    expect((await client.returned.list({ draftId })).deviations).toMatchObject([{ state: 'accepted' }])
    const copy = await client.drafts.duplicate({ id: draftId, name: 'Copy' })
    await close()
    const later = await startTestCore({ folder })
    expect((await later.client.returned.list({ draftId: copy.id })).deviations).toMatchObject([{ state: 'accepted' }])
  })

  test('parked ones are open points of the draft; stale ones too, and they are said to be stale', async () => {
    const { client, draftId, ids } = await withChange()
    const openPoints = async () => (await client.drafts.get({ id: draftId })).openPoints
    const before = await openPoints()
    await client.returned.decide({ draftId, ids, state: 'parked' })
    expect(await openPoints()).toBe(before + 1)
    await client.returned.decide({ draftId, ids, state: 'accepted' })
    expect(await openPoints()).toBe(before)
    await client.drafts.saveAnswer({ id: draftId, question: 'purpose', value: 'etwas anderes' })
    expect(await client.returned.list({ draftId })).toMatchObject({ stale: ids, deviations: [{ state: 'accepted' }] })
    expect(await openPoints()).toBe(before + 1)
  })

  test('refuses what is not there, too long notes, and drafts in the trash', async () => {
    const { client, draftId, ids } = await withChange()
    await expect(client.returned.decide({ draftId, ids: ['none'], state: 'accepted' })).rejects.toMatchObject({ code: 'deviationNotFound' })
    await expect(client.returned.decide({ draftId, ids, state: 'parked', note: 'x'.repeat(5001) })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await client.drafts.trash({ id: draftId })
    await expect(client.returned.decide({ draftId, ids, state: 'accepted' })).rejects.toMatchObject({ code: 'draftInTrash' })
    await expect(client.returned.list({ draftId: draftIdSchema.parse('none') })).rejects.toMatchObject({ code: 'draftNotFound' })
  })
})

describe('returned.exportRegister', () => {
  test.each(['pdf', 'docx'] as const)('writes the table of decisions as %s', async (format) => {
    const { client, core, draftId, folder, sent } = await begin()
    const { deviations } = await client.returned.read({ draftId, file: dropped(edited(sent, 'Zweck ist die', 'Zweck ist allein die')) })
    await client.returned.decide({ draftId, ids: deviations.map(({ id }) => id), state: 'accepted', note: 'Unwesentlich.' })
    const path = join(folder, `register.${format}`)
    core.files.register('register', path)
    const done = await client.returned.exportRegister({ draftId, handle: fileHandleSchema.parse('register'), format, language: 'de' })
    const bytes = readFileSync(path)
    expect(done).toEqual({ fileName: `register.${format}`, bytes: bytes.length })
    if (format === 'pdf') return expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const words = readWordprocessing(openPackage(bytes)).paragraphs.map(({ runs }) => runs.map((run) => (run.kind === 'text' ? run.text : '')).join(''))
    expect(words).toEqual(
      expect.arrayContaining(['Abweichungen von der Vorlage', 'Zweck ist allein die Entwicklung optischer Sensoren.', 'angenommen', 'Unwesentlich.']),
    )
  })

  test('refuses an unknown handle, an unknown draft and a folder that is not there', async () => {
    const { client, core, draftId, folder } = await begin()
    const request = { draftId, handle: fileHandleSchema.parse('none'), format: 'pdf', language: 'de' } as const
    await expect(client.returned.exportRegister(request)).rejects.toMatchObject({ code: 'handleUnknown' })
    await expect(client.returned.exportRegister({ ...request, draftId: draftIdSchema.parse('none') })).rejects.toMatchObject({ code: 'draftNotFound' })
    core.files.register('nowhere', join(folder, 'no', 'register.pdf'))
    await expect(client.returned.exportRegister({ ...request, handle: fileHandleSchema.parse('nowhere') })).rejects.toMatchObject({ code: 'fileNotWritable' })
    await expect(client.returned.exportRegister({ ...request, format: foreignInput('odt') })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})
