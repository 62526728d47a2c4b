import { documentWords } from '../../../engine/words.ts'
import { flowItem, type FlowColumn, type FlowItem } from './flow.ts'
import type { Column, LayoutContext } from './layout-context.ts'
import type { ContentsEntry } from './layout-document.ts'
import type { Page } from './paginate.ts'
import { blankLine, singleLine, textLines } from './text-lines.ts'

const numberWidth = 24

/** How the contents stand: with how much room between entries, and whether on a page of their own. */
export type ContentsPlace = { readonly gap: number; readonly startsPage: boolean }

/** From roomy after the first section, over close-set, to a page of their own: the first that keeps the contents on one page is taken. */
export const contentsPlaces: readonly ContentsPlace[] = [
  { gap: 3.5, startsPage: false },
  { gap: 1, startsPage: false },
  { gap: 3.5, startsPage: true },
  { gap: 1, startsPage: true },
]

/** Whether the contents stand on a single page. */
export function isOnOnePage(pages: readonly Page[]): boolean {
  return pages.filter(({ placements }) => placements.some(({ item }) => item.tag.kind === 'contentsEntry')).length === 1
}

/** The contents without page numbers: what of them is the same wherever they stand. */
export type SetContents = { readonly heading: readonly FlowColumn[]; readonly entries: readonly SetEntry[] }
type SetEntry = { readonly target: string; readonly columns: readonly FlowColumn[] }

/** Sets the words of the contents. */
export function setContents(entries: readonly ContentsEntry[], context: LayoutContext): SetContents {
  const heading = context.columns.map((column): FlowColumn => ({
    x: column.x,
    width: column.width,
    language: column.language,
    lines: textLines(
      [{ kind: 'text', text: documentWords[column.language].contents }],
      column.sheet.heading,
      { language: column.language, targets: new Set() },
      { width: column.width },
    ),
  }))
  const labelWidths = context.columns.map((column, index) => {
    const labels = new Set(entries.map((entry) => entry.cells[index]?.label ?? ''))
    return Math.max(column.sheet.indents[1], ...[...labels].map((label) => labelIndent(label, column)))
  })
  return { heading, entries: entries.map((entry) => setEntry(entry, labelWidths, context)) }
}

function labelIndent(label: string, column: Column): number {
  return Math.min(110, singleLine([{ text: label, style: column.sheet.body.text, mark: undefined }], 400, column.language).width + 8)
}

/** An entry is a reference to its heading. */
function setEntry({ target, cells }: ContentsEntry, labelWidths: readonly number[], { columns }: LayoutContext): SetEntry {
  const targets = new Set([target])
  return {
    target,
    columns: columns.map(({ x, width, language, sheet }, index): FlowColumn => {
      const { label, text } = cells[index] ?? cells[0] ?? { label: '', text: '' }
      const shown = text === '' ? '…' : text.slice(0, 400).toWellFormed()
      const set = textLines(
        [{ kind: 'reference', target, text: `${label} ${text}`.trim(), parts: [{ text: shown, target }] }],
        sheet.body,
        { language, targets },
        { width: width - numberWidth, indent: label === '' ? 0 : (labelWidths[index] ?? 0), label, hyphenation: 'needed' },
      )
      return { x, width, language, lines: set.length === 0 ? [blankLine(sheet.body.leading, 0)] : set }
    }),
  }
}

/** The contents with page numbers, as they stand at their roomiest. `pageOf` gives the number of an anchor; the lines break the same whatever it is. */
export function numberedContents({ heading, entries }: SetContents, pageOf: (anchor: string) => string, context: LayoutContext): readonly FlowItem[] {
  return [
    flowItem({
      section: -1,
      tag: { kind: 'heading', level: 1 },
      columns: heading,
      spaceBefore: context.full.sheet.space.heading + 8,
      keepsWithNext: true,
    }),
    ...entries.map((entry) => entryItem(entry, pageOf(entry.target), context)),
  ]
}

/** The contents in one of their places. */
export function placedContents(items: readonly FlowItem[], { gap, startsPage }: ContentsPlace): readonly FlowItem[] {
  return items.map((item) => (item.tag.kind === 'contentsEntry' ? { ...item, spaceBefore: gap } : { ...item, startsPage }))
}

function entryItem(entry: SetEntry, page: string, context: LayoutContext): FlowItem {
  const columns = entry.columns.map((column, index): FlowColumn => {
    const style = (context.columns[index] ?? context.full).sheet.body.text
    const mark = column.lines[0]?.runs[0]?.mark
    const number = singleLine([{ text: page, style, mark }], numberWidth, column.language)
    const at = column.width - number.width
    return {
      ...column,
      lines: column.lines.map((line, lineIndex) => {
        const label = line.label.map((run) => ({ ...run, mark }))
        if (lineIndex < column.lines.length - 1) return { ...line, label }
        return { ...line, label, runs: [...line.runs, ...number.runs.map((run) => ({ ...run, x: at - line.indent }))] }
      }),
    }
  })
  return flowItem({
    section: -1,
    tag: { kind: 'contentsEntry', targets: [entry.target] },
    columns,
    isUnbreakable: true,
    decorations: (box) =>
      columns.map((column) => {
        const end = column.lines.at(-1)
        const [lastWord] = end?.runs.slice(-2) ?? []
        const from = column.x + (end?.indent ?? 0) + (lastWord === undefined ? 0 : lastWord.x + lastWord.width) + 6
        const y = box.top + column.lines.slice(0, -1).reduce((sum, line) => sum + line.height, 0) + (end?.baseline ?? 0)
        return { x: from, y, width: Math.max(0, column.x + column.width - numberWidth + 4 - from), height: 0.6, color: [0.6, 0.6, 0.6], isDotted: true }
      }),
  })
}

/** The page, counted from 1, on which each anchor stands. */
export function pagesOfAnchors(pages: readonly Page[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  pages.forEach(({ placements }, index) => {
    for (const { item, isFirst, isRepeated } of placements) {
      if (isRepeated || !isFirst) continue
      for (const anchor of item.anchors) if (!found.has(anchor)) found.set(anchor, index + 1)
    }
  })
  return found
}
