import { describe, expect, test } from 'vitest'
import { matching } from '../../../tests/support/core.ts'
import { readTable } from './read-table.ts'

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let place = 0; place < bytes.length; place += size) yield await Promise.resolve(bytes.subarray(place, place + size))
}

async function read(content: string | Uint8Array, size = 7) {
  const table = await readTable(pieces(typeof content === 'string' ? Buffer.from(content) : content, size))
  const rows: (readonly [number, ...(string | null)[]])[] = []
  for await (const { number, cells } of table.rows) rows.push([number, ...cells])
  return { delimiter: table.delimiter, header: table.header, rows }
}

const utf16 = (text: string, isBig = false): Uint8Array => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return isBig ? bytes.swap16() : bytes
}

describe('a table', () => {
  test.each([
    [',', 'a,b\n1,2\n'],
    [';', 'a;b\n1;2\n'],
    ['\t', 'a\tb\n1\t2\n'],
  ])('is divided by %j when the header is', async (delimiter, text) => {
    expect(await read(text)).toEqual({ delimiter, header: ['a', 'b'], rows: [[2, '1', '2']] })
  })
  test.each([1, 2, 3, 5, 1000])('is the same in pieces of %d bytes, with byte order mark, Windows line ends and cells of several lines', async (size) => {
    const text = '\uFEFFa;b\r\n"Zeile 1\r\nZeile 2; ""ß"" 結び";2\r\n;\r\n3;4'
    const rows = [
      [2, 'Zeile 1\nZeile 2; "ß" 結び', '2'],
      [4, '3', '4'],
    ]
    expect((await read(text, size)).rows).toEqual(rows)
    expect((await read(utf16(text.slice(1)), size)).rows).toEqual(rows)
    expect((await read(utf16(text.slice(1), true), size)).rows).toEqual(rows)
  })
  test('counts rows as the spreadsheet does: the header is row 1, emptied rows count', async () => {
    expect((await read('a,b\n\n,,\n1,2\n')).rows).toEqual([[4, '1', '2']])
  })
  test('drops columns without a name at the end and keeps what stands in them for the row to be reported', async () => {
    expect(await read('a,b,,\n1,2,,\n1,2,x\n')).toMatchObject({
      header: ['a', 'b'],
      rows: [
        [2, '1', '2', '', ''],
        [3, '1', '2', 'x'],
      ],
    })
  })
  test('takes quotes inside a cell as they stand', async () => {
    expect((await read('a,b\nMuster "AG" GmbH,"AG" Muster\n')).rows).toEqual([[2, 'Muster "AG" GmbH', '"AG" Muster']])
  })
  test('takes a quoted cell that begins with a quote and has several lines', async () => {
    expect((await read('a,b\r\n"""Muster"" AG,\r\nBonn",2\r\n')).rows).toEqual([[2, '"Muster" AG,\nBonn', '2']])
  })
  test('marks a cell whose quotes run over a line end, and reads on', async () => {
    expect((await read('a,b\n1,"open\n2,"x",y\n3,4\n')).rows).toEqual([
      [2, '1', null, 'y'],
      [3, '3', '4'],
    ])
  })
})

describe('a hostile table', () => {
  test.each<[string, Uint8Array | string, object]>([
    ['Windows-1252 text', Buffer.from('a,b\n1,2\nM\u00fcller,3\n', 'latin1'), { code: 'tableEncoding', details: { line: '3' } }],
    ['Windows-1252 in the header', Buffer.from('B\u00fcro,b\n', 'latin1'), { code: 'tableEncoding', details: { line: '1' } }],
    ['Shift JIS', Buffer.from([0x61, 0x2c, 0x62, 0x0a, 0x8c, 0x8b, 0x2c, 0x31, 0x0a]), { code: 'tableEncoding', details: { line: '2' } }],
    ['a character cut off at the end', Buffer.from('a,b\n1,ü').subarray(0, -1), { code: 'tableEncoding' }],
    ['NUL bytes', 'a,b\n1,\0\n', { code: 'tableEncoding', details: { line: '2' } }],
    ['UTF-16 without a mark', Buffer.from('a,b\n1,2\n', 'utf16le'), { code: 'tableEncoding' }],
    ['an Excel workbook', Buffer.from('PK\u0003\u0004rest of it'), { code: 'tableIsWorkbook' }],
    ['nothing', '', { code: 'tableEmpty' }],
    ['a byte order mark only', '\uFEFF', { code: 'tableEmpty' }],
    ['an empty header', '\n1,2\n', { code: 'tableEmpty' }],
    ['a quote never closed', 'a,b\n1,2\n3,"x\n4,5\n', { code: 'tableBroken', details: { line: '3' } }],
    ['a header in an open quote', '"a,b\n1,2\n', { code: 'tableBroken' }],
    ['2,000 columns', `${Array.from({ length: 2000 }, (_, index) => `c${index}`).join(',')}\n`, { code: 'tableTooLarge', details: { what: 'columns' } }],
    ['a cell of 5 MB', `a,b\n"${'x'.repeat(5_000_000)}",1\n`, { code: 'tableBroken', details: { line: '2' } }],
  ])('of %s is refused', async (_, content, failure) => {
    await expect(read(content, 64 * 1024)).rejects.toMatchObject(failure)
    if (content.length < 100) await expect(read(content, 1)).rejects.toMatchObject(failure)
  })
  test('with a cell of 1 MB is read', async () => {
    expect((await read(`a,b\n${'x'.repeat(1_000_000)},1\n`, 64 * 1024)).rows).toEqual([[2, matching(/^x{1000000}$/), '1']])
  })
  test('with a megabyte of quotes is read or refused, in no time', async () => {
    const start = performance.now()
    await read(`a,b\n${'"'.repeat(1_000_001)},1\n`, 64 * 1024).catch(() => undefined)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
