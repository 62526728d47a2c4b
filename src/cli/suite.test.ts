import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { temporaryFolder } from '../../tests/support/core.ts'
import { runProgram } from './testing/run-program.ts'

const templates = path.resolve(import.meta.dirname, '../../templates')
const musubi = (...values: readonly string[]) => runProgram(['--templates', templates, 'suite', ...values])
const suiteSchema = z.object({ documents: z.array(z.object({ agreement: z.string(), map: z.record(z.string(), z.string()).default({}) })) })
const answersSchema = z.record(z.string(), z.json())

/** Answers of a suite, put together from the samples of its agreements. */
function sampleOf(suite: string): z.infer<typeof answersSchema> {
  const read = (file: string): unknown => parse(readFileSync(path.join(templates, file), 'utf8'))
  const answers: z.infer<typeof answersSchema> = {}
  for (const { agreement, map } of suiteSchema.parse(read(`suites/${suite}/suite.yaml`)).documents)
    for (const [question, value] of Object.entries(answersSchema.parse(read(`agreements/${agreement}/sample.answers.yaml`))))
      answers[map[question] ?? question] ??= value
  return answers
}

test('lists the suites, and the questions of one with the documents that ask them', async () => {
  const all = await musubi()
  expect(all.out).toContain(
    'research-project  1.0.0  Research project with an institute  (mutual-nda, material-transfer, background-declaration, rd-cooperation)',
  )
  const { out } = await musubi('research-project')
  expect(out).toContain('company  (party)  First party  [mutual-nda, material-transfer, background-declaration, rd-cooperation]')
})

test('writes all documents and sheets from one set of answers', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder()
  const answers = path.join(folder, 'answers.yaml')
  writeFileSync(answers, stringify(sampleOf('licence-deal')))
  const out = path.join(folder, 'out')
  const { code, err } = await musubi('licence-deal', '--answers', answers, '--out', out, '--language', 'de+en', '--gaps', '--format', 'docx')
  expect(err).toContain('wrote')
  expect(code).toBe(0)
  expect(readdirSync(out).toSorted()).toEqual(['1-one-way-nda.docx', '2-licence.docx', 'open-points.docx', 'term-sheet.docx'])
  const { code: reopened, out: inside } = await runProgram(['--templates', templates, 'reopen', path.join(out, '1-one-way-nda.docx')])
  expect(reopened).toBe(0)
  // The discloser of the first document is the licensor of the suite.
  expect(inside).toContain('"discloser"')
})

test('refuses what is unknown, does not fit or is missing, under the names of the suite, and writes nothing', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder()
  const answers = path.join(folder, 'answers.yaml')
  const out = path.join(folder, 'out')
  writeFileSync(answers, 'licensor: 7\n')
  expect(await musubi('licence-deal', '--answers', answers, '--out', out)).toMatchObject({ code: 1, err: expect.stringContaining('licensor: invalid') })
  writeFileSync(answers, 'discloser: { name: x }\n')
  expect(await musubi('licence-deal', '--answers', answers, '--out', out)).toMatchObject({ code: 1, err: expect.stringContaining('discloser: unknown') })
  writeFileSync(answers, 'talks_purpose: x\n')
  expect(await musubi('licence-deal', '--answers', answers, '--out', out)).toMatchObject({ code: 1, err: expect.stringContaining('one-way-nda: licensor') })
  expect(readdirSync(folder)).toEqual(['answers.yaml'])
  expect(await musubi('licence', '--answers', answers, '--out', out)).toMatchObject({ code: 2, err: expect.stringContaining('there is no suite') })
  expect(await musubi('licence-deal', '--answers', answers)).toMatchObject({ code: 2, err: expect.stringContaining('--out FOLDER') })
  expect(await musubi('licence-deal', '--answers', answers, '--out', out, '--format', 'rtf')).toMatchObject({ code: 2 })
})
