import type { Language } from '../../../engine/language.ts'
import { cover } from '../cover-measures.ts'
import { coverSheet, type StyleSheet } from '../pdf/styles.ts'
import type { BlockStyle, TextStyle } from '../pdf/text-style.ts'
import type { ListFamily, ListLevel } from './lists.ts'
import { page, points, sheetOf, type Measures } from './measures.ts'
import type { ContentsLook, DocumentLook } from './page-plan.ts'

/** A paragraph style: what it is called, what it follows from, and its properties in the order the schema wants. Distances are in points. */
export type StyleSpecification = {
  readonly id: string
  readonly name: string
  readonly basedOn: string
  readonly next?: string
  readonly list?: readonly [ListFamily, ListLevel]
  readonly keep?: 'next' | 'lines' | 'nextAndLines'
  readonly isPageBreakBefore?: true
  readonly border?: string
  readonly tabs?: string
  /** Absent where the style it is based on decides. Lines have exactly this height, as in the PDF; `auto` makes room for a picture. */
  readonly line?: number | 'auto'
  readonly before?: number
  readonly after?: number
  readonly indent?: number
  readonly hanging?: number
  readonly align?: 'right' | 'center'
  readonly outline?: 0 | 1
  readonly run?: string
}

const sansFonts = '<w:rFonts w:ascii="Source Sans 3" w:hAnsi="Source Sans 3" w:cs="Arial" w:eastAsia="Noto Sans JP"/>'

const hexGrey = (grey: number): string =>
  Math.round(grey * 255)
    .toString(16)
    .padStart(2, '0')
    .toUpperCase()
    .repeat(3)

/** A size in points as the two properties Word has for it. */
export const sizeXml = (size: number): string => `<w:sz w:val="${Math.round(size * 2)}"/><w:szCs w:val="${Math.round(size * 2)}"/>`

/** Type as run properties. */
function runOf(text: TextStyle): string {
  const font = text.family === 'sans' ? sansFonts : ''
  const colour = text.grey === 0 ? '' : `<w:color w:val="${hexGrey(text.grey)}"/>`
  return `${font}${text.isBold ? '<w:b/><w:bCs/>' : ''}${colour}${sizeXml(text.size)}`
}

const look = ({ text, leading }: BlockStyle): { readonly run: string; readonly line: number } => ({ run: runOf(text), line: leading })

/** How far below the edge of the level above the text of a level begins. */
function numbered(sheet: StyleSheet): readonly StyleSpecification[] {
  const { space, indents } = sheet
  const before = (level: number): number => (level > 1 ? space.item : space.paragraph)
  const levels = (prefix: string, title: string, family: ListFamily): readonly StyleSpecification[] =>
    ([1, 2, 3] as const).map((level) => ({
      id: `${prefix}${level}`,
      name: `${title} ${level}`,
      basedOn: 'BodyText',
      list: [family, level],
      before: before(level),
    }))
  return [
    ...levels('Paragraph', 'Paragraph', 'clause'),
    ...levels('AnnexParagraph', 'Annex Paragraph', 'annex'),
    ...levels('Recital', 'Recital', 'recitals'),
    ...([0, 1, 2, 3] as const).map((level): StyleSpecification => ({
      id: `Bullet${level}`,
      name: `Bullet ${level}`,
      basedOn: 'BodyText',
      list: ['bullet', level],
      before: space.item,
    })),
    ...([1, 2, 3] as const).map((level): StyleSpecification => ({
      id: `Continued${level}`,
      name: `Continued ${level}`,
      basedOn: 'BodyText',
      indent: indents[level],
      before: before(level),
    })),
  ]
}

function headings(sheet: StyleSheet): readonly StyleSpecification[] {
  const { space } = sheet
  const heading = { basedOn: 'Normal', keep: 'nextAndLines', outline: 0, before: space.heading, ...look(sheet.heading) } as const
  return [
    { id: 'Heading', name: 'heading', next: 'Paragraph1', list: ['clause', 0], ...heading },
    { ...heading, id: 'SubHeading', name: 'heading', next: 'BodyText', outline: 1, before: space.subheading, ...look(sheet.subheading) },
    { id: 'PlainHeading', name: 'Heading without Number', next: 'BodyText', ...heading },
    // Annexes begin a page, where the PDF leaves no space above.
    { ...heading, id: 'AnnexHeading', name: 'Annex Heading', next: 'AnnexParagraph1', list: ['annex', 0], isPageBreakBefore: true, before: 0 },
  ]
}

