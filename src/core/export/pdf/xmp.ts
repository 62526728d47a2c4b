/** What the metadata of a file says about it. */
export type FileProperties = {
  readonly title: string
  readonly author: string
  readonly languages: readonly string[]
  readonly creator: string
  readonly producer: string
  readonly date: Date
}

/**
 * The XMP descriptions of a file (ISO 16684-1), escaped; pdfkit writes its own unescaped, so that a title with "&" would break them. They claim
 * PDF/A-3a and PDF/UA-1; the schema of the second is foreign to the first and therefore described (ISO 19005-3, 6.6.2.3).
 */
export function xmpDescriptions(properties: FileProperties): string {
  const date = `${properties.date.toISOString().split('.')[0] ?? ''}Z`
  const author = properties.author === '' ? '' : `<dc:creator><rdf:Seq><rdf:li>${escaped(properties.author)}</rdf:li></rdf:Seq></dc:creator>`
  const languages = properties.languages.map((language) => `<rdf:li>${escaped(language)}</rdf:li>`).join('')
  return [
    description('xmp="http://ns.adobe.com/xap/1.0/"', [
      `<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>`,
      `<xmp:CreatorTool>${escaped(properties.creator)}</xmp:CreatorTool>`,
    ]),
    description('dc="http://purl.org/dc/elements/1.1/"', [
      '<dc:format>application/pdf</dc:format>',
      `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(properties.title)}</rdf:li></rdf:Alt></dc:title>`,
      author,
      `<dc:language><rdf:Bag>${languages}</rdf:Bag></dc:language>`,
    ]),
    description('pdf="http://ns.adobe.com/pdf/1.3/"', [`<pdf:Producer>${escaped(properties.producer)}</pdf:Producer>`]),
    description('pdfaid="http://www.aiim.org/pdfa/ns/id/"', ['<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>']),
    description('pdfuaid="http://www.aiim.org/pdfua/ns/id/"', ['<pdfuaid:part>1</pdfuaid:part>']),
    uaSchema,
  ].join('\n')
}

function description(namespace: string, content: readonly string[]): string {
  return `<rdf:Description rdf:about="" xmlns:${namespace}>${content.join('')}</rdf:Description>`
}

const uaSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
