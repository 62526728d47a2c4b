import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { loadContent } from '../../src/core/content/load.ts'
import { buildDocument } from '../../src/core/export/build-document.ts'
import type { ExportOptions } from '../../src/core/export/options.ts'
import { page, textColumns } from '../../src/core/export/pdf/geometry.ts'
import { writePdf } from '../../src/core/export/pdf/write-pdf.ts'
import { sampleDocument } from '../../src/core/export/sample-document.ts'
import { answersSchema } from '../../src/engine/answers.ts'
import { inlineText, type AssembledDocument, type Block, type Inline } from '../../src/engine/document.ts'
import type { Language } from '../../src/engine/language.ts'
import { allNodes, readPlacedPages, type PlacedNode, type PlacedPage, type PlacedRun } from '../support/placed-text.ts'

// Measures every line of every sample where a reader of PDF finds it: nothing runs out of its column or into its neighbour, no page begins or ends with
// a single line of a paragraph, no heading stands last on a page, and the languages of a row start at the same height.

const project = path.resolve(import.meta.dirname, '../..')
const options: ExportOptions = { draft: undefined, date: '2026-11-23T09:00:00Z', author: '', hasNotes: false }
const sources = [
  ['mutual-nda', 'templates/agreements/mutual-nda/sample.answers.yaml'],
  ['rd-cooperation', 'templates/agreements/rd-cooperation/sample.answers.yaml'],
  ['cl02', 'templates/checklists/cl02/sample.answers.yaml'],
  ['rd-cooperation', 'tests/fixtures/case-1.answers.yaml'],
  ['mutual-nda', 'tests/fixtures/case-2.answers.yaml'],
] as const
const combinations: readonly (readonly Language[])[] = [['de'], ['en'], ['de', 'en']]
const samples = [
  ...sources.flatMap(([id, file]) =>
    combinations.map((languages) => ({ name: `${path.basename(file, '.yaml')} of ${id} in ${languages.join(' + ')}`, id, file, languages })),
  ),
  ...([['ja'], ['de', 'ja']] as const).map((languages) => ({
    name: `sample of cl07 in ${languages.join(' + ')}`,
    id: 'cl07',
    file: 'templates/checklists/cl07/sample.answers.yaml',
    languages,
  })),
  ...([['de'], ['ja'], ['de', 'en'], ['en', 'ja']] as const).map((languages) => ({
    name: `long sample in ${languages.join(' + ')}`,
    id: undefined,
    file: '',
    languages,
  })),
]

let content: Awaited<ReturnType<typeof loadContent>>
beforeAll(async () => {
  content = await loadContent(path.join(project, 'templates'))
})

async function documentOf({ id, file, languages }: (typeof samples)[number]): Promise<AssembledDocument> {
  if (id === undefined) return sampleDocument({ languages, repeat: 2, hasFootnotes: true })
  const loaded = content.packages.find((one) => one.content.id === id)
  if (!loaded) throw new Error(`no template ${id}`)
  const answers = answersSchema.parse(parse(await readFile(path.join(project, file), 'utf8')))
  return buildDocument({ content: loaded.content, contentHash: loaded.hash, answers, languages, hasNotes: false })
}

