import { inlineText, type Signatures } from '../../../engine/document.ts'
import type { Language } from '../../../engine/language.ts'
import { cleanLine } from './clean-text.ts'
import { flowItem, type FlowColumn, type FlowField, type FlowItem, type FlowLine } from './flow.ts'
import { fieldTooltip } from './form-words.ts'
import { textContext } from './footnotes.ts'
import { mm } from './geometry.ts'
import type { Column } from './layout-context.ts'
import { blankLine, textLines } from './text-lines.ts'

const partiesPerRow = 2
const gutter = 8 * mm

/** Sets the signature blocks, two parties side by side; each row stays whole and the rows stay together as far as a page allows. */
export function layoutSignatures(
  block: Signatures,
  column: Column,
  targets: ReadonlySet<string>,
  languages: readonly Language[],
  section: number,
): readonly FlowItem[] {
  const { sheet } = column
  const context = textContext(column, targets)
  const width = (column.width - gutter) / partiesPerRow
  const rows = Array.from({ length: Math.ceil(block.parties.length / partiesPerRow) }, (_, row) =>
    block.parties.slice(row * partiesPerRow, (row + 1) * partiesPerRow),
  )
  return rows.map((parties, row) => {
    const columns = parties.map((party, index): FlowColumn => {
      const lines: FlowLine[] = [
        ...textLines(
          party.name.map((inline) => (inline.kind === 'text' || inline.kind === 'answer' ? { ...inline, strong: true as const } : inline)),
          sheet.body,
          context,
          { width, part: 0, hyphenation: 'needed' },
        ),
      ]
      party.signatories.forEach((signatory, number) => {
        const part = 1 + number * 3
        const who = cleanLine(inlineText(signatory.name)) || cleanLine(inlineText(party.name))
        lines.push(
          { ...blankLine(number === 0 ? 32 : 38, part, width), fields: placeAndDate(who, width, languages) },
          ...textLines([{ kind: 'text', text: party.placeAndDate }], sheet.small, context, { width, part, hyphenation: 'needed' }),
          { ...blankLine(32, part + 1, width), fields: [signatureField(who, width, languages)] },
          ...textLines(signatory.name, sheet.body, context, { width, part: part + 1, hyphenation: 'needed' }),
          ...textLines(signatory.function, sheet.small, context, { width, part: part + 2, hyphenation: 'needed' }),
        )
      })
      return { x: column.x + index * (width + gutter), width, language: column.language, lines }
    })
    return flowItem({
      section,
      tag: { kind: 'signatures' },
      columns,
      spaceBefore: row === 0 ? 26 : 30,
      isUnbreakable: true,
      keepsWithNext: row < rows.length - 1,
    })
  })
}

const fieldHeight = 17
const signatureHeight = 29

/** One line to write on for both, the date at its end. */
function placeAndDate(who: string, width: number, languages: readonly Language[]): readonly FlowField[] {
  const field = (kind: 'place' | 'date', from: number, to: number): FlowField => ({
    kind,
    tooltip: fieldTooltip(kind, who, languages),
    x: width * from,
    width: width * (to - from),
    height: fieldHeight,
  })
  return [field('place', 0, 0.6), field('date', 0.63, 1)]
}

function signatureField(who: string, width: number, languages: readonly Language[]): FlowField {
  return { kind: 'signature', tooltip: fieldTooltip('signature', who, languages), x: 0, width, height: signatureHeight }
}
