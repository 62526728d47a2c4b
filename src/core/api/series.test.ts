import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { foreignInput, matching, startTestCore, temporaryFolder } from '../../../tests/support/core.ts'
import { draftIdSchema, fileHandleSchema } from '../../shared/contract/ids.ts'

const header = 'company.name,company.shortName,company.address.city,company.signatories.0.name,purpose,law'
const good = (name: string) => `${name} GmbH,${name},Bonn,Erika Muster,Laser,german-law`

async function begin(...lines: readonly string[]) {
  const started = await startTestCore()
  const place = temporaryFolder()
  const [file, out] = [join(place, 'table.csv'), join(place, 'out')]
  mkdirSync(out)
  writeFileSync(file, `${[header, ...lines].join('\n')}\n`)
  started.core.files.register('table', file)
  started.core.files.register('folder', out)
  const request = {
    templateId: 'small-nda',
    table: fileHandleSchema.parse('table'),
    languages: ['de' as const],
    commonDraft: null,
    hasGaps: false,
    isDraft: true,
  }
  const run = {
    ...request,
    runId: 'run',
    folder: fileHandleSchema.parse('folder'),
    formats: ['pdf' as const, 'docx' as const],
    hasWatermark: false,
    hasData: true,
    existing: 'refuse' as const,
    listLanguage: 'de' as const,
  }
  return { ...started, place, file, out, request, run }
}

async function lastOf<Event>(stream: AsyncIterable<Event>): Promise<Event | undefined> {
  let last: Event | undefined
  for await (const event of stream) last = event
  return last
}