/** The party on the first page: its name, what is said of it, and the words that introduce its short name. */
function party(sheet: StyleSheet, isBilingual: boolean): readonly StyleSpecification[] {
  const { space, indents } = sheet
  const below = space.block - space.paragraph
  return [
    {
      id: 'Party',
      name: 'Party',
      basedOn: 'Normal',
      next: 'PartyDetail',
      keep: 'nextAndLines',
      before: space.block,
      indent: indents[1],
      hanging: indents[1],
      run: '<w:b/><w:bCs/>',
    },
    { id: 'PartyDetail', name: 'Party Detail', basedOn: 'Normal', keep: 'nextAndLines', indent: indents[1] },
    // In a cell Word adds the space below a paragraph to that above the next; elsewhere it takes the larger, here that between two parties.
    { id: 'PartyShortName', name: 'Party Short Name', basedOn: 'PartyDetail', next: 'BodyText', after: isBilingual ? below : below + space.block },
  ]
}

/** The styles a column has its own version of: they carry its language, its type and its lists. */
export function columnStyles(
  languages: readonly Language[],
  measures: Measures,
  column: number,
  { contents, spaceBelowTitle }: DocumentLook,
): readonly StyleSpecification[] {
  const sheet = sheetOf(measures, column)
  const { space } = sheet
  const isBilingual = languages.length > 1
  return [
    {
      id: 'Title',
      name: 'Title',
      basedOn: 'Normal',
      next: 'BodyText',
      keep: 'nextAndLines',
      // In a cell Word adds this to the space above what follows; elsewhere it takes the larger.
      after: isBilingual ? 8 : spaceBelowTitle,
      ...look(sheet.title),
    },
    ...coverStyles(sheet),
    { id: 'BodyText', name: 'Body Text', basedOn: 'Normal', before: space.paragraph, ...look(sheet.body) },
    ...headings(sheet),
    ...numbered(sheet),
    ...party(sheet, isBilingual),
    {
      id: 'DraftingNote',
      name: 'Drafting Note',
      basedOn: 'Normal',
      border: '<w:pBdr><w:left w:val="single" w:sz="18" w:space="6" w:color="B0872F"/></w:pBdr>',
      before: space.block,
      indent: 10,
      ...look(sheet.note),
    },
    {
      id: 'FootnoteText',
      name: 'footnote text',
      basedOn: 'Normal',
      keep: 'lines',
      tabs: `<w:tabs><w:tab w:val="left" w:pos="${points(footnoteHang)}"/></w:tabs>`,
      indent: footnoteHang,
      hanging: footnoteHang,
      ...look(sheet.footnote),
    },
    ...contentsStyles(sheet, measures, contents?.indents[column] ?? 0, contents),
  ]
}

function coverStyles(sheet: StyleSheet): readonly StyleSpecification[] {
  const { title, body } = coverSheet(sheet)
  const rule = `<w:pBdr><w:top w:val="single" w:sz="${cover.rule * 8}" w:space="${cover.belowRule}" w:color="24507A"/></w:pBdr>`
  const above = cover.top - cover.belowRule - cover.rule
  return [
    { id: 'CoverBegin', name: 'Cover Begin', basedOn: 'Normal', next: 'CoverTitle', keep: 'nextAndLines', border: rule, before: above, ...look(body) },
    { id: 'CoverTitle', name: 'Cover Title', basedOn: 'Title', next: 'CoverText', before: cover.aboveTitle, after: 0, ...look(title) },
    { id: 'CoverText', name: 'Cover Text', basedOn: 'Normal', before: cover.aboveText, ...look(body) },
  ]
}

function contentsStyles(sheet: StyleSheet, measures: Measures, hang: number, contents: ContentsLook | undefined): readonly StyleSpecification[] {
  return [
    {
      id: 'ContentsHeading',
      name: 'Contents Heading',
      basedOn: 'Normal',
      next: 'TOC1',
      keep: 'nextAndLines',
      before: contents?.startsPage === true ? 0 : sheet.space.heading + 8,
      ...look(sheet.heading),
    },
    {
      id: 'TocEntry',
      name: 'toc',
      basedOn: 'Normal',
      next: 'BodyText',
      keep: 'lines',
      tabs: `<w:tabs><w:tab w:val="left" w:pos="${points(hang)}"/><w:tab w:val="right" w:leader="dot" w:pos="${measures.columnWidth}"/></w:tabs>`,
      before: contents?.gap ?? 3.5,
      indent: hang,
      hanging: hang,
      ...look(sheet.body),
    },
  ]
}

