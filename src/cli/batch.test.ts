import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { temporaryFolder } from '../../tests/support/core.ts'
import { completeAnswers, templatesFolder } from '../../tests/support/templates.ts'
import { runProgram } from './testing/run-program.ts'

const header = 'file,company.name,company.shortName,company.address.city,company.signatories.0.name,purpose,starts,ends'
const row = (file: string, name: string, purpose = 'Laser', ends = '28.02.2028') =>
  `${file},${name} GmbH,${name},Bonn,Erika Muster,${purpose},2027-03-01,${ends}`

/** Templates, a folder, and a table in it. */
function workplace(...lines: readonly string[]) {
  const [templates, folder] = [templatesFolder(), temporaryFolder()]
  const [table, out] = [join(folder, 'table.csv'), join(folder, 'out')]
  writeFileSync(table, `${[header, ...lines].join('\n')}\n`)
  const batch = ['--templates', templates, 'batch', 'small-nda'] as const
  return {
    folder,
    templates,
    table,
    out,
    batch,
    run: (...values: readonly string[]) => runProgram([...batch, '--table', table, '--out', out, '--date', '2027-01-15', ...values]),
  }
}

const hashes = (folder: string) =>
  readdirSync(folder)
    .toSorted()
    .map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ])

describe('batch', () => {
  test('writes a pair of files a row, lists what is wrong by row and column, and ends with 1', async () => {
    const { run, out } = workplace(row('', 'Aoba'), row('', 'Kaminari', '=1+1'), row('third', 'Isarblick'), row('', 'Yamabuki', 'x', '30.02.2028'))
    const { code, out: said, err } = await run()
    expect([code, said]).toEqual([1, `2 of 4 rows written to ${out}, 2 refused. The problems are in errors.csv there.\n`])
    expect(err.trimEnd().split('\n')).toEqual([
      'row 3, purpose: this looks like a formula, and formulas are never worked out; write the value itself, or an apostrophe before a text that begins like this',
      'row 5, ends: a date is written as 2027-03-01 or 01.03.2027 and must exist',
    ])
    expect(readdirSync(out).toSorted()).toEqual(['00002-Aoba.docx', '00002-Aoba.pdf', 'errors.csv', 'third.docx', 'third.pdf'])
  }, 60_000)
  test('gives the same bytes with one job and with two, in one format or two columns', async () => {
    const { run, folder } = workplace(row('', 'Aoba'), row('', 'Kaminari'), row('', 'Isarblick'))
    const [one, two] = [join(folder, 'one'), join(folder, 'two')]
    expect(await run('--jobs', '1', '--out', one)).toMatchObject({ code: 0, err: '' })
    expect(await run('--jobs', '2', '--out', two)).toMatchObject({ code: 0 })
    expect(hashes(one)).toHaveLength(6)
    expect(hashes(two)).toEqual(hashes(one))
    expect((await run('--format', 'pdf', '--language', 'de+en', '--final', '--out', join(folder, 'three'))).code).toBe(0)
    expect(readdirSync(join(folder, 'three'))).toHaveLength(3)
  }, 60_000)
  test('overwrites nothing without being asked, and can go on where it stopped', async () => {
    const { run, out } = workplace(row('', 'Aoba'), row('', 'Kaminari'))
    mkdirSync(out)
    for (const ending of ['pdf', 'docx']) writeFileSync(join(out, `00003-Kaminari.${ending}`), 'old')
    const refused = await run()
    expect([refused.code, refused.out]).toEqual([1, ''])
    expect(refused.err).toContain('2 files of the series are there already, such as 00003-Kaminari.pdf; nothing was written')
    expect(readdirSync(out)).toHaveLength(2)
    expect(await run('--skip-existing')).toMatchObject({ code: 0, out: `1 of 2 rows written to ${out}, 1 left out, their files are there.\n` })
    expect(readFileSync(join(out, '00003-Kaminari.pdf'), 'utf8')).toBe('old')
    expect((await run('--overwrite')).code).toBe(0)
    expect(readFileSync(join(out, '00003-Kaminari.pdf'), 'latin1')).toContain('%PDF-')
  }, 60_000)
  test('refuses unknown columns, wrong encodings and workbooks before anything is written', async () => {
    const { run, table, out } = workplace()
    const refuse = async (content: string | Buffer) => {
      writeFileSync(table, content)
      const { code, out: said, err } = await run()
      expect([code, said, existsSync(out)]).toEqual([1, '', false])
      return err
    }
    expect(await refuse('purpos,company.name,zzz\nx,y,z\n')).toBe(
      'purpos: unknown column - there is no such question; did you mean purpose?\nzzz: unknown column - there is no such question\n',
    )
    expect(await refuse(Buffer.from('purpose\nM\u00fcll\n', 'latin1'))).toContain('table.csv:2: this is not UTF-8 text; in Excel save as "CSV UTF-8"')
    expect(await refuse('PK\u0003\u0004')).toContain('this is a workbook, not a CSV')
    expect(await refuse('purpose\n"x\n')).toContain('table.csv:2: a quotation mark opens a cell')
    expect(await refuse('')).toContain('there is no header')
    expect(await refuse('purpose\n\n')).toContain('there are no rows below the header')
  }, 60_000)
  test('takes answers that are the same in every row, and leaves gaps when told', async () => {
    const { run, folder, table, out } = workplace()
    writeFileSync(table, 'purpose\nLaser\n\nSpiegel\n')
    writeFileSync(join(folder, 'common.yaml'), completeAnswers.replace(/^ends.*$/mu, ''))
    expect(await run('--answers', join(folder, 'common.yaml'))).toMatchObject({ code: 1, err: 'row 2, ends: missing - End\nrow 4, ends: missing - End\n' })
    expect(await run('--answers', join(folder, 'common.yaml'), '--gaps', '--format', 'docx')).toMatchObject({ code: 0 })
    expect(readdirSync(out).filter((name) => name.endsWith('.docx'))).toEqual(['00002-Akatsuki.docx', '00004-Akatsuki.docx'])
  }, 60_000)
  test('says it in JSON', async () => {
    const { run } = workplace(row('', 'Aoba'), row('', 'Kaminari', 'x', '2027-01-01'), row('', 'x', '@y'))
    const { code, out: said, err } = await run('--json', '--format', 'docx')
    expect([code, err]).toEqual([1, ''])
    expect(JSON.parse(said)).toMatchObject({
      agreement: { id: 'small-nda', version: '1.0.0' },
      rows: 3,
      done: 2,
      failed: 1,
      skipped: 0,
      stopped: null,
      problemCount: 2,
      errors: 'errors.csv',
      problems: [
        { severity: 'warning', row: 3, column: 'ends', message: { en: 'contradiction - It ends before it starts.' } },
        { severity: 'error', row: 4, column: 'purpose' },
      ],
    })
  }, 60_000)
  test('stops at Ctrl-C with whole files only and says how far it came', async () => {
    const { batch, table, out } = workplace(...Array.from({ length: 200 }, (_, index) => row('', `Partner ${index}`)))
    const { code, out: said } = await runProgram([...batch, '--table', table, '--out', out, '--jobs', '1', '--format', 'docx'], {
      watch: (child) => {
        const timer = setInterval(() => {
          if (existsSync(out) && readdirSync(out).length >= 3) {
            clearInterval(timer)
            child.kill('SIGINT')
          }
        }, 20)
      },
    })
    const files = readdirSync(out)
    expect([code, said]).toEqual([130, `Stopped: ${files.length} of 200 rows written to ${out}.\n`])
    expect(files.length).toBeLessThan(150)
    expect(files.filter((name) => !name.endsWith('.docx'))).toEqual([])
  }, 60_000)
  test('writes a table to begin with that it can read', async () => {
    const { templates, folder, batch, out } = workplace()
    writeFileSync(
      join(templates, 'agreements/small-nda/sample.answers.yaml'),
      `${completeAnswers}staff: [{ name: "=Sato", hours: 3 }, { name: Ito, hours: 1200 }]\n`,
    )
    const file = join(folder, 'empty.csv')
    expect(await runProgram([...batch, '--empty-table', file])).toMatchObject({ code: 0, out: '' })
    const text = readFileSync(file, 'utf8')
    expect(text).toMatch(/^\uFEFFfile;company\.name;/u)
    expect(text).toContain(";'=Sato;3;Ito;1200")
    expect(await runProgram([...batch, '--table', file, '--out', out])).toMatchObject({ code: 0, out: `1 of 1 rows written to ${out}.\n` })
    const again = await runProgram([...batch, '--empty-table', file])
    expect(again).toMatchObject({ code: 2, err: expect.stringContaining('is there already') })
  }, 60_000)
  test('says what is wrong with its use', async () => {
    const { batch, table, out, run } = workplace(row('', 'Aoba'))
    const refusals = await Promise.all([
      runProgram([...batch]),
      runProgram([...batch, '--table', table]),
      run('--jobs', '0'),
      run('--jobs', 'many'),
      run('--format', 'exe'),
      run('--final', '--draft', '2'),
      run('--overwrite', '--skip-existing'),
      run('--language', 'ja'),
      run('--table', join(out, 'none.csv')),
      run('--out', table),
    ])
    expect(refusals.map(({ code }) => code)).toEqual(refusals.map(() => 2))
    for (const { err } of refusals) expect(z.string().min(10).parse(err)).not.toMatch(/defect|\n\s+at /u)
    expect(existsSync(out)).toBe(false)
  }, 60_000)
})
