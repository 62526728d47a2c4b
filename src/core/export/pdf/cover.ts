import { cover } from '../cover-measures.ts'
import type { FlowItem } from './flow.ts'
import type { LayoutContext } from './layout-context.ts'
import { coverSheet } from './styles.ts'

/** The columns of a cover: larger type, and sans for what is not the title. */
export function coverContext(context: LayoutContext): LayoutContext {
  return {
    ...context,
    columns: context.columns.map((column) => ({ ...column, sheet: coverSheet(column.sheet) })),
    full: { ...context.full, sheet: coverSheet(context.full.sheet) },
  }
}

/** Lets a cover begin low on its page, below a line in the colour of the house, with room between its parts. */
export function coverItems(items: readonly FlowItem[]): readonly FlowItem[] {
  return items.map((item, index): FlowItem => {
    if (index === 0) return { ...item, padding: { top: cover.top, bottom: 0 }, decorations: rule(item) }
    if (item.tag.kind === 'title') return { ...item, spaceBefore: cover.aboveTitle, padding: { top: 0, bottom: 0 } }
    return item.tag.kind === 'paragraph' ? { ...item, spaceBefore: cover.aboveText } : item
  })
}

const rule =
  ({ columns }: FlowItem): FlowItem['decorations'] =>
  (box) =>
    columns.map(({ x, width }) => ({ x, y: box.top + cover.top - cover.belowRule - cover.rule, width, height: cover.rule, color: [0.14, 0.31, 0.48] as const }))
