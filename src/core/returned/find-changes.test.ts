import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type AssembledDocument, type Inline, inlineText } from '../../engine/document.ts'
import type { Language } from '../../engine/language.ts'
import { writeDocx } from '../export/docx/write-docx.ts'
import { sampleDocument } from '../export/sample-document.ts'
import { openPackage } from '../reading/open-package.ts'
import { readWordprocessing } from '../reading/read-wordprocessing.ts'
import { wordBody, wordFile } from '../reading/testing/word-file.ts'
import { type FoundChange, findChanges } from './find-changes.ts'

const options = { draft: undefined, date: '2026-11-23T09:00:00Z', author: '', hasNotes: false }
const combinations: readonly (readonly Language[])[] = [['de'], ['en'], ['de', 'en']]
const documents = new Map<string, { readonly document: AssembledDocument; readonly bytes: Uint8Array }>()
const sample = (languages: readonly Language[]) => documents.get(languages.join('+')) ?? { document: sampleDocument({ languages }), bytes: new Uint8Array() }

beforeAll(async () => {
  for (const languages of combinations) {
    const document = sampleDocument({ languages, isShort: languages.length > 1 })
    documents.set(languages.join('+'), { document, bytes: await writeDocx(document, options) })
  }
})

/** The text without the hyphens and fixed spaces that only say where lines end, so that a sentence is found by its words. */
const withWholeWords = (xml: string): string => xml.replaceAll('</w:t><w:softHyphen/><w:t xml:space="preserve">', '').replaceAll('\u00a0', ' ')

/** The file with its main part rewritten, as somebody with an editor would. */
function edited(bytes: Uint8Array, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes)
  const before = withWholeWords(strFromU8(parts['word/document.xml'] ?? new Uint8Array()))
  const after = edit(before)
  expect(after, 'the edit found its place').not.toBe(before)
  return zipSync({ ...parts, 'word/document.xml': strToU8(after) }, { level: 1 })
}
const changesIn = (document: AssembledDocument, bytes: Uint8Array): readonly FoundChange[] =>
  findChanges(document, readWordprocessing(openPackage(bytes))).changes
const short = ({ kind, row, language, oldWords, newWords }: FoundChange) => ({ kind, row, language, oldWords, newWords })