describe('series.check', () => {
  test('tells what was understood, again and again with the same ticket', async () => {
    const { client, request, file } = await begin(good('Aoba'), good('Kaminari').replace('german-law', 'martian'))
    expect(await lastOf(await client.series.check(request))).toMatchObject({
      kind: 'checked',
      table: {
        rows: 2,
        goodRows: 1,
        columns: expect.arrayContaining([{ header: 'purpose', label: { de: 'Purpose (de)', en: 'Purpose' } }]),
        problems: [{ severity: 'error', row: 3, column: 'law', message: { de: matching(/^das steht nicht zur Wahl/u) } }],
        problemCount: 1,
        preview: [{ row: 2, cells: ['Aoba GmbH', 'Aoba', 'Bonn', 'Erika Muster', 'Laser', 'german-law'] }, { row: 3 }],
      },
    })
    writeFileSync(file, `${header}\n${good('Aoba')}\n`)
    expect(await lastOf(await client.series.check(request))).toMatchObject({ table: { rows: 1, problemCount: 0 } })
  })
  test('answers columns it does not know with what was meant', async () => {
    const { client, request, file } = await begin()
    writeFileSync(file, 'purpos,x\n1,2\n')
    expect(await lastOf(await client.series.check(request))).toMatchObject({
      table: { rows: 0, columnProblems: [{ column: 'purpos', message: { en: matching(/did you mean purpose/u) } }, { column: 'x' }] },
    })
  })
  test('lays the rows over the answers of a draft of the same agreement, and refuses those of another', async () => {
    const { client, request, file } = await begin()
    writeFileSync(file, 'purpose\nLaser\n')
    const { id } = await client.drafts.create({ templateId: 'small-nda', name: 'Ours', languages: ['de'] })
    await client.drafts.saveAnswer({ id, question: 'law', value: 'german-law' })
    const checked = await lastOf(await client.series.check({ ...request, commonDraft: id }))
    expect(checked).toMatchObject({ table: { problems: [{ column: 'company' }] } })
    const other = await client.drafts.create({ templateId: 'cl01', name: 'Check', languages: ['de'] })
    await expect(client.series.check({ ...request, commonDraft: other.id })).rejects.toMatchObject({ defined: true, code: 'draftNotFound' })
    await expect(client.series.check({ ...request, commonDraft: draftIdSchema.parse('none') })).rejects.toMatchObject({ code: 'draftNotFound' })
  })
  test.each<[string, Buffer | string, string, object]>([
    ['Windows-1252', Buffer.from('purpose\n\u00fc\n', 'latin1'), 'tableEncoding', { line: '2' }],
    ['a workbook', 'PK\u0003\u0004', 'tableIsWorkbook', {}],
    ['an open quote', 'purpose\n"x\n', 'tableBroken', { line: '2' }],
    ['nothing', '', 'tableEmpty', {}],
    ['too many columns', 'x,'.repeat(1500).slice(0, -1), 'tableTooLarge', { maximum: '1000' }],
  ])('refuses %s by a declared error', async (_, content, code, details) => {
    const { client, request, file } = await begin()
    writeFileSync(file, content)
    await expect(client.series.check(request).then(lastOf)).rejects.toMatchObject({ defined: true, code, data: { details } })
  })
  test('refuses unknown templates, checklists, languages, tickets and a table that is gone', async () => {
    const { client, core, request, place } = await begin()
    await expect(client.series.check({ ...request, templateId: 'none' })).rejects.toMatchObject({ defined: true, code: 'templateNotFound' })
    await expect(client.series.check({ ...request, templateId: 'cl01' })).rejects.toMatchObject({ defined: true, code: 'templateNotFound' })
    await expect(client.series.check({ ...request, languages: ['ja'] })).rejects.toMatchObject({ defined: true, code: 'languageMissing' })
    await expect(client.series.check({ ...request, table: fileHandleSchema.parse('none') })).rejects.toMatchObject({ defined: true, code: 'handleUnknown' })
    await expect(client.series.check(foreignInput({ ...request, table: '../x.csv', languages: [] }))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    core.files.register('table', join(place, 'gone.csv'))
    await expect(client.series.check(request).then(lastOf)).rejects.toMatchObject({
      defined: true,
      code: 'fileNotReadable',
      data: { details: { file: 'gone.csv' } },
    })
  })
})

describe('series.run', () => {
  test('writes the good rows and the error list, and tells how far it is', async () => {
    const { client, run, out } = await begin(good('Aoba'), good('Kaminari').replace('Laser', '=1+1'), good('Isarblick'))
    const events = []
    for await (const event of await client.series.run(run)) events.push(event)
    expect(events[0]).toEqual({ kind: 'progress', done: 0, failed: 1, skipped: 0, of: 3 })
    expect(events.at(-1)).toMatchObject({
      kind: 'done',
      result: { done: 2, failed: 1, stopped: null, errorsFile: 'errors.csv', problems: [{ row: 3, column: 'purpose' }] },
    })
    expect(readdirSync(out)).toHaveLength(5)
    expect(readFileSync(join(out, 'errors.csv'), 'utf8')).toMatch(/^\uFEFFZeile,Spalte,Art,Problem\r\n3,purpose,Fehler,/u)
  }, 60_000)
  test('refuses files that are there, unknown columns and a folder that is gone, and writes nothing', async () => {
    const { client, core, run, out, file, place } = await begin(good('Aoba'))
    writeFileSync(join(out, '00002-Aoba.pdf'), 'old')
    await expect(client.series.run(run).then(lastOf)).rejects.toMatchObject({
      defined: true,
      code: 'seriesFilesExist',
      data: { details: { count: '1', file: '00002-Aoba.pdf' } },
    })
    core.files.register('folder', join(place, 'gone'))
    await expect(client.series.run(run).then(lastOf)).rejects.toMatchObject({ defined: true, code: 'fileNotWritable', data: { details: { file: 'gone' } } })
    writeFileSync(file, 'purpos\nx\n')
    await expect(client.series.run(run).then(lastOf)).rejects.toMatchObject({ defined: true, code: 'tableColumns', data: { details: { columns: 'purpos' } } })
    expect(readdirSync(out)).toEqual(['00002-Aoba.pdf'])
  })
  test('stops between rows when asked, and tells what was done', async () => {
    const { client, run, out } = await begin(...Array.from({ length: 60 }, (_, index) => good(`Partner ${index}`)))
    let last: unknown
    for await (const event of await client.series.run({ ...run, formats: ['docx'] })) {
      last = event
      if (event.kind === 'progress' && event.done === 2) await client.series.stop({ runId: 'run' })
    }
    const files = readdirSync(out)
    expect(last).toMatchObject({ kind: 'done', result: { stopped: 'cancelled', done: files.length, of: 60 } })
    expect(files.length).toBeLessThan(30)
    await client.series.stop({ runId: 'run' })
  }, 60_000)
  test('closing the stream stops as well, with whole files only', async () => {
    const { client, run, out, logged } = await begin(...Array.from({ length: 60 }, (_, index) => good(`Partner ${index}`)))
    for await (const event of await client.series.run({ ...run, formats: ['docx'] })) if (event.kind === 'progress' && event.done === 2) break
    const files = readdirSync(out)
    expect(files.length).toBeLessThan(30)
    expect(files.every((name) => name.endsWith('.docx'))).toBe(true)
    expect(logged.map(({ event }) => event)).not.toContain('api.bug')
  }, 60_000)
  test('stops when core ends, and core waits for the rows in hand', async () => {
    const { client, run, out, close } = await begin(...Array.from({ length: 60 }, (_, index) => good(`Partner ${index}`)))
    const events = await client.series.run(run)
    for (;;) {
      const next = await events.next()
      if (next.done === true || (next.value.kind === 'progress' && next.value.done === 1)) break
    }
    await close()
    const files = readdirSync(out)
    expect(files.length).toBeLessThan(30)
    expect(files.length % 2).toBe(0)
    expect(files.every((name) => /\.(?:pdf|docx)$/u.test(name))).toBe(true)
  }, 60_000)
  test('refuses no format and a run without a name', async () => {
    const { client, run } = await begin()
    await expect(client.series.run(foreignInput({ ...run, formats: [] }))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(client.series.stop(foreignInput({}))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('lists for the spreadsheet', () => {
  test('an empty table has every column and is read again', async () => {
    const { client, core, request, place } = await begin()
    core.files.register('target', join(place, 'empty.csv'))
    const input = { templateId: 'small-nda', handle: fileHandleSchema.parse('target'), languages: ['de' as const], listLanguage: 'de' as const }
    expect(await client.series.emptyTable(input)).toEqual({ fileName: 'empty.csv' })
    expect(readFileSync(join(place, 'empty.csv'), 'utf8')).toMatch(/^\uFEFFfile;company\.name;.*;law;staff\.0\.name;staff\.0\.hours\r\n$/u)
    core.files.register('table', join(place, 'empty.csv'))
    expect(await lastOf(await client.series.check(request))).toMatchObject({ table: { rows: 0, columnProblems: [] } })
    await expect(client.series.emptyTable(input)).rejects.toMatchObject({ defined: true, code: 'handleUnknown' })
    await expect(client.series.emptyTable({ ...input, templateId: 'cl01' })).rejects.toMatchObject({ defined: true, code: 'templateNotFound' })
    await expect(client.series.emptyTable(foreignInput({ ...input, listLanguage: 'fr' }))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
  test('the error list holds what a check finds, columns included', async () => {
    const { client, core, request, file, place } = await begin(good('Aoba'), good('x').replace('Laser', ''))
    const list = join(place, 'list.csv')
    const save = () => {
      core.files.register('target', list)
      return client.series.errorList({ ...request, handle: fileHandleSchema.parse('target'), listLanguage: 'en' })
    }
    expect(await save()).toEqual({ fileName: 'list.csv', problems: 1 })
    expect(readFileSync(list, 'utf8')).toBe('\uFEFFrow,column,kind,problem\r\n3,purpose,error,missing - Purpose\r\n')
    writeFileSync(file, '=x,y\n1,2\n')
    expect(await save()).toEqual({ fileName: 'list.csv', problems: 2 })
    expect(readFileSync(list, 'utf8')).toContain("1,'=x,error,there is no such question")
  })
})
