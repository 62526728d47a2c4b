import { inflateSync } from 'node:zlib'
import { AppError } from '../../shared/errors.ts'
import { type LexerBudget, type PdfDictionary, type PdfLexer, pdfLexer, PdfSyntaxError, type PdfValue } from './pdf-lexer.ts'

/** A stream or a file specification of a PDF: of its dictionary what is needed to get at files, and where its stream lies if it has one. */
export type PdfObject = { readonly dictionary: PdfDictionary; readonly stream: { readonly start: number; readonly end: number } | undefined }

/** What a PDF may hold. Far above any agreement, far below what could exhaust a machine. */
const limits = { objects: 400_000, unpackedObjects: 64 * 1024 * 1024 } as const

/** What a fault takes of the budget, in bytes: honest files have next to none, and each takes its time. */
const costOfFault = 256

/**
 * Finds the objects of a PDF by going through the file from its beginning, the way readers repair files: the later one of a number counts, as in
 * a file something was appended to. Streams are stepped over, and object streams are unpacked. Takes time in proportion to the size of the file
 * whatever is in it; throws `fileTooLarge` when there is more than a document can need.
 */
export function pdfObjects(bytes: Uint8Array): ReadonlyMap<number, PdfObject> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const objects = new Map<number, PdfObject>()
  const budget: LexerBudget = { bytes: 2 * file.length + 1024 * 1024 }
  const room = { bytes: limits.unpackedObjects }
  const endOfStream = endFinder(file)
  let at = 0
  while (true) {
    const found = file.indexOf(' obj', at)
    if (found === -1) return objects
    at = found + 4
    const number = objectNumber(file, found)
    const lexer = pdfLexer(file, at, budget)
    const dictionary = number === undefined ? undefined : dictionaryAt(lexer, budget)
    if (number === undefined || dictionary === undefined) continue
    const stream = streamAfter(file, lexer, dictionary, endOfStream)
    at = stream?.end ?? lexer.at
    add(objects, number, dictionary, stream)
    if (stream !== undefined && isNamed(dictionary.get('Type'), 'ObjStm')) addPacked(objects, file.subarray(stream.start, stream.end), dictionary, budget, room)
  }
}

/** The unpacked bytes of a stream; undefined for a packing that is not read. Throws `fileTooLarge` beyond `limit`, `fileNotReadable` for damage. */
export function streamBytes(bytes: Uint8Array, { dictionary, stream }: PdfObject, limit: number): Uint8Array | undefined {
  if (stream === undefined) return undefined
  const packed = bytes.subarray(stream.start, stream.end)
  const filter = dictionary.get('Filter')
  const filters = filter === undefined ? [] : filter.kind === 'array' ? filter.items : [filter]
  const [first, ...more] = filters
  if (more.length > 0 || dictionary.has('DecodeParms')) return undefined
  if (first === undefined) {
    if (packed.length > limit) throw new AppError('fileTooLarge', { details: { reason: 'attachment' } })
    return packed
  }
  return isNamed(first, 'FlateDecode') ? inflate(packed, limit) : undefined
}

/** Whether a value is this name. */
export function isNamed(value: PdfValue | undefined, name: string): boolean {
  return value?.kind === 'name' && value.name === name
}

function inflate(packed: Uint8Array, limit: number): Uint8Array {
  try {
    return inflateSync(packed, { maxOutputLength: limit })
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new AppError(isTooLarge ? 'fileTooLarge' : 'fileNotReadable', { details: { reason: 'attachment' }, cause: error })
  }
}

const keptNames = ['Type', 'Filter', 'DecodeParms', 'EF', 'F', 'UF']

/** Remembers what may lead to a file; the thousands of other objects of a document would only take memory. */
function add(objects: Map<number, PdfObject>, number: number, dictionary: PdfDictionary, stream: PdfObject['stream']): void {
  if (stream === undefined && !dictionary.has('EF')) objects.delete(number)
  else objects.set(number, { dictionary: new Map([...dictionary].filter(([name]) => keptNames.includes(name))), stream })
  if (objects.size > limits.objects) throw new AppError('fileTooLarge', { details: { reason: 'objects' } })
}

