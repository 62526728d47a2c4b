/** A text in a PDF object: bytes are written as a hexadecimal string, in UTF-16 as soon as a character is not ASCII. */
export function pdfText(text: string): Uint8Array {
  if (/^[\x00-\x7f]*$/.test(text)) return new TextEncoder().encode(text)
  const bytes = new Uint8Array(2 + text.length * 2)
  bytes[0] = 0xfe
  bytes[1] = 0xff
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    bytes[2 + index * 2] = unit >> 8
    bytes[3 + index * 2] = unit & 0xff
  }
  return bytes
}

/** A number as short as its precision of a thousandth of a point allows. */
export function pdfNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}

/** Bytes as hexadecimal digits. */
export function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}

/** A name as pdfkit takes it, without its slash: what is no letter, figure, hyphen or point is written as a number. */
export function pdfName(name: string): string {
  return Array.from(new TextEncoder().encode(name), (byte) => {
    const character = String.fromCharCode(byte)
    return /[A-Za-z0-9.+_-]/.test(character) ? character : `#${hex(byte, 2)}`
  }).join('')
}
