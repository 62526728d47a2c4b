/** A tag or the text up to the next one. Linear for any input: no part of it can match what another could. */
const pieces = /<(\/?)([\w:.-]+)([^<>]*)>|[^<]+/g
/** Elements whose content is no word of the document: what was deleted or moved away, and copies for older programs. */
const leftOut = new Set(['w:del', 'w:moveFrom', 'mc:Fallback'])
const separators = new Set(['w:p', 'w:tab', 'w:br', 'w:cr', 'w:tc'])
/** Fields whose result follows from the rest of the document: Word and LibreOffice renew them on their own. */
const derivedFields = /^\s*(?:TOC|PAGEREF|PAGE|NUMPAGES|REF)\b/
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

type Field = { instruction: string; isResult: boolean }

/**
 * The words of the body of a Word file as somebody reads them who accepts all changes: in their order, with single spaces, without numbers Word
 * makes by itself, contents and references. Where lines, paragraphs and runs end does not matter, so saving in another program changes nothing.
 */
export function docxWords(xml: string): string {
  const words: string[] = []
  const fields: Field[] = []
  let skipped = 0
  let simple = 0
  let place: 'text' | 'instruction' | 'outside' = 'outside'
  const isShown = (): boolean => skipped === 0 && simple === 0 && fields.every(({ instruction, isResult }) => isResult && !derivedFields.test(instruction))

  for (const [piece, slash, name, attributes = ''] of xml.matchAll(pieces)) {
    if (name === undefined) {
      const field = fields.at(-1)
      if (place === 'instruction' && field !== undefined && field.instruction.length < 200) field.instruction += piece
      else if (place === 'text' && isShown()) words.push(decoded(piece))
      continue
    }
    const isEmpty = attributes.endsWith('/')
    const isEnd = slash === '/'
    if (name === 'w:t') place = isEnd || isEmpty ? 'outside' : 'text'
    else if (name === 'w:instrText') place = isEnd || isEmpty ? 'outside' : 'instruction'
    else if (leftOut.has(name) && !isEmpty) skipped = Math.max(0, skipped + (isEnd ? -1 : 1))
    else if (name === 'w:fldChar') turnField(fields, attributes)
    else if (name === 'w:fldSimple' && !isEmpty)
      simple = isEnd ? Math.max(0, simple - 1) : simple + (simple > 0 || derivedFields.test(instructionOf(attributes)) ? 1 : 0)
    else if (separators.has(name)) words.push(' ')
    else if (name === 'w:noBreakHyphen' && isShown()) words.push('-')
  }
  return words.join('').replaceAll('\u00ad', '').replaceAll('\u2011', '-').replaceAll(/\s+/g, ' ').trim()
}

function turnField(fields: Field[], attributes: string): void {
  if (attributes.includes('"begin"')) fields.push({ instruction: '', isResult: false })
  else if (attributes.includes('"end"')) fields.pop()
  else {
    const field = fields.at(-1)
    if (field !== undefined) field.isResult = true
  }
}

const instructionOf = (attributes: string): string => /\bw:instr="([^"]*)"/.exec(attributes)?.[1] ?? ''

function decoded(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hexadecimal?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? whole
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
