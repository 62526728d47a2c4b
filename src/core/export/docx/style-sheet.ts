import { measuresFor, millimetres, page, points, type Measures } from './measures.ts'
import type { ListFamily, ListLevel } from './lists.ts'
import type { Language } from '../../../engine/language.ts'

/** A paragraph style: what it is called, what it follows from, and its properties in the order the schema wants. */
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
  readonly isUnhyphenated?: true
  readonly spacing?: { readonly before?: number; readonly after?: number; readonly line?: number; readonly rule?: 'exact' | 'atLeast' }
  readonly indent?: number
  readonly hanging?: number
  readonly align?: 'right' | 'center'
  readonly outline?: 0 | 1
  readonly run?: string
}

const bold = '<w:b/><w:bCs/>'
const sans = '<w:rFonts w:ascii="Source Sans 3" w:hAnsi="Source Sans 3" w:cs="Arial" w:eastAsia="Noto Sans JP"/>'
const size = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`
const grey = '<w:color w:val="595959"/>'
const rightTab = `<w:tabs><w:tab w:val="clear" w:pos="4536"/><w:tab w:val="clear" w:pos="9072"/><w:tab w:val="right" w:pos="${page.textWidth}"/></w:tabs>`

function levels(prefix: string, title: string, family: ListFamily): readonly StyleSpecification[] {
  return ([1, 2, 3] as const).map((level) => ({ id: `${prefix}${level}`, name: `${title} ${level}`, basedOn: 'BodyText', list: [family, level] }))
}

function numbered(measures: Measures): readonly StyleSpecification[] {
  return [
    ...levels('Paragraph', 'Paragraph', 'clause'),
    ...levels('AnnexParagraph', 'Annex Paragraph', 'annex'),
    ...levels('Recital', 'Recital', 'recitals'),
    ...([0, 1, 2, 3] as const).map((level): StyleSpecification => ({
      id: `Bullet${level}`,
      name: `Bullet ${level}`,
      basedOn: 'BodyText',
      list: ['bullet', level],
    })),
    ...([1, 2, 3] as const).map((level): StyleSpecification => ({
      id: `Continued${level}`,
      name: `Continued ${level}`,
      basedOn: 'BodyText',
      indent: measures.levelIndents[level - 1] ?? 0,
    })),
  ]
}

/** The styles every column has a version of. */
export function columnStyles(languages: readonly Language[]): readonly StyleSpecification[] {
  const measures = measuresFor(languages)
  const isBilingual = languages.length > 1
  const headingRun = `${bold}${size(measures.headingSize)}`
  const headingSpacing = { before: points(isBilingual ? 9 : 13), after: points(isBilingual ? 4 : 5) }
  return [
    {
      id: 'Title',
      name: 'Title',
      basedOn: 'Normal',
      next: 'BodyText',
      keep: 'nextAndLines',
      isUnhyphenated: true,
      spacing: { before: points(isBilingual ? 6 : 18), after: points(isBilingual ? 14 : 24), line: points(isBilingual ? 20 : 28) },
      run: `${bold}${size(isBilingual ? 30 : 42)}`,
    },
    { id: 'BodyText', name: 'Body Text', basedOn: 'Normal' },
    {
      id: 'Heading',
      name: 'heading',
      basedOn: 'Normal',
      next: 'Paragraph1',
      list: ['clause', 0],
      keep: 'nextAndLines',
      isUnhyphenated: true,
      spacing: headingSpacing,
      outline: 0,
      run: headingRun,
    },
    {
      id: 'SubHeading',
      name: 'heading',
      basedOn: 'Normal',
      next: 'BodyText',
      keep: 'nextAndLines',
      isUnhyphenated: true,
      spacing: { before: points(8), after: points(3) },
      outline: 1,
      run: bold,
    },
    {
      id: 'PlainHeading',
      name: 'Heading without Number',
      basedOn: 'Normal',
      next: 'BodyText',
      keep: 'nextAndLines',
      isUnhyphenated: true,
      spacing: headingSpacing,
      outline: 0,
      run: headingRun,
    },
    {
      id: 'AnnexHeading',
      name: 'Annex Heading',
      basedOn: 'Normal',
      next: 'AnnexParagraph1',
      list: ['annex', 0],
      keep: 'nextAndLines',
      isPageBreakBefore: true,
      isUnhyphenated: true,
      spacing: { before: 0, after: points(10) },
      outline: 0,
      run: `${bold}${size(measures.headingSize + 3)}`,
    },
    ...numbered(measures),
    {
      id: 'Party',
      name: 'Party',
      basedOn: 'Normal',
      next: 'PartyDetail',
      keep: 'nextAndLines',
      spacing: { before: points(6), after: 0 },
      indent: measures.levelIndents[0],
      hanging: measures.levelIndents[0],
      run: bold,
    },
    { id: 'PartyDetail', name: 'Party Detail', basedOn: 'Normal', keep: 'nextAndLines', spacing: { after: 0 }, indent: measures.levelIndents[0] },
    {
      id: 'PartyShortName',
      name: 'Party Short Name',
      basedOn: 'PartyDetail',
      next: 'BodyText',
      keep: 'lines',
      spacing: { before: points(2), after: points(10) },
    },
    {
      id: 'DraftingNote',
      name: 'Drafting Note',
      basedOn: 'Normal',
      border: '<w:pBdr><w:left w:val="single" w:sz="18" w:space="6" w:color="B0872F"/></w:pBdr>',
      indent: millimetres(3),
      run: `${sans}${size(18)}`,
    },
    {
      id: 'ContentsHeading',
      name: 'Contents Heading',
      basedOn: 'Normal',
      next: 'TOC1',
      keep: 'nextAndLines',
      spacing: { before: 0, after: points(6) },
      run: headingRun,
    },
    {
      id: 'TocEntry',
      name: 'toc',
      basedOn: 'Normal',
      next: 'BodyText',
      tabs: contentsTabs(measures, isBilingual),
      isUnhyphenated: true,
      spacing: { after: points(2) },
      indent: contentsHang(isBilingual),
      hanging: contentsHang(isBilingual),
    },
  ]
}

/** How far the titles in the contents hang behind their numbers. */
const contentsHang = (isBilingual: boolean): number => millimetres(isBilingual ? 19 : 23)

function contentsTabs(measures: Measures, isBilingual: boolean): string {
  const hang = contentsHang(isBilingual)
  return `<w:tabs><w:tab w:val="left" w:pos="${hang}"/><w:tab w:val="right" w:leader="dot" w:pos="${measures.columnWidth}"/></w:tabs>`
}

/** The styles a document has once: tables, signatures, header and footer. */
export const sharedStyles: readonly StyleSpecification[] = [
  {
    id: 'TableText',
    name: 'Table Text',
    basedOn: 'Normal',
    keep: 'lines',
    spacing: { before: points(2), after: points(2), line: points(12.5) },
    run: size(19),
  },
  { id: 'TableNumber', name: 'Table Number', basedOn: 'TableText', align: 'right' },
  { id: 'TableHeading', name: 'Table Heading', basedOn: 'TableText', keep: 'nextAndLines', isUnhyphenated: true, run: bold },
  { id: 'TableHeadingNumber', name: 'Table Heading Number', basedOn: 'TableHeading', align: 'right' },
  {
    id: 'Caption',
    name: 'caption',
    basedOn: 'Normal',
    next: 'BodyText',
    keep: 'nextAndLines',
    spacing: { before: points(6), after: points(4) },
    run: `${bold}${size(19)}`,
  },
  {
    id: 'AfterTable',
    name: 'After Table',
    basedOn: 'Normal',
    next: 'BodyText',
    spacing: { before: 0, after: 0, line: points(6), rule: 'exact' },
    run: size(4),
  },
  { id: 'BetweenTables', name: 'Between Tables', basedOn: 'Normal', keep: 'next', spacing: { before: 0, after: 0, line: 20, rule: 'exact' }, run: size(2) },
  {
    id: 'SignatureParty',
    name: 'Signature Party',
    basedOn: 'Normal',
    keep: 'nextAndLines',
    isUnhyphenated: true,
    spacing: { before: points(12), after: 0 },
    run: bold,
  },
  {
    id: 'SignaturePlace',
    name: 'Signature Place',
    basedOn: 'Normal',
    keep: 'nextAndLines',
    border: '<w:pBdr><w:top w:val="single" w:sz="4" w:space="2" w:color="7F7F7F"/></w:pBdr>',
    spacing: { before: points(34), after: 0 },
    run: `${sans}${grey}${size(17)}`,
  },
  // Word joins neighbours of the same border into one frame, so this line differs from the one above.
  {
    id: 'SignatureLine',
    name: 'Signature Line',
    basedOn: 'Normal',
    keep: 'nextAndLines',
    border: '<w:pBdr><w:top w:val="single" w:sz="6" w:space="3" w:color="404040"/></w:pBdr>',
    spacing: { before: points(40), after: 0 },
  },
  { id: 'SignatureFunction', name: 'Signature Function', basedOn: 'Normal', keep: 'nextAndLines', spacing: { after: points(6) } },
  {
    id: 'Header',
    name: 'header',
    basedOn: 'Normal',
    tabs: rightTab,
    isUnhyphenated: true,
    spacing: { after: 0, line: points(11), rule: 'exact' },
    run: `${sans}${grey}${size(17)}`,
  },
  {
    id: 'Footer',
    name: 'footer',
    basedOn: 'Normal',
    tabs: rightTab,
    isUnhyphenated: true,
    spacing: { after: 0, line: points(11), rule: 'atLeast' },
    run: `${sans}${grey}${size(17)}`,
  },
  { id: 'CommentText', name: 'annotation text', basedOn: 'Normal', spacing: { after: 0, line: points(12) }, run: size(20) },
]
