import type { Language } from '../../../engine/language.ts'
import { styleNumber } from './lists.ts'
import { matrixPadding } from '../pdf/layout-matrix.ts'
import { type Measures, points, sheetOf } from './measures.ts'
import type { DocumentLook } from './page-plan.ts'
import { languageNames, languageTags, styleId } from './style-names.ts'
import { columnStyles, sharedStyles, sizeXml, type StyleSpecification } from './style-sheet.ts'
import { declaration, escapeXml, namespaces, wordNamespaces } from './xml.ts'

function spacingXml({ before, after, line }: StyleSpecification): string {
  if (before === undefined && after === undefined && line === undefined) return ''
  const beforeXml = before === undefined ? '' : ` w:before="${points(before)}"`
  const afterXml = after === undefined ? '' : ` w:after="${points(after)}"`
  const lineXml = line === undefined ? '' : line === 'auto' ? ' w:line="240" w:lineRule="auto"' : ` w:line="${points(line)}" w:lineRule="exact"`
  return `<w:spacing${beforeXml}${afterXml}${lineXml}/>`
}

function paragraphProperties(style: StyleSpecification, column: number, columns: number): string {
  const { keep, indent } = style
  const keepNext = keep === 'next' || keep === 'nextAndLines' ? '<w:keepNext/>' : ''
  const keepLines = keep === 'lines' || keep === 'nextAndLines' ? '<w:keepLines/>' : ''
  const numbering =
    style.list === undefined ? '' : `<w:numPr><w:ilvl w:val="${style.list[1]}"/><w:numId w:val="${styleNumber(column, style.list[0])}"/></w:numPr>`
  const hanging = style.hanging === undefined ? '' : ` w:hanging="${points(style.hanging)}"`
  const parts = [
    keepNext,
    keepLines,
    style.isPageBreakBefore ? '<w:pageBreakBefore/>' : '',
    numbering,
    style.border ?? '',
    style.tabs ?? '',
    spacingXml(style),
    indent === undefined ? '' : `<w:ind w:left="${points(indent)}"${hanging}/>`,
    style.align === undefined ? '' : `<w:jc w:val="${style.align}"/>`,
    style.outline === undefined ? '' : `<w:outlineLvl w:val="${style.outline === 0 ? column : columns + column}"/>`,
  ].join('')
  return parts === '' ? '' : `<w:pPr>${parts}</w:pPr>`
}

const builtIn = new Set(['Title', 'BodyText', 'Caption', 'Header', 'Footer', 'CommentText', 'FootnoteText'])

function styleXml(style: StyleSpecification, column: number, languages: readonly Language[]): string {
  const id = styleId(style.id, column, languages)
  const language = languages[column] ?? 'en'
  const isBuiltIn = column === 0 ? builtIn.has(style.id) || id !== style.id : style.id === 'Heading' || style.id === 'SubHeading' || style.id === 'TocEntry'
  const name =
    style.name === 'heading' || style.name === 'toc'
      ? `${style.name} ${id.replace(/\D/g, '')}`
      : column === 0
        ? style.name
        : `${style.name} ${languageNames[language]}`
  const runLanguage = column === 0 ? '' : `<w:lang w:val="${languageTags[language]}"/>`
  const run = `${style.run ?? ''}${runLanguage}`
  const next = style.next === undefined ? '' : `<w:next w:val="${styleId(style.next, column, languages)}"/>`
  const basedOn = styleId(style.basedOn, style.basedOn === 'Normal' ? 0 : column, languages)
  return `<w:style w:type="paragraph"${isBuiltIn ? '' : ' w:customStyle="1"'} w:styleId="${id}"><w:name w:val="${escapeXml(name)}"/><w:basedOn w:val="${basedOn}"/>${next}<w:uiPriority w:val="${column + 1}"/><w:qFormat/>${paragraphProperties(style, column, languages.length)}${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}</w:style>`
}

const character = (id: string, name: string, run: string, isCustom: boolean): string =>
  `<w:style w:type="character"${isCustom ? ' w:customStyle="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="3"/><w:qFormat/><w:rPr>${run}</w:rPr></w:style>`

const characterStyles = [
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
  character('Strong', 'Strong', '<w:b/><w:bCs/>', false),
  character('Emphasis', 'Emphasis', '<w:i/><w:iCs/>', false),
  character('StrongEmphasis', 'Strong Emphasis', '<w:b/><w:bCs/><w:i/><w:iCs/>', true),
  character('DefinedTerm', 'Defined Term', '<w:b/><w:bCs/>', true),
  character('Gap', 'Gap', '<w:bdr w:val="single" w:sz="4" w:space="1" w:color="B0872F"/><w:shd w:val="clear" w:color="auto" w:fill="FBF1D9"/>', true),
  character('CrossReference', 'Cross-Reference', '<w:noProof/>', true),
  character('FootnoteReference', 'footnote reference', '<w:vertAlign w:val="superscript"/>', false),
  character('CommentReference', 'annotation reference', '<w:sz w:val="16"/><w:szCs w:val="16"/>', false),
  character('BarGood', 'Bar Good', '<w:color w:val="2F7D57"/>', true),
  character('BarMedium', 'Bar Medium', '<w:color w:val="B0872F"/>', true),
  character('BarHigh', 'Bar High', '<w:color w:val="B3372F"/>', true),
  character('BarNeutral', 'Bar Neutral', '<w:color w:val="6B7280"/>', true),
].join('')

