import type { Inline, Table } from '../../../engine/document.ts'
import { flowItem, type Box, type FlowColumn, type FlowItem, type Rectangle } from './flow.ts'
import type { Column } from './layout-context.ts'
import { textLines, type TextContext } from './text-lines.ts'
import type { BlockStyle, TextStyle } from './text-style.ts'

const inset = 5
const headerFill = [0.945, 0.945, 0.945] as const
const strongRule = [0.35, 0.35, 0.35] as const
const faintRule = [0.8, 0.8, 0.8] as const
const tabular = new WeakMap<TextStyle, TextStyle>()

/** Sets a table over the whole width: its caption, its header, which is repeated on each page, and rows that do not split. */
export function layoutTable(table: Table, column: Column, targets: ReadonlySet<string>, section: number, number: number): readonly FlowItem[] {
  const context: TextContext = { language: column.language, targets }
  const { sheet } = column
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
  if (table.caption !== '') {
    const lines = textLines([{ kind: 'text', text: table.caption }], sheet.subheading, context, { width: column.width, hyphenation: 'needed' })
    items.push(
      flowItem({
        section,
        tag: { kind: 'caption' },
        columns: [{ x: column.x, width: column.width, language: column.language, lines }],
        spaceBefore: sheet.space.block,
        padding: { top: 0, bottom: 4 },
        keepsWithNext: true,
      }),
    )
  }
  const headers = table.columns.map(({ header }) => header)
  const hasHeader = headers.some((header) => header.length > 0)
  const header = hasHeader
    ? flowItem({
        section,
        tag: { kind: 'tableHeader', table: number },
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
        tag: { kind: 'tableRow', table: number },
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
  let x = column.x
  return table.columns.map(({ align }, index) => {
    // A share that leaves no room for a word still gets a few characters.
    const width = Math.max(30, ((shares[index] ?? 0) / total) * column.width)
    const place = { x, width, align }
    x += width
    return place
  })
}

function tabularStyle(style: TextStyle): TextStyle {
  const made = tabular.get(style) ?? { ...style, isTabular: true }
  tabular.set(style, made)
  return made
}
