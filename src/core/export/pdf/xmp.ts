/** What the metadata of a file says about it. */
export type FileProperties = {
  readonly title: string
  readonly author: string
  readonly languages: readonly string[]
  readonly creator: string
  readonly producer: string
  readonly date: Date
}

/** The XMP descriptions of a file (ISO 16684-1), escaped; pdfkit writes its own unescaped, so that a title with "&" would break them. */
export function xmpDescriptions(properties: FileProperties): string {
  const date = `${properties.date.toISOString().split('.')[0] ?? ''}Z`
  const author = properties.author === '' ? '' : `<dc:creator><rdf:Seq><rdf:li>${escaped(properties.author)}</rdf:li></rdf:Seq></dc:creator>`
  const languages = properties.languages.map((language) => `<rdf:li>${escaped(language)}</rdf:li>`).join('')
  return `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate><xmp:CreatorTool>${escaped(properties.creator)}</xmp:CreatorTool></rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(properties.title)}</rdf:li></rdf:Alt></dc:title>${author}<dc:language><rdf:Bag>${languages}</rdf:Bag></dc:language></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>${escaped(properties.producer)}</pdf:Producer></rdf:Description>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
