import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** A Word file with its text rewritten, as somebody with a word processor would. Throws when an edit finds nothing to change. */
export function editedWord(bytes: Uint8Array, ...edits: readonly ((xml: string) => string)[]): Uint8Array {
  const parts = unzipSync(bytes)
  const xml = edits.reduce(
    (before, edit) => {
      const after = edit(before)
      if (after === before) throw new Error('an edit found nothing to change')
      return after
    },
    // Our export breaks words where its PDF does; whoever edits a word does not see that.
    strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replaceAll('</w:t><w:softHyphen/><w:t xml:space="preserve">', ''),
  )
  return zipSync({ ...parts, 'word/document.xml': strToU8(xml) }, { level: 1 })
}

const by = 'w:id="900" w:author="Dr. Aoi Mori" w:date="2026-11-20T10:00:00Z"'

/** Replaces words inside one run with tracking. */
export const trackedReplace =
  (before: string, after: string) =>
  (xml: string): string =>
    xml.replace(
      before,
      `</w:t></w:r><w:del ${by}><w:r><w:delText xml:space="preserve">${before}</w:delText></w:r></w:del><w:ins ${by}><w:r><w:t xml:space="preserve">${after}</w:t></w:r></w:ins><w:r><w:t xml:space="preserve">`,
    )

/** Replaces words without tracking. */
export const silentReplace =
  (before: string, after: string) =>
  (xml: string): string =>
    xml.replace(before, after)

/** Adds a paragraph with tracking behind the one that holds these words, in its look. */
export const trackedAddition =
  (behind: string, words: string) =>
  (xml: string): string => {
    const at = xml.indexOf(behind)
    if (at < 0) return xml
    const end = xml.indexOf('</w:p>', at) + '</w:p>'.length
    const properties = /<w:pPr>.*?<\/w:pPr>/.exec(xml.slice(xml.lastIndexOf('<w:p>', at), end))?.[0] ?? '<w:pPr></w:pPr>'
    const marked = properties.replace('</w:pPr>', `<w:rPr><w:ins ${by}/></w:rPr></w:pPr>`)
    return `${xml.slice(0, end)}<w:p>${marked}<w:ins ${by}><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:ins></w:p>${xml.slice(end)}`
  }
