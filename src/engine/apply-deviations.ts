import { countFootnotes } from './comparison/count-footnotes.ts'
import { addedRowId, type AddedShape, type Deviation } from './deviation.ts'
import type { AssembledDocument, Block, Inline, Row, Section } from './document.ts'
import { linesOf, withLine } from './document-lines.ts'
import { concerns, inForce, locateDeviation } from './locate-deviation.ts'
import { type LostReference, renumber } from './renumber.ts'
import { plainInlines, replaceWords } from './replace-words.ts'

/** A document with the agreed words in it, and what the reader should know about them. */
export type AppliedDeviations = {
  readonly document: AssembledDocument
  /** The deviations in force by the id of the row they show in; of a deleted row, the row before it. */
  readonly byRow: ReadonlyMap<string, readonly Deviation[]>
  /** Open, parked and accepted ones whose words are no longer there: an answer changed them, or a clause went. Accepted ones are not applied. */
  readonly stale: readonly Deviation[]
  readonly lostReferences: readonly LostReference[]
}

type Placed = { readonly deviation: Deviation; readonly row: number; readonly cell: number }

/** Puts the agreed words into the document. Pure; sections without any stay the same objects. */
export function applyDeviations(document: AssembledDocument, deviations: readonly Deviation[]): AppliedDeviations {
  const relevant = deviations.filter((deviation) => deviation.state !== 'rejected' && concerns(deviation, document.languages))
  if (relevant.length === 0) return { document, byRow: new Map(), stale: [], lostReferences: [] }
  const active = new Set(inForce(relevant).map(({ id }) => id))
  const replaced = new Set(relevant.flatMap(({ state, replaces }) => (state === 'accepted' && replaces !== undefined ? [replaces] : [])))
  const stale: Deviation[] = []
  const bySection = new Map<number, Placed[]>()
  for (const deviation of relevant) {
    const place = locateDeviation(document, deviation)
    if (place === undefined) {
      if (!replaced.has(deviation.id)) stale.push(deviation)
    } else if (active.has(deviation.id)) {
      bySection.set(place.section, [...(bySection.get(place.section) ?? []), { deviation, row: place.row, cell: place.cell }])
    }
  }
  const byRow = new Map<string, readonly Deviation[]>()
  const sections = document.sections.flatMap((section, index) => {
    const placed = bySection.get(index)
    return placed === undefined ? [section] : changedSections(section, placed, document, byRow)
  })
  // A note may have gone with its words.
  const changed = bySection.size === 0 ? document : countFootnotes({ ...document, sections })
  const isMoved = [...bySection.values()].flat().some(({ deviation }) => deviation.kind !== 'changed')
  if (!isMoved) return { document: changed, byRow, stale, lostReferences: [] }
  const numbered = renumber(document, changed)
  return { document: numbered.document, byRow, stale, lostReferences: numbered.lost }
}

/** The document with the agreed words in it: what every writer draws. */
export const withDeviations = (document: AssembledDocument, deviations: readonly Deviation[]): AssembledDocument =>
  applyDeviations(document, deviations).document

function changedSections(
  section: Section,
  placed: readonly Placed[],
  document: AssembledDocument,
  byRow: Map<string, readonly Deviation[]>,
): readonly Section[] {
  const note = (row: string, deviation: Deviation): void => void byRow.set(row, [...(byRow.get(row) ?? []), deviation])
  const rows: Row[] = []
  const addAfter = (at: number): void => {
    for (const { row, from } of addedRows(
      placed.filter((one) => one.row === at && one.deviation.kind === 'inserted'),
      document,
    )) {
      rows.push(row)
      for (const deviation of from) note(row.id, deviation)
    }
  }
  addAfter(-1)
  section.rows.forEach((row, at) => {
    const here = placed.filter((one) => one.row === at && one.deviation.kind !== 'inserted')
    const inside = placed.filter((one) => one.row === at && one.deviation.kind === 'inserted' && one.deviation.part.startsWith('row.'))
    const changed = here.length + inside.length === 0 ? row : changedRow(row, [...here, ...inside])
    const isGone = here.length > 0 && isEmpty(changed)
    if (!isGone) rows.push(changed)
    const shownIn = isGone ? rows.at(-1)?.id : row.id
    if (shownIn !== undefined) for (const { deviation } of [...here, ...inside]) note(shownIn, deviation)
    addAfter(at)
  })
  return splitAtHeadings(section, rows)
}

