import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { openPackage } from './open-package.ts'
import { wordBody, wordFile, wordParagraph } from './testing/word-file.ts'
import { packageLimits } from './zip-directory.ts'

const small = (): Uint8Array => zipSync({ 'a.xml': strToU8('<a>Öffnen</a>'), 'b/c.bin': new Uint8Array([1, 2, 3]) })

/** The code an action is refused with, "nothing" when it is not. Any other error fails the test. */
function refusal(run: () => unknown): string {
  try {
    run()
    return 'nothing'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

/** Writes over bytes at the first place of the central header of the given entry. */
function doctor(zip: Uint8Array, change: (view: DataView, central: number, end: number) => void): Uint8Array {
  const copy = new Uint8Array(zip)
  const view = new DataView(copy.buffer)
  const end = copy.length - 22
  change(view, view.getUint32(end + 16, true), end)
  return copy
}

test('gives names, text and bytes of parts, unpacked as they are asked for', () => {
  const opened = openPackage(small())
  expect(opened.names).toEqual(['a.xml', 'b/c.bin'])
  expect(opened.readText('a.xml')).toBe('<a>Öffnen</a>')
  expect(opened.read('b/c.bin')).toEqual(new Uint8Array([1, 2, 3]))
  expect(opened.read('missing')).toBeUndefined()
})

test('reads UTF-16 with a byte order mark and refuses bytes that are no text', () => {
  const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(new Uint16Array([...'<ä/>'].map((letter) => letter.charCodeAt(0))).buffer)])
  const opened = openPackage(zipSync({ 'wide.xml': utf16, 'no.xml': new Uint8Array([0x3c, 0xff, 0x3e]) }))
  expect(opened.readText('wide.xml')).toBe('<ä/>')
  expect(refusal(() => opened.readText('no.xml'))).toBe('fileNotReadable')
})

test('a comment behind the directory does no harm', () => {
  const zip = small()
  const longer = new Uint8Array(zip.length + 5)
  longer.set(zip)
  new DataView(longer.buffer).setUint16(zip.length - 2, 5, true)
  expect(openPackage(longer).names).toHaveLength(2)
})

test('a file cut off anywhere is refused as not readable', () => {
  const whole = wordFile(wordBody(wordParagraph('Text').repeat(50)))
  for (let length = 0; length < whole.length; length += 1) {
    expect(refusal(() => openPackage(whole.subarray(0, length)))).toBe('fileNotReadable')
  }
})

test('any bytes, and any damage to good ones, lead to an answer or a refusal, never to another error', () => {
  const whole = small()
  const readAll = (bytes: Uint8Array): string =>
    refusal(() => {
      const opened = openPackage(bytes)
      for (const name of opened.names) opened.read(name)
    })
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(readAll(bytes)).not.toBe('nothing')
    }),
  )
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), (at, value) => {
      const copy = new Uint8Array(whole)
      copy[at] = value
      expect(['nothing', 'fileNotReadable', 'fileTooLarge']).toContain(readAll(copy))
    }),
    { numRuns: 1000 },
  )
})

test('changed bytes of a part are noticed', () => {
  const zip = zipSync({ 'stored.bin': new Uint8Array(100).fill(7) }, { level: 0 })
  zip[45] = 8
  expect(refusal(() => openPackage(zip).read('stored.bin'))).toBe('fileNotReadable')
})

test('refuses what unpacks beyond measure: by ratio, by part, by sum, by count', () => {
  const bomb = zipSync({ 'bomb.xml': new Uint8Array(20 * 1024 * 1024) }, { level: 9 })
  expect(bomb.length).toBeLessThan(50_000)
  expect(refusal(() => openPackage(bomb))).toBe('fileTooLarge')
  const claims = (size: number) => doctor(small(), (view, central) => view.setUint32(central + 24, size, true))
  expect(refusal(() => openPackage(claims(packageLimits.entryBytes + 1)))).toBe('fileTooLarge')
  const many = zipSync(Object.fromEntries(Array.from({ length: packageLimits.entries + 1 }, (_, index) => [`${index}`, new Uint8Array()])), { level: 0 })
  expect(refusal(() => openPackage(many))).toBe('fileTooLarge')
})

test('a part that is longer than its directory says is refused, however little the directory claims', () => {
  const long = deflateRawSync(new Uint8Array(200_000))
  const zip = zipSync({ 'a.xml': new Uint8Array(200_000) })
  expect(long.length).toBeLessThan(2000)
  const lying = doctor(zip, (view, central) => view.setUint32(central + 24, 1000, true))
  expect(refusal(() => openPackage(lying).read('a.xml'))).toBe('fileNotReadable')
})

test('refuses parts that share their packed bytes', () => {
  const zip = zipSync({ a: strToU8('one and the same'), b: strToU8('one and the same') })
  const sharing = doctor(zip, (view, central) => {
    const second = central + 46 + view.getUint16(central + 28, true)
    view.setUint32(second + 42, view.getUint32(central + 42, true), true)
  })
  expect(refusal(() => openPackage(sharing))).toBe('fileNotReadable')
})

test.each(['../up.xml', '/root.xml', 'a\\b.xml', 'C:x', 'a/../../b', 'nul\u0000.xml'])('refuses the name %j', (name) => {
  expect(refusal(() => openPackage(zipSync({ [name]: new Uint8Array(3) })))).toBe('fileNotReadable')
})

test('refuses two parts of one name, whatever their case', () => {
  expect(refusal(() => openPackage(zipSync({ 'word/a.xml': new Uint8Array(1), 'WORD/A.xml': new Uint8Array(2) })))).toBe('fileNotReadable')
})

test('refuses encrypted parts and other ways of packing', () => {
  expect(refusal(() => openPackage(doctor(small(), (view, central) => view.setUint16(central + 8, 1, true))))).toBe('fileNotReadable')
  expect(refusal(() => openPackage(doctor(small(), (view, central) => view.setUint16(central + 10, 12, true))))).toBe('fileNotReadable')
})

test('an old or encrypted Word file is refused', () => {
  const old = new Uint8Array(4096)
  old.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  expect(refusal(() => openPackage(old))).toBe('fileNotReadable')
})
