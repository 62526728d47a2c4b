import { isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'
import { AppError } from '../../shared/errors.ts'

/**
 * Decodes the bytes of a text file as they come: UTF-8 with or without a byte order mark, UTF-16 with one. Throws `tableEncoding` with the line
 * of the first byte that is no text, and `tableIsWorkbook` for an Excel or LibreOffice file.
 */
export async function* decodeText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder: { current?: TextDecoder } = {}
  let line = 1
  let before: Uint8Array = new Uint8Array()
  for await (const chunk of chunks) {
    // The byte order mark may be cut in two by a chunk only when the chunk is absurdly short.
    const bytes = decoder.current === undefined ? Buffer.concat([before, chunk]) : chunk
    if (decoder.current === undefined && bytes.byteLength < 4) {
      before = bytes
      continue
    }
    decoder.current ??= decoderFor(bytes)
    const text = decodeChunk(decoder.current, bytes, () => line + badLine(before, bytes))
    before = bytes.subarray(-3)
    refuseBinary(text, line)
    line += newlines(text)
    if (text !== '') yield text
  }
  const last = decoder.current ?? decoderFor(before)
  const rest = decoder.current === undefined ? before : new Uint8Array()
  const text = decodeChunk(last, rest, () => line, false)
  refuseBinary(text, line)
  if (text !== '') yield text
}

function decoderFor(bytes: Uint8Array): TextDecoder {
  const [first, second, third] = bytes
  // "PK" begins every packed file: .xlsx and .ods.
  if (first === 0x50 && second === 0x4b && (third === 3 || third === 5)) throw new AppError('tableIsWorkbook')
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le', { fatal: true })
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be', { fatal: true })
  return new TextDecoder('utf-8', { fatal: true })
}

function decodeChunk(decoder: TextDecoder, bytes: Uint8Array, line: () => number, stream = true): string {
  try {
    return decoder.decode(bytes, { stream })
  } catch (error) {
    throw new AppError('tableEncoding', { details: { line: String(line()) }, cause: error })
  }
}

/** Text has no NUL; UTF-16 without a byte order mark and old Excel files are full of them. */
function refuseBinary(text: string, line: number): void {
  const place = text.indexOf('\0')
  if (place >= 0) throw new AppError('tableEncoding', { details: { line: String(line + newlines(text.slice(0, place))) } })
}

/** How many lines below the beginning of the chunk the first wrong byte lies. The last bytes before may hold the beginning of a character. */
function badLine(before: Uint8Array, chunk: Uint8Array): number {
  const newline = 0x0a
  const start = [...before].findLastIndex((byte) => byte >= 0xc0 || byte < 0x80)
  const carried = start < 0 ? new Uint8Array() : before.subarray(start)
  const bytes = Buffer.concat([carried, chunk])
  let [from, lines] = [0, 0]
  for (;;) {
    const end = bytes.indexOf(newline, from)
    const isLast = end < 0
    if (!isUtf8(bytes.subarray(from, isLast ? undefined : end)) || isLast) return Math.max(0, lines - carried.filter((byte) => byte === newline).length)
    from = end + 1
    lines += 1
  }
}

function newlines(text: string): number {
  let count = 0
  for (let place = text.indexOf('\n'); place >= 0; place = text.indexOf('\n', place + 1)) count += 1
  return count
}