describe.each(samples)('$name', (sample) => {
  const languages: readonly Language[] = sample.languages
  let document: AssembledDocument
  let pages: readonly PlacedPage[] = []
  beforeAll(async () => {
    document = await documentOf(sample)
    pages = await readPlacedPages(await writePdf(document, options))
  }, 60_000)

  test('no line runs out of its column', () => {
    const columns = textColumns(languages.length)
    const outside = pages.flatMap(({ runs, tree }) => [
      ...runs.filter((run) => rightOf(run) > page.right + slack),
      // Tables, signatures and figures have places of their own; Japanese words in other text name their language, not their column.
      ...allNodes(tree, ['Table', 'Div', 'Figure', 'Span', 'TOC']).flatMap((node) => {
        const column = columns[languages.findIndex((language) => language === node.language)]
        return column === undefined ? [] : node.runs.filter((run) => rightOf(run) > column.x + column.width + slack || run.x < column.x - slack)
      }),
    ])
    expect(outside.map(({ text }) => text)).toEqual([])
  })

  test('no words overlap', () => {
    const overlapping = pages.flatMap(({ runs }) => {
      const sorted = runs.toSorted((a, b) => a.y - b.y || a.x - b.x)
      return sorted.filter((run, index) => {
        const next = sorted[index + 1]
        return next !== undefined && Math.abs(next.y - run.y) < 0.01 && next.x < rightOf(run) - slack
      })
    })
    expect(overlapping.map(({ text }) => text)).toEqual([])
  })

  test('no page begins or ends with a single line of a paragraph', () => {
    const whole = wholeParagraphs(document)
    const alone = pages.flatMap(({ tree }) => {
      const paragraphs = allNodes(tree, ['Table', 'TOC', 'Note']).filter(({ role }) => role === 'P')
      return [paragraphs.slice(0, 2), paragraphs.slice(-2)].flat().filter((node) => !whole.has(squeeze(node.text)) && linesOf(node).length === 1)
    })
    expect(alone.map(({ text }) => text)).toEqual([])
  })

  test('no page ends with a heading', () => {
    const last = pages.map(({ tree }) => allNodes(tree, ['Note']).findLast(({ runs }) => runs.length > 0)?.role)
    expect(last.filter((role) => role?.startsWith('H') === true)).toEqual([])
  })

  test.runIf(languages.length > 1)('the languages of a row start at the same height', () => {
    const [one, other] = languages
    const whole = wholeParagraphs(document)
    // Where only one language goes on over a page break, what follows it is the next row.
    const isSameRow = (left: PlacedNode, right: PlacedNode): boolean => left.role !== 'P' || whole.has(squeeze(left.text)) === whole.has(squeeze(right.text))
    const pairs = pages.flatMap(({ tree }) => {
      const blocks = allNodes(tree, ['Table', 'Div', 'Figure', 'Note', 'TOC']).filter(({ role, text }) => /^(P|H\d)$/.test(role) && text !== '')
      return blocks.flatMap((node, index) => {
        const next = blocks[index + 1]
        return next !== undefined && node.language === one && next.language === other && next.role === node.role && isSameRow(node, next)
          ? [[node, next] as const]
          : []
      })
    })
    expect(pairs.length).toBeGreaterThan(10)
    const apart = pairs.filter(([left, right]) => Math.abs((linesOf(left)[0] ?? 0) - (linesOf(right)[0] ?? 0)) > 1.5)
    expect(apart.map(([left]) => left.text)).toEqual([])
  })

  test.runIf(languages[0] === 'de')('German is hyphenated', () => {
    const words = new Set(pages.flatMap(({ tree }) => allNodes(tree, [])).flatMap(({ text }) => text.match(/\p{L}+/gu) ?? []))
    const joined = pages.flatMap(({ tree }) =>
      allNodes(tree, ['Table']).flatMap(({ runs }) =>
        runs.flatMap(({ text, y }, index) => {
          const next = runs[index + 1]
          const word = `${/\p{L}+$/u.exec(text)?.[0] ?? ''}${/^\p{Ll}+/u.exec(next?.text ?? '')?.[0] ?? ''}`
          return next !== undefined && next.y < y && word.length > 5 && words.has(word) ? [word] : []
        }),
      ),
    )
    expect(joined.length).toBeGreaterThan(2)
  })
})

/** What rounding and the side bearings of letters may amount to, in points. */
const slack = 0.6

const rightOf = ({ x, width }: PlacedRun): number => x + width

/** The base lines of an element on its page, from the top; raised figures stand on none. */
function linesOf(node: PlacedNode): readonly number[] {
  const own = [node, ...node.children.filter(({ role }) => role === 'Span' || role === 'Link')].flatMap(({ runs }) => runs)
  return [...new Set(own.map(({ y }) => Math.round(y)))].toSorted((a, b) => b - a)
}

const squeeze = (text: string): string => text.normalize('NFC').replace(/[\s\u00ad\u200b]+/g, '')

/** The paragraphs of a document as their words are found on a page when they are not broken. */
function wholeParagraphs({ sections }: AssembledDocument): ReadonlySet<string> {
  return new Set(sections.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(textsOf))).map((words) => squeeze(inlineText(words))))
}

function textsOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return [block.content]
    case 'party':
      return [[{ kind: 'text', text: `${block.label} ` }, ...block.name], block.name, ...block.lines, block.shortName]
    case 'signatures':
      return block.parties.flatMap((party) => [
        party.name,
        [{ kind: 'text' as const, text: party.placeAndDate }],
        ...party.signatories.flatMap((signatory) => [signatory.name, signatory.function]),
      ])
    case 'chart':
      return [[{ kind: 'text', text: block.caption }]]
    default:
      return []
  }
}
