import type { SignatureParty, Signatures } from '../../../engine/document.ts'
import { cellXml, rowXml, tableXml, type TablePlace } from './data-table.ts'
import { paragraph, runs, type DrawingContext, type ParagraphExtras } from './drawing-context.ts'
import { textRun } from './inlines.ts'
import { page } from './measures.ts'

const gap = page.gutter
/** An empty cell: Word wants a paragraph in each, kept with the next so that the block never splits. */
const emptyCell = (context: DrawingContext, extras: ParagraphExtras = {}): string => paragraph(context, 'SignatureFunction', 0, '', extras)

function partyName(context: DrawingContext, party: SignatureParty, place: TablePlace): string {
  return paragraph(context, 'SignatureParty', 0, runs(context, party.name, place))
}

function signatory(context: DrawingContext, party: SignatureParty, index: number, place: TablePlace, extras: ParagraphExtras): string {
  const person = party.signatories[index]
  if (person === undefined) return emptyCell(context, extras)
  const placeAndDate = paragraph(context, 'SignaturePlace', 0, textRun(party.placeAndDate), extras)
  const name = paragraph(context, 'SignatureLine', 0, runs(context, person.name, place), extras)
  return `${placeAndDate}${name}${paragraph(context, 'SignatureFunction', 0, runs(context, person.function, place), extras)}`
}

/**
 * Signature blocks, two parties side by side. Every row stays whole and every paragraph keeps with the next, so that Word moves the block as
 * one; the paragraph before it is kept with it by the caller.
 */
export function signatureTable(context: DrawingContext, block: Signatures, place: TablePlace): string {
  const { width } = place
  const side = Math.floor((width - gap) / 2)
  const widths = [side, gap, width - gap - side]
  const row = (cells: readonly [string, string], extras: ParagraphExtras = {}): string =>
    rowXml(`${cellXml(side, cells[0])}${cellXml(gap, emptyCell(context, extras))}${cellXml(width - gap - side, cells[1])}`, true)
  const rows: string[] = []
  for (let at = 0; at < block.parties.length; at += 2) {
    const [left, right] = [block.parties[at], block.parties[at + 1]]
    if (left === undefined) continue
    rows.push(row([partyName(context, left, place), right === undefined ? emptyCell(context) : partyName(context, right, place)]))
    const count = Math.max(left.signatories.length, right?.signatories.length ?? 0)
    for (let index = 0; index < count; index += 1) {
      // The last row ends the chain: what follows may stand on the next page.
      const extras = index === count - 1 && at + 2 >= block.parties.length ? { isKeptWithNext: false } : {}
      rows.push(
        row(
          [signatory(context, left, index, place, extras), right === undefined ? emptyCell(context, extras) : signatory(context, right, index, place, extras)],
          extras,
        ),
      )
    }
  }
  const after = paragraph(context, 'AfterTable', 0, '')
  return rows.length === 0 ? after : `${tableXml('SignatureTable', widths, rows.join(''), false)}${after}`
}
