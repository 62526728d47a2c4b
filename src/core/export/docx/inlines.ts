import type { Inline, Reference } from '../../../engine/document.ts'
import type { Bookmarks } from './bookmarks.ts'
import { escapeXml } from './xml.ts'

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const rightToLeftRuns = /([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc](?:[\s\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])?)/

const runOf = (properties: string, content: string): string => `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`

function textContent(escaped: string): string {
  const lines = escaped.split('\n')
  return lines.map((line, index) => `${index === 0 ? '' : '<w:br/>'}${line === '' ? '' : `<w:t xml:space="preserve">${line}</w:t>`}`).join('')
}

/** A run of words in a character style (empty for none); line ends become line breaks, words written from right to left are marked so. */
export function textRun(text: string, style = ''): string {
  const escaped = escapeXml(text)
  if (escaped === '') return ''
  const properties = style === '' ? '' : `<w:rStyle w:val="${style}"/>`
  if (!rightToLeft.test(escaped)) return runOf(properties, textContent(escaped))
  return escaped
    .split(rightToLeftRuns)
    .map((piece, index) => (piece === '' ? '' : runOf(index % 2 === 1 ? `${properties}<w:rtl/>` : properties, textContent(piece))))
    .join('')
}

/** A field as Word stores it: instruction, and the result as it would print now. */
export function field(instruction: string, result: string): string {
  return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
}

/** What of a reference part Word can keep up to date: words before, the number and its field switches, words after. */
export type LiveNumber = { readonly before: string; readonly number: string; readonly after: string; readonly switches: string }

/**
 * Finds in "3" or "第3項" the number that a field pointing at a paragraph labelled "(3)" would print. `\n` prints the label of the target alone,
 * without its clause, since the tree names the clause itself. Where the label has brackets the reference leaves out, `\# "0;0"` prints the bare
 * number: Word reads "(3)" as minus three, hence the second half of the picture. Letters have no such picture: "lit. b" prints "lit. b)" once
 * Word updates the field, which German practice accepts.
 */
export function liveNumber(text: string, label: string): LiveNumber | undefined {
  const split = (number: string, switches: string): LiveNumber | undefined => {
    const at = text.indexOf(number)
    return at < 0 ? undefined : { before: text.slice(0, at), number, after: text.slice(at + number.length), switches }
  }
  if (label === '') return undefined
  const whole = split(label, '')
  if (whole) return whole
  const digits = /\d+/.exec(label)?.[0]
  if (digits !== undefined) return /[\p{L}§]/u.test(label) ? split(digits, ' \\t') : split(digits, ' \\# "0;0"')
  const letters = /\p{L}+/u.exec(label)?.[0]
  return letters === undefined ? undefined : split(letters, '')
}

function referenceRuns(reference: Reference, column: number, bookmarks: Bookmarks): string {
  return reference.parts
    .map((part) => {
      const target = part.target === undefined ? undefined : bookmarks.get(part.target)
      const name = target?.names[column] ?? target?.names[0]
      if (target === undefined || name === undefined) return textRun(part.text)
      const live = liveNumber(part.text, target.labels[column] ?? target.labels[0] ?? '')
      if (live === undefined) return `<w:hyperlink w:anchor="${name}" w:history="1">${textRun(part.text)}</w:hyperlink>`
      return `${textRun(live.before)}${field(`REF ${name} \\n${live.switches} \\h`, textRun(live.number))}${textRun(live.after)}`
    })
    .join('')
}

const characterStyle = (inline: { readonly strong?: true; readonly emphasis?: true }): string =>
  inline.strong ? (inline.emphasis ? 'StrongEmphasis' : 'Strong') : inline.emphasis ? 'Emphasis' : ''

/** The runs of a line of words. Neighbours of the same look become one run: an answer prints as ordinary text. */
export function inlineRuns(content: readonly Inline[], column: number, bookmarks: Bookmarks): string {
  let result = ''
  let pending = ''
  let pendingStyle = ''
  const flush = (): void => {
    if (pending !== '') result += textRun(pending, pendingStyle)
    pending = ''
  }
  for (const inline of content) {
    switch (inline.kind) {
      case 'text':
      case 'answer':
      case 'definition': {
        const style = inline.kind === 'definition' ? 'DefinedTerm' : characterStyle(inline)
        if (style !== pendingStyle) flush()
        pendingStyle = style
        pending += inline.text
        break
      }
      case 'lineBreak':
        pending += '\n'
        break
      case 'gap':
        flush()
        result += textRun(`\u00a0${inline.text}\u00a0`, 'Gap')
        break
      case 'reference':
        flush()
        result += referenceRuns(inline, column, bookmarks)
        break
    }
  }
  flush()
  return result
}