const line = (side: string, width: number, color: string): string => `<w:${side} w:val="single" w:sz="${width}" w:space="0" w:color="${color}"/>`
const cellMargin = (side: string, width: number): string => `<w:${side} w:w="${points(width)}" w:type="dxa"/>`
const noCellMargins = `<w:tblCellMar>${['top', 'left', 'bottom', 'right'].map((side) => cellMargin(side, 0)).join('')}</w:tblCellMar>`
// The line below a row takes half a point of its height.
const agreementMargins = `<w:tblCellMar>${cellMargin('top', 3.5)}${cellMargin('left', 4.5)}${cellMargin('bottom', 3.5)}${cellMargin('right', 4.5)}</w:tblCellMar>`
const matrixMargins = `<w:tblCellMar>${cellMargin('top', matrixPadding.top)}${cellMargin('left', 7)}${cellMargin('bottom', matrixPadding.bottom - 1.5)}${cellMargin('right', 7)}</w:tblCellMar>`
const customTable = (id: string, name: string, properties: string): string =>
  `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="4"/>${properties}</w:style>`
const tableStyles = [
  `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>${noCellMargins}</w:tblPr></w:style>`,
  '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
  customTable(
    'AgreementTable',
    'Agreement Table',
    `<w:tblPr><w:tblBorders>${line('bottom', 4, 'CCCCCC')}${line('insideH', 4, 'CCCCCC')}</w:tblBorders>${agreementMargins}</w:tblPr><w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>${line('bottom', 6, '595959')}</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="F1F1F1"/></w:tcPr></w:tblStylePr>`,
  ),
  customTable('ChartTable', 'Chart Table', ''),
  customTable(
    'MatrixTable',
    'Matrix Table',
    `<w:tblPr><w:tblBorders>${line('insideH', 12, 'FFFFFF')}${line('insideV', 12, 'FFFFFF')}</w:tblBorders>${matrixMargins}</w:tblPr>`,
  ),
  customTable('SideBySide', 'Side by Side', ''),
  customTable('SignatureTable', 'Signature Table', ''),
].join('')

const written = new Map<string, string>()
const mostWritten = 100

/** The style part: every look of the document has a style, so that a lawyer changes it in one place. */
export function stylesXml(languages: readonly Language[], documentLook: DocumentLook, measures: Measures): string {
  const key = JSON.stringify([languages, documentLook, measures])
  const known = written.get(key)
  if (known !== undefined) return known
  const xml = writeStyles(languages, documentLook, measures)
  // It depends on little else than the languages, and there are few combinations of them.
  if (written.size >= mostWritten) written.clear()
  written.set(key, xml)
  return xml
}

function writeStyles(languages: readonly Language[], documentLook: DocumentLook, measures: Measures): string {
  const [first = 'en'] = languages
  const fonts =
    first === 'ja'
      ? '<w:rFonts w:ascii="Source Serif 4" w:hAnsi="Source Serif 4" w:cs="Times New Roman" w:eastAsia="Noto Serif JP" w:hint="eastAsia"/>'
      : '<w:rFonts w:ascii="Source Serif 4" w:hAnsi="Source Serif 4" w:cs="Times New Roman" w:eastAsia="Noto Serif JP"/>'
  const { body } = sheetOf(measures, 0)
  // Kerning and ligatures are part of our type, and lines are broken with them.
  const type = `${fonts}<w:kern w:val="2"/>${sizeXml(body.text.size)}`
  const runDefaults = `<w:rPrDefault><w:rPr>${type}<w:lang w:val="${languageTags[first]}" w:eastAsia="ja-JP" w:bidi="ar-SA"/><w14:ligatures w14:val="standard"/></w:rPr></w:rPrDefault>`
  const defaults = `<w:docDefaults>${runDefaults}<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" w:line="${points(body.leading)}" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults>`
  const normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:uiPriority w:val="9"/><w:qFormat/></w:style>'
  const paragraphs = [
    ...languages.flatMap((_, column) => columnStyles(languages, measures, column, documentLook).map((style) => styleXml(style, column, languages))),
    ...sharedStyles(measures).map((style) => styleXml(style, 0, languages)),
  ]
  return `${declaration}<w:styles ${namespaces} ${wordNamespaces}>${defaults}${normal}${characterStyles}${paragraphs.join('')}${tableStyles}</w:styles>`
}
