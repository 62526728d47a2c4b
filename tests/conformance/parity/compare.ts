import type { AssembledDocument } from '../../../src/engine/document.ts'
import { documentText } from '../../../src/engine/plain-text.ts'
import { type Line, normalised, unpadded, type Reading } from './reading.ts'

/** A place where two formats do not say the same, in words for the person who has to mend it. */
export type Difference = { readonly clause: string; readonly language: string; readonly message: string }

/** Compares readings of one document with the first of them, language by language, and with the words of its plain text. */
export function differencesOf(document: AssembledDocument, readings: readonly Reading[]): readonly Difference[] {
  const [base, ...others] = readings
  if (base === undefined) return []
  const faults = readings.flatMap(({ format, faults: found }) => found.map((fault) => ({ clause: '', language: '', message: `${format}: ${fault}` })))
  const differences = document.languages.flatMap((language) =>
    others.flatMap((other) => firstDifference(columnOf(base, language), columnOf(other, language), language, [base.format, other.format])),
  )
  return [...faults, ...differences, ...strangers(document, readings), ...plainTextDifference(document, base)]
}

/** The lines of a language, the notes last: they stand at the end of a page, a section or the file. */
function columnOf(reading: Reading, language: string): readonly Line[] {
  const own = reading.lines.filter((line) => line.language === language)
  return [...own.filter(({ kind }) => kind !== 'footnote'), ...own.filter(({ kind }) => kind === 'footnote')]
}

/** One difference a language and pair of formats: what follows the first is usually a consequence of it. */
function firstDifference(base: readonly Line[], other: readonly Line[], language: string, [one, two]: readonly [string, string]): readonly Difference[] {
  let clause = ''
  for (let index = 0; index < Math.max(base.length, other.length); index += 1) {
    const [mine, theirs] = [base[index], other[index]]
    if (mine?.kind === 'heading') clause = normalised(mine.text)
    if (mine !== undefined && theirs !== undefined && mine.kind === theirs.kind && saysTheSame(theirs.text, mine.text)) continue
    return [{ clause, language, message: `${one} has ${shown(mine)}, ${two} has ${shown(theirs)}` }]
  }
  return []
}

const shown = (line: Line | undefined): string => (line === undefined ? 'nothing more' : `${line.kind} "${normalised(joined(line.text))}"`)

/**
 * Whether two lines say the same. A line end on a page stands for a space, or for nothing where a word was hyphenated: pdf.js keeps neither the
 * space nor the soft hyphen. Inside a line every sign counts.
 */
function saysTheSame(text: string, expected: string): boolean {
  const wanted = normalised(joined(expected))
  if (normalised(joined(text)) === wanted) return true
  if (!text.includes('\n')) return false
  const pattern = unpadded(text)
    .split('\n')
    .map((line) => normalised(line).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join(' ?')
  return new RegExp(`^${pattern}$`, 'u').test(wanted)
}

const joined = (text: string): string => text.replaceAll('\n', ' ')

/** Lines in a language the document does not have belong to no column and would not be compared. */
function strangers(document: AssembledDocument, readings: readonly Reading[]): readonly Difference[] {
  const known = new Set<string>(document.languages)
  return readings.flatMap(({ format, lines }) =>
    lines
      .filter(({ language }) => !known.has(language))
      .slice(0, 1)
      .map((line) => ({ clause: '', language: line.language, message: `${format} says ${shown(line)} in a language the document does not have` })),
  )
}

/** The plain text says the same words; it writes tables and signature lines with signs of its own, and knows no columns. */
function plainTextDifference(document: AssembledDocument, base: Reading): readonly Difference[] {
  const text = plainWords(documentText(document))
  return document.languages.flatMap((language): readonly Difference[] => {
    const missing = columnOf(base, language).find((line) => line.kind !== 'row' && !text.includes(plainWords(line.text)))
    return missing === undefined ? [] : [{ clause: '', language, message: `the plain text lacks ${shown(missing)}` }]
  })
}

/** Letters and figures only. */
const plainWords = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, '')