/** The paragraph of the file that begins with these words, whole. */
function paragraphWith(xml: string, words: string): string {
  const at = xml.indexOf(`>${words}`)
  const [from, to] = [xml.lastIndexOf('<w:p>', at), xml.indexOf('</w:p>', at)]
  if (at < 0 || from < 0 || to < 0) throw new Error(`no paragraph "${words}"`)
  return xml.slice(from, to + '</w:p>'.length)
}
const by = 'w:id="900" w:author="Dr. Mori" w:date="2026-11-20T10:00:00Z"'
const textRun = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`
/** A tracked replacement of words inside one run. */
const tracked = (paragraph: string, before: string, after: string): string =>
  paragraph.replace(
    before,
    `</w:t></w:r>${before === '' ? '' : `<w:del ${by}><w:r><w:delText xml:space="preserve">${before}</w:delText></w:r></w:del>`}${after === '' ? '' : `<w:ins ${by}>${textRun(after)}</w:ins>`}<w:r><w:t xml:space="preserve">`,
  )
/** Every run of a paragraph deleted with tracking, and its end too. */
const trackedAway = (paragraph: string): string =>
  paragraph
    .replace('</w:pPr>', `<w:rPr><w:del ${by}/></w:rPr></w:pPr>`)
    .replace(/<w:r>(?:(?!<\/w:r>).)*<\/w:r>/g, (run) => `<w:del ${by}>${run.replaceAll('<w:t ', '<w:delText ').replaceAll('</w:t>', '</w:delText>')}</w:del>`)

/** Lines of running text in the sample, in the first column, each with its words once in the document. */
function linesOfSample(languages: readonly Language[]): readonly { readonly row: string; readonly section: string; readonly words: string }[] {
  const { document } = sample(languages)
  const all = document.sections.flatMap((section) =>
    section.rows.flatMap((row) => {
      const block = row.cells[0]
      const isPlain = block?.kind === 'paragraph' && block.content.length === 1 && block.content[0]?.kind === 'text'
      return isPlain ? [{ row: row.id, section: section.id, words: inlineText(block.content) }] : []
    }),
  )
  return all.filter(({ words }) => words.length > 30 && !/[&<>"\n]/.test(words) && all.filter((other) => other.words.startsWith(words)).length === 1)
}
const lineAt = (languages: readonly Language[], at: number) => linesOfSample(languages)[at] ?? { row: '', section: '', words: '' }

describe.each(combinations.map((languages) => ({ name: languages.join('+'), languages })))('a file in $name', ({ languages }) => {
  const [language] = languages

  test('that was not touched has no changes', () => {
    const { document, bytes } = sample(languages)
    const found = findChanges(document, readWordprocessing(openPackage(bytes)))
    expect(found.changes).toEqual([])
    expect(found.kept).toBe(found.sent)
  })

  test('tracked words: old and new, by whom and when, not silent', () => {
    const { document, bytes } = sample(languages)
    const line = lineAt(languages, 2)
    const [word = ''] = line.words.split(' ').slice(2)
    const file = edited(bytes, (xml) => xml.replace(paragraphWith(xml, line.words), (paragraph) => tracked(paragraph, ` ${word} `, ' WORTWECHSEL ')))
    const changes = changesIn(document, file)
    expect(changes.map(short)).toEqual([
      { kind: 'changed', row: line.row, language, oldWords: line.words, newWords: line.words.replace(` ${word} `, ' WORTWECHSEL ') },
    ])
    expect(changes[0]).toMatchObject({ author: 'Dr. Mori', changedAt: '2026-11-20T10:00:00.000Z', isSilent: false, isOneSided: languages.length > 1 })
  })

  test('words changed without tracking are silent changes', () => {
    const { document, bytes } = sample(languages)
    const line = lineAt(languages, 3)
    const file = edited(bytes, (xml) => xml.replace(line.words, `${line.words} Mehr.`))
    expect(changesIn(document, file)).toMatchObject([{ kind: 'changed', row: line.row, newWords: `${line.words} Mehr.`, isSilent: true, author: '' }])
  })

  test('a silent change beside a tracked one in the same paragraph is still told', () => {
    const { document, bytes } = sample(languages)
    const line = lineAt(languages, 3)
    const [word = ''] = line.words.split(' ').slice(2)
    const file = edited(bytes, (xml) => {
      const paragraph = paragraphWith(xml, line.words)
      return xml.replace(paragraph, tracked(paragraph.replace(line.words, `${line.words} Still.`), ` ${word} `, ' WORTWECHSEL '))
    })
    expect(changesIn(document, file)).toMatchObject([{ kind: 'changed', row: line.row, isSilent: true, author: 'Dr. Mori' }])
  })

  test('a paragraph that was taken out, tracked or not', () => {
    const { document, bytes } = sample(languages)
    const line = lineAt(languages, 4)
    const gone = { kind: 'deleted', row: line.row, oldWords: line.words, newWords: '' }
    const trackedFile = edited(bytes, (xml) => xml.replace(paragraphWith(xml, line.words), trackedAway))
    expect(changesIn(document, trackedFile)).toMatchObject([{ ...gone, isSilent: false, author: 'Dr. Mori' }])
    const silentFile = edited(bytes, (xml) => xml.replace(paragraphWith(xml, line.words), languages.length === 1 ? '' : '<w:p/>'))
    expect(changesIn(document, silentFile)).toMatchObject([{ ...gone, isSilent: true, author: '' }])
  })

  test('a paragraph that was added behind another takes the look of its style', () => {
    const { document, bytes } = sample(languages)
    const line = lineAt(languages, 1)
    const file = edited(bytes, (xml) => {
      const paragraph = paragraphWith(xml, line.words)
      const properties = /<w:pPr>.*?<\/w:pPr>/.exec(paragraph)?.[0].replace('</w:pPr>', `<w:rPr><w:ins ${by}/></w:rPr></w:pPr>`) ?? ''
      return xml.replace(paragraph, `${paragraph}<w:p>${properties}<w:ins ${by}>${textRun('Ganz neue Worte.')}</w:ins></w:p>`)
    })
    const changes = changesIn(document, file)
    expect(changes).toMatchObject([
      { kind: 'inserted', row: line.row, section: line.section, newWords: 'Ganz neue Worte.', afterWords: line.words, isSilent: false },
    ])
    const block = document.sections.flatMap(({ rows }) => rows).find(({ id }) => id === line.row)?.cells[0]
    expect(changes[0]?.shape).toEqual(block?.kind === 'paragraph' ? { block: 'paragraph', level: block.level, marker: block.marker } : undefined)
  })

  test('a paragraph split in two is reworded and followed by a new one; two joined are one reworded and one gone', () => {
    const { document, bytes } = sample(languages)
    const [line, next] = [lineAt(languages, 2), lineAt(languages, 3)]
    const half = line.words.lastIndexOf(' ', line.words.length - 12)
    const [start, end] = [line.words.slice(0, half), line.words.slice(half + 1)]
    const splitFile = edited(bytes, (xml) => xml.replace(line.words, `${start}</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">${end}`))
    expect(changesIn(document, splitFile)).toMatchObject([
      { kind: 'changed', row: line.row, newWords: start },
      { kind: 'inserted', row: line.row, newWords: end },
    ])
    const joinedFile = edited(bytes, (xml) =>
      xml.replace(paragraphWith(xml, next.words), languages.length === 1 ? '' : '<w:p/>').replace(line.words, `${line.words} ${next.words}`),
    )
    expect(changesIn(document, joinedFile)).toMatchObject([
      { kind: 'changed', row: line.row, newWords: `${line.words} ${next.words}` },
      { kind: 'deleted', row: next.row },
    ])
  })

  test('a comment without a change of words is a remark', () => {
    const { document, bytes } = sample(languages)
    const line = lineAt(languages, 5)
    const parts = unzipSync(
      edited(bytes, (xml) =>
        xml.replace(paragraphWith(xml, line.words), (paragraph) => paragraph.replace('</w:pPr>', '</w:pPr><w:commentRangeStart w:id="77"/>')),
      ),
    )
    const comments = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="77" w:author="Sato" w:date="2026-11-20T10:00:00Z"><w:p>${textRun('Warum?')}</w:p></w:comment></w:comments>`
    const relations = strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array())
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments'
    const file = zipSync({
      ...parts,
      'word/comments.xml': strToU8(comments),
      'word/_rels/document.xml.rels': strToU8(
        relations.replace('</Relationships>', `<Relationship Id="rIdC" Type="${type}" Target="comments.xml"/></Relationships>`),
      ),
    })
    expect(changesIn(document, file)).toMatchObject([{ kind: 'commented', row: line.row, comments: [{ author: 'Sato', text: 'Warum?' }] }])
  })

  test('other spaces, hyphens and soft hyphens, new runs and bold are no changes', () => {
    const { document, bytes } = sample(languages)
    const line = lineAt(languages, 2)
    const file = edited(bytes, (xml) =>
      xml.replace(
        line.words,
        `${line.words.slice(0, 5)}\u00ad</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${line.words.slice(5).replaceAll(' ', '\u00a0 ').replaceAll('-', '\u2011')}`,
      ),
    )
    expect(changesIn(document, file)).toEqual([])
  })

  test('without any bookmark the words alone find their places', () => {
    const { document, bytes } = sample(languages)
    const line = lineAt(languages, 3)
    const file = edited(bytes, (xml) => xml.replaceAll(/<w:bookmarkStart [^>]*\/>|<w:bookmarkEnd [^>]*\/>/g, '').replace(line.words, `${line.words} Mehr.`))
    if (languages.length === 1) expect(changesIn(document, file)).toMatchObject([{ kind: 'changed', row: line.row }])
    else expect(changesIn(document, file).length).toBeGreaterThan(0)
  })
})

test('a whole clause that was taken out is every row of it', () => {
  const { document, bytes } = sample(['de'])
  const section = document.sections.findIndex(({ kind }) => kind === 'clause')
  const clause = document.sections[section]
  const file = edited(bytes, (xml) => {
    const start = xml.lastIndexOf('<w:p>', xml.indexOf(`"_Musubi_${section}_0_0"`))
    const end = xml.lastIndexOf('<w:p>', xml.indexOf(`"_Musubi_${section + 1}_0_0"`))
    return xml.slice(0, start) + xml.slice(end)
  })
  const changes = changesIn(document, file)
  expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(['deleted']))
  expect(changes.map(({ row }) => row)).toEqual(clause?.rows.map(({ id }) => id))
})

test('tables: a changed cell, a row taken out, a row added, a second paragraph in a cell', () => {
  const { document, bytes } = sample(['de'])
  const row = document.sections.flatMap(({ rows }) => rows).find(({ cells }) => cells[0]?.kind === 'table' && cells[0].rows.length > 2)
  const table = row?.cells[0]
  if (row === undefined || table?.kind !== 'table') throw new Error('no table in the sample')
  const words = table.rows.map((cells) => cells.map(inlineText))
  const [second = [], third = []] = words.slice(1)
  const rowXml = (xml: string, cells: readonly string[]): string => {
    const at = xml.indexOf(`>${cells[0] ?? ''}<`, xml.indexOf(`>${words[0]?.[0] ?? ''}<`))
    return xml.slice(xml.lastIndexOf('<w:tr>', at), xml.indexOf('</w:tr>', at) + 7)
  }
  const changed = edited(bytes, (xml) => xml.replace(rowXml(xml, second), (markup) => markup.replace(`>${second[1] ?? ''}<`, '>ANDERS<')))
  expect(changesIn(document, changed).map(short)).toEqual([{ kind: 'changed', row: row.id, language: 'de', oldWords: second[1], newWords: 'ANDERS' }])
  const removed = edited(bytes, (xml) => xml.replace(rowXml(xml, second), ''))
  expect(changesIn(document, removed)).toMatchObject([{ kind: 'deleted', row: row.id, part: 'row.1', oldWords: second.join('\t') }])
  const added = edited(bytes, (xml) => {
    const markup = rowXml(xml, third)
    return xml.replace(markup, markup + third.reduce((text, cell, index) => text.replace(cell, `neu ${index}`), markup.replaceAll(/<w:bookmark[^>]*>/g, '')))
  })
  expect(changesIn(document, added)).toMatchObject([
    { kind: 'inserted', row: row.id, part: 'row.2', newWords: third.map((_, index) => `neu ${index}`).join('\t') },
  ])
  const longer = edited(bytes, (xml) =>
    xml.replace(rowXml(xml, second), (markup) => markup.replace(/<\/w:p><\/w:tc>(?!.*<\/w:tc>)/s, `</w:p><w:p>${textRun('dazu')}</w:p></w:tc>`)),
  )
  expect(changesIn(document, longer)).toMatchObject([
    { kind: 'changed', row: row.id, part: `cells.1.${second.length - 1}`, newWords: `${second.at(-1) ?? ''}\ndazu` },
  ])
})

test('random rewordings and deletions of random paragraphs are found, these and no others', () => {
  const languages: readonly Language[] = ['de']
  const { document, bytes } = sample(languages)
  const lines = linesOfSample(languages)
  const edit = fc.record({ at: fc.nat(lines.length - 1), kind: fc.constantFrom('word', 'end', 'delete' as const), isTracked: fc.boolean() })
  fc.assert(
    fc.property(fc.uniqueArray(edit, { selector: ({ at }) => at, minLength: 1, maxLength: 8 }), (edits) => {
      const file = edited(bytes, (xml) =>
        edits.reduce((text, { at, kind, isTracked }) => {
          const { words } = lines[at] ?? { words: '' }
          const paragraph = paragraphWith(text, words)
          if (kind === 'delete') return text.replace(paragraph, () => (isTracked ? trackedAway(paragraph) : ''))
          if (kind === 'end')
            return text.replace(paragraph, () =>
              isTracked ? paragraph.replace('</w:p>', `<w:ins ${by}>${textRun(' Zusatz.')}</w:ins></w:p>`) : paragraph.replace(words, () => `${words} Zusatz.`),
            )
          const middle = words.indexOf(' ', 8)
          const next = words.indexOf(' ', middle + 1)
          const word = words.slice(middle, next < 0 ? undefined : next)
          return text.replace(paragraph, () =>
            isTracked ? tracked(paragraph, word, ' ANDERES') : paragraph.replace(words, () => words.replace(word, ' ANDERES')),
          )
        }, xml),
      )
      const expected = edits.map(
        ({ at, kind, isTracked }) => `${lines[at]?.row ?? ''} ${kind === 'delete' ? 'deleted' : 'changed'} ${isTracked ? 'tracked' : 'silent'}`,
      )
      const found = changesIn(document, file).map((change) => `${change.row} ${change.kind} ${change.isSilent ? 'silent' : 'tracked'}`)
      expect(found.toSorted()).toEqual(expected.toSorted())
    }),
    { numRuns: 25 },
  )
})

test('footnotes: marks are no words, notes that came back otherwise are changes', async () => {
  const note: Inline = { kind: 'footnote', text: '1', content: [{ kind: 'text', text: 'Stand der Rechtslage: 2026.' }] }
  const content: readonly Inline[] = [{ kind: 'text', text: 'Die Haftung ist beschränkt' }, note, { kind: 'text', text: '.' }]
  const base = sample(['de']).document
  const [opening] = base.sections
  const paragraph = { kind: 'paragraph', level: 0, marker: 'none', label: '', anchor: undefined, content } as const
  const section = { id: 'noted', kind: 'clause', rows: [{ id: 'noted:0', isFullWidth: true, cells: [paragraph] }] } as const
  const document: AssembledDocument = { ...base, sections: opening === undefined ? [] : [opening, section] }
  expect(changesIn(document, await writeDocx(document, options))).toEqual([])
  const bookmark = '<w:bookmarkStart w:id="0" w:name="_Musubi_1_0_0"/>'
  const read = (noteText: string, mark = '1', between = '<w:r><w:tab/></w:r>') =>
    findChanges(document, {
      ...readWordprocessing(
        openPackage(
          wordFile(
            wordBody(
              `<w:p>${bookmark}${textRun('Die Haftung ist beschränkt')}<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>${mark}</w:t></w:r>${textRun('.')}</w:p>`,
            ),
            {
              'word/footnotes.xml': `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2"><w:p>${textRun('1')}${between}${textRun(noteText)}</w:p></w:footnote></w:footnotes>`,
            },
          ),
        ),
      ),
    }).changes.filter(({ section: place }) => place === 'noted')
  expect(read('Stand der Rechtslage: 2026.')).toEqual([])
  expect(read('Stand der Rechtslage: 2026.', '1', `<w:r><w:tab/></w:r>${textRun('1')}`)).toEqual([])
  expect(read('Stand der Rechtslage: 2027.')).toMatchObject([{ kind: 'changed', row: 'noted:0', part: 'footnote.0', newWords: 'Stand der Rechtslage: 2027.' }])
  expect(read('Stand der Rechtslage: 2026.', ' nicht')).toMatchObject([{ kind: 'changed', part: 'content', newWords: 'Die Haftung ist beschränkt nicht.' }, {}])
})
