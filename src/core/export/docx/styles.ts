import type { Language } from '../../../engine/language.ts'
import { styleNumber } from './lists.ts'
import { measuresFor } from './measures.ts'
import { languageNames, languageTags, styleId } from './style-names.ts'
import { columnStyles, sharedStyles, type StyleSpecification } from './style-sheet.ts'
import { declaration, escapeXml, namespaces } from './xml.ts'

function paragraphProperties(style: StyleSpecification, column: number, columns: number): string {
  const { keep, spacing, indent } = style
  const keepNext = keep === 'next' || keep === 'nextAndLines' ? '<w:keepNext/>' : ''
  const keepLines = keep === 'lines' || keep === 'nextAndLines' ? '<w:keepLines/>' : ''
  const numbering =
    style.list === undefined ? '' : `<w:numPr><w:ilvl w:val="${style.list[1]}"/><w:numId w:val="${styleNumber(column, style.list[0])}"/></w:numPr>`
  const space =
    spacing === undefined
      ? ''
      : `<w:spacing${spacing.before === undefined ? '' : ` w:before="${spacing.before}"`}${spacing.after === undefined ? '' : ` w:after="${spacing.after}"`}${spacing.line === undefined ? '' : ` w:line="${spacing.line}" w:lineRule="${spacing.rule ?? 'atLeast'}"`}/>`
  const indentation = indent === undefined ? '' : `<w:ind w:left="${indent}"${style.hanging === undefined ? '' : ` w:hanging="${style.hanging}"`}/>`
  const outline = style.outline === undefined ? '' : `<w:outlineLvl w:val="${style.outline === 0 ? column : columns + column}"/>`
  const parts = [
    keepNext,
    keepLines,
    style.isPageBreakBefore ? '<w:pageBreakBefore/>' : '',
    numbering,
    style.border ?? '',
    style.tabs ?? '',
    style.isUnhyphenated ? '<w:suppressAutoHyphens/>' : '',
    space,
    indentation,
    style.align === undefined ? '' : `<w:jc w:val="${style.align}"/>`,
    outline,
  ].join('')
  return parts === '' ? '' : `<w:pPr>${parts}</w:pPr>`
}

const builtIn = new Set(['Title', 'BodyText', 'Caption', 'Header', 'Footer', 'CommentText'])

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
  character('Gap', 'Gap', '<w:bdr w:val="single" w:sz="4" w:space="0" w:color="B0872F"/><w:shd w:val="clear" w:color="auto" w:fill="FBF1D9"/>', true),
  character('CrossReference', 'Cross-Reference', '<w:noProof/>', true),
  character('CommentReference', 'annotation reference', '<w:sz w:val="16"/><w:szCs w:val="16"/>', false),
  character('BarGood', 'Bar Good', '<w:color w:val="2F7D57"/>', true),
  character('BarMedium', 'Bar Medium', '<w:color w:val="B0872F"/>', true),
  character('BarHigh', 'Bar High', '<w:color w:val="B3372F"/>', true),
  character('BarNeutral', 'Bar Neutral', '<w:color w:val="6B7280"/>', true),
].join('')

const line = (side: string, width: number, color: string): string => `<w:${side} w:val="single" w:sz="${width}" w:space="0" w:color="${color}"/>`
const tableStyles = [
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
  '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
  `<w:style w:type="table" w:customStyle="1" w:styleId="AgreementTable"><w:name w:val="Agreement Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="4"/><w:tblPr><w:tblBorders>${line('top', 8, '404040')}${line('bottom', 8, '404040')}${line('insideH', 4, 'BFBFBF')}</w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>${line('bottom', 8, '404040')}</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/></w:tcPr></w:tblStylePr></w:style>`,
  `<w:style w:type="table" w:customStyle="1" w:styleId="SideBySide"><w:name w:val="Side by Side"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="4"/></w:style>`,
  `<w:style w:type="table" w:customStyle="1" w:styleId="SignatureTable"><w:name w:val="Signature Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="4"/></w:style>`,
].join('')

const written = new Map<string, string>()

/** The style part: every look of the document has a style, so that a lawyer changes it in one place. */
export function stylesXml(languages: readonly Language[]): string {
  const key = languages.join('+')
  const known = written.get(key)
  if (known !== undefined) return known
  const xml = writeStyles(languages)
  // It depends on the languages alone, and there are few combinations of them.
  written.set(key, xml)
  return xml
}

function writeStyles(languages: readonly Language[]): string {
  const measures = measuresFor(languages)
  const [first = 'en'] = languages
  const fonts =
    first === 'ja'
      ? '<w:rFonts w:ascii="Source Serif 4" w:hAnsi="Source Serif 4" w:cs="Times New Roman" w:eastAsia="Noto Serif JP" w:hint="eastAsia"/>'
      : '<w:rFonts w:ascii="Source Serif 4" w:hAnsi="Source Serif 4" w:cs="Times New Roman" w:eastAsia="Noto Serif JP"/>'
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="${measures.size}"/><w:szCs w:val="${measures.size}"/><w:lang w:val="${languageTags[first]}" w:eastAsia="ja-JP" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="${measures.paragraphGap}" w:line="${measures.line}" w:lineRule="atLeast"/></w:pPr></w:pPrDefault></w:docDefaults>`
  const normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:uiPriority w:val="9"/><w:qFormat/></w:style>'
  const perColumn = columnStyles(languages)
  const paragraphs = [
    ...languages.flatMap((_, column) => perColumn.map((style) => styleXml(style, column, languages))),
    ...sharedStyles.map((style) => styleXml(style, 0, languages)),
  ]
  return `${declaration}<w:styles ${namespaces}>${defaults}${normal}${characterStyles}${paragraphs.join('')}${tableStyles}</w:styles>`
}
