import { type AssembledDocument, isFront } from '../../../engine/document.ts'
import type { ExportOptions } from '../options.ts'
import { contentsPlaces, isOnOnePage, numberedContents, pagesOfAnchors, placedContents, setContents, type ContentsPlace } from './contents.ts'
import type { FlowItem } from './flow.ts'
import { textHeight } from './geometry.ts'
import { layoutContext, type LayoutContext } from './layout-context.ts'
import { contentsEntries, layoutSection, withSignatureText, type ContentsEntry } from './layout-document.ts'
import { paginate, type Page } from './paginate.ts'

/** From this number of pages on a document has a table of contents. */
const pagesWithContents = 8

/**
 * The pages of a document. `contents` says how its contents stand, undefined where it has none; `numbers` gives the page, counted from 1, of each anchor
 * as the contents print it.
 */
export type LaidOutPages = {
  readonly pages: readonly Page[]
  readonly contents: ContentsPlace | undefined
  readonly numbers: ReadonlyMap<string, number>
}

// Laying out costs more than all else, and an export as PDF and Word file needs the same pages twice. They go when the document goes.
const laidOut = new WeakMap<AssembledDocument, LaidOutPages>()

const hasNotes = ({ sections }: AssembledDocument): boolean => sections.some(({ rows }) => rows.some(({ cells }) => cells.some(({ kind }) => kind === 'note')))

/** Lays a document out in pages, with contents when it is long enough, once for each document. `breathe` is awaited before each section. */
export async function layOutPages(
  document: AssembledDocument,
  options: Pick<ExportOptions, 'hasNotes' | 'onProgress'>,
  breathe: () => Promise<void>,
): Promise<LaidOutPages> {
  if (options.hasNotes && hasNotes(document)) return layOutAnew(document, options, breathe)
  await breathe()
  const made = laidOut.get(document) ?? (await layOutAnew(document, options, breathe))
  laidOut.set(document, made)
  return made
}

async function layOutAnew(
  document: AssembledDocument,
  options: Pick<ExportOptions, 'hasNotes' | 'onProgress'>,
  breathe: () => Promise<void>,
): Promise<LaidOutPages> {
  const context = layoutContext(document, options.hasNotes)
  const parts: FlowItem[][] = []
  for (const [index, section] of document.sections.entries()) {
    await breathe()
    parts.push([...layoutSection(section, index, context)])
    options.onProgress?.((0.4 * (index + 1)) / document.sections.length)
  }
  const items = withSignatureText(parts.flat())
  const pages = paginate(items, textHeight, pagesWithContents)
  if (pages.length < pagesWithContents) return { pages, contents: undefined, numbers: new Map() }
  const entries = contentsEntries(document.sections)
  if (entries.length === 0) return { pages: paginate(items, textHeight), contents: undefined, numbers: new Map() }
  return withContents(document, items, entries, context)
}

/** Puts the contents after the first section; what follows begins on a new page, so its pages are known before the contents are set. */
function withContents(document: AssembledDocument, items: readonly FlowItem[], entries: readonly ContentsEntry[], context: LayoutContext): LaidOutPages {
  const [firstSection] = document.sections
  const hasOpening = firstSection !== undefined && isFront(firstSection)
  const start = hasOpening
    ? Math.max(
        0,
        items.findIndex((item) => item.section !== 0),
      )
    : 0
  const opening = items.slice(0, start)
  const [first, ...others] = items.slice(start)
  // The space above stays: Word keeps it after a page break too, and both must hold the same on that page.
  const opened = first === undefined ? undefined : { ...first, startsPage: true, padding: { ...first.padding, top: first.padding.top + first.spaceBefore } }
  const rest = opened === undefined ? [] : paginate([opened, ...others], textHeight)
  const contents = setContents(entries, context)
  const front = (items: readonly FlowItem[], place: ContentsPlace): readonly Page[] => paginate([...opening, ...placedContents(items, place)], textHeight)
  const unnumbered = numberedContents(contents, () => '00', context)
  const places = firstSection?.kind === 'cover' ? contentsPlaces.filter(({ startsPage }) => startsPage) : contentsPlaces
  const place = places.find((candidate) => isOnOnePage(front(unnumbered, candidate))) ?? { gap: 3.5, startsPage: firstSection?.kind === 'cover' }
  const numbers = pagesOfAnchors([...front(unnumbered, place), ...rest])
  const numbered = numberedContents(contents, (anchor) => String(numbers.get(anchor) ?? ''), context)
  return { pages: [...front(numbered, place), ...rest], contents: place, numbers }
}
