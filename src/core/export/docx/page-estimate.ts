import { inlineText, type AssembledDocument, type Block, type Row, type Section } from '../../../engine/document.ts'
import { shareWidths } from './data-table.ts'
import { measuresFor, page, type Measures } from './measures.ts'
import { columnStyles, sharedStyles, type StyleSpecification } from './style-sheet.ts'
import { countLines } from './text-width.ts'

/** A piece of the page: some lines with space around, all in twips. */
type Box = {
  readonly lines: number
  readonly lineHeight: number
  readonly before: number
  readonly after: number
  /** Rows of a table do not share their space with what stands above. */
  readonly isRow: boolean
  readonly isKeptWithNext: boolean
  readonly isWhole: boolean
  readonly startsPage: boolean
  /** Whether the box is a heading that the contents list. */
  readonly isListed: boolean
}

type Styles = ReadonlyMap<string, StyleSpecification>
type Setting = { readonly styles: Styles; readonly measures: Measures; readonly width: number }

/** East Asian characters stand in a higher line: 1.437 of their size. */
const hasWide = /[\u2e80-\uffef]/

function boxOf(
  setting: Setting,
  styleName: string,
  text: string,
  extra: { readonly indent?: number; readonly isListed?: boolean; readonly isKeptWithNext?: boolean; readonly isBold?: boolean } = {},
): Box {
  const { measures, styles, width } = setting
  const style = styles.get(styleName)
  const halfPoints = Number(/<w:sz w:val="(\d+)"/.exec(style?.run ?? '')?.[1] ?? measures.size)
  const isBold = style?.run?.includes('<w:b/>') ?? false
  const indent = extra.indent ?? style?.indent ?? 0
  // A line is at least as high as the font, whose ascent and descent make 1.371 of its size.
  const lineHeight = style?.spacing?.rule === 'exact' ? (style.spacing.line ?? 0) : Math.max(style?.spacing?.line ?? measures.line, halfPoints * 10 * 1.371)
  return {
    lines: countLines(text, (width - indent) / 20, halfPoints / 2, isBold),
    lineHeight,
    // A line above the words stands off from them.
    before: (style?.spacing?.before ?? 0) + (style?.border === undefined ? 0 : 70),
    after: (style?.spacing?.after ?? measures.paragraphGap) + (hasWide.test(text) ? Math.max(0, halfPoints * 14.37 - lineHeight) : 0),
    isRow: false,
    isKeptWithNext: extra.isKeptWithNext ?? (style?.keep === 'next' || style?.keep === 'nextAndLines'),
    isWhole: style?.keep === 'lines' || style?.keep === 'nextAndLines',
    startsPage: style?.isPageBreakBefore ?? false,
    isListed: extra.isListed ?? false,
  }
}

const heightOf = (box: Box): number => box.before + box.lines * box.lineHeight + box.after

/** Between paragraphs Word leaves the larger of the space below one and above the next. */
const spaceBefore = (box: Box, previous: Box | undefined): number =>
  box.isRow || previous === undefined || previous.isRow ? box.before : Math.max(0, box.before - previous.after)

/** Boxes side by side or in a table row: as high as the highest of them. */
function joined(columns: readonly (readonly Box[])[], isWhole: boolean): Box {
  const totals = columns.map((boxes) => boxes.reduce((sum, box, index) => sum + heightOf(box) - box.before + spaceBefore(box, boxes[index - 1]), 0))
  const tallest = columns[totals.indexOf(Math.max(...totals))] ?? []
  const [first] = tallest
  const lineHeight = first?.lineHeight ?? 1
  const before = tallest.length === 1 ? (first?.before ?? 0) : 0
  const after = tallest.length === 1 ? (first?.after ?? 0) : 0
  const lines = tallest.length === 1 ? (first?.lines ?? 0) : Math.max(0, ...totals) / lineHeight
  const all = columns.flat()
  return {
    lines,
    lineHeight,
    before,
    after,
    isRow: true,
    isWhole,
    isKeptWithNext: columns.some((boxes) => boxes.at(-1)?.isKeptWithNext),
    startsPage: all.some((box) => box.startsPage),
    isListed: all.some((box) => box.isListed),
  }
}

function headingStyle(section: Section, label: string): string {
  if (section.kind === 'annex') return 'AnnexHeading'
  return label === '' ? 'PlainHeading' : 'Heading'
}

