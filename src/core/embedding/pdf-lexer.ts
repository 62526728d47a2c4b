/** A dictionary of a PDF; names without the slash. */
export type PdfDictionary = ReadonlyMap<string, PdfValue>
/** What stands in a PDF object. Strings keep their bytes; anything else that is not looked at is `other`. */
export type PdfValue =
  | { readonly kind: 'dictionary'; readonly entries: PdfDictionary }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'string'; readonly bytes: readonly number[] }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'reference'; readonly number: number }
  | { readonly kind: 'other' }

/** What is at a place is no PDF value, or more than may be looked at. */
export class PdfSyntaxError extends Error {}

/** How much may still be looked at, in bytes. It is shared by everything read from one file, so that no file can make reading slow. */
export type LexerBudget = { bytes: number }

const maximumDepth = 64
/** Of one object. */
const maximumValues = 500_000
/** What is kept of a string; names of files are shorter. */
const maximumString = 4096
const other = { kind: 'other' } as const satisfies PdfValue

const isSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x0c || byte === 0
const delimiters = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)))
const isRegular = (byte: number | undefined): boolean => byte !== undefined && !isSpace(byte) && !delimiters.has(byte)
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39

/** Reads PDF values one after the other. */
export type PdfLexer = {
  /** Where the next value begins, at the earliest. */
  at: number
  /** The value that comes next; throws a `PdfSyntaxError` when there is none. */
  readonly value: () => PdfValue
  /** Goes to the next byte that is neither white space nor comment. */
  readonly skipSpace: () => void
}

/** Makes a lexer (ISO 32000-1, 7.2 and 7.3) that starts at a place. */
export function pdfLexer(bytes: Uint8Array, start: number, budget: LexerBudget): PdfLexer {
  let at = start
  let values = 0

  const spend = (count: number): void => {
    budget.bytes -= count
    if (budget.bytes < 0) throw new PdfSyntaxError('too much to look at')
  }

  /** A string without an end was looked at to the end of the file, which counts as well. */
  const endless = (from: number): PdfSyntaxError => {
    spend(bytes.length - from)
    return new PdfSyntaxError('a string has no end')
  }

  const skipSpace = (): void => {
    const from = at
    for (;;) {
      while (isSpace(bytes[at])) at += 1
      if (bytes[at] !== 0x25) break
      while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at += 1
    }
    spend(at - from)
  }

  const token = (): string => {
    const from = at
    while (isRegular(bytes[at]) && at - from < 256) at += 1
    spend(at - from + 1)
    return String.fromCharCode(...bytes.subarray(from, at))
  }

  const name = (): PdfValue => {
    at += 1
    return { kind: 'name', name: token().replaceAll(/#([0-9a-f]{2})/gi, (_match, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))) }
  }

  const literal = (): PdfValue => {
    const from = at
    const found: number[] = []
    let depth = 1
    at += 1
    while (depth > 0) {
      const byte = bytes[at]
      if (byte === undefined) throw endless(from)
      at += 1
      if (byte === 0x5c) {
        const replaced = escaped()
        if (found.length < maximumString) found.push(...replaced)
      } else {
        if (byte === 0x28) depth += 1
        if (byte === 0x29) depth -= 1
        if (depth > 0 && found.length < maximumString) found.push(byte)
      }
    }
    spend(at - from)
    return { kind: 'string', bytes: found }
  }

  /** What stands for an escape; the backslash is read already. */
  const escaped = (): readonly number[] => {
    const byte = bytes[at] ?? 0
    at += 1
    const plain = { n: 0x0a, r: 0x0d, t: 0x09, b: 0x08, f: 0x0c }[String.fromCharCode(byte)]
    if (plain !== undefined) return [plain]
    if (byte === 0x0a) return []
    if (byte === 0x0d) {
      if (bytes[at] === 0x0a) at += 1
      return []
    }
    if (byte < 0x30 || byte > 0x37) return [byte]
    let code = byte - 0x30
    for (let count = 0; count < 2 && (bytes[at] ?? 0) >= 0x30 && (bytes[at] ?? 0) <= 0x37; count += 1, at += 1) code = code * 8 + (bytes[at] ?? 0) - 0x30
    return [code & 0xff]
  }

  const hexadecimal = (): PdfValue => {
    const end = bytes.indexOf(0x3e, at)
    if (end === -1) throw endless(at)
    spend(end - at)
    const kept = bytes.subarray(at + 1, Math.min(end, at + 1 + 2 * maximumString))
    const digits = [...kept].map((byte) => String.fromCharCode(byte)).filter((character) => /[0-9a-f]/i.test(character))
    at = end + 1
    const found = Array.from({ length: Math.ceil(digits.length / 2) }, (_, index) => Number.parseInt(`${digits[index * 2]}${digits[index * 2 + 1] ?? '0'}`, 16))
    return { kind: 'string', bytes: found }
  }

  const numberOrReference = (): PdfValue => {
    const value = Number(token())
    if (Number.isNaN(value)) throw new PdfSyntaxError('no number')
    const before = at
    if (Number.isInteger(value) && value >= 0) {
      skipSpace()
      if (isDigit(bytes[at])) {
        token()
        skipSpace()
        if (bytes[at] === 0x52 && !isRegular(bytes[at + 1])) {
          at += 1
          return { kind: 'reference', number: value }
        }
      }
    }
    at = before
    return { kind: 'number', value }
  }

  const dictionary = (depth: number): PdfValue => {
    at += 2
    const entries = new Map<string, PdfValue>()
    for (;;) {
      skipSpace()
      if (bytes[at] === 0x3e && bytes[at + 1] === 0x3e) {
        at += 2
        return { kind: 'dictionary', entries }
      }
      if (bytes[at] !== 0x2f) throw new PdfSyntaxError('a dictionary has no end')
      const key = name()
      if (key.kind === 'name') entries.set(key.name, valueAt(depth))
    }
  }

  const array = (depth: number): PdfValue => {
    at += 1
    const items: PdfValue[] = []
    for (;;) {
      skipSpace()
      if (bytes[at] === 0x5d) {
        at += 1
        return { kind: 'array', items }
      }
      items.push(valueAt(depth))
    }
  }

  const valueAt = (depth: number): PdfValue => {
    values += 1
    if (depth > maximumDepth || values > maximumValues) throw new PdfSyntaxError('nested too deeply or too long')
    skipSpace()
    const byte = bytes[at]
    if (byte === undefined) throw new PdfSyntaxError('the end of the file')
    if (byte === 0x3c) return bytes[at + 1] === 0x3c ? dictionary(depth + 1) : hexadecimal()
    if (byte === 0x5b) return array(depth + 1)
    if (byte === 0x2f) return name()
    if (byte === 0x28) return literal()
    if (isDigit(byte) || byte === 0x2b || byte === 0x2d || byte === 0x2e) return numberOrReference()
    if (!/^(?:true|false|null)$/.test(token())) throw new PdfSyntaxError('an unknown word')
    return other
  }

  return {
    get at() {
      return at
    },
    set at(place) {
      at = place
    },
    value: () => valueAt(0),
    skipSpace,
  }
}

/** The text of a string of a PDF: UTF-16 with its mark, else UTF-8 with its mark, else one byte a character. */
export function pdfStringText(value: PdfValue | undefined): string | undefined {
  if (value?.kind !== 'string') return undefined
  const bytes = Uint8Array.from(value.bytes)
  const [first, second, third] = bytes
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder().decode(bytes)
  return new TextDecoder('latin1').decode(bytes)
}
