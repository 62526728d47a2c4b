import { strToU8, zipSync } from 'fflate'

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relation = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
const relations = (content: string): string => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`

/** A paragraph of one run. */
export const wordParagraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

/** The main part of a Word file around finished paragraphs. */
export const wordBody = (body: string): string => `<w:document xmlns:w="${namespace}"><w:body>${body}</w:body></w:document>`

/** A small Word file of finished markup, with other parts beside the usual ones if wanted. */
export function wordFile(documentXml: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const related = ['comments', 'footnotes']
    .filter((name) => parts[`word/${name}.xml`] !== undefined)
    .map((name, index) => relation(`rId${index + 1}`, name, `${name}.xml`))
  const files: Readonly<Record<string, string>> = {
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': documentXml,
    'word/_rels/document.xml.rels': relations(related.join('')),
    ...parts,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}
