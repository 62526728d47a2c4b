import path from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { rm, symlink } from 'node:fs/promises'
import { contentPackageSchema } from '../../engine/template.ts'
import { contentHash } from './canonical-json.ts'
import { loadContent } from './load.ts'
import { type Files, goodFiles, replaced, writeTemplates } from './testing/good-templates.ts'

const broken = path.resolve(import.meta.dirname, '../../../tests/fixtures/templates-broken')
const folders: string[] = []

async function load(files: Files): ReturnType<typeof loadContent> {
  const folder = await writeTemplates(files)
  folders.push(folder)
  return loadContent(folder)
}

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

describe('loading templates', () => {
  it('loads a good folder, with shared clauses and laws put in', async () => {
    const { packages, problems } = await load(goodFiles)
    expect(problems).toEqual([])
    expect(packages.map(({ content }) => content.id)).toEqual(['small', 'secrets'])
    const [small] = packages
    if (small?.content.kind !== 'agreement') throw new Error('the first package is the agreement')
    expect(small.content.texts.de).toContain('## Schluss {#final}')
    expect(small.content.texts.de).not.toContain('[[clause:')
    expect(small.content.pages.at(-1)?.questions.at(-1)?.id).toBe('prevailing_language')
    expect(small.content.lawEntries.map(({ id }) => id)).toEqual(['bgb-126b', 'patg-15'])
  })

  it('gives content that its own schema takes unchanged, so that it travels and is stored as it is', async () => {
    for (const { content, hash } of (await load(goodFiles)).packages) {
      const parsed = contentPackageSchema.parse(JSON.parse(JSON.stringify(content)))
      expect(parsed).toEqual(content)
      expect(contentHash(parsed)).toBe(hash)
    }
  })

  it('gives the same hash whatever the line ends and the order of names, and another one for another word', async () => {
    const hashes = async (files: Files): Promise<readonly string[]> => (await load(files)).packages.map(({ hash }) => hash)
    const base = await hashes(goodFiles)
    expect(await hashes(Object.fromEntries(Object.entries(goodFiles).map(([name, text]) => [name, text.replaceAll('\n', '\r\n')])))).toEqual(base)
    const swapped = replaced(goodFiles, 'agreements/small/agreement.yaml', 'id: small\nversion: 1.0.0\n', 'version: 1.0.0\nid: small\n')
    expect(await hashes(swapped)).toEqual(base)
    expect(await hashes(replaced(goodFiles, 'agreements/small/text.de.md', 'zahlt', 'bezahlt'))).not.toEqual(base)
  })

  it('names file, line, cause and fix of every broken piece and loads the others', async () => {
    const { packages, problems } = await loadContent(broken)
    expect(packages.map(({ content }) => content.id)).toEqual(['good'])
    const has = (file: string, line: number | undefined, cause: string, fix: string): void => {
      expect(problems).toContainEqual({
        file,
        ...(line === undefined ? {} : { line }),
        cause: expect.stringContaining(cause),
        fix: expect.stringContaining(fix),
      })
    }
    has('law.yaml', 10, '"patg-15" › checked', 'write the date as')
    has('agreements/bad-yaml/agreement.yaml', 4, 'not valid YAML', 'quotation marks')
    has('agreements/bad-type/agreement.yaml', 13, 'questions "company": there is no type "partty"', 'did you mean "party"?')
    has('agreements/bad-clause/agreement.yaml', 14, 'no shared clause "dispute"', 'no shared clauses yet')
    has('agreements/bad-liquid/text.de.md', 5, 'not closed', 'check the braces')
    has('agreements/bad-id/agreement.yaml', 1, 'is not the name of the folder', 'id: bad-id')
    has('agreements/no-text/text.en.md', undefined, 'missing', 'German and English')
    has('checklists/bad-question/checklist.yaml', 11, 'question must be a group of settings', '{ de: …, en: … }')
    has('checklists/bad-question/checklist.yaml', 13, 'must not be the text "hihg"', 'did you mean "high"?')
  })

  it('names a fault in a shared clause where it is written, not where it is put in', async () => {
    const { problems } = await load(replaced(goodFiles, 'clauses/final/text.de.md', '{{ prevailing_language }}', '{% if prevailing_language %}x'))
    expect(problems).toMatchObject([{ file: 'clauses/final/text.de.md', line: 3 }])
  })

  const withLiability = replaced(
    goodFiles,
    'clauses/final/clause.yaml',
    'questions:\n',
    `needs: [results]
questions:
  - id: cap
    type: clause
    label: { de: Grenze?, en: Cap? }
    help: { de: Eine., en: One. }
    alternatives:
      - { id: low, label: { de: Tief, en: Low }, favours: owner, weight: 1, explanation: { de: Wenig., en: Little. }, costs: { user: { de: Viel., en: Much. } } }
      - { id: fair, label: { de: Mitte, en: Middle }, favours: balanced, weight: 0, explanation: { de: Mitte., en: Middle. } }
`,
  )
  const stances = (files: typeof goodFiles): typeof goodFiles =>
    replaced(
      replaced(files, 'agreements/small/agreement.yaml', 'side: left, role: company }', 'side: left, role: company, stance: user }'),
      'agreements/small/agreement.yaml',
      'side: right, role: institute }',
      'side: right, role: institute, stance: owner }',
    )

  it('puts the positions of the agreement in the place of the owner and the user of a shared clause', async () => {
    const { packages, problems } = await load(stances(withLiability))
    expect(problems).toEqual([])
    const small = packages.find(({ content }) => content.id === 'small')?.content
    const cap = small?.kind === 'agreement' ? small.pages.flatMap(({ questions }) => questions).find(({ id }) => id === 'cap') : undefined
    expect(cap).toMatchObject({
      alternatives: [
        { favours: 'institute', costs: { company: { en: 'Much.' } } },
        { favours: 'balanced', costs: {} },
      ],
    })
  })

  it('lets an agreement put a condition on a section of a shared clause', async () => {
    const shared = replaced(goodFiles, 'clauses/final/clause.yaml', 'questions:\n', 'clauses: [{ id: final, topic: M20 }]\nquestions:\n')
    const { packages, problems } = await load(
      replaced(
        shared,
        'agreements/small/agreement.yaml',
        '  - { id: payment, when: has_price }',
        '  - { id: payment, when: has_price }\n  - { id: final, when: has_price }',
      ),
    )
    expect(problems).toEqual([])
    const small = packages.find(({ content }) => content.id === 'small')?.content
    expect(small?.kind === 'agreement' ? small.clauses : []).toEqual([
      { id: 'payment', when: 'has_price' },
      { id: 'final', when: 'has_price', topic: 'M20' },
    ])
  })

  it('refuses a shared clause whose owner and user, or whose terms, the agreement does not have', async () => {
    const { problems } = await load(replaced(withLiability, 'clauses/final/clause.yaml', 'needs: [results]', 'needs: [background]'))
    expect(problems.map(({ cause }) => cause)).toEqual([
      'the shared clause "final" speaks of the owner, and no position has that stance',
      'the shared clause "final" speaks of the user, and no position has that stance',
      'the shared clause "final" needs the defined term "background"',
    ])
  })

  it('adds own templates to those of the program, and lets them take the place of one with the same id', async () => {
    const shipped = await writeTemplates(goodFiles)
    const own = await writeTemplates({
      'agreements/mine/agreement.yaml': (goodFiles['agreements/small/agreement.yaml'] ?? '').replace('id: small', 'id: mine'),
      'agreements/mine/text.de.md': goodFiles['agreements/small/text.de.md'] ?? '',
      'agreements/mine/text.en.md': goodFiles['agreements/small/text.en.md'] ?? '',
      'clauses/final/clause.yaml': goodFiles['clauses/final/clause.yaml'] ?? '',
      'clauses/final/text.de.md': '## Schluss {#final}\n\nHausklausel in {{ prevailing_language }}.\n',
      'clauses/final/text.en.md': goodFiles['clauses/final/text.en.md'] ?? '',
    })
    folders.push(shipped, own)
    const { packages, problems } = await loadContent([shipped, own])
    expect(problems).toEqual([])
    expect(packages.map(({ content, isOwn }) => [content.id, isOwn])).toEqual([
      ['small', false],
      ['mine', true],
      ['secrets', false],
    ])
    for (const { content } of packages) if (content.kind === 'agreement') expect(content.texts.de).toContain('Hausklausel')
    expect((await loadContent([shipped, `${own}/nowhere`])).problems).toEqual([])
    expect((await loadContent([shipped, own], 'mine')).packages.map(({ content }) => content.id)).toEqual(['mine'])
  })

  it('refuses two questions of the same name', async () => {
    const { packages, problems } = await load(replaced(goodFiles, 'agreements/small/agreement.yaml', '{ id: begin,', '{ id: end,'))
    expect(packages.map(({ content }) => content.id)).toEqual(['secrets'])
    expect(problems).toMatchObject([{ cause: expect.stringContaining('the question "end" stands twice') }])
  })

  it('follows no links out of the folder', async () => {
    const folder = await writeTemplates(Object.fromEntries(Object.entries(goodFiles).filter(([name]) => name !== 'agreements/small/text.de.md')))
    folders.push(folder)
    await symlink('/etc/hostname', path.join(folder, 'agreements/small/text.de.md'))
    const { packages, problems } = await loadContent(folder)
    expect(packages.map(({ content }) => content.id)).toEqual(['secrets'])
    expect(problems).toMatchObject([{ file: 'agreements/small/text.de.md', cause: 'this is not an ordinary file' }])
  })

  it.each<readonly [string, string, string]>([
    [
      'a billion laughs',
      `a: &a [1,1,1,1,1,1,1,1,1,1]\n${'bcdefgh'
        .split('')
        .map((name, index) => `${name}: &${name} [${Array.from({ length: 10 }, () => `*${'abcdefg'[index] ?? ''}`).join(',')}]`)
        .join('\n')}`,
      'writ',
    ],
    ['a deep nest', '['.repeat(20_000), ''],
    ['a deep nest of blocks', Array.from({ length: 500 }, (_, index) => `${' '.repeat(index)}a:`).join('\n'), 'within 24 levels'],
    ['a custom type', 'id: !!js/function "x"', 'quotation marks'],
    ['a list instead of settings', '- 1', ''],
    ['nothing', '', ''],
    ['a prototype', '__proto__: { id: small }\nconstructor: 1', ''],
    ['a character of the private use area', 'id: \uE0001\uE001', 'delete it'],
  ])('refuses %s with a problem', async (_, text, fix) => {
    const { packages, problems } = await load({ ...goodFiles, 'agreements/small/agreement.yaml': text })
    expect(packages.map(({ content }) => content.id)).toEqual(['secrets'])
    expect(problems.length).toBeGreaterThan(0)
    for (const problem of problems)
      expect(problem).toMatchObject({ file: 'agreements/small/agreement.yaml', cause: expect.stringMatching(/./), fix: expect.stringMatching(/./) })
    expect(problems[0]?.fix).toContain(fix)
  })

  it('refuses what is not UTF-8 and what is far too large', async () => {
    const { problems } = await load({ ...goodFiles, 'agreements/small/text.de.md': `# x\n${'x'.repeat(1_100_000)}` })
    expect(problems).toMatchObject([{ file: 'agreements/small/text.de.md', cause: expect.stringContaining('larger than') }])
  })

  it('says what is missing in an empty folder', async () => {
    const { packages, problems } = await load({ 'readme.txt': '' })
    expect(packages).toEqual([])
    expect(problems).toMatchObject([{ file: 'law.yaml', cause: 'the file is missing' }])
  })
})

