import { inlineText, type Inline, type Table } from '../../../engine/document.ts'
import type { Language } from '../../../engine/language.ts'
import { atomsOf } from './atoms.ts'
import { cleanLine, cleanText } from './clean-text.ts'
import { flowItem, type Box, type FlowColumn, type FlowItem, type Rectangle } from './flow.ts'
import { textContext } from './footnotes.ts'
import { hyphenationPoints } from './hyphenation.ts'
import type { Column } from './layout-context.ts'
import { textLines } from './text-lines.ts'
import type { BlockStyle, TextStyle } from './text-style.ts'

const inset = 4.5
const headerFill = [0.945, 0.945, 0.945] as const
const strongRule = [0.35, 0.35, 0.35] as const
const faintRule = [0.8, 0.8, 0.8] as const
const tabular = new WeakMap<TextStyle, TextStyle>()

/** Sets a table over the whole width: its header, which is repeated on each page, and rows that do not split. */
export function layoutTable(table: Table, column: Column, targets: ReadonlySet<string>, section: number, number: number): readonly FlowItem[] {
  const context = textContext(column, targets)
  const { sheet } = column
  const summary = cleanLine(table.caption)
  const places = columnPlaces(table, column)
  const cells = (content: readonly (readonly Inline[])[], style: BlockStyle): readonly FlowColumn[] =>
    places.map(({ x, width, align }, index) => {
      // What a row holds beyond its columns goes into the last one.
      const own =
        index === places.length - 1
          ? content.slice(index).flatMap((cell, extra) => (extra === 0 ? cell : [{ kind: 'lineBreak' as const }, ...cell]))
          : (content[index] ?? [])
      const figures = align === 'end' ? { ...style, text: tabularStyle(style.text) } : style
      return {
        x: x + inset,
        width: width - 2 * inset,
        language: column.language,
        lines: textLines(own, figures, context, { width: width - 2 * inset, align, hyphenation: style === sheet.tableHeader ? 'needed' : 'even' }),
      }
    })
  const rules =
    (isHeader: boolean) =>
    (box: Box): readonly Rectangle[] => [
      ...(isHeader ? [{ x: column.x, y: box.top, width: column.width, height: box.bottom - box.top, color: headerFill }] : []),
      { x: column.x, y: box.bottom - 0.5, width: column.width, height: isHeader ? 0.75 : 0.5, color: isHeader ? strongRule : faintRule },
    ]
  const items: FlowItem[] = []
  const headers = table.columns.map(({ header }) => header)
  const hasHeader = headers.some((header) => header.length > 0)
  const header = hasHeader
    ? flowItem({
        section,
        tag: { kind: 'tableHeader', table: number, summary },
        columns: cells(headers, sheet.tableHeader),
        spaceBefore: items.length === 0 ? sheet.space.block : 0,
        padding: { top: 4, bottom: 4.5 },
        isUnbreakable: true,
        keepsWithNext: true,
        decorations: rules(true),
      })
    : undefined
  if (header !== undefined) items.push(header)
  table.rows.forEach((row) => {
    items.push(
      flowItem({
        section,
        tag: { kind: 'tableRow', table: number, summary },
        columns: cells(row, sheet.table),
        spaceBefore: items.length === 0 ? sheet.space.block : 0,
        padding: { top: 3.5, bottom: 4 },
        isUnbreakable: true,
        repeated: header,
        decorations: rules(false),
      }),
    )
  })
  return items
}

function columnPlaces(table: Table, column: Column): readonly { readonly x: number; readonly width: number; readonly align: 'start' | 'end' }[] {
  const shares = table.columns.map(({ width }) => (Number.isFinite(width) && width > 0 ? width : 0.01))
  const total = shares.reduce((sum, share) => sum + share, 0)
  const wanted = shares.map((share) => (share / total) * column.width)
  const least = longestWords(table, column, false)
  const isTight = least.reduce((sum, width) => sum + width, 0) >= column.width
  // Where not all words fit whole, at least numbers and syllables shall.
  const widths = isTight ? fitWidths(least, longestWords(table, column, true), column.width) : fitWidths(wanted, least, column.width)
  let x = column.x
  return table.columns.map(({ align }, index) => {
    const width = widths[index] ?? 0
    const place = { x, width, align }
    x += width
    return place
  })
}

/** Widens columns that are narrower than their longest word at the cost of those with room to spare, as far as there is any. */
function fitWidths(wanted: readonly number[], least: readonly number[], total: number): readonly number[] {
  const needed = least.reduce((sum, width) => sum + width, 0)
  if (needed >= total) return least.map((width) => (width / needed) * total)
  const spare = wanted.map((width, index) => Math.max(0, width - (least[index] ?? 0)))
  const free = spare.reduce((sum, width) => sum + width, 0)
  const left = total - needed
  return least.map((width, index) => width + (free === 0 ? left / least.length : ((spare[index] ?? 0) / free) * left))
}

/** The edges of the box around an open blank. */
const gapBox = 3
const longestMeasured = 24
const rowsMeasured = 200

function longestWords(table: Table, column: Column, isHyphenated: boolean): readonly number[] {
  const { table: body, tableHeader } = column.sheet
  return table.columns.map(({ header }, index) => {
    let longest = 20
    const measure = (content: readonly Inline[], style: TextStyle): void => {
      const box = content.some(({ kind }) => kind === 'gap') ? gapBox : 0
      for (const whole of cleanText(inlineText(content)).split(/[\s\u200b]+|(?<=\p{L}-)/u)) {
        if (whole === '' || whole.length > longestMeasured) continue
        for (const word of isHyphenated ? syllables(whole, column.language) : [whole]) {
          // Japanese words break anywhere; only their widest character counts.
          const atoms = atomsOf(word, style, undefined)
          const isJapanese = atoms.some(({ shape }) => shape.face.name.includes('Japanese'))
          longest = Math.max(longest, box + (isJapanese ? style.size : atoms.reduce((sum, { width }) => sum + width, 0)))
        }
      }
    }
    measure(header, tableHeader.text)
    table.rows.slice(0, rowsMeasured).forEach((row) => measure(row[index] ?? [], body.text))
    return longest + 2 * inset + 1
  })
}

function syllables(word: string, language: Language): readonly string[] {
  const points = [0, ...hyphenationPoints(word, language), word.length]
  return points.slice(1).map((end, index) => `${word.slice(points[index], end)}${end === word.length ? '' : '-'}`)
}

function tabularStyle(style: TextStyle): TextStyle {
  const made = tabular.get(style) ?? { ...style, isTabular: true }
  tabular.set(style, made)
  return made
}
