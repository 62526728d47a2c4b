import { createHash } from 'node:crypto'
import { type Entry, packEntry, readEntries, textOf, writeZip } from '../export/docx/repack.ts'
import { type DocxData, docxItemXml, itemNamespace } from './docx-item.ts'
import { docxWords } from './docx-words.ts'
import type { PackedTemplate } from './embedded-template.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
/** One per kind of data; Word finds data it knows by it. */
const itemId = '{6D757375-6269-4A0E-9C1B-647261667431}'

/** Our part, and the three that tie it to the document (ISO 29500-1, 15.2.5 and 15.2.6). */
const itemPart = 'customXml/item1.xml'
const propertiesPart = 'customXml/itemProps1.xml'
const itemRelationshipsPart = 'customXml/_rels/item1.xml.rels'
const properties = `${declaration}<ds:datastoreItem ds:itemID="${itemId}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${itemNamespace}"/></ds:schemaRefs></ds:datastoreItem>`
const itemRelationships = `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/customXmlProps" Target="itemProps1.xml"/></Relationships>`

/** The parts of a Word file whose words are sealed, as far as there are any. */
export const wordParts = ['word/document.xml', 'word/footnotes.xml'] as const

/** Puts a draft and its template into a Word file of our own and seals it. The text of the document stays as it is. */
export function embedInDocx(docx: Uint8Array, draft: string, template: PackedTemplate): Uint8Array {
  const entries = readEntries(docx)
  if (entries.some(({ name }) => name === itemPart)) throw new Error('The Word file holds data already')
  const parts = [
    ...entries.map((entry) => {
      if (entry.name === '[Content_Types].xml') return packEntry(entry.name, withContentType(textOf(entry)))
      if (entry.name === 'word/_rels/document.xml.rels') return packEntry(entry.name, withRelationship(textOf(entry)))
      return entry
    }),
    packEntry(propertiesPart, properties),
    packEntry(itemRelationshipsPart, itemRelationships),
  ]
  const texts = wordParts.flatMap((name) => parts.filter((entry) => entry.name === name).map(textOf))
  const data = { draft, template: template.base64 }
  const seal = { parts: partsDigest(parts, data), words: wordsDigest(texts, data) }
  return writeZip([...parts, packEntry(itemPart, docxItemXml({ ...data, seal }))])
}

/** SHA-256 over name, size and checksum of every part but our own, which holds the digest, and over the data in our own. */
export function partsDigest(parts: readonly Pick<Entry, 'name' | 'checksum' | 'size'>[], data: DocxData): string {
  const lines = parts.filter(({ name }) => name !== itemPart).map(({ name, size, checksum }) => `${name}\t${size}\t${checksum}\n`)
  return createHash('sha256').update(lines.toSorted().join('')).update(dataText(data)).digest('hex')
}

/** SHA-256 of the words of the parts that hold text, and of the data. Parts without words do not count: programs add and drop empty ones. */
export function wordsDigest(parts: readonly string[], data: DocxData): string {
  const words = parts.map(docxWords).filter((text) => text !== '')
  return createHash('sha256').update(words.join('\n')).update(dataText(data)).digest('hex')
}

const dataText = ({ draft, template }: DocxData): string => `\n${draft}\n${template ?? ''}`

function withContentType(types: string): string {
  const type = `<Override PartName="/${propertiesPart}" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>`
  return types.replace('</Types>', `${type}</Types>`)
}

function withRelationship(xml: string): string {
  return xml.replace('</Relationships>', `<Relationship Id="rIdMusubi" Type="${relationships}/customXml" Target="../${itemPart}"/></Relationships>`)
}
