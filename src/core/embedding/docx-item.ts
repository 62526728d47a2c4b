import { AppError } from '../../shared/errors.ts'

/** The namespace of our part in a Word file, by which it is found again whatever it is called by then. */
export const itemNamespace = 'urn:musubi:embedded-draft'

/** The digests by which a reader tells whether a Word file is as it was exported. A checksum, no signature. */
export type DocxSeal = { readonly parts: string; readonly words: string }
/** What makes a Word file reopen: the draft as JSON and the template deflated in base64. */
export type DocxData = { readonly draft: string; readonly template: string | undefined }
/** What our part holds: the data and, when it can still be read, the seal. */
export type DocxItem = DocxData & { readonly seal: DocxSeal | undefined }

/** Characters XML cannot hold, or that programs change on the way; JSON may write them as escapes. */
const fragile = /[\u007f-\u009f\u2028\u2029\ufffe\uffff]/g

/** Our part of a Word file, as XML. */
export function docxItemXml({ draft, template, seal }: DocxItem): string {
  const json = draft.replaceAll(fragile, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const text = json.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const parts = [
    `<draft>${text}</draft>`,
    template === undefined ? '' : `<template encoding="deflate, base64">${template}</template>`,
    seal === undefined ? '' : `<seal parts="${seal.parts}" words="${seal.words}"/>`,
  ]
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<musubi xmlns="${itemNamespace}">${parts.join('')}</musubi>`
}

/** Reads our part. Throws `fileNotReadable` when the draft is not in it. */
export function readDocxItem(xml: string): DocxItem {
  const draft = elementText(xml, 'draft')
  if (draft === undefined) throw new AppError('fileNotReadable', { details: { reason: 'item' } })
  const sealTag = /<(?:[\w.-]+:)?seal\b[^<>]*>/.exec(xml)?.[0] ?? ''
  const [parts, words] = ['parts', 'words'].map((name) => new RegExp(`\\b${name}="([0-9a-f]{64})"`).exec(sealTag)?.[1])
  return {
    draft: draft.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&'),
    template: elementText(xml, 'template')?.replaceAll(/\s+/g, ''),
    seal: parts === undefined || words === undefined ? undefined : { parts, words },
  }
}

function elementText(xml: string, name: string): string | undefined {
  return new RegExp(`<((?:[\\w.-]+:)?${name})\\b[^<>]*>([^<]*)</\\1>`).exec(xml)?.[2]
}
