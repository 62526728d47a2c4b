import type { DraftSource } from './draft-document.ts'

/** What a file was exported from, as the data inside it says; undefined when the data is gone. */
export function readOrigin(_bytes: Uint8Array, _draft: DraftSource): DraftSource | undefined {
  return undefined
}