/** The number before " obj": digits, a space, digits. */
function objectNumber(file: Buffer, end: number): number | undefined {
  const match = /(?:^|[^0-9])(\d{1,10})[ \r\n]+\d{1,5}$/.exec(file.toString('latin1', Math.max(0, end - 20), end))
  return match === null ? undefined : Number(match[1])
}

/** The dictionary that begins here. What is no dictionary is stepped over; only a file that wants to be read forever ends reading. */
function dictionaryAt(lexer: PdfLexer, budget: LexerBudget): PdfDictionary | undefined {
  try {
    const value = lexer.value()
    return value.kind === 'dictionary' ? value.entries : undefined
  } catch (error) {
    if (!(error instanceof PdfSyntaxError)) throw error
    budget.bytes -= costOfFault
    if (budget.bytes < 0) throw new AppError('fileTooLarge', { details: { reason: 'syntax' }, cause: error })
    return undefined
  }
}

type FindEnd = (from: number) => number

/** Finds "endstream"; a file without any more is not searched again and again. */
function endFinder(file: Buffer): FindEnd {
  let isExhausted = false
  return (from) => {
    const end = isExhausted ? -1 : file.indexOf('endstream', from)
    if (end === -1) isExhausted = true
    return end
  }
}

/** The stream behind a dictionary. Its length may stand in another object; then it ends where "endstream" says so. */
function streamAfter(file: Buffer, lexer: PdfLexer, dictionary: PdfDictionary, endOfStream: FindEnd): PdfObject['stream'] {
  lexer.skipSpace()
  const keyword = lexer.at
  if (file.toString('latin1', keyword, keyword + 6) !== 'stream') return undefined
  let start = keyword + 6
  if (file[start] === 0x0d) start += 1
  if (file[start] === 0x0a) start += 1
  const length = dictionary.get('Length')
  if (length?.kind === 'number' && Number.isInteger(length.value) && length.value >= 0) {
    const end = start + length.value
    if (/^[\r\n ]*endstream/.test(file.toString('latin1', end, end + 12))) return { start, end }
  }
  const end = endOfStream(start)
  return end === -1 ? undefined : { start, end: Math.max(start, beforeLineEnd(file, end)) }
}

/** The line end before "endstream" is no part of the stream. */
function beforeLineEnd(file: Buffer, end: number): number {
  if (file[end - 1] === 0x0a) return file[end - 2] === 0x0d ? end - 2 : end - 1
  return file[end - 1] === 0x0d ? end - 1 : end
}

/** The objects of an object stream (ISO 32000-1, 7.5.7): pairs of number and place, then the objects. */
function addPacked(objects: Map<number, PdfObject>, packed: Uint8Array, dictionary: PdfDictionary, budget: LexerBudget, room: { bytes: number }): void {
  const [count, first] = [dictionary.get('N'), dictionary.get('First')]
  if (count?.kind !== 'number' || first?.kind !== 'number' || dictionary.has('DecodeParms')) return
  const bytes = isNamed(dictionary.get('Filter'), 'FlateDecode') ? inflateOrNothing(packed, room.bytes) : packed
  room.bytes -= bytes.length
  budget.bytes += 2 * bytes.length
  const head = pdfLexer(bytes, 0, budget)
  try {
    for (let index = 0; index < count.value; index += 1) {
      const [number, place] = [head.value(), head.value()]
      if (number.kind !== 'number' || place.kind !== 'number') return
      const found = dictionaryAt(pdfLexer(bytes, first.value + place.value, budget), budget)
      if (found !== undefined) add(objects, number.value, found, undefined)
    }
  } catch (error) {
    if (!(error instanceof PdfSyntaxError)) throw error
  }
}

/** An object stream that is damaged is left out: what is looked for may stand elsewhere. */
function inflateOrNothing(packed: Uint8Array, limit: number): Uint8Array {
  try {
    return inflate(packed, Math.max(1, limit))
  } catch (error) {
    if (error instanceof AppError && error.code === 'fileNotReadable') return new Uint8Array()
    throw error
  }
}
