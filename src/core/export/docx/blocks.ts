import {
  inlineText,
  isFront,
  type Block,
  type Change,
  type Heading,
  type Inline,
  type PartyBlock,
  type Section,
  type Paragraph,
} from '../../../engine/document.ts'
import { cleanLine } from '../text-cleaning.ts'
import { changeOfLine, unmarked } from './changes.ts'
import { chartXml } from './chart-table.ts'
import { dataTable } from './data-table.ts'
import { bookmarkNames, familyOf, paragraph, runs, type DrawingContext, type ParagraphExtras } from './drawing-context.ts'
import { textRun } from './inlines.ts'
import type { Hyphenator } from './hyphen-places.ts'
import type { ListLevel } from './lists.ts'
import type { Hold } from './page-plan.ts'
import { signatureTable } from './signature-table.ts'

/** Where a block stands while it is drawn. */
export type BlockPlace = {
  readonly section: Section
  readonly column: number
  /** Width at hand, in twips. */
  readonly width: number
  readonly hyphenate: Hyphenator
  /** How the block holds together: one entry for text, one for each row of a table. */
  readonly holds: readonly Hold[]
  /** Widths of the columns of a table as the PDF has them, in points. */
  readonly tableWidths: readonly number[] | undefined
  /** Whether the caption of a chart is printed. */
  readonly hasCaption: boolean
  /** Height of a picture as the PDF has it, in points. */
  readonly figureHeight: number | undefined
  /** In a redline: what became of the whole row. */
  readonly change: Change | undefined
}

/** A label Word cannot count, such as "Anhang", printed as words before the text; in a redline the old one goes out before the new one. */
function printedLabel(context: DrawingContext, { label, labelBefore }: { readonly label: string; readonly labelBefore?: string }): string {
  const words = (text: string): string => (text === '' ? '' : `${textRun(text)}<w:r><w:tab/></w:r>`)
  if (labelBefore === undefined || context.redline === undefined) return words(label)
  const { marks } = context.redline
  return `${marks.runs(words(labelBefore), 'deleted')}${marks.runs(words(label), 'inserted')}`
}

/** Where a labelled block gets its number from, in either version of a redline: each counts only what it has. */
function placements(
  context: DrawingContext,
  block: Heading | Paragraph,
  level: ListLevel,
  { section, column, change }: BlockPlace,
): Pick<ParagraphExtras, 'placement' | 'placementBefore'> {
  const family = familyOf(section.kind)
  const after = change === 'deleted' ? undefined : context.lists.place(column, family, level, block.label)
  if (context.redline === undefined || change === 'inserted') return { placement: after }
  const before = context.lists.place(column, family, level, block.labelBefore ?? block.label, 'before')
  if (change === 'deleted') return { placement: before }
  return { placement: after, placementBefore: JSON.stringify(before) === JSON.stringify(after) ? undefined : before }
}

function headingXml(context: DrawingContext, block: Heading, place: BlockPlace): string {
  const { section, column } = place
  const names = [...bookmarkNames(context, block, section.id, column)]
  const content = runs(context, block.content, place)
  if (block.level === 2) return paragraph(context, 'SubHeading', column, `${printedLabel(context, block)}${content}`, { bookmarkNames: names })
  const placed = block.label === '' ? { placement: undefined } : placements(context, block, 0, place)
  const { placement } = placed
  if (context.plan.look.contents !== undefined && !isFront(section)) {
    const entries = context.contents[column]
    const bookmark = `_Toc${800_000_000 + (entries?.length ?? 0) * 10 + column}`
    entries?.push({ label: block.label, title: cleanLine(inlineText(block.content)), bookmark, page: context.plan.pageOf(section.id) })
    names.push(bookmark)
  }
  const isAnnex = section.kind === 'annex'
  const extras: ParagraphExtras = { ...placed, bookmarkNames: names }
  if (isAnnex && placement !== undefined) return paragraph(context, 'AnnexHeading', column, content, extras)
  const style = placement === undefined ? 'PlainHeading' : 'Heading'
  return paragraph(context, style, column, `${placement === undefined ? printedLabel(context, block) : ''}${content}`, {
    ...extras,
    isPageBreakBefore: isAnnex,
  })
}

function paragraphStyle(block: Paragraph, place: BlockPlace): string {
  const { level, marker } = block
  if (place.section.kind === 'cover') return place.section.rows[0]?.cells.includes(block) === true ? 'CoverBegin' : 'CoverText'
  if (marker === 'bullet') return `Bullet${level}`
  if (level === 0) return 'BodyText'
  if (marker === 'none' || block.label === '') return `Continued${level}`
  const { kind } = place.section
  return `${kind === 'annex' ? 'AnnexParagraph' : kind === 'recitals' ? 'Recital' : 'Paragraph'}${level}`
}

function paragraphXml(context: DrawingContext, block: Paragraph, place: BlockPlace): string {
  const { section, column, holds } = place
  const [hold] = holds
  const isNumbered = block.marker === 'number' && block.level !== 0 && block.label !== ''
  const placed = isNumbered ? placements(context, block, block.level, place) : { placement: undefined }
  const content = runs(context, block.content, place)
  const extras: ParagraphExtras = {
    ...placed,
    bookmarkNames: bookmarkNames(context, block, section.id, column),
    isKeptWithNext: hold?.isKeptWithNext === true || block.isLeadIn,
    isWhole: hold?.isWhole,
  }
  if (isNumbered && placed.placement === undefined)
    return paragraph(context, `Continued${block.level}`, column, `${printedLabel(context, block)}${content}`, extras)
  return paragraph(context, paragraphStyle(block, place), column, content, extras)
}

function partyXml(context: DrawingContext, block: PartyBlock, place: BlockPlace): string {
  const { column } = place
  const lines = block.lines.filter((line) => line.length > 0).map((line) => partyLine(context, line, place))
  const shortName = block.shortName.length === 0 ? '' : paragraph(context, 'PartyShortName', column, runs(context, block.shortName, place))
  return `${paragraph(context, 'Party', column, `${printedLabel(context, block)}${runs(context, block.name, place)}`)}${lines.join('')}${shortName}`
}

/** A line of a party; in a redline one that was put in or taken out is a paragraph that was. */
function partyLine(context: DrawingContext, line: readonly Inline[], place: BlockPlace): string {
  const change = changeOfLine(line)
  if (change === undefined || context.redline === undefined) return paragraph(context, 'PartyDetail', place.column, runs(context, line, place))
  return context.redline.marks.blocks(paragraph(context, 'PartyDetail', place.column, runs(context, unmarked(line), place)), change)
}

/** Draws one block as paragraphs and tables; what it returns always ends in a paragraph, as a table cell must. */
export function blockXml(context: DrawingContext, block: Block, place: BlockPlace): string {
  const { column } = place
  switch (block.kind) {
    case 'title':
      return paragraph(context, place.section.kind === 'cover' ? 'CoverTitle' : 'Title', column, runs(context, block.content, place))
    case 'heading':
      return headingXml(context, block, place)
    case 'paragraph':
      return paragraphXml(context, block, place)
    case 'party':
      return partyXml(context, block, place)
    case 'note':
      return paragraph(context, 'DraftingNote', column, runs(context, block.content, place))
    case 'table':
      return dataTable(context, block, place)
    case 'chart':
      return chartXml(context, block, place)
    case 'signatures':
      return signatureTable(context, block, place)
    case 'pageBreak':
      return paragraph(context, 'PageStart', 0, '')
  }
}
