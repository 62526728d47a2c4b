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
  return `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(cleanLine(document.titles.join(' / ')))}</dc:title><dc:creator>${author}</dc:creator><dc:description>${escapeXml(cleanLine(document.version))}</dc:description><cp:keywords>${escapeXml(cleanLine(document.version.split(' · ')[0] ?? ''))}</cp:keywords><dc:language>${language}</dc:language><cp:lastModifiedBy>${author}</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified></cp:coreProperties>`
}

const compatibility = ['compatibilityMode', 'overrideTableStyleFontSizeAndJustification', 'enableOpenTypeFeatures', 'doNotFlipMirrorIndents']
  .map((name) => `<w:compatSetting w:name="${name}" w:uri="http://schemas.microsoft.com/office/word" w:val="${name === 'compatibilityMode' ? 15 : 1}"/>`)
  .join('')

/**
 * The settings: Word 2013 and later, fonts kept in the file when it is saved again, no automatic hyphenation (line ends carry the optional hyphens
 * of our own layout) and no wish to update fields, which would ask the reader on opening.
 */
export const settingsXml = `${declaration}<w:settings ${namespaces}><w:embedTrueTypeFonts/><w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:endnotePr><w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr><w:compat>${compatibility}</w:compat></w:settings>`
