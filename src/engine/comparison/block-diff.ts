import { type Block, type Change, type Inline, inlineText, type PartyBlock, type Row, type Signatures, type Table } from '../document.ts'
import { pairs } from './pairs.ts'
import { tokensOf } from './tokens.ts'
import { diffInlines, marked } from './word-diff.ts'

/** All lines of words in a block, in reading order. */
export function linesOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.kind) {
    case 'title':
    case 'heading':
    case 'paragraph':
    case 'note':
      return [block.content]
    case 'party':
      return [block.name, ...block.lines, block.shortName]
    case 'table':
      return [...block.columns.map(({ header }) => header), ...block.rows.flat()]
    case 'signatures':
      return block.parties.flatMap((party) => [party.name, ...party.signatories.flatMap((signatory) => [signatory.name, signatory.function])])
    case 'chart':
    case 'pageBreak':
      return []
  }
}

/** Words of a text with their weight: how often they occur, times how long they are, because "Ergebnis" says more than "das". */
type Bag = ReadonlyMap<string, number>

function bagOf(lines: readonly (readonly Inline[])[]): Bag {
  const bag = new Map<string, number>()
  for (const line of lines) {
    for (const { key, isWord } of tokensOf(line)) if (isWord) bag.set(key, (bag.get(key) ?? 0) + key.length)
  }
  return bag
}

/** What two texts have in common, 0 to 1: twice the shared weight over the whole (Dice's coefficient). */
function shareOf(pairsOfBags: readonly (readonly [Bag, Bag])[]): number {
  let [shared, total] = [0, 0]
  for (const [old, fresh] of pairsOfBags) {
    for (const [key, weight] of old) shared += Math.min(weight, fresh.get(key) ?? 0)
    for (const weight of old.values()) total += weight
    for (const weight of fresh.values()) total += weight
  }
  return total === 0 ? 1 : (2 * shared) / total
}

const bags = new WeakMap<Block, Bag>()

function bagOfBlock(block: Block): Bag {
  const known = bags.get(block) ?? bagOf(linesOf(block))
  bags.set(block, known)
  return known
}

/** How much two rows have in common, 0 to 1, over all languages. */
export const similarity = (before: Row, after: Row): number =>
  shareOf(before.cells.map((block, column) => [bagOfBlock(block), bagOfBlock(after.cells[column] ?? block)]))

/** Whether two blocks can be one block of a redline: same kind and same bones, so that only words differ. */
function fitsBlock(before: Block, after: Block): boolean {
  if (before.kind === 'paragraph') return after.kind === 'paragraph' && before.level === after.level && before.marker === after.marker
  if (before.kind === 'heading') return after.kind === 'heading' && before.level === after.level
  if (before.kind === 'party') {
    // Its last line stays, because Word cannot take out the last paragraph of a cell.
    return after.kind === 'party' && before.label === after.label && before.shortName.length > 0 && after.shortName.length > 0
  }
  if (before.kind === 'table') return after.kind === 'table' && before.columns.length === after.columns.length
  if (before.kind === 'signatures') return after.kind === 'signatures' && bonesOf(before) === bonesOf(after)
  if (before.kind === 'chart') return after.kind === 'chart' && JSON.stringify(before) === JSON.stringify(after)
  return before.kind === after.kind
}

const bonesOf = ({ parties }: Signatures): string => JSON.stringify(parties.map((party) => [party.placeAndDate, party.signatories.length]))

/** Whether two rows can be one row of a redline. */
export const fitsRow = (before: Row, after: Row): boolean =>
  before.isFullWidth === after.isFullWidth &&
  before.cells.length === after.cells.length &&
  before.cells.every((block, column) => fitsBlock(block, after.cells[column] ?? block))

/** The row of `after` with its words marked against `before`; both must fit. */
export const diffRow = (before: Row, after: Row): Row => ({
  ...after,
  cells: after.cells.map((block, column) => diffBlock(before.cells[column] ?? block, block)),
})

function diffBlock(before: Block, after: Block): Block {
  if (after.kind === 'title' && before.kind === 'title') return { ...after, content: diffInlines(before.content, after.content) }
  if (after.kind === 'note' && before.kind === 'note') return { ...after, content: diffInlines(before.content, after.content) }
  if ((after.kind === 'heading' && before.kind === 'heading') || (after.kind === 'paragraph' && before.kind === 'paragraph')) {
    const labelled = before.label === after.label ? after : { ...after, labelBefore: before.label }
    return { ...labelled, content: diffInlines(before.content, after.content) }
  }
  if (after.kind === 'party' && before.kind === 'party') return diffParty(before, after)
  if (after.kind === 'table' && before.kind === 'table') return diffTable(before, after)
  if (after.kind === 'signatures' && before.kind === 'signatures') return diffSignatures(before, after)
  return after
}

const keyOfLine = (line: readonly Inline[]): string =>
  tokensOf(line)
    .map(({ key }) => key)
    .join('\u0000')

/** What a pair of lines is worth. Lines of which a comparison would keep nothing are one line out and another in. */
function worthOfLines(before: readonly Inline[], after: readonly Inline[]): number {
  const keepsWords = diffInlines(before, after).some((inline) => inline.change === undefined && inlineText([inline]).trim() !== '')
  return keepsWords ? shareOf([[bagOf([before]), bagOf([after])]]) : 0
}

function diffParty(before: PartyBlock, after: PartyBlock): PartyBlock {
  const lines = pairs(before.lines.filter(isFilled), after.lines.filter(isFilled), keyOfLine, worthOfLines).map((pair) =>
    pair.before === undefined
      ? marked(pair.after ?? [], 'inserted')
      : pair.after === undefined
        ? marked(pair.before, 'deleted')
        : diffInlines(pair.before, pair.after),
  )
  return { ...after, name: diffInlines(before.name, after.name), lines, shortName: diffInlines(before.shortName, after.shortName) }
}

const isFilled = (line: readonly Inline[]): boolean => line.length > 0

type Cells = readonly (readonly Inline[])[]

function diffTable(before: Table, after: Table): Table {
  const aligned = pairs<Cells>(
    before.rows,
    after.rows,
    (row) => row.map(keyOfLine).join('\u0001'),
    (one, other) => shareOf([[bagOf(one), bagOf(other)]]),
  )
  const whole = (row: Cells | undefined, change: Change): Cells => (row ?? []).map((cell) => marked(cell, change))
  const rowChanges = aligned.map((pair): Change | undefined => (pair.before === undefined ? 'inserted' : pair.after === undefined ? 'deleted' : undefined))
  return {
    ...after,
    columns: after.columns.map((column, index) => ({ ...column, header: diffInlines(before.columns[index]?.header ?? [], column.header) })),
    rows: aligned.map(({ before: old, after: fresh }) => {
      if (old === undefined) return whole(fresh, 'inserted')
      if (fresh === undefined) return whole(old, 'deleted')
      return fresh.map((cell, index) => diffInlines(old[index] ?? [], cell))
    }),
    ...(rowChanges.some((change) => change !== undefined) ? { rowChanges } : {}),
  }
}

function diffSignatures(before: Signatures, after: Signatures): Signatures {
  return {
    ...after,
    parties: after.parties.map((party, index) => {
      const old = before.parties[index]
      return {
        ...party,
        name: diffInlines(old?.name ?? [], party.name),
        signatories: party.signatories.map((signatory, position) => ({
          name: diffInlines(old?.signatories[position]?.name ?? [], signatory.name),
          function: diffInlines(old?.signatories[position]?.function ?? [], signatory.function),
        })),
      }
    }),
  }
}
