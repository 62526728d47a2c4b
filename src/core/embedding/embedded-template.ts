import { createHash } from 'node:crypto'
import { deflateSync, inflateSync } from 'node:zlib'
import { compileAgreement } from '../../engine/agreement.ts'
import { compileChecklist } from '../../engine/checklist.ts'
import { type ContentPackage, contentPackageSchema } from '../../engine/template.ts'
import { AppError } from '../../shared/errors.ts'
import { canonicalJson } from '../content/canonical-json.ts'
import { parseJson } from './embedded-draft.ts'

/** Longest template in bytes of its JSON; the longest of ours stay below a twentieth of it. */
const maximumBytes = 16 * 1024 * 1024
const keptTemplates = 8

/** A template as it travels: its canonical JSON, the SHA-256 of that, and the JSON deflated, as bytes and in base64. */
export type PackedTemplate = { readonly json: Uint8Array; readonly hash: string; readonly deflated: Uint8Array; readonly base64: string }

const packed = new Map<string, PackedTemplate>()

/**
 * Packs a template for travelling. Packed once per content: a series of a thousand documents brings the same thousand times. The hash is that of
 * what travels: content stored by an older program may have been completed with defaults since it was hashed.
 */
export function packTemplate(content: ContentPackage, contentHash: string): PackedTemplate {
  const known = packed.get(contentHash)
  if (known !== undefined) return known
  const json = new TextEncoder().encode(canonicalJson(content))
  const hash = createHash('sha256').update(json).digest('hex')
  const deflated = deflateSync(json, { level: 9 })
  const template = { json, hash, deflated, base64: deflated.toString('base64') }
  packed.set(contentHash, template)
  for (const oldest of packed.keys()) {
    if (packed.size <= keptTemplates) break
    packed.delete(oldest)
  }
  return template
}

/** The JSON of a template that travelled deflated. Throws `fileTooLarge` when it unpacks to more than any template has. */
export function unpackTemplate(deflated: string): Uint8Array {
  try {
    return inflateSync(Buffer.from(deflated, 'base64'), { maxOutputLength: maximumBytes })
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new AppError(isTooLarge ? 'fileTooLarge' : 'fileNotReadable', { details: { reason: 'template' }, cause: error })
  }
}

/**
 * Reads a template that a file brought along. Throws `fileNotReadable` when it is not the one the draft was made from or cannot be used,
 * `fileFromFuture` when it is, but has more in it than this program knows.
 */
export function readTemplate(json: Uint8Array, contentHash: string): ContentPackage {
  if (json.length > maximumBytes) throw new AppError('fileTooLarge', { details: { reason: 'template' } })
  if (createHash('sha256').update(json).digest('hex') !== contentHash) throw new AppError('fileNotReadable', { details: { reason: 'templateHash' } })
  const content = contentPackageSchema.safeParse(parseJson(new TextDecoder().decode(json)))
  // The hash is right, so nobody damaged it: a newer program wrote what this one does not understand.
  if (!content.success) throw new AppError('fileFromFuture', { cause: content.error })
  refuseUnusable(content.data)
  return content.data
}

function refuseUnusable(content: ContentPackage): void {
  try {
    if (content.kind === 'agreement') compileAgreement(content)
    else compileChecklist(content)
  } catch (error) {
    throw new AppError('fileNotReadable', { details: { reason: 'template' }, cause: error })
  }
}
