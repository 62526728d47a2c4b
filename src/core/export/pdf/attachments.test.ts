import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import type { Attachment, ExportOptions } from '../options.ts'
import { sampleDocument } from '../sample-document.ts'
import { writePdf } from './write-pdf.ts'

const answers: Attachment = {
  name: 'answers.json',
  mediaType: 'application/json',
  description: 'Antworten – von „Musubi“ wieder zu öffnen',
  relationship: 'Source',
  bytes: new TextEncoder().encode('{"purpose":"Laser"}'),
}
const word: Attachment = {
  name: 'Vertrag 契約.docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  description: 'Word',
  relationship: 'Alternative',
  bytes: Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 251),
}
const empty: Attachment = { ...answers, name: 'Empty.txt', mediaType: 'text/plain', bytes: new Uint8Array() }
const options: ExportOptions = { draft: undefined, date: '2026-11-21T10:00:00Z', author: '', hasNotes: false }
const document = sampleDocument({ languages: ['de'], isShort: true })

async function attachmentsIn(bytes: Uint8Array): Promise<ReadonlyMap<string, { readonly bytes: Uint8Array; readonly description: string }>> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 })
  const file = await task.promise
  const found = new Map<string, { readonly bytes: Uint8Array; readonly description: string }>()
  for (const [id, { filename, description }] of (await file.getAttachments()) ?? []) {
    const content: unknown = await file.getAttachmentContent(id)
    if (content instanceof Uint8Array) found.set(filename, { bytes: content.slice(), description: description })
  }
  await task.destroy()
  return found
}

describe('files inside a PDF', () => {
  it('come out as they went in', async () => {
    const found = await attachmentsIn(await writePdf(document, { ...options, attachments: [word, answers] }))
    expect([...found.keys()].toSorted()).toEqual(['Vertrag 契約.docx', 'answers.json'])
    for (const { name, bytes, description } of [word, answers]) expect(found.get(name)).toEqual({ bytes, description })
  })

  it('belong to the document, say what they are, and are sorted by their bytes', async () => {
    const file = Buffer.from(await writePdf(document, { ...options, attachments: [word, answers, empty] })).toString('latin1')
    expect(file).toMatch(/\/AF \[\d+ 0 R \d+ 0 R \d+ 0 R\]/)
    expect(file).toContain('/AFRelationship /Source')
    expect(file).toContain('/AFRelationship /Alternative')
    expect(file).toContain('/Subtype /application#2fjson')
    expect(file).toContain('/ModDate (D:20261121100000Z)')
    expect(file.indexOf('(Empty.txt)')).toBeLessThan(file.indexOf('(answers.json)'))
  })

  it('give the same bytes for the same files, and another identifier for others', async () => {
    const write = async (...attachments: readonly Attachment[]): Promise<string> =>
      Buffer.from(await writePdf(document, { ...options, attachments })).toString('latin1')
    const identifierOf = (file: string): string | undefined => /\/ID \[<([0-9a-f]{32})> <\1>\]/.exec(file)?.[1]
    const first = await write(answers, word)
    expect(await write(answers, word)).toBe(first)
    expect(identifierOf(first)).toMatch(/^[0-9a-f]{32}$/)
    const changed = await write({ ...answers, bytes: new TextEncoder().encode('{"purpose":"Maser"}') }, word)
    expect(identifierOf(changed)).toMatch(/^[0-9a-f]{32}$/)
    expect(identifierOf(changed)).not.toBe(identifierOf(first))
  })
})
