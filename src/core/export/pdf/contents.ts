import { documentWords } from '../../../engine/words.ts'
import { flowItem, type FlowColumn, type FlowItem, type FlowLine } from './flow.ts'
import type { Column, LayoutContext } from './layout-context.ts'
import type { ContentsEntry } from './layout-document.ts'
import type { Page } from './paginate.ts'
import { blankLine, fragmentLines, singleLine, textLines } from './text-lines.ts'

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

/** Sets the contents. `pageOf` gives the page number of an anchor; the lines break the same whatever it is. */
export function layoutContents(
  entries: readonly ContentsEntry[],
  pageOf: (anchor: string) => string,
  place: ContentsPlace,
  context: LayoutContext,
): readonly FlowItem[] {
  const bold = context.columns.map((column) => column.sheet.heading)
  const heading = flowItem({
    section: -1,
    tag: { kind: 'heading', level: 1 },
    columns: context.columns.map((column, index): FlowColumn => ({
      x: column.x,
      width: column.width,
      language: column.language,
      lines: textLines(
        [{ kind: 'text', text: documentWords[column.language].contents }],
        bold[index] ?? column.sheet.heading,
        { language: column.language, targets: new Set() },
        { width: column.width },
      ),
    })),
    spaceBefore: context.full.sheet.space.heading + 8,
    keepsWithNext: true,
    startsPage: place.startsPage,
  })
  const labelWidth = context.columns.map((column, index) =>
    Math.max(column.sheet.indents[1], ...entries.map((entry) => labelIndent(entry.cells[index]?.label ?? '', column))),
  )
  return [heading, ...entries.map((entry) => entryItem(entry, labelWidth, pageOf(entry.target), place.gap, context))]
}

function labelIndent(label: string, column: Column): number {
  return Math.min(110, singleLine([{ text: label, style: column.sheet.body.text, mark: undefined }], 400, column.language).width + 8)
}

function entryItem(entry: ContentsEntry, labelWidths: readonly number[], page: string, gap: number, context: LayoutContext): FlowItem {
  const columns = context.columns.map((column, index): FlowColumn => {
    const cell = entry.cells[index] ?? entry.cells[0] ?? { label: '', text: '' }
    const { body } = column.sheet
    const mark = { kind: 'link', target: entry.target, text: `${cell.label} ${cell.text}`.trim() } as const
    const indent = cell.label === '' ? 0 : (labelWidths[index] ?? 0)
    const set = fragmentLines(
      [{ text: cell.text === '' ? '…' : cell.text.slice(0, 400).toWellFormed(), style: body.text, mark }],
      body,
      { language: column.language, targets: new Set() },
      { width: column.width - numberWidth, indent, label: cell.label, hyphenation: 'needed' },
    )
    const lines: readonly FlowLine[] = set.length === 0 ? [blankLine(body.leading, 0)] : set
    const number = singleLine([{ text: page, style: body.text, mark }], numberWidth, column.language)
    const at = column.width - number.width
    return {
      x: column.x,
      width: column.width,
      language: column.language,
      lines: lines.map((line, lineIndex) => {
        const label = line.label.map((run) => ({ ...run, mark }))
        if (lineIndex < lines.length - 1) return { ...line, label }
        return { ...line, label, runs: [...line.runs, ...number.runs.map((run) => ({ ...run, x: at - line.indent }))] }
      }),
    }
  })
  return flowItem({
    section: -1,
    tag: { kind: 'contentsEntry', targets: [entry.target] },
    columns,
    spaceBefore: gap,
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
