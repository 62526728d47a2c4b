import type { AssembledDocument, Block, Heading, Inline, Paragraph, Reference, Row, Section } from './document.ts'
import { inlineText } from './document.ts'
import { linesOf, withLine } from './document-lines.ts'
import type { Language } from './language.ts'
import { type AnchorPlace, type Numbers, paragraphLabel, referenceTo } from './numbering.ts'
import { documentWords } from './words.ts'

/** A reference whose target is gone: where it stands, and how it read. */
export type LostReference = { readonly section: string; readonly row: string; readonly text: string }

/** Counts like the assembler does, but over finished rows of one column. */
function countRows(rows: readonly Row[], column: number): readonly (Numbers | undefined)[] {
  let counters: number[] = []
  return rows.map((row) => {
    const block = row.cells[row.cells.length === 1 ? 0 : column]
    if (block?.kind === 'heading') counters = []
    if (block?.kind !== 'paragraph' || block.marker !== 'number' || block.level === 0) return undefined
    while (counters.length < block.level - 1) counters.push(1)
    counters = [...counters.slice(0, block.level - 1), (counters[block.level - 1] ?? 0) + 1]
    return counters
  })
}

/** The number of each section among its kind; 0 for what is not numbered. */
function sectionNumbers(sections: readonly Section[]): readonly number[] {
  const counters = { clause: 0, annex: 0 }
  return sections.map(({ kind }) => (kind === 'clause' || kind === 'annex' ? (counters[kind] += 1) : 0))
}

type Anchors = ReadonlyMap<string, AnchorPlace>

function anchorsOf(document: AssembledDocument, column: number): Anchors {
  const anchors = new Map<string, AnchorPlace>()
  const numbers = sectionNumbers(document.sections)
  document.sections.forEach((section, index) => {
    const counted = countRows(section.rows, column)
    const heading = section.rows
      .map((row) => row.cells[row.cells.length === 1 ? 0 : column])
      .find((block): block is Heading => block?.kind === 'heading' && block.level === 1)
    const place = { section: section.id, kind: section.kind, number: numbers[index] ?? 0, title: heading === undefined ? '' : inlineText(heading.content) }
    anchors.set(section.id, { ...place, numbers: [] })
    section.rows.forEach((row, at) => {
      for (const block of row.cells)
        if (block.kind === 'paragraph' && block.anchor !== undefined) anchors.set(block.anchor, { ...place, numbers: counted[at] ?? [] })
    })
  })
  return anchors
}

const samePlace = (one: AnchorPlace | undefined, other: AnchorPlace | undefined): boolean =>
  one?.section === other?.section && one?.number === other?.number && one?.numbers.join('.') === other?.numbers.join('.')

function relabelled(block: Block, section: Section, number: number, numbers: Numbers | undefined, language: Language): Block {
  const words = documentWords[language]
  if (block.kind === 'heading' && block.level === 1 && (section.kind === 'clause' || section.kind === 'annex')) {
    const label = section.kind === 'clause' ? words.clause(number) : words.annex(number)
    return block.label === label ? block : { ...block, label }
  }
  if (block.kind !== 'paragraph' || numbers === undefined) return block
  const label = paragraphLabel(section.kind, numbers, language)
  return block.label === label ? block : ({ ...block, label } satisfies Paragraph)
}

/**
 * Numbers sections and paragraphs anew after some were added or taken out, and lets references follow. A reference whose target is gone becomes a
 * gap with its former words. `before` is the document as it was; what keeps its number stays the same object.
 */
export function renumber(
  before: AssembledDocument,
  after: AssembledDocument,
): { readonly document: AssembledDocument; readonly lost: readonly LostReference[] } {
  const { languages } = after
  const places = languages.map((_, column) => ({ old: anchorsOf(before, column), now: anchorsOf(after, column) }))
  const numbers = sectionNumbers(after.sections)
  const lost: LostReference[] = []

  const followed = (reference: Reference, section: Section, row: Row, column: number): Inline => {
    const { old, now } = places[column] ?? { old: new Map<string, AnchorPlace>(), now: new Map<string, AnchorPlace>() }
    const [from, to] = [old.get(reference.target), now.get(reference.target)]
    if (from !== undefined && to === undefined) {
      lost.push({ section: section.id, row: row.id, text: reference.text })
      return { kind: 'gap', text: reference.text, question: '' }
    }
    if (to === undefined || samePlace(from, to)) return reference
    return referenceTo(reference.target, to, section.id, languages[column] ?? 'en')
  }
  const withReferences = (block: Block, section: Section, row: Row, column: number): Block =>
    linesOf(block).reduce((result, { part, content }) => {
      if (!content.some(({ kind }) => kind === 'reference')) return result
      const fresh = content.map((inline) => (inline.kind === 'reference' ? followed(inline, section, row, column) : inline))
      return fresh.every((inline, index) => inline === content[index]) ? result : withLine(result, part, fresh)
    }, block)

  const sections = after.sections.map((section, index): Section => {
    const counted = languages.map((_, column) => countRows(section.rows, column))
    const rows = section.rows.map((row, at): Row => {
      const cells = row.cells.map((block, column) => {
        const language = languages[column] ?? 'en'
        return withReferences(relabelled(block, section, numbers[index] ?? 0, counted[column]?.[at], language), section, row, column)
      })
      return cells.every((cell, column) => cell === row.cells[column]) ? row : { ...row, cells }
    })
    return rows.every((row, at) => row === section.rows[at]) ? section : { ...section, rows }
  })
  return { document: { ...after, sections }, lost }
}
