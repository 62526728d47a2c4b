import { createHash } from 'node:crypto'

/**
 * The seal of a PDF is a comment between its trailer and "startxref", where nothing in the file points behind it, so no place in the
 * cross-reference table moves. It holds the SHA-256 of the file, with zeros where the digest stands, and the length of the file: a reader finds
 * the exported file again inside one that something was appended to. It is a checksum and no signature: whoever forges can write a new one.
 */
const marker = '%MusubiSeal 1 sha256='
const noDigest = '0'.repeat(64)
const lengthDigits = 10
const sealLength = marker.length + 64 + ' length='.length + lengthDigits + 1

/** What the seal of a PDF says: nothing changed, something was appended to the file as it was, or the file was written anew. */
export type PdfSeal = {
  readonly state: 'untouched' | 'appended' | 'rewritten'
  /** The exported file, as far as it is still there. */ readonly original: Uint8Array
}

/** Seals a PDF: 104 bytes longer, every place in it where it was. Throws when there is no "startxref", as every PDF has. */
export function sealPdf(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const place = file.lastIndexOf('startxref')
  if (place === -1) throw new Error('A PDF without startxref cannot be sealed')
  const length = String(file.length + sealLength).padStart(lengthDigits, '0')
  const open = Buffer.concat([file.subarray(0, place), Buffer.from(`${marker}${noDigest} length=${length}\n`, 'latin1'), file.subarray(place)])
  const digestAt = place + marker.length
  open.write(createHash('sha256').update(open).digest('hex'), digestAt, 'latin1')
  return new Uint8Array(open.buffer, open.byteOffset, open.byteLength)
}

/** Reads the seal of a PDF. A file without one was written anew: every export has it. */
export function readPdfSeal(bytes: Uint8Array): PdfSeal {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = file.indexOf(marker)
  const digestAt = at + marker.length
  const match = at === -1 ? null : /^([0-9a-f]{64}) length=(\d{10})\n$/.exec(file.toString('latin1', digestAt, at + sealLength))
  const length = Number(match?.[2])
  if (match === null || length > file.length || length < at + sealLength) return { state: 'rewritten', original: bytes }
  const digest = createHash('sha256')
    .update(file.subarray(0, digestAt))
    .update(noDigest)
    .update(file.subarray(digestAt + 64, length))
    .digest('hex')
  if (digest !== match[1]) return { state: 'rewritten', original: bytes }
  return { state: length === file.length ? 'untouched' : 'appended', original: bytes.subarray(0, length) }
}
