import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../tests/support/core.ts'
import { completeAnswers, templatesFolder } from '../../tests/support/templates.ts'
import { type Result, runProgram } from './testing/run-program.ts'

/** The real program with its own small templates and complete answers. */
function workplace() {
  const [templates, folder] = [templatesFolder(), temporaryFolder()]
  const file = (name: string): string => join(folder, name)
  writeFileSync(file('answers.yaml'), completeAnswers)
  const musubi = (...values: readonly string[]): Promise<Result> => runProgram(['--templates', templates, ...values])
  const draft = (answers: string, ...values: readonly string[]): Promise<Result> =>
    musubi('draft', 'small-nda', '--answers', file(answers), '--date', '2027-01-15', '--language', 'de+en', ...values)
  return { file, musubi, draft, templates }
}

test('what is reopened makes the same files again, byte for byte', { timeout: 60_000 }, async () => {
  const { file, musubi, draft } = workplace()
  await draft('answers.yaml', '--pdf', file('a.pdf'), '--docx', file('a.docx'))
  for (const name of ['a.pdf', 'a.docx']) {
    const { code, out, err } = await musubi('reopen', file(name))
    expect(code).toBe(0)
    expect(err).toBe(
      [`small-nda 1.0.0, de+en, draft 1, exported 2027-01-15T00:00:00.000Z by Musubi 0.1.0`, 'as it was exported', '']
        .map((line) => (line === '' ? '' : `${file(name)}: ${line}`))
        .join('\n'),
    )
    writeFileSync(file('again.json'), out)
    await draft('again.json', '--pdf', file('b.pdf'), '--docx', file('b.docx'))
    for (const ending of ['pdf', 'docx']) expect(Buffer.compare(readFileSync(file(`b.${ending}`)), readFileSync(file(`a.${ending}`)))).toBe(0)
  }
})

test('the report of a checklist is reopened as well', { timeout: 60_000 }, async () => {
  const { file, musubi } = workplace()
  const run = {
    organisation: 'Akatsuki',
    partner_kind: 'institute',
    assessed_on: '2027-01-10',
    secrets_listed: { value: 'partly', note: '一覧は作成中', evidence: 'list.xlsx' },
    actions: [{ id: 'own-1', title: 'Call', owner: 'Mori', due: '2027-02-01', priority: 'low', state: 'done' }],
  }
  writeFileSync(file('check.yaml'), JSON.stringify(run))
  await musubi('assess', 'cl01', '--answers', file('check.yaml'), '--date', '2027-01-15', '--pdf', file('a.pdf'))
  const { out } = await musubi('reopen', file('a.pdf'))
  expect(JSON.parse(out)).toEqual(run)
  writeFileSync(file('again.json'), out)
  await musubi('assess', 'cl01', '--answers', file('again.json'), '--date', '2027-01-15', '--pdf', file('b.pdf'))
  expect(Buffer.compare(readFileSync(file('a.pdf')), readFileSync(file('b.pdf')))).toBe(0)
})

test('everything a file says about itself as JSON, and the Word file inside a PDF', { timeout: 60_000 }, async () => {
  const { file, musubi, draft } = workplace()
  await draft('answers.yaml', '--final', '--pdf', file('a.pdf'), '--docx', file('a.docx'))
  const { out } = await musubi('reopen', file('a.pdf'), '--json', '--docx', file('inside.docx'))
  expect(JSON.parse(out)).toMatchObject({
    file: { format: 'pdf', seal: 'untouched', hasTemplate: true, hasWordFile: true },
    kind: 'agreement',
    template: { id: 'small-nda', version: '1.0.0', state: 'same', installedVersion: '1.0.0' },
    languages: ['de', 'en'],
    draft: null,
    exportedAt: '2027-01-15T00:00:00.000Z',
    deviations: 0,
    answers: { purpose: 'Entwicklung eines Lasers' },
  })
  expect(Buffer.compare(readFileSync(file('inside.docx')), readFileSync(file('a.docx')))).toBe(0)
  expect((await musubi('reopen', file('a.docx'), '--docx', file('none.docx'))).code).toBe(1)
  expect(existsSync(file('none.docx'))).toBe(false)
})

test('says when the template here is another', { timeout: 60_000 }, async () => {
  const { file, musubi, draft, templates } = workplace()
  await draft('answers.yaml', '--docx', file('a.docx'))
  const text = join(templates, 'agreements/small-nda/text.de.md')
  writeFileSync(text, readFileSync(text, 'utf8').replace('Es gilt', 'Es herrscht'))
  expect((await musubi('reopen', file('a.docx'))).err).toContain('the same version but other words')
})

test.each([
  ['a file without data', 'plain.pdf', 1, 'it holds no data of Musubi'],
  ['a foreign file', 'answers.yaml', 1, 'it holds no data of Musubi'],
  ['a cut file', 'cut.pdf', 1, 'damaged, incomplete'],
  ['no file', 'nowhere.pdf', 2, 'there is no file'],
])('refuses %s and prints nothing', { timeout: 60_000 }, async (_what, name, code, words) => {
  const { file, musubi, draft } = workplace()
  await draft('answers.yaml', '--no-data', '--pdf', file('plain.pdf'))
  writeFileSync(file('cut.pdf'), readFileSync(file('plain.pdf')).subarray(0, 5000))
  const result = await musubi('reopen', file(name))
  expect([result.code, result.out]).toEqual([code, ''])
  expect(result.err).toContain(words)
  expect(result.err.trimEnd().split('\n')).toHaveLength(1)
})
