import type { Footnote, Inline, Reference } from '../../../engine/document.ts'
import type { Bookmarks } from './bookmarks.ts'
import { escapeXml } from './xml.ts'

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const rightToLeftRuns = /([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc](?:[\s\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])?)/

const runOf = (properties: string, content: string): string => `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`

const plainText = (text: string): string => (text === '' ? '' : `<w:t xml:space="preserve">${text}</w:t>`)

/** Line ends become line breaks. An optional hyphen has an element of its own: as a character, Word would print it everywhere. */
function textContent(escaped: string): string {
  if (!/[\n\u00ad]/.test(escaped)) return plainText(escaped)
  return escaped
    .split(/([\n\u00ad])/)
    .map((piece) => (piece === '\n' ? '<w:br/>' : piece === '\u00ad' ? '<w:softHyphen/>' : plainText(piece)))
    .join('')
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

/** One of the three marks of a field. */
export const fieldCharacter = (type: 'begin' | 'separate' | 'end'): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`

/** A field as Word stores it: instruction, and the result as it would print now. */
function field(instruction: string, result: string): string {
  return `${fieldCharacter('begin')}<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>${fieldCharacter('separate')}${result}${fieldCharacter('end')}`
}

/** A field with another in its instruction. `switches` is escaped already. */
function nestedField(name: string, inner: string, switches: string, result: string): string {
  const instruction = (text: string): string => `<w:r><w:instrText xml:space="preserve"> ${text} </w:instrText></w:r>`
  return `${fieldCharacter('begin')}${instruction(name)}${inner}${instruction(switches)}${fieldCharacter('separate')}${result}${fieldCharacter('end')}`
}

/** What of a reference part Word can keep up to date: words before, the number, words after, and how the field must print it. */
type LiveNumber = {
  readonly before: string
  readonly number: string
  readonly after: string
  readonly form: 'label' | 'digits' | 'digitsOfWords' | 'letters'
}

/** Finds in "3" or "第3項" the number that a field pointing at a paragraph labelled "(3)" can print. */
function liveNumber(text: string, label: string): LiveNumber | undefined {
  const split = (number: string | undefined, form: LiveNumber['form']): LiveNumber | undefined => {
    const at = number === undefined ? -1 : text.indexOf(number)
    return number === undefined || at < 0 ? undefined : { before: text.slice(0, at), number, after: text.slice(at + number.length), form }
  }
  if (label === '') return undefined
  const digits = /\d+/.exec(label)?.[0]
  return (
    split(label, 'label') ??
    (digits === undefined ? split(/\p{L}+/u.exec(label)?.[0], 'letters') : split(digits, /[\p{L}§]/u.test(label) ? 'digitsOfWords' : 'digits'))
  )
}

/** Labels are counted with fixed spaces, so that "§" never ends a line. */
const fixedNumber = (text: string): string => text.replaceAll(' ', '\u00a0')

/**
 * The field that prints the number of a paragraph. `\n` prints the label of the target alone, without its clause, since the tree names the clause
 * itself; `\t` leaves the words of a label out. Where a reference leaves out the brackets of a label, a formula prints the bare number: its picture
 * has a second half because "(3)" may count as minus three. Letters have no such picture, so "lit. b" becomes "lit. b)" once Word updates its
 * fields, which German practice accepts. QUOTE hides these
 * fields, and those whose label holds a fixed space, from LibreOffice: it recalculates a bare REF on opening, knows no pictures, and loses what
 * stands behind a fixed space ("§" without its number) where it ends a line there.
 */
function numberField(bookmark: string, label: string, live: LiveNumber): string {
  const result = textRun(fixedNumber(live.number))
  if (live.form === 'label' && !label.includes(' ')) return field(`REF ${bookmark} \\n \\h`, result)
  if (live.form === 'digitsOfWords') return field(`REF ${bookmark} \\n \\t \\h`, result)
  const labelField = field(`REF ${bookmark} \\n`, textRun(fixedNumber(label)))
  const number = live.form === 'digits' ? nestedField('=', labelField, '\\# &quot;0;0&quot;', result) : labelField
  return `<w:hyperlink w:anchor="${bookmark}" w:history="1">${nestedField('QUOTE', number, '', result)}</w:hyperlink>`
}

function referenceRuns(reference: Reference, column: number, bookmarks: Bookmarks): string {
  return reference.parts
    .map((part) => {
      const target = part.target === undefined ? undefined : bookmarks.get(part.target)
      const name = target?.names[column] ?? target?.names[0]
      if (target === undefined || name === undefined) return textRun(part.text)
      const label = target.labels[column] ?? target.labels[0] ?? ''
      const live = liveNumber(part.text, label)
      if (live === undefined) return `<w:hyperlink w:anchor="${name}" w:history="1">${textRun(fixedNumber(part.text))}</w:hyperlink>`
      return `${textRun(live.before)}${numberField(name, label, live)}${textRun(live.after)}`
    })
    .join('')
}

const characterStyle = (inline: { readonly strong?: true; readonly emphasis?: true }): string =>
  inline.strong ? (inline.emphasis ? 'StrongEmphasis' : 'Strong') : inline.emphasis ? 'Emphasis' : ''

/** The runs of a line of words. Neighbours of the same look become one run: an answer prints as ordinary text. `drawFootnote` draws the mark of a footnote. */
export function inlineRuns(content: readonly Inline[], column: number, bookmarks: Bookmarks, drawFootnote: (note: Footnote) => string): string {
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
      case 'footnote':
        flush()
        result += drawFootnote(inline)
        break
      case 'lineBreak':
        pending += '\n'
        break
      case 'gap':
        flush()
        result += textRun(inline.text === '' ? '…' : inline.text, 'Gap')
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
