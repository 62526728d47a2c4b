import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { matching, temporaryFolder } from '../../tests/support/core.ts'
import { completeAnswers, templatesFolder } from '../../tests/support/templates.ts'
import { type Result, runProgram } from './testing/run-program.ts'

/** Runs the real program over two versions of the answers to the small agreement. */
function workplace(change: (answers: string) => string = (answers) => answers.replace('Lasers', 'Sensors').replace('2027-03-01', '2027-04-01')) {
  const [templates, folder] = [templatesFolder(), temporaryFolder()]
  const file = (name: string): string => join(folder, name)
  writeFileSync(file('old.yaml'), completeAnswers)
  writeFileSync(file('new.yaml'), change(completeAnswers))
  const run = (...values: readonly string[]): Promise<Result> => runProgram(['--templates', templates, ...values])
  const compare = (...values: readonly string[]) => run('compare', ...values)
  const draft = (answers: string, ...values: readonly string[]) => run('draft', 'small-nda', '--answers', answers, ...values)
  return { file, compare, draft, both: [file('old.yaml'), file('new.yaml'), '--agreement', 'small-nda'] as const }
}

test('a summary names answers and clauses that differ', async () => {
  const { compare, both } = workplace()
  const { code, out, err } = await compare(...both, '--language', 'en')
  expect([code, err]).toEqual([0, ''])
  expect(out.trimEnd().split('\n')).toEqual([
    'purpose: "Entwicklung eines Lasers" -> "Entwicklung eines Sensors"',
    'starts: "1 March 2027" -> "1 April 2027"',
    'purpose-clause: changed - Section 1 Purpose (+2 -2 words)',
  ])
})
test('equal answers differ in nothing, which is no failure', async () => {
  const { compare, both } = workplace((answers) => answers)
  expect(await compare(...both)).toEqual({ code: 0, err: '', out: 'Nothing differs.\n' })
})
test('writes redlines as Word, PDF and text, the same bytes for the same date', async () => {
  const { compare, both, file } = workplace()
  const marks = ['--author', 'Dr. Ada Beispiel', '--reason', 'as agreed', '--date', '2026-11-25', '--language', 'de+en'] as const
  const { code, out } = await compare(...both, ...marks, '--docx', file('a.docx'), '--pdf', file('a.pdf'), '--text', file('a.txt'))
  expect([code, out]).toEqual([0, ''])
  await compare(...both, ...marks, '--docx', file('b.docx'), '--pdf', file('b.pdf'))
  expect(readFileSync(file('a.docx')).equals(readFileSync(file('b.docx')))).toBe(true)
  expect(readFileSync(file('a.pdf')).equals(readFileSync(file('b.pdf')))).toBe(true)
  const parts = unzipSync(readFileSync(file('a.docx')))
  expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toMatch(/<w:del [^>]*w:author="Dr. Ada Beispiel" w:date="2026-11-25T00:00:00Z">/)
  expect(strFromU8(parts['word/comments.xml'] ?? new Uint8Array())).toContain('as agreed')
  expect(readFileSync(file('a.txt'), 'utf8')).toContain('(1) [-Entwicklung eines Lasers-]{+Entwicklung eines Sensors+}')
}, 60_000)
test('the untouched template against a draft', async () => {
  const { compare, file } = workplace()
  const { code, out } = await compare('template', file('old.yaml'), '--agreement', 'small-nda', '--text')
  expect(code).toBe(0)
  expect(out).toContain('(1) [-[Zweck]-]{+Entwicklung eines Lasers+}')
})
test('exported files, with the template and languages they bring along', async () => {
  const { compare, draft, file } = workplace()
  await draft(file('old.yaml'), '--language', 'de+en', '--docx', file('old.docx'))
  await draft(file('new.yaml'), '--language', 'de+en', '--pdf', file('new.pdf'))
  const [files, mixed, untouched] = await Promise.all([
    compare(file('old.docx'), file('new.pdf'), '--text'),
    compare(file('old.docx'), file('new.yaml')),
    compare('template', file('new.pdf'), '--text'),
  ])
  expect([files.code, files.err]).toEqual([0, ''])
  expect(files.out).toContain('(1) [-Entwicklung eines Lasers-]{+Entwicklung eines Sensors+}')
  expect(files.out).toContain('It is governed by')
  expect(mixed.out).toContain('purpose: "Entwicklung eines Lasers" -> "Entwicklung eines Sensors"')
  expect(untouched.out).toContain('[-[Zweck]-]{+Entwicklung eines Sensors+}')
  writeFileSync(file('foreign.docx'), 'no Word file')
  expect(await compare(file('foreign.docx'), file('new.pdf'))).toMatchObject({ code: 1, out: '', err: matching(/foreign\.docx: it holds no data of Musubi/) })
}, 60_000)
test('data for programs', async () => {
  const { compare, both } = workplace()
  const json: unknown = JSON.parse((await compare(...both, '--json')).out)
  expect(json).toMatchObject({
    agreement: { id: 'small-nda', version: '1.0.0' },
    differs: true,
    wordsAdded: 2,
    wordsRemoved: 2,
    answers: [
      { question: 'purpose', label: 'Zweck', parts: [{ item: null, field: '', before: 'Entwicklung eines Lasers', after: 'Entwicklung eines Sensors' }] },
      {},
    ],
    clauses: [{}, { section: 'purpose-clause', state: 'changed', labels: ['§ 1'], labelsBefore: null, titles: ['Zweck'] }, {}],
  })
})
test('refuses what cannot be compared and writes nothing', async () => {
  const { compare, both, file } = workplace((answers) => answers.replace('2027-03-01', 'soon'))
  const invalid = await compare(...both, '--docx', file('a.docx'))
  expect(invalid).toMatchObject({ code: 1, out: '', err: matching(/^starts: invalid - .*\(in .*new\.yaml\)\n$/) })
  expect(existsSync(file('a.docx'))).toBe(false)
  writeFileSync(file('new.yaml'), 'nonsense: 1\n')
  expect(await compare(...both)).toMatchObject({ code: 1, err: matching(/^nonsense: unknown/) })
  const wrong = await Promise.all([
    compare(file('old.yaml'), file('missing.yaml'), '--agreement', 'small-nda'),
    compare(file('old.yaml'), file('old.yaml')),
    compare(file('old.pdf'), file('old.yaml')),
    compare('-', '-', '--agreement', 'small-nda'),
    compare(file('old.yaml'), 'template', '--agreement', 'no-such'),
    compare(file('old.yaml'), 'template', '--agreement', 'small-nda', '--json', '--text'),
  ])
  expect(wrong.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2, 2])
})
