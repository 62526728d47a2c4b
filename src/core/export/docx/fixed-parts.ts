import type { AssembledDocument } from '../../../engine/document.ts'
import type { ExportOptions } from '../options.ts'
import { cleanLine } from '../text-cleaning.ts'
import { validDate } from './frame.ts'
import { languageTags } from './style-names.ts'
import { declaration, escapeXml, namespaces } from './xml.ts'

/** The document properties with the dates of the options: docx would write the time of day. */
export function corePropertiesXml(document: AssembledDocument, options: ExportOptions): string {
  const date = validDate(options.date)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
  const author = escapeXml(cleanLine(options.author))
  const language = document.languages.map((code) => languageTags[code])[0] ?? 'en-GB'
  return `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(cleanLine(document.titles.join(' / ')))}</dc:title><dc:creator>${author}</dc:creator><dc:description>${escapeXml(cleanLine(document.version))}</dc:description><dc:language>${language}</dc:language><cp:lastModifiedBy>${author}</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified></cp:coreProperties>`
}

const font = (name: string, alternatives: string, family: 'roman' | 'swiss', charset: string): string =>
  `<w:font w:name="${name}"><w:altName w:val="${alternatives}"/><w:charset w:val="${charset}"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`

/** The font table: what Word takes where our fonts are not installed. */
export const fontTableXml = `${declaration}<w:fonts ${namespaces}>${font('Source Serif 4', 'Cambria', 'roman', '00')}${font('Source Sans 3', 'Calibri', 'swiss', '00')}${font('Noto Serif JP', 'MS Mincho', 'roman', '80')}${font('Noto Sans JP', 'MS Gothic', 'swiss', '80')}</w:fonts>`