function boxesOf(setting: Setting, section: Section, block: Block, isKeptWithNext: boolean): readonly Box[] {
  const { measures } = setting
  const levelIndent = (level: number): number => (level === 0 ? 0 : (measures.levelIndents[level - 1] ?? 0))
  switch (block.kind) {
    case 'title':
      return [boxOf(setting, 'Title', inlineText(block.content))]
    case 'heading':
      return [
        block.level === 2
          ? boxOf(setting, 'SubHeading', inlineText(block.content))
          : boxOf(setting, headingStyle(section, block.label), inlineText(block.content), { indent: block.label === '' ? 0 : 1000, isListed: true }),
      ]
    case 'paragraph':
      return [boxOf(setting, 'BodyText', inlineText(block.content), { indent: levelIndent(block.level), ...(isKeptWithNext ? { isKeptWithNext } : {}) })]
    case 'party':
      return [
        boxOf(setting, 'Party', inlineText(block.name)),
        ...block.lines.map((line) => boxOf(setting, 'PartyDetail', inlineText(line))),
        boxOf(setting, 'PartyShortName', inlineText(block.shortName), { indent: levelIndent(1) }),
      ]
    case 'table': {
      const widths = shareWidths(
        block.columns.map((column) => column.width),
        setting.width,
      )
      const row = (cells: readonly string[], style: string): Box =>
        joined(
          cells.map((text, index) => [boxOf({ ...setting, width: (widths[index] ?? 0) - 170 }, style, text)]),
          true,
        )
      return [
        row(
          block.columns.map((column) => inlineText(column.header)),
          'TableHeading',
        ),
        ...block.rows.map((cells) => row(cells.map(inlineText), 'TableText')),
        boxOf(setting, 'AfterTable', ''),
      ]
    }
    case 'chart':
      return [
        boxOf(setting, 'Caption', block.caption),
        ...block.chart.items.map((item) => boxOf(setting, 'TableText', item.label)),
        boxOf(setting, 'AfterTable', ''),
      ]
    case 'signatures': {
      const count = Math.max(0, ...block.parties.map((party) => party.signatories.length)) * Math.ceil(block.parties.length / 2)
      const person = ['SignaturePlace', 'SignatureLine', 'SignatureFunction'].map((style) => boxOf(setting, style, ''))
      return [
        joined([[boxOf(setting, 'SignatureParty', '')]], true),
        ...Array.from({ length: count }, (_, index) => ({ ...joined([person], true), isKeptWithNext: index < count - 1 })),
        boxOf(setting, 'AfterTable', ''),
      ]
    }
    case 'note':
    case 'pageBreak':
      return []
  }
}

function rowBoxes(setting: Setting, section: Section, row: Row, next: Row | undefined, columns: number): readonly Box[] {
  const isKeptWithNext = next?.cells.some((block) => block.kind === 'signatures') ?? false
  const isFull = columns === 1 || row.isFullWidth || row.cells.length === 1
  if (isFull) return row.cells.flatMap((block) => boxesOf({ ...setting, width: page.textWidth }, section, block, isKeptWithNext))
  const cells = row.cells.map((block) => boxesOf(setting, section, block, isKeptWithNext))
  if (cells.every((boxes) => boxes.length === 0)) return []
  return [
    joined(
      cells,
      row.cells.some((block) => block.kind === 'heading' || block.kind === 'title' || block.kind === 'party'),
    ),
  ]
}

function contentsBoxes(setting: Setting, document: AssembledDocument): readonly Box[] {
  const headings = document.sections.flatMap((section) =>
    section.rows.filter((row) => row.cells.some((block) => block.kind === 'heading' && block.level === 1)),
  )
  const entries = headings.map((row) =>
    joined(
      row.cells.map((block) => [
        boxOf(setting, 'TocEntry', block.kind === 'heading' ? inlineText(block.content) : '', { indent: (setting.styles.get('TocEntry')?.indent ?? 0) + 400 }),
      ]),
      true,
    ),
  )
  const space = boxOf(setting, 'AfterTable', '')
  return [space, space, boxOf(setting, 'ContentsHeading', ''), ...entries, space]
}

/** Lays the boxes on pages and gives the page of each listed heading. */
function paginate(boxes: readonly Box[], pageHeight: number): readonly number[] {
  const pages: number[] = []
  let number = 1
  let used = 0
  const turn = (): void => {
    number += 1
    used = 0
  }
  /** What must stand on one page from a box on: boxes kept with the next, and two lines of the last. */
  const needed = (index: number): number => {
    let height = 0
    for (let at = index; at < boxes.length; at += 1) {
      const box = boxes[at]
      if (box === undefined || (at > index && box.startsPage)) return height
      if (!box.isKeptWithNext) return height + spaceBefore(box, boxes[at - 1]) + (box.isWhole || box.lines <= 3 ? box.lines : 2) * box.lineHeight
      height += heightOf(box) - box.before + spaceBefore(box, boxes[at - 1])
    }
    return height
  }
  boxes.forEach((box, index) => {
    if (box.startsPage && used > 0) turn()
    const whole = needed(index)
    if (used > 0 && used + whole > pageHeight && whole <= pageHeight) turn()
    if (box.isListed) pages.push(number)
    // Word drops the space above a paragraph that an automatic break has put on top of a page, but not that of a table row.
    if (used > 0 || index === 0 || box.isRow) used += spaceBefore(box, boxes[index - 1])
    let { lines } = box
    while (used + lines * box.lineHeight > pageHeight && lines > 0) {
      const fitting = Math.floor((pageHeight - used) / box.lineHeight)
      // At least two lines stay on either side of a break.
      const taken = Math.max(used === 0 ? 1 : 0, Math.min(fitting, lines - 2))
      lines -= Math.max(taken, 0)
      turn()
    }
    used += lines * box.lineHeight + box.after
  })
  return pages
}

/**
 * Estimates the page each heading of level 1 begins on, in order, from the widths of Source Serif 4 and the measures of the styles. It is right
 * where the fonts are installed, give or take a line; Word corrects it when the contents are updated. docx/layout would lay the pages out
 * faithfully, but takes a hundred times as long as the whole export.
 */
export function estimatePages(document: AssembledDocument): readonly number[] {
  const measures = measuresFor(document.languages)
  const styles: Styles = new Map([...columnStyles(document.languages), ...sharedStyles].map((style) => [style.id, style]))
  const setting: Setting = { styles, measures, width: measures.columnWidth }
  const boxes = document.sections.map((section) =>
    section.rows.flatMap((row, index) => rowBoxes(setting, section, row, section.rows[index + 1], document.languages.length)),
  )
  const openings = document.sections.findLastIndex((section) => section.kind === 'opening') + 1
  boxes.splice(openings, 0, [...contentsBoxes(setting, document)])
  return paginate(boxes.flat(), page.height - page.margins.top - page.margins.bottom)
}
