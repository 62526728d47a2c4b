import { crc32 } from 'node:zlib'
import type { ContentPackage } from '../../engine/template.ts'
import { AppError } from '../../shared/errors.ts'
import type { SealState } from '../../shared/contract/reopening.ts'
import { type OpenPackage, openPackage } from '../reading/open-package.ts'
import { type DocxItem, itemNamespace, readDocxItem } from './docx-item.ts'
import { partsDigest, wordParts, wordsDigest } from './embed-in-docx.ts'
import { attachmentNames } from './attachment-names.ts'
import { type EmbeddedDraft, parseEmbeddedDraft } from './embedded-draft.ts'
import { readTemplate, unpackTemplate } from './embedded-template.ts'
import { pdfAttachments } from './pdf-attachments.ts'
import { readPdfSeal } from './pdf-seal.ts'

/** What an exported file says about itself. */
export type ReopenedFile = {
  readonly format: 'pdf' | 'docx'
  readonly draft: EmbeddedDraft
  /** The template it was made from, when the file brought it along. */
  readonly content: ContentPackage | undefined
  readonly seal: SealState
  /** The Word file inside a PDF. */
  readonly wordFile: Uint8Array | undefined
}

/**
 * Reads the draft out of an exported PDF or Word file. Changes nothing and trusts nothing: the time it takes and the memory it needs follow from
 * the size of the file. Throws `fileForeign` when there is no draft in it, `fileNotReadable` when it is damaged, incomplete or protected,
 * `fileFromFuture` when a newer program wrote it, `fileTooLarge` when it could exhaust memory.
 */
export function reopenFile(bytes: Uint8Array): ReopenedFile {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (start.includes('%PDF-')) return reopenPdf(bytes)
  if (start.startsWith('PK\u0003\u0004')) return reopenDocx(bytes)
  // What Word protects with a password is no package any more but a file of the old kind.
  if (bytes.length === 0 || start.startsWith('\u00d0\u00cf\u0011\u00e0')) throw new AppError('fileNotReadable', { details: { reason: 'format' } })
  throw new AppError('fileForeign', { details: { reason: 'format' } })
}

function reopenPdf(bytes: Uint8Array): ReopenedFile {
  if (!Buffer.from(bytes.subarray(-2048)).includes('%%EOF')) throw new AppError('fileNotReadable', { details: { reason: 'truncated' } })
  const { state, original } = readPdfSeal(bytes)
  const files = pdfAttachments(original, Object.values(attachmentNames))
  const text = files.get(attachmentNames.draft)
  if (text === undefined) throw new AppError('fileForeign', { details: { reason: 'noDraft' } })
  const draft = parseEmbeddedDraft(new TextDecoder().decode(text))
  const template = files.get(attachmentNames.template)
  const content = template === undefined ? undefined : templateOf(draft, template)
  return { format: 'pdf', draft, content, seal: state, wordFile: files.get(attachmentNames.wordFile) }
}

function reopenDocx(bytes: Uint8Array): ReopenedFile {
  const opened = openPackage(bytes)
  const item = findItem(opened)
  const draft = parseEmbeddedDraft(item.draft)
  const content = item.template === undefined ? undefined : templateOf(draft, unpackTemplate(item.template))
  return { format: 'docx', draft, content, seal: docxSealState(opened, item), wordFile: undefined }
}

function templateOf(draft: EmbeddedDraft, json: Uint8Array): ContentPackage {
  const content = readTemplate(json, draft.template.contentHash)
  if (content.id !== draft.template.id || content.kind !== draft.kind) throw new AppError('fileNotReadable', { details: { reason: 'template' } })
  return content
}

/** Our part, whatever number another program gave it. */
function findItem(opened: OpenPackage): DocxItem {
  for (const name of opened.names.filter((candidate) => /^customXml\/item\d+\.xml$/i.test(candidate))) {
    const xml = opened.readText(name)
    if (xml?.includes(itemNamespace)) return readDocxItem(xml)
  }
  throw new AppError('fileForeign', { details: { reason: 'noDraft' } })
}

function docxSealState(opened: OpenPackage, item: DocxItem): SealState {
  const parts = opened.names.map((name) => {
    const content = opened.read(name) ?? new Uint8Array()
    return { name, size: content.length, checksum: crc32(content) }
  })
  if (item.seal?.parts === partsDigest(parts, item)) return 'untouched'
  const texts = wordParts.flatMap((name) => opened.readText(name) ?? [])
  return item.seal?.words === wordsDigest(texts, item) ? 'sameWords' : 'altered'
}
