import type { AssembledDocument, SectionKind } from '../../../engine/document.ts'
import type { ExportOptions } from '../options.ts'
import type { ContentsPlace } from '../pdf/contents.ts'
import { itemHeight, type FlowItem } from '../pdf/flow.ts'
import { textHeight } from '../pdf/geometry.ts'
import { layOutPages, type LaidOutPages } from '../pdf/lay-out-pages.ts'
import type { Page } from '../pdf/paginate.ts'
import { hyphenPlaces, type HyphenPlace } from './hyphen-places.ts'

/** How a piece of a row holds together, so that Word turns the page where the PDF does: not split, and on the page of what follows. */
export type Hold = { readonly isWhole: boolean; readonly isKeptWithNext: boolean }

/** How the contents stand, and how far, in points, their titles hang behind the numbers in each column. */
export type ContentsLook = ContentsPlace & { readonly indents: readonly number[] }

/** What of the look of a document follows from its pages: the contents, undefined where there are none, and the space below the title, in points. */
export type DocumentLook = { readonly contents: ContentsLook | undefined; readonly spaceBelowTitle: number }

/** Where the PDF breaks lines and pages: what the Word file needs to know to break them alike. */
export type PagePlan = {
  readonly look: DocumentLook
  /** The page, counted from 1, on which an anchor stands. */
  readonly pageOf: (anchor: string) => number | undefined
  readonly hyphens: (section: number, row: number, column: number) => readonly HyphenPlace[]
  /** How the pieces of a row hold together: one for text, one for each row of a table, its header first. */
  readonly holds: (section: number, row: number) => readonly Hold[]
  /** Widths of the columns of a table, in points; undefined for any other row. */
  readonly tableWidths: (section: number, row: number) => readonly number[] | undefined
  /** Whether the caption of a chart is printed; it is not where the heading above says the same. */
  readonly hasCaption: (section: number, row: number) => boolean
  /** Height of the picture of a chart, in points; undefined for any other row. */
  readonly figureHeight: (section: number, row: number) => number | undefined
  /** Where the words of numbered headings begin behind the widest number, in points; 0 where there are none. */
  readonly headingIndent: (column: number, kind: SectionKind) => number
}

const cellInset = 4.5
const keyOf = (section: number, row: number): string => `${section}.${row}`
const loose: Hold = { isWhole: false, isKeptWithNext: false }

/** The items of all pages in order, each once, and what is to be known of each page but the first. */
type Sequence = { readonly items: readonly FlowItem[]; readonly turns: readonly Turn[] }
/**
 * A page: the number of the first item that begins on it, how far below the top, behind the end of one begun before, and how much room the page before had left.
 * In points.
 */
type Turn = { readonly index: number; readonly rest: number; readonly room: number; readonly isForced: boolean }

function sequenceOf(pages: readonly Page[]): Sequence {
  const items: FlowItem[] = []
  const turns: Turn[] = []
  let bottom = 0
  pages.forEach(({ placements }, page) => {
    const own = placements.filter(({ isRepeated }) => !isRepeated)
    const first = own.find(({ isFirst }) => isFirst)
    const rest = own[0]?.isFirst === true ? 0 : (first?.top ?? textHeight)
    if (page > 0) turns.push({ index: items.length, rest, room: textHeight - bottom, isForced: first?.item.startsPage ?? false })
    for (const placement of own) {
      if (placement.isFirst) items.push(placement.item)
      bottom = placement.top + placement.height
    }
  })
  return { items, turns }
}

/**
 * Holds together what begins first on a page of the PDF until it is too large for what Word has left on the page before. Word then has no choice but to
 * turn the page there, although no page break is written: when the text is edited, the pages flow as ever.
 *
 * Word's page holds more than the PDF's: the allowance, and what the page before has taken over of a paragraph that goes on (the PDF stops both languages
 * at the same sentence, Word fills the page).
 */
function holdsOf({ items, turns }: Sequence, allowance: number): ReadonlyMap<FlowItem, Hold> {
  const holds = new Map<FlowItem, Hold>()
  let taken = 0
  for (const { index, rest, room, isForced } of turns) {
    const left = room + allowance + taken
    taken = isForced ? 0 : Math.min(left, rest)
    if (isForced || left < rest) continue
    let height = rest
    for (let at = index; at < items.length; at += 1) {
      const item = items[at]
      if (item === undefined || (at > index && item.startsPage)) break
      height += item.spaceBefore + itemHeight(item)
      const isEnough = height > left
      holds.set(item, { isWhole: itemHeight(item) < textHeight / 2, isKeptWithNext: !isEnough })
      if (isEnough) break
    }
  }
  return holds
}

