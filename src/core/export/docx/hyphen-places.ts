import type { Inline } from '../../../engine/document.ts'
import type { FlowItem, FlowLine } from '../pdf/flow.ts'

const softHyphen = '\u00ad'
const none: readonly HyphenPlace[] = []
const blank = /\s/

/** The characters of a text that are no white space: layout drops and joins spaces, so places are counted without them. */
function inkOf(text: string): number {
  let count = text.length
  for (const [unseen] of text.matchAll(/[\s\u00ad]+/g)) count -= unseen.length
  return count
}

/** What of a set line says where its words stand: how many characters of ink it has, and the last letter before its hyphen, undefined where it ends without. */
type LineInk = { readonly count: number; readonly letter: string | undefined }

// Lines of the same words are the same object in every document.
const inks = new WeakMap<FlowLine, LineInk>()

function lineInk(line: FlowLine): LineInk {
  const known = inks.get(line)
  if (known !== undefined) return known
  const text = line.runs.map(({ shapes }) => shapes.map(({ texts }) => texts.join('')).join('')).join('')
  // The hyphen the layout draws within a word is copied as an optional one.
  const made = { count: inkOf(text), letter: text.endsWith(softHyphen) ? (text.at(-2) ?? '') : undefined }
  inks.set(line, made)
  return made
}

/** A line end within a word: the number of characters before it, white space not counted, and the last of them. */
export type HyphenPlace = { readonly count: number; readonly letter: string }

/** Where lines end with a hyphen in the words of a row: in its column of text, or in a table in all cells one after the other. */
export function hyphenPlaces(items: readonly FlowItem[], column: number): readonly HyphenPlace[] {
  const columns = items.flatMap(({ tag, columns: all }) => (tag.kind === 'tableHeader' || tag.kind === 'tableRow' ? all : all.slice(column, column + 1)))
  if (!columns.some(({ lines }) => lines.some((line) => lineInk(line).letter !== undefined))) return none
  const places: HyphenPlace[] = []
  let total = 0
  for (const { lines } of columns) {
    for (const line of lines) {
      const { count, letter } = lineInk(line)
      total += count
      if (letter !== undefined) places.push({ count: total, letter })
    }
  }
  return places
}

/** Puts optional hyphens into the words of one block after the other. */
export type Hyphenator = (content: readonly Inline[]) => readonly Inline[]

/** Leaves all words as they are. */
export const noHyphens: Hyphenator = (content) => content

/** A hyphenator for the places of a row; it is given the contents of the row in their order. */
export function hyphenator(places: readonly HyphenPlace[]): Hyphenator {
  if (places.length === 0) return noHyphens
  let count = 0
  let next = 0
  const hyphenate = (text: string): string => {
    let result = ''
    let start = 0
    for (let index = 0; index < text.length && next < places.length; index += 1) {
      const place = places[next]
      if (count === place?.count) {
        // At the edge of a text the hyphen would stand apart from the word; where the letter differs, the layout has read the text differently.
        if (index > 0 && text.charAt(index - 1) === place.letter) {
          result += `${text.slice(start, index)}${softHyphen}`
          start = index
        }
        next += 1
      }
      // Most characters are letters: only a space, or one beyond them, needs a closer look.
      const code = text.charCodeAt(index)
      if (code > 0x20 && code < 0x80) count += 1
      else if (!blank.test(text.charAt(index)) && code !== 0xad) count += 1
    }
    return start === 0 ? text : result + text.slice(start)
  }
  return (content) =>
    content.map((inline): Inline => {
      if (inline.kind === 'lineBreak') return inline
      if (inline.kind === 'reference') {
        // The words of a reference are read as numbers, so they stay whole.
        count += inkOf(inline.text)
        while (next < places.length && (places[next]?.count ?? 0) < count) next += 1
        return inline
      }
      const text = hyphenate(inline.text)
      return text === inline.text ? inline : { ...inline, text }
    })
}
