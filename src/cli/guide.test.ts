import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { runProgram } from './testing/run-program.ts'

const templates = path.resolve(import.meta.dirname, '../../templates')
const musubi = (...values: readonly string[]) => runProgram(['--templates', templates, 'guide', ...values])

function answersFile(text: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'musubi-guide-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(path.join(folder, 'answers.yaml'), text)
  return path.join(folder, 'answers.yaml')
}

const resultSchema = z.object({
  documents: z.array(z.object({ agreement: z.string(), because: z.array(z.string()), isInstalled: z.boolean(), answers: z.record(z.string(), z.json()) })),
  models: z.array(z.object({ id: z.string() })),
  avoid: z.array(z.object({ agreement: z.string() })),
  changes: z.array(z.object({ question: z.string(), option: z.string(), added: z.array(z.string()), removed: z.array(z.string()) })),
})
const resultOf = async (text: string): Promise<z.infer<typeof resultSchema>> =>
  resultSchema.parse(JSON.parse((await musubi('--answers', answersFile(text), '--json')).out))

test('lists its questions without answers', async () => {
  const { code, out } = await musubi()
  expect(code).toBe(0)
  expect(out).toContain('who  Who is dealing with whom?\n  - companies  Companies with each other\n')
})

test('says which documents fit and what another answer would change', async () => {
  const result = await resultOf('who: companies\nparties: two\nsecrets: both\nhandover: look\ncompetitors: yes\n')
  expect(result.documents.slice(0, 1)).toEqual([
    { agreement: 'mutual-nda', because: ['who', 'secrets'], isInstalled: true, answers: { competitors: true, samples_included: true } },
  ])
  expect(result.avoid.map(({ agreement }) => agreement)).toContain('one-way-nda')
  expect(result.changes).toContainEqual(expect.objectContaining({ question: 'handover', option: 'test', added: ['material-transfer'], removed: [] }))
})

const quiet = 'publication: no\nintent: no\ntrial: no\nrights: none\n'
test.each([
  [
    'a fibre sensor is shown and samples are asked for',
    `who: companies\nparties: two\nfound: no\n${quiet}secrets: both\nhandover: test\nwork: none\n`,
    ['mutual-nda', 'material-transfer'],
  ],
  [
    'a professor and a student find a gripper',
    'who: company-institute\nparties: two\nfound: own\npublication: yes\nsecrets: both\nhandover: no\ntrial: no\nwork: shared\n',
    ['invention-report', 'mutual-nda', 'rd-cooperation', 'publication-clearance'],
  ],
  [
    'two companies hold a patent without a contract',
    `who: companies\nparties: two\nfound: joint\n${quiet}secrets: none\nhandover: no\nwork: none\n`,
    ['invention-report', 'joint-ownership'],
  ],
  [
    'a start-up is to prove its idea',
    'who: companies\nparties: two\nfound: no\nsecrets: both\ntrial: yes\nwork: none\nbackground: yes\n',
    ['mutual-nda', 'proof-of-concept', 'background-declaration'],
  ],
  ['two companies and two institutes apply for funding', 'who: company-institute\nparties: more\nwork: shared\nfunding: yes\n', ['consortium']],
  [
    'a file is shared across borders',
    'who: company-institute\nparties: two\nfound: no\nsecrets: both\nhandover: no\nwork: shared\nbackground: no\n',
    ['mutual-nda', 'rd-cooperation'],
  ],
  ['a licensor may become insolvent', 'who: companies\nparties: two\nfound: no\nrights: licence\nsecrets: none\nwork: none\n', ['licence']],
  ['two regions build a bridge', 'who: agencies\nsecrets: none\n', ['cluster-mou']],
])('leads where the exercise says: %s', async (_, text, documents) => {
  const result = await resultOf(text)
  expect(result.documents.map(({ agreement }) => agreement)).toEqual(documents)
  expect(result.models.length).toBeGreaterThan(0)
})

test('refuses what is no question and no option, one line each', async () => {
  expect(await musubi('--answers', answersFile('who: companys\n'))).toMatchObject({
    code: 1,
    err: expect.stringContaining('who: invalid - did you mean "companies"?'),
  })
  expect(await musubi('--answers', answersFile('whom: companies\n'))).toMatchObject({ code: 1, err: expect.stringContaining('did you mean "who"?') })
  expect(await musubi('--language', 'fr')).toMatchObject({ code: 2 })
})

test('says in words what to keep in mind, in German as well', async () => {
  const { out } = await musubi('--answers', answersFile('who: agencies\nsecrets: one\n'), '--language', 'de')
  expect(out).toContain('1. mutual-nda  Gegenseitige Geheimhaltungsvereinbarung  (Vor dem ersten Gespräch)')
  expect(out).toContain('Zu beachten\n- Beginnen Sie jedes Treffen mit zwei Regeln')
})
