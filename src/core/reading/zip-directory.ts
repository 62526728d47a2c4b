import { AppError } from '../../shared/errors.ts'

/** One file inside a zip file, as its directory describes it; nothing is unpacked yet. */
export type ZipEntry = {
  readonly name: string
  readonly isDeflated: boolean
  readonly checksum: number
  /** Unpacked size in bytes, as the directory says; unpacking holds it to that. */
  readonly size: number
  /** The packed bytes. */
  readonly data: Uint8Array
}

/** What a package may hold. Far above any agreement, far below what could exhaust a machine. */
export const packageLimits = {
  fileBytes: 64 * 1024 * 1024,
  entries: 4096,
  entryBytes: 48 * 1024 * 1024,
  totalBytes: 192 * 1024 * 1024,
  /** Unpacked to packed bytes of one entry; the markup of long documents reaches about 60. */
  ratio: 250,
  /** Entries up to this size may be packed as tightly as they like. */
  ratioFromBytes: 256 * 1024,
  nameLength: 512,
} as const

const localHeader = 0x04034b50
const centralHeader = 0x02014b50
const endRecord = 0x06054b50
const endLength = 22
const centralLength = 46
const localLength = 30
/** Bits of the general purpose flag: encrypted, strongly encrypted, encrypted directory. */
const encrypted = 0x2041
const stored = 0
const deflated = 8

const damaged = (reason: string): AppError => new AppError('fileNotReadable', { details: { reason } })
const tooLarge = (reason: string): AppError => new AppError('fileTooLarge', { details: { reason } })

/** The end record, searched from the end since a comment of up to 64 kB may follow it. */
function findEnd(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - endLength - 0xffff)
  for (let at = view.byteLength - endLength; at >= earliest; at -= 1) {
    if (view.getUint32(at, true) === endRecord && at + endLength + view.getUint16(at + 20, true) === view.byteLength) return at
  }
  throw damaged('noDirectory')
}

const control = /[\u0000-\u001f\u007f]/

/** Names are keys here and never become paths, but one that tries to leave its folder shows that no honest program wrote the file. */
function isHonestName(name: string): boolean {
  return name !== '' && name.length <= packageLimits.nameLength && !control.test(name) && !/^[/\\]|^[a-z]:|\\/i.test(name) && !name.split('/').includes('..')
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, directory: number): ZipEntry {
  if (view.getUint16(at + 8, true) & encrypted) throw damaged('encrypted')
  const method = view.getUint16(at + 10, true)
  const packedSize = view.getUint32(at + 20, true)
  const size = view.getUint32(at + 24, true)
  const nameLength = view.getUint16(at + 28, true)
  const local = view.getUint32(at + 42, true)
  if (at + centralLength + nameLength > bytes.length) throw damaged('directory')
  const name = new TextDecoder().decode(bytes.subarray(at + centralLength, at + centralLength + nameLength))
  if (!isHonestName(name)) throw damaged('entryName')
  if (method !== stored && method !== deflated) throw damaged('method')
  if (size > packageLimits.entryBytes) throw tooLarge('entry')
  if (size > packageLimits.ratioFromBytes && size > packedSize * packageLimits.ratio) throw tooLarge('ratio')
  if (method === stored && size !== packedSize) throw damaged('size')
  if (local + localLength > directory || view.getUint32(local, true) !== localHeader) throw damaged('entry')
  const start = local + localLength + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + packedSize > directory) throw damaged('entry')
  return { name, isDeflated: method === deflated, checksum: view.getUint32(at + 16, true), size, data: bytes.subarray(start, start + packedSize) }
}

/** Entries that share packed bytes are how a small file unpacks to terabytes. */
function refuseOverlaps(entries: readonly ZipEntry[]): void {
  const ranges = entries.filter(({ data }) => data.length > 0).toSorted((one, other) => one.data.byteOffset - other.data.byteOffset)
  ranges.forEach(({ data }, index) => {
    const next = ranges[index + 1]?.data
    if (next !== undefined && next.byteOffset < data.byteOffset + data.length) throw damaged('overlap')
  })
}

/**
 * Reads the directory of a zip file, keyed by name. Unpacks nothing. Throws `fileNotReadable` for what is damaged, encrypted or no zip file,
 * `fileTooLarge` for what could exhaust memory. Zip64 is not read: a document that needs it is too large anyway.
 */
export function readZipDirectory(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  if (bytes.length > packageLimits.fileBytes) throw tooLarge('file')
  if (bytes.length < endLength) throw damaged('tooShort')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  const directory = view.getUint32(end + 16, true)
  if (count > packageLimits.entries) throw tooLarge('entries')
  const entries = new Map<string, ZipEntry>()
  const known = new Set<string>()
  let total = 0
  let at = directory
  for (let index = 0; index < count; index += 1) {
    if (at + centralLength > end || view.getUint32(at, true) !== centralHeader) throw damaged('directory')
    const entry = readEntry(bytes, view, at, directory)
    // Part names are the same whatever their case; two of a name let two readers see two documents.
    const key = entry.name.toLowerCase()
    if (known.has(key)) throw damaged('twice')
    known.add(key)
    entries.set(entry.name, entry)
    total += entry.size
    if (total > packageLimits.totalBytes) throw tooLarge('total')
    at += centralLength + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  refuseOverlaps([...entries.values()])
  return entries
}
