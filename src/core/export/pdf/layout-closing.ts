import { inlineText, type Chart, type Signatures, type Tone } from '../../../engine/document.ts'
import type { Language } from '../../../engine/language.ts'
import { cleanLine } from './clean-text.ts'
import { flowItem, type FlowColumn, type FlowField, type FlowItem, type FlowLine } from './flow.ts'
import { fieldTooltip } from './form-words.ts'
import { textContext } from './footnotes.ts'
import { mm } from './geometry.ts'
import type { Column } from './layout-context.ts'
import { blankLine, fragmentLines, textLines, type TextContext } from './text-lines.ts'

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

const tones: Readonly<Record<Tone, readonly [number, number, number]>> = {
  good: [0.3, 0.55, 0.42],
  medium: [0.78, 0.6, 0.22],
  high: [0.72, 0.28, 0.23],
  neutral: [0.45, 0.5, 0.56],
}
const barRow = 19
const barHeight = 9

/** Draws a chart of horizontal bars with their values in words; its alternative text says the same. */
export function layoutChart(block: Chart, column: Column, section: number, hasCaption: boolean): readonly FlowItem[] {
  const { sheet } = column
  const context: TextContext = { language: column.language, targets: new Set() }
  const { items } = block.chart
  const style = { text: sheet.note.text, leading: barRow }
  // Values are shares up to 1 or percentages; what lies beyond stretches the scale.
  const greatest = Math.max(0, ...items.map((item) => item.value))
  const most = greatest <= 1 ? 1 : Math.max(100, greatest)
  const labels = column.width * 0.36
  const bars = { x: column.x + labels + 8, width: column.width * 0.46 }
  const values = { x: bars.x + bars.width + 8, width: column.width * 0.18 - 16 }
  const line = (text: string, width: number, part: number): FlowLine => {
    const lines = fragmentLines([{ text, style: style.text, mark: undefined }], style, context, { width, part, hyphenation: 'needed' })
    return lines[0] ?? blankLine(barRow, part)
  }
  const caption = textLines([{ kind: 'text', text: block.caption }], sheet.subheading, context, { width: column.width })
  const alt = `${block.caption}: ${items.map((item) => `${item.label} ${item.text}`).join('; ')}`
  const captionItem = flowItem({
    section,
    tag: { kind: 'caption' },
    columns: [{ x: column.x, width: column.width, language: column.language, lines: caption }],
    spaceBefore: sheet.space.block,
    padding: { top: 0, bottom: 4 },
    keepsWithNext: true,
  })
  return [
    ...(hasCaption ? [captionItem] : []),
    flowItem({
      section,
      tag: { kind: 'figure', alt },
      spaceBefore: hasCaption ? 0 : sheet.space.block,
      isUnbreakable: true,
      columns: [
        { x: column.x, width: labels, language: column.language, lines: items.map((item, index) => line(item.label, labels, index)) },
        {
          x: values.x,
          width: values.width,
          language: column.language,
          lines: items.map((item, index) => ({ ...line(item.text, values.width, index), part: index })),
        },
      ],
      decorations: (box) =>
        items.flatMap((item, index) => {
          const y = box.top + index * barRow + (barRow - barHeight) / 2
          return [
            { x: bars.x, y, width: bars.width, height: barHeight, color: [0.93, 0.93, 0.93] as const },
            { x: bars.x, y, width: (bars.width * Math.max(0, item.value)) / most, height: barHeight, color: tones[item.tone] },
          ]
        }),
    }),
  ]
}
