const ordinary = /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u024f\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac]*$/
const lineEnds = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g
const spaces = /[\t\u1680\u2000-\u200a\u205f]/g
// Control characters, direction marks and invisible joiners have no shape on paper; soft hyphens are set by the writer itself.
// oxlint-disable-next-line no-misleading-character-class -- ranges of single code points, among them the variation selectors
const invisible = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200d-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\ufffb\ufffe\uffff]/g

/** Makes any text printable: well-formed Unicode in composed form, without control characters, with `\n` as the only line end. */
export function cleanText(text: string): string {
  if (ordinary.test(text)) return text
  return text.toWellFormed().normalize('NFC').replace(lineEnds, '\n').replace(spaces, ' ').replace(invisible, '')
}

/** The same for a single line, such as a title in the document properties. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}
