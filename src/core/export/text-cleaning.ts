/**
 * Characters no exported file may hold: control characters, halves of surrogate pairs, non-characters, and the marks that override the
 * direction of text (U+202A–202E, U+2066–2069), because they can make a contract read differently from what it says.
 */
const unwanted =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff]|[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff][\udffe\udfff]/g
const suspicious = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\uffff]/

/**
 * Text fit for XML and for print: control characters and direction overrides are dropped, tabs become spaces, every kind of line end becomes `\n`,
 * and a lone half of a surrogate pair becomes U+FFFD. Text without any of these comes back as it is.
 */
export function cleanText(text: string): string {
  if (!suspicious.test(text)) return text
  return text
    .toWellFormed()
    .replaceAll('\t', ' ')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(unwanted, '')
}

/** Text of a single line: as `cleanText`, with line ends and runs of spaces made one space. For titles, headers and file properties. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replace(/[\n ]+/g, ' ')
    .trim()
}
