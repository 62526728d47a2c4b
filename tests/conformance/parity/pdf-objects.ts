/** A value of a PDF file; streams are left out. */
export type PdfValue = string | number | boolean | null | PdfName | PdfReference | readonly PdfValue[] | PdfDictionary
export type PdfDictionary = ReadonlyMap<string, PdfValue>
export type PdfName = { readonly name: string }
export type PdfReference = { readonly object: number }

export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary => value instanceof Map
export const isReference = (value: PdfValue | undefined): value is PdfReference => typeof value === 'object' && value !== null && 'object' in value
export const nameOf = (value: PdfValue | undefined): string => (typeof value === 'object' && value !== null && 'name' in value ? value.name : '')

/** The objects of a PDF with a plain table of references: what pdf.js does not give is the structure tree of the whole file. */
export function pdfObjects(bytes: Uint8Array): { readonly trailer: PdfDictionary; readonly resolve: (value: PdfValue | undefined) => PdfValue | undefined } {
  const source = Buffer.from(bytes).toString('latin1')
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(source)?.[1])
  const offsets = new Map<number, number>()
  const pattern = /\s*(\d+) (\d+)\s*\n|\s*(\d{10}) \d{5} ([nf])|\s*trailer/y
  pattern.lastIndex = source.indexOf('xref', table) + 4
  let next = 0
  for (let match = pattern.exec(source); match !== null && !match[0].endsWith('trailer'); match = pattern.exec(source)) {
    if (match[1] !== undefined) next = Number(match[1])
    else offsets.set(next++, match[4] === 'n' ? Number(match[3]) : -1)
  }
  const known = new Map<number, PdfValue | undefined>()
  const objectAt = (object: number): PdfValue | undefined => {
    const offset = offsets.get(object)
    if (offset === undefined || offset < 0) return undefined
    if (!known.has(object)) known.set(object, valueReader(source, source.indexOf('obj', offset) + 3)())
    return known.get(object)
  }
  const trailer = valueReader(source, source.indexOf('trailer', table) + 7)()
  if (!isDictionary(trailer)) throw new Error('The PDF has no plain table of references.')
  return { trailer, resolve: (value) => (isReference(value) ? objectAt(value.object) : value) }
}

const closing = Symbol('closing')
const token =
  /[\s\u0000]*(?:%[^\r\n]*[\r\n]\s*)*(?:(<<)|(>>|\])|(\[)|\/([^\s()<>[\]{}/%]*)|(\d+) \d+ R|([+-]?[\d.]+)|(true|false|null)|<([0-9a-fA-F\s]*)>|(\())/y

function valueReader(source: string, from: number): () => PdfValue {
  let at = from
  const read = (): PdfValue | typeof closing => {
    token.lastIndex = at
    const match = token.exec(source)
    if (match === null) throw new Error(`The PDF cannot be read at ${at}: ${source.slice(at, at + 20)}`)
    at = token.lastIndex
    const [, dictionary, close, array, name, reference, number, word, hex, literal] = match
    if (close !== undefined) return closing
    if (dictionary !== undefined) {
      const values = list()
      return new Map(values.flatMap((value, index) => (index % 2 === 0 ? [[nameOf(value), values[index + 1] ?? null] as const] : [])))
    }
    if (array !== undefined) return list()
    if (name !== undefined) return { name: name.replaceAll(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) }
    if (reference !== undefined) return { object: Number(reference) }
    if (number !== undefined) return Number(number)
    if (hex !== undefined) return Buffer.from(hex.replaceAll(/\s/g, ''), 'hex').toString('latin1')
    if (literal !== undefined) return literalText()
    return word === 'null' ? null : word === 'true'
  }
  const list = (): readonly PdfValue[] => {
    const values: PdfValue[] = []
    for (let value = read(); value !== closing; value = read()) values.push(value)
    return values
  }
  const literalText = (): string => {
    let depth = 1
    let text = ''
    for (; depth > 0 && at < source.length; at += 1) {
      const sign = source.charAt(at)
      if (sign === '\\') text += source.charAt((at += 1))
      else {
        depth += sign === '(' ? 1 : sign === ')' ? -1 : 0
        if (depth > 0) text += sign
      }
    }
    return text
  }
  return () => {
    const value = read()
    if (value === closing) throw new Error(`The PDF closes what was not opened at ${at}.`)
    return value
  }
}

/** A text string: UTF-16 behind a byte order mark, otherwise one byte a sign. */
export function pdfString(value: PdfValue | undefined): string {
  if (typeof value !== 'string') return ''
  return value.startsWith('\u00fe\u00ff') ? Buffer.from(value.slice(2), 'latin1').swap16().toString('utf16le') : value
}