describe('hostile templates', () => {
  const pieces = fc.constantFrom(
    'id: small',
    '- id: a',
    '{',
    '}',
    '[',
    ']',
    ': ',
    '- ',
    '"',
    "'",
    '|',
    '>',
    '&a',
    '*a',
    '!!x',
    '\t',
    '{{ x }}',
    '{% if a %}',
    '{% endif %}',
    '{% for i in (1..9) %}',
    '[[ref:x]]',
    '[[clause:final]]',
    '::table{list=',
    '## A {#a}',
    '# T',
    '1. ',
    '\n',
    ' ',
    'ä',
    '𝕏',
    '\u0000',
    '\uE000',
    '<b>',
  )
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  )

  it('never crash the loader and are always named', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(goodFiles)), hostile, fc.nat(), fc.boolean(), async (name, text, at, isWhole) => {
        const good = goodFiles[name] ?? ''
        const position = at % (good.length + 1)
        const { packages, problems } = await load({ ...goodFiles, [name]: isWhole ? text : good.slice(0, position) + text + good.slice(position) })
        for (const problem of problems) {
          expect(problem.file).not.toBe('')
          expect(problem.cause).not.toBe('')
          expect(problem.fix).not.toBe('')
        }
        // What is not loaded has a reason.
        if (packages.length < 2) expect(problems.length).toBeGreaterThan(0)
      }),
      { numRuns: 150 },
    )
  }, 60_000)
})