/** How far the words of a footnote hang behind its mark, in points. */
const footnoteHang = 12

const rightTab = `<w:tabs><w:tab w:val="clear" w:pos="4536"/><w:tab w:val="clear" w:pos="9072"/><w:tab w:val="right" w:pos="${page.textWidth}"/></w:tabs>`

/** Height of the empty paragraph Word needs after a table, in points. */
const seam = 1
/** The line to write on stands this far above the words below it, line width included, in points. */
const ruleSpace = 2.5
const ruled = (width: number): string => `<w:pBdr><w:top w:val="single" w:sz="${width}" w:space="2" w:color="4D4D4D"/></w:pBdr>`

function tables({ space, table, tableHeader, note }: StyleSheet): readonly StyleSpecification[] {
  return [
    { id: 'TableText', name: 'Table Text', basedOn: 'Normal', keep: 'lines', ...look(table) },
    { id: 'ChartText', name: 'Chart Text', basedOn: 'Normal', keep: 'nextAndLines', run: runOf(note.text), line: 19 },
    { id: 'ChartPicture', name: 'Chart Picture', basedOn: 'Normal', line: 'auto', run: sizeXml(1) },
    { id: 'TableNumber', name: 'Table Number', basedOn: 'TableText', align: 'right' },
    { id: 'TableHeading', name: 'Table Heading', basedOn: 'Normal', keep: 'nextAndLines', before: 0.5, after: 0.25, ...look(tableHeader) },
    { id: 'TableHeadingNumber', name: 'Table Heading Number', basedOn: 'TableHeading', align: 'right' },
    { id: 'BeforeTable', name: 'Before Table', basedOn: 'Normal', next: 'BodyText', keep: 'nextAndLines', line: space.block - seam, run: sizeXml(2) },
    { id: 'AfterTable', name: 'After Table', basedOn: 'Normal', next: 'BodyText', line: seam, run: sizeXml(1) },
    { id: 'BetweenTables', name: 'Between Tables', basedOn: 'Normal', keep: 'next', line: seam, run: sizeXml(1) },
    { id: 'PageStart', name: 'Page Start', basedOn: 'AfterTable', keep: 'next', isPageBreakBefore: true },
  ]
}

function signatures({ body, small }: StyleSheet): readonly StyleSpecification[] {
  return [
    { id: 'SignatureParty', name: 'Signature Party', basedOn: 'Normal', keep: 'nextAndLines', before: 26, line: body.leading, run: '<w:b/><w:bCs/>' },
    { id: 'SignaturePlace', name: 'Signature Place', basedOn: 'Normal', keep: 'nextAndLines', border: ruled(4), before: 32 - ruleSpace, ...look(small) },
    // Word joins neighbours of the same border into one frame, so this line differs from the one above.
    { id: 'SignatureLine', name: 'Signature Line', basedOn: 'Normal', keep: 'nextAndLines', border: ruled(5), before: 32 - ruleSpace, line: body.leading },
    { id: 'SignatureFunction', name: 'Signature Function', basedOn: 'Normal', keep: 'nextAndLines', after: 6, ...look(small) },
  ]
}

/** The styles a document has once: tables, signatures, header and footer, comments. */
export function sharedStyles(measures: Measures): readonly StyleSpecification[] {
  const sheet = sheetOf(measures, 0)
  const furniture = { basedOn: 'Normal', tabs: rightTab, line: 11.5, run: `${sansFonts}<w:color w:val="${hexGrey(0.42)}"/>${sizeXml(8.5)}` } as const
  return [
    ...tables(sheet),
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      next: 'BodyText',
      keep: 'nextAndLines',
      before: sheet.space.block,
      after: 4,
      ...look(sheet.subheading),
    },
    ...signatures(sheet),
    { id: 'Header', name: 'header', ...furniture },
    { id: 'Footer', name: 'footer', ...furniture },
    { id: 'CommentText', name: 'annotation text', basedOn: 'Normal', line: 12, run: sizeXml(10) },
  ]
}
