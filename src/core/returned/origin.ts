import { inForce } from '../../engine/locate-deviation.ts'
import type { Json } from '../../engine/answers.ts'
import { canonicalJson } from '../content/canonical-json.ts'
import { AppError } from '../../shared/errors.ts'
import { type ReopenedFile, reopenFile } from '../embedding/reopen-file.ts'
import type { DraftSource } from './draft-document.ts'

function embedded(bytes: Uint8Array): ReopenedFile | undefined {
  try {
    return reopenFile(bytes)
  } catch (error) {
    // Data that is gone or damaged only means that the file cannot say where it comes from; its text is another matter.
    if (error instanceof AppError && (error.code === 'fileForeign' || error.code === 'fileNotReadable')) return undefined
    throw error
  }
}

/**
 * What a file was exported from, as the data inside it says; undefined when the data is gone or its template is nowhere to be had. It is what the
 * sender wants us to believe: it decides what is shown as changed, never what stands in our document, and `driftFrom` tells where it differs from
 * the draft. Throws `fileOfOtherTemplate` when it comes from another agreement, `fileFromFuture` when a newer Musubi wrote it.
 */
export function readOrigin(bytes: Uint8Array, draft: DraftSource): DraftSource | undefined {
  const file = embedded(bytes)
  if (file === undefined) return undefined
  const { template, answers, languages, deviations } = file.draft
  if (template.id !== draft.content.id || file.draft.kind !== 'agreement') throw new AppError('fileOfOtherTemplate')
  const content = file.content ?? (template.contentHash === draft.contentHash ? draft.content : undefined)
  return content?.kind === 'agreement' ? { content, contentHash: template.contentHash, answers, languages, deviations } : undefined
}

/** An answer as text; the order of its parts says nothing. */
const sameText = (value: Json | undefined): string => (value === undefined ? '' : canonicalJson(value))

/** How many answers and agreed words of the origin are otherwise in the draft by now, or were never so. Questions that are not asked do not travel. */
export function driftFrom(origin: DraftSource, draft: DraftSource): number {
  const answers = Object.keys(origin.answers).filter((question) => sameText(origin.answers[question]) !== sameText(draft.answers[question]))
  const words = (source: DraftSource): ReadonlySet<string> =>
    new Set(inForce(source.deviations).map((one) => `${one.section} ${one.row} ${one.part} ${one.newWords}`))
  const known = words(draft)
  return answers.length + [...words(origin)].filter((key) => !known.has(key)).length
}