const isEmpty = (row: Row): boolean =>
  row.cells.every((block) =>
    block.kind === 'table' ? block.rows.length === 0 : linesOf(block).length > 0 && linesOf(block).every(({ content }) => content.length === 0),
  )

/** Table rows from the last to the first, so that places counted in the table stay right while it shrinks and grows. */
function changedRow(row: Row, placed: readonly Placed[]): Row {
  const rowNumber = ({ deviation: { part } }: Placed): number => (part.startsWith('row.') ? Number(part.slice(4)) : -1)
  const ordered = placed.toSorted((one, other) => rowNumber(other) - rowNumber(one) || other.deviation.order - one.deviation.order)
  const words = ordered.filter((one) => rowNumber(one) < 0)
  const cells = row.cells.map((block, cell) => {
    const reworded = words.filter((one) => one.cell === cell).reduce(changedBlock, block)
    return ordered.filter((one) => rowNumber(one) >= 0 && one.cell === cell).reduce(changedTable, reworded)
  })
  return { ...row, cells }
}

function changedBlock(block: Block, { deviation }: Placed): Block {
  const line = linesOf(block).find(({ part }) => part === deviation.part)
  if (line === undefined) return block
  return withLine(block, deviation.part, deviation.kind === 'deleted' ? [] : replaceWords(line.content, deviation.newWords))
}

/** Takes a row out of a table, or puts one in behind the row its part names (-1 for the first). */
function changedTable(block: Block, { deviation }: Placed): Block {
  if (block.kind !== 'table') return block
  const at = Number(deviation.part.slice(4))
  if (deviation.kind === 'deleted') return { ...block, rows: block.rows.filter((_, index) => index !== at) }
  const words = deviation.newWords.split('\t')
  const cells = block.columns.map((_, column): readonly Inline[] => plainInlines(words[column] ?? ''))
  return { ...block, rows: block.rows.toSpliced(at + 1, 0, cells) }
}

/** Paragraphs added at one place: those of the same order in both columns stand side by side. */
function addedRows(placed: readonly Placed[], { languages }: AssembledDocument): readonly { readonly row: Row; readonly from: readonly Deviation[] }[] {
  const rows = placed.filter(({ deviation }) => deviation.newWords !== '' && !deviation.part.startsWith('row.'))
  const orders = [...new Set(rows.map(({ deviation }) => deviation.order))].toSorted((one, other) => one - other)
  return orders.flatMap((order) => {
    const from = rows.filter(({ deviation }) => deviation.order === order).map(({ deviation }) => deviation)
    const [first] = from
    if (first === undefined) return []
    const shape: AddedShape = first.shape ?? { block: 'paragraph', level: 0, marker: 'none' }
    const isWide = first.language === null
    const cells = isWide
      ? [addedBlock(shape, first.newWords)]
      : languages.map((language) => addedBlock(shape, from.find((one) => one.language === language)?.newWords ?? ''))
    return [{ row: { id: addedRowId(first.id), isFullWidth: isWide || languages.length === 1, cells }, from }]
  })
}

function addedBlock({ block, level, marker }: AddedShape, words: string): Block {
  const content = plainInlines(words)
  if (block === 'heading') return { kind: 'heading', level: level === 1 ? 1 : 2, label: '', anchor: undefined, content }
  return { kind: 'paragraph', level, marker, label: '', anchor: undefined, content }
}

/** An added heading of a clause begins a clause of its own with what follows it, as it does in Word. */
function splitAtHeadings(section: Section, rows: readonly Row[]): readonly Section[] {
  const sections: { id: string; rows: Row[] }[] = [{ id: section.id, rows: [] }]
  for (const row of rows) {
    const begins = row.id.startsWith('deviation:') && row.cells.some((block) => block.kind === 'heading' && block.level === 1)
    if (begins) sections.push({ id: row.id, rows: [row] })
    else sections.at(-1)?.rows.push(row)
  }
  return sections.filter((one) => one.rows.length > 0).map((one) => ({ id: one.id, kind: one.id === section.id ? section.kind : 'clause', rows: one.rows }))
}
