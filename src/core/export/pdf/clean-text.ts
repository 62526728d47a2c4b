import { cleanText as cleanForFiles } from '../text-cleaning.ts'

const ordinary = /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u024f\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac]*$/
const lineEnds = /[\u000b\u000c]/g
const spaces = /[\u1680\u2000-\u200a\u205f]/g
// Direction marks and joiners have no shape on paper; soft hyphens are set by the writer itself.
// oxlint-disable-next-line no-misleading-character-class -- ranges of single code points, among them the variation selectors
const invisible = /[\u00ad\u061c\u200d-\u200f\u2060-\u206f\ufe00-\ufe0f\ufff0-\ufff8]/g

/** Makes any text printable: well-formed Unicode in composed form, without control characters, with `\n` as the only line end. */
export function cleanText(text: string): string {
  if (ordinary.test(text)) return text
  return cleanForFiles(text.replace(lineEnds, '\n')).normalize('NFC').replace(spaces, ' ').replace(invisible, '')
}

/** The same for a single line, such as a title in the document properties. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}