/** The plan of a file that breaks lines and pages as it likes. */
export const noPlan: PagePlan = {
  look: { contents: undefined, spaceBelowTitle: 20 },
  pageOf: () => undefined,
  hyphens: () => [],
  holds: () => [],
  tableWidths: () => undefined,
  hasCaption: () => true,
  figureHeight: () => undefined,
  headingIndent: () => 0,
}

function spaceBelowTitle(items: readonly FlowItem[]): number {
  const at = items.findIndex(({ tag }) => tag.kind === 'title')
  return (items[at]?.padding.bottom ?? 0) + (items[at + 1]?.spaceBefore ?? 0)
}

// A document that keeps its pages keeps its plan.
const plans = new WeakMap<LaidOutPages, PagePlan>()

/** Plans a Word file: lays the document out as the PDF does, without the notes, which Word shows as comments. `allowance` is that of the measures. */
export async function planPages(document: AssembledDocument, options: ExportOptions, allowance: number): Promise<PagePlan> {
  const breathe = async (): Promise<void> => {
    options.signal?.throwIfAborted()
    await Promise.resolve()
  }
  const laidOut = await layOutPages(document, { hasNotes: false }, breathe)
  const plan = plans.get(laidOut) ?? planOf(document, laidOut, allowance)
  plans.set(laidOut, plan)
  return plan
}

function planOf(document: AssembledDocument, { pages, contents, numbers }: LaidOutPages, allowance: number): PagePlan {
  const sequence = sequenceOf(pages)
  const holds = holdsOf(sequence, allowance)
  const rows = new Map<string, FlowItem[]>()
  const indents = new Map<string, number>()
  const contentsIndents: number[] = document.languages.map(() => 0)
  for (const item of sequence.items) {
    if (item.tag.kind === 'contentsEntry')
      item.columns.forEach(({ lines }, column) => (contentsIndents[column] = Math.max(contentsIndents[column] ?? 0, lines[0]?.indent ?? 0)))
    if (item.row < 0) continue
    const key = keyOf(item.section, item.row)
    const own = rows.get(key)
    if (own === undefined) rows.set(key, [item])
    else own.push(item)
    if (item.tag.kind !== 'heading' || item.tag.level !== 1) continue
    const kind = document.sections[item.section]?.kind ?? 'part'
    item.columns.forEach(({ lines }, column) => {
      const [line] = lines
      if (line !== undefined && line.label.length > 0) indents.set(`${column}.${kind}`, Math.max(indents.get(`${column}.${kind}`) ?? 0, line.indent))
    })
  }
  const hyphens = new Map<string, readonly HyphenPlace[]>()
  const itemsOf = (section: number, row: number): readonly FlowItem[] => rows.get(keyOf(section, row)) ?? []
  return {
    look: {
      contents: contents === undefined ? undefined : { ...contents, indents: contentsIndents },
      spaceBelowTitle: spaceBelowTitle(sequence.items),
    },
    pageOf: (anchor) => numbers.get(anchor),
    hyphens: (section, row, column) => {
      const key = `${keyOf(section, row)}.${column}`
      const known = hyphens.get(key) ?? hyphenPlaces(itemsOf(section, row), column)
      hyphens.set(key, known)
      return known
    },
    holds: (section, row) => itemsOf(section, row).map((item) => holds.get(item) ?? loose),
    tableWidths: (section, row) => {
      const [item] = itemsOf(section, row)
      return item?.tag.kind === 'tableHeader' || item?.tag.kind === 'tableRow' ? item.columns.map(({ width }) => width + 2 * cellInset) : undefined
    },
    hasCaption: (section, row) => itemsOf(section, row).some(({ tag }) => tag.kind === 'caption'),
    figureHeight: (section, row) => {
      const figure = itemsOf(section, row).find(({ tag }) => tag.kind === 'figure')
      return figure === undefined ? undefined : itemHeight(figure)
    },
    headingIndent: (column, kind) => indents.get(`${column}.${kind}`) ?? 0,
  }
}
