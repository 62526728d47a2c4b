import { SaxesParser } from 'saxes'
import { AppError } from '../../shared/errors.ts'

/** What a reader of XML is told. Names carry the usual prefix of their namespace ("w:p"), whatever prefix the file uses. */
export type XmlHandlers = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** Characters of one part. A contract of 400 pages in two languages has about 10 million. */
const maximumLength = 24 * 1024 * 1024
const maximumDepth = 256

/** Usual prefixes by namespace, transitional and strict. Parts of OPC itself use none. */
const usualPrefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://schemas.openxmlformats.org/package/2006/content-types': '',
}

/** Prefixes of this file that stand for another usual one; undefined where all are usual, as in nearly every file. */
function unusualPrefixes(attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> | undefined {
  const unusual = new Map<string, string>()
  for (const [name, value] of Object.entries(attributes)) {
    const prefix = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : undefined
    const usual = usualPrefixes[value]
    if (prefix !== undefined && usual !== undefined && usual !== prefix) unusual.set(prefix, usual)
  }
  return unusual.size === 0 ? undefined : unusual
}

function rename(name: string, unusual: ReadonlyMap<string, string>, isAttribute: boolean): string {
  const colon = name.indexOf(':')
  // Attributes without a prefix belong to no namespace.
  if (colon < 0 && isAttribute) return name
  const usual = unusual.get(colon < 0 ? '' : name.slice(0, colon))
  if (usual === undefined) return name
  const local = name.slice(colon + 1)
  return usual === '' ? local : `${usual}:${local}`
}

const refuse = (reason: string, cause?: unknown): AppError =>
  reason === 'length' ? new AppError('fileTooLarge', { details: { reason } }) : new AppError('fileNotReadable', { details: { reason }, cause })

/**
 * Reads well-formed XML from front to end. Refuses document types, and with them every entity but the five of XML itself (a few lines of entities
 * can stand for gigabytes), deep nesting and great length. Throws `fileNotReadable` or `fileTooLarge`; what handlers throw passes.
 */
export function readXml(text: string, handlers: XmlHandlers): void {
  if (text.length > maximumLength) throw refuse('length')
  const parser = new SaxesParser({ xmlns: false, position: false })
  let unusual: ReadonlyMap<string, string> | undefined
  let depth = 0
  parser.on('error', (error) => {
    throw refuse('xml', error)
  })
  parser.on('doctype', () => {
    throw refuse('doctype')
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (depth === 0) unusual = unusualPrefixes(attributes)
    depth += 1
    if (depth > maximumDepth) throw refuse('nesting')
    if (unusual === undefined) return handlers.open(name, attributes)
    const known = unusual
    handlers.open(rename(name, known, false), Object.fromEntries(Object.entries(attributes).map(([key, value]) => [rename(key, known, true), value])))
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    handlers.close?.(unusual === undefined ? name : rename(name, unusual, false))
  })
  if (handlers.text !== undefined) {
    parser.on('text', handlers.text)
    parser.on('cdata', handlers.text)
  }
  parser.write(text).close()
}
