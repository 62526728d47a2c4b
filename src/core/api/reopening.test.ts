import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { foreignInput, startTestCore, temporaryFolder } from '../../../tests/support/core.ts'
import { smallAgreement, smallAnswers } from '../../engine/testing/small-agreement.ts'
import type { ContentPackage } from '../../engine/template.ts'
import { fileHandleSchema } from '../../shared/contract/ids.ts'
import { reopenTicketSchema } from '../../shared/contract/reopening.ts'
import { canonicalJson, contentHash } from '../content/canonical-json.ts'
import { deviationSchema } from '../../engine/deviation.ts'
import { composeExport } from '../export/compose-export.ts'
import { attachmentNames } from '../embedding/attachment-names.ts'
import { embeddedDraftText } from '../embedding/embedded-draft.ts'
import { exported, settings, source } from '../embedding/testing/exported.ts'
import { fileSpecification, pdfFile, pdfStream } from '../embedding/testing/pdf-file.ts'
import { withPart } from '../embedding/testing/zip.ts'

const dropped = (bytes: Uint8Array, fileName = 'Vertrag.docx') => ({ kind: 'dropped' as const, fileName, content: Buffer.from(bytes).toString('base64') })

/** A core on whose machine these templates are installed. */
async function begin(...templates: readonly ContentPackage[]) {
  const packages = templates.map((content) => ({ content, hash: contentHash(content) }))
  return startTestCore({ parts: { loadContent: () => Promise.resolve({ packages, problems: [] }) } })
}

