import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

const localHeader = 0x04034b50
const centralHeader = 0x02014b50
const endRecord = 0x06054b50
const deflated = 8
/** Longer parts are the text itself, which is another in every file. */
const longestKept = 100_000

/** 1 January 1980, 00:00, the first moment a zip file can hold: date in the upper half, time in the lower. */
const fixedTime = ((1 << 5) | 1) << 16
/** General purpose flag: names are UTF-8. */
const utf8Names = 0x0800

/** A part as it lies in a zip file: packed, with the checksum and size of what was packed. */
export type Entry = { readonly name: string; readonly checksum: number; readonly method: number; readonly size: number; readonly data: Uint8Array }

/** The parts of a zip file of our own, as they are packed. Not for files from elsewhere: it trusts what the directory says. */
export function readEntries(zip: Uint8Array): readonly Entry[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  // The end record is the last 22 bytes: docx writes no comment behind it.
  const end = zip.length - 22
  if (end < 0 || view.getUint32(end, true) !== endRecord) throw new Error('The packed file does not end like a zip file.')
  const decoder = new TextDecoder()
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
    const local = view.getUint32(at + 42, true)
    if (view.getUint32(at, true) !== centralHeader || view.getUint32(local, true) !== localHeader)
      throw new Error('The directory of the packed file is damaged.')
    const nameLength = view.getUint16(at + 28, true)
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const packedSize = view.getUint32(at + 20, true)
    entries.push({
      name: decoder.decode(zip.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      size: view.getUint32(at + 24, true),
      data: zip.subarray(start, start + packedSize),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

// Styles, settings and what surrounds the text are mostly those of the file before.
const packedBefore = new Map<string, { readonly part: string; readonly entry: Entry }>()

/** Packs a part; the same content gives the same bytes. */
export function packEntry(name: string, part: string | Uint8Array): Entry {
  if (typeof part !== 'string') return pack(name, part, 6)
  const known = packedBefore.get(name)
  if (known?.part === part) return known.entry
  // Packs text in half the time of the usual level and makes the file one hundredth larger.
  const entry = pack(name, new TextEncoder().encode(part), 3)
  if (part.length <= longestKept) packedBefore.set(name, { part, entry })
  return entry
}

function pack(name: string, content: Uint8Array, level: number): Entry {
  return { name, method: deflated, checksum: crc32(content), size: content.length, data: deflateRawSync(content, { level }) }
}

/** What both headers of an entry have in common, 26 bytes from the version on. */
function writeCommon(view: DataView, at: number, entry: Entry, nameLength: number): void {
  view.setUint16(at, 20, true)
  view.setUint16(at + 2, utf8Names, true)
  view.setUint16(at + 4, entry.method, true)
  view.setUint32(at + 6, fixedTime, true)
  view.setUint32(at + 10, entry.checksum, true)
  view.setUint32(at + 14, entry.data.length, true)
  view.setUint32(at + 18, entry.size, true)
  view.setUint16(at + 22, nameLength, true)
}

/** A zip file of packed parts, in their order, with every time in it fixed. */
export function writeZip(entries: readonly Entry[]): Uint8Array {
  const encoder = new TextEncoder()
  const names = entries.map((entry) => encoder.encode(entry.name))
  const total = entries.reduce((sum, entry, index) => sum + 76 + 2 * (names[index]?.length ?? 0) + entry.data.length, 22)
  const zip = new Uint8Array(total)
  const view = new DataView(zip.buffer)
  const starts: number[] = []
  let at = 0
  entries.forEach((entry, index) => {
    const name = names[index] ?? new Uint8Array()
    starts.push(at)
    view.setUint32(at, localHeader, true)
    writeCommon(view, at + 4, entry, name.length)
    zip.set(name, at + 30)
    zip.set(entry.data, at + 30 + name.length)
    at += 30 + name.length + entry.data.length
  })
  const directory = at
  entries.forEach((entry, index) => {
    const name = names[index] ?? new Uint8Array()
    view.setUint32(at, centralHeader, true)
    view.setUint16(at + 4, 20, true)
    writeCommon(view, at + 6, entry, name.length)
    view.setUint32(at + 42, starts[index] ?? 0, true)
    zip.set(name, at + 46)
    at += 46 + name.length
  })
  view.setUint32(at, endRecord, true)
  view.setUint16(at + 8, entries.length, true)
  view.setUint16(at + 10, entries.length, true)
  view.setUint32(at + 12, at - directory, true)
  view.setUint32(at + 16, directory, true)
  return zip
}

/** The text of a packed part. */
export const textOf = (entry: Entry): string => new TextDecoder().decode(entry.method === deflated ? inflateRawSync(entry.data) : entry.data)

/** A part of its own, or the part as it is packed with something changed. */
export type PartChange = string | ((text: string) => string)

/**
 * A package with some of its parts replaced, others added and every time in it fixed, so that the same input gives the same bytes. The other parts are
 * copied as they are packed. Zip files of 4 GB or more are not written.
 */
export function repack(zip: Uint8Array, parts: ReadonlyMap<string, PartChange>, additions: readonly Entry[] = []): Uint8Array {
  const entries = readEntries(zip).map((entry) => {
    const change = parts.get(entry.name)
    if (change === undefined) return entry
    return packEntry(entry.name, typeof change === 'string' ? change : change(textOf(entry)))
  })
  return writeZip([...entries, ...additions])
}
