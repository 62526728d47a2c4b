import { cleanText } from '../text-cleaning.ts'

const special = /[&<>"]/
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as it may stand in XML content or in an attribute, cleaned of characters XML cannot hold. */
export function escapeXml(text: string): string {
  const clean = cleanText(text)
  return special.test(clean) ? clean.replace(/[&<>"]/g, (character) => entities[character] ?? '') : clean
}

/** The namespaces of every WordprocessingML part written here. */
export const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/** The namespace of what Word has added since 2010 (ligatures), and the leave for other readers to pass over it. */
export const wordNamespaces =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'

/** First line of every part. */
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