describe('reopening.read', () => {
  test('says what a file is without changing anything', async () => {
    const { client } = await begin(smallAgreement)
    const bytes = await exported('pdf', smallAnswers, { draft: { number: 2, hasWatermark: false } })
    expect(await client.reopening.read(dropped(bytes, 'Vertrag.pdf'))).toMatchObject({
      fileName: 'Vertrag.pdf',
      format: 'pdf',
      kind: 'agreement',
      templateId: 'small',
      templateTitle: smallAgreement.title,
      templateVersion: '1.0.0',
      templateState: 'same',
      installedVersion: '1.0.0',
      partner: 'Akatsuki · IOMS',
      languages: ['de', 'en'],
      answered: 11,
      draftNumber: 2,
      exportedAt: settings.date,
      seal: 'untouched',
    })
    expect(await client.drafts.list({})).toEqual([])
  })

  test.each([
    ['another version', [{ ...smallAgreement, version: '1.1.0' }], 'otherVersion', '1.1.0'],
    ['the same version with other words', [{ ...smallAgreement, purpose: { de: 'x', en: 'x' } }], 'otherContent', '1.0.0'],
    ['no such template', [], 'notInstalled', null],
  ] as const)('tells that there is %s', async (_what, templates, templateState, installedVersion) => {
    const { client } = await begin(...templates)
    expect(await client.reopening.read(dropped(await exported('docx')))).toMatchObject({ templateState, installedVersion })
  })

  test('says that a Word file was altered', async () => {
    const { client } = await begin(smallAgreement)
    const altered = withPart(await exported('docx'), 'word/document.xml', (xml) => xml.replace('Jeder im eigenen Gebiet', 'Jeder im fremden Gebiet'))
    expect(await client.reopening.read(dropped(altered))).toMatchObject({ seal: 'altered' })
  })

  test('reads a chosen file by its ticket, once', async () => {
    const { client, core } = await begin(smallAgreement)
    const path = join(temporaryFolder(), 'a.docx')
    writeFileSync(path, await exported('docx'))
    core.files.register('ticket', path)
    const chosen = { kind: 'chosen' as const, handle: fileHandleSchema.parse('ticket'), fileName: 'a.docx' }
    expect(await client.reopening.read(chosen)).toMatchObject({ seal: 'untouched' })
    await expect(client.reopening.read(chosen)).rejects.toMatchObject({ defined: true, code: 'handleUnknown' })
    expect(readFileSync(path).length).toBeGreaterThan(0)
  })

  const foreign = pdfFile(['<< >>'])
  const draft = {
    kind: 'agreement',
    template: { id: 'small', version: '1.0.0', contentHash: source().contentHash },
    languages: ['de'],
    answers: {},
    deviations: [],
    draft: null,
    exportedAt: settings.date,
    program: 'x',
  } as const
  const withoutTemplate = pdfFile(['<< >>', pdfStream(embeddedDraftText(draft)), fileSpecification(attachmentNames.draft, 2)])
  const newer = pdfFile(['<< >>', pdfStream('{"format":2}'), fileSpecification(attachmentNames.draft, 2)])
  const endless = { ...smallAgreement, texts: { de: '# A\n\n## B {#b}\n\n1. {% for i in (1..1000000000) %}x{% endfor %}\n' } }
  test.each([
    ['a foreign file', foreign, 'fileForeign'],
    ['a damaged file', Buffer.from('%PDF-1.7'), 'fileNotReadable'],
    ['a file of a newer version', newer, 'fileFromFuture'],
    ['a file whose template is nowhere', withoutTemplate, 'contentMissing'],
  ])('refuses %s', async (_what, bytes, code) => {
    const { client } = await begin()
    await expect(client.reopening.read(dropped(bytes))).rejects.toMatchObject({ defined: true, code })
  })

  test('refuses a template that never ends', async () => {
    const { client } = await begin()
    const bytes = pdfFile([
      '<< >>',
      pdfStream(embeddedDraftText({ ...draft, template: { ...draft.template, contentHash: contentHash(endless) } })),
      fileSpecification(attachmentNames.draft, 2),
      pdfStream(canonicalJson(endless)),
      fileSpecification(attachmentNames.template, 4),
    ])
    await expect(client.reopening.read(dropped(bytes))).rejects.toMatchObject({
      defined: true,
      code: 'fileNotReadable',
      data: { details: { reason: 'template' } },
    })
  })

  test('takes the template from this machine when the file lost it', async () => {
    const { client } = await begin(smallAgreement)
    expect(await client.reopening.read(dropped(withoutTemplate))).toMatchObject({ templateState: 'same' })
  })

  test('refuses what is no file', async () => {
    const { client } = await begin()
    await expect(client.reopening.read(foreignInput({ kind: 'path', path: '/etc/passwd' }))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('reopening.restore', () => {
  test('opens a new draft with the answers and the very template, and overwrites none', async () => {
    const { client } = await begin()
    for (const name of ['One', 'Two']) {
      const { ticket } = await client.reopening.read(dropped(await exported('docx')))
      await client.reopening.restore({ ticket, name })
    }
    const drafts = await client.drafts.list({ search: 'Sensoren' })
    expect(drafts.map(({ name }) => name).toSorted()).toEqual(['One', 'Two'])
    const [first] = drafts
    expect(await client.drafts.get({ id: first?.id ?? foreignInput('') })).toMatchObject({
      answers: smallAnswers,
      content: smallAgreement,
      languages: ['de', 'en'],
    })
  })

  test('brings back what was agreed otherwise', async () => {
    const { client } = await begin()
    const agreed = deviationSchema.parse({
      id: '1',
      section: 'term',
      row: 'r',
      part: 'content',
      language: 'de',
      languages: ['de'],
      kind: 'changed',
      oldWords: 'a',
      newWords: 'b',
      place: '§ 4',
      state: 'accepted',
    })
    const bytes = await composeExport({ ...source(), deviations: [agreed] }, settings).write('docx')
    const { ticket } = await client.reopening.read(dropped(bytes))
    const { id } = await client.reopening.restore({ ticket, name: 'Agreed' })
    expect((await client.returned.list({ draftId: id })).deviations).toMatchObject([{ newWords: 'b', state: 'accepted' }])
  })

  test('is done once for a ticket, and refuses one that is none', async () => {
    const { client } = await begin()
    const { ticket } = await client.reopening.read(dropped(await exported('docx')))
    await client.reopening.restore({ ticket, name: 'One' })
    for (const other of [ticket, reopenTicketSchema.parse('none')])
      await expect(client.reopening.restore({ ticket: other, name: 'Two' })).rejects.toMatchObject({ defined: true, code: 'handleUnknown' })
    expect(await client.drafts.list({})).toHaveLength(1)
  })

  test('refuses a draft without a name', async () => {
    const { client } = await begin()
    await expect(client.reopening.restore({ ticket: reopenTicketSchema.parse('x'), name: ' ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})
