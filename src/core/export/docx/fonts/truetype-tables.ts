/** The tables of a TrueType font by their four-letter names. */
export type FontTables = ReadonlyMap<string, Uint8Array>

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Reads the table directory of a TrueType file; the tables are views of its bytes. Throws a RangeError when the file is cut short. */
export function readTables(file: Uint8Array): FontTables {
  const view = viewOf(file)
  const tables = new Map<string, Uint8Array>()
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = 12 + index * 16
    const start = view.getUint32(at + 8)
    tables.set(String.fromCharCode(...file.subarray(at, at + 4)), file.subarray(start, start + view.getUint32(at + 12)))
  }
  return tables
}

/** The sum of a table as 32-bit numbers, as the directory records it. */
function checksum(bytes: Uint8Array): number {
  const view = viewOf(bytes)
  let sum = 0
  let at = 0
  for (; at + 4 <= bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  let rest = 0
  for (let index = at; index < at + 4; index += 1) rest = rest * 256 + (bytes[index] ?? 0)
  return at === bytes.length ? sum : (sum + rest) >>> 0
}

const padded = (length: number): number => Math.ceil(length / 4) * 4

/** Writes a TrueType file from tables, with fresh checksums (OpenType specification, "Organization of an OpenType font"). */
export function writeTables(tables: FontTables): Uint8Array {
  const names = [...tables.keys()].toSorted()
  const headerLength = 12 + names.length * 16
  const file = new Uint8Array(names.reduce((sum, name) => sum + padded(tables.get(name)?.length ?? 0), headerLength))
  const view = viewOf(file)
  const power = 2 ** Math.floor(Math.log2(Math.max(1, names.length)))
  view.setUint32(0, 0x00010000)
  view.setUint16(4, names.length)
  view.setUint16(6, power * 16)
  view.setUint16(8, Math.log2(power))
  view.setUint16(10, (names.length - power) * 16)
  let start = headerLength
  names.forEach((name, index) => {
    const source = tables.get(name) ?? new Uint8Array()
    // The sum over the whole file lies in "head" and is computed with a zero in its place.
    const table = name === 'head' ? withoutAdjustment(source) : source
    const at = 12 + index * 16
    for (let letter = 0; letter < 4; letter += 1) file[at + letter] = name.charCodeAt(letter)
    view.setUint32(at + 4, checksum(table))
    view.setUint32(at + 8, start)
    view.setUint32(at + 12, table.length)
    file.set(table, start)
    start += padded(table.length)
  })
  const head = names.indexOf('head')
  if (head >= 0) view.setUint32(view.getUint32(12 + head * 16 + 8) + 8, (0xb1b0afba - checksum(file)) >>> 0)
  return file
}

function withoutAdjustment(head: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(head)
  copy.fill(0, 8, 12)
  return copy
}
