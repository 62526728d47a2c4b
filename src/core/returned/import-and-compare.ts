import type { AssembledDocument } from '../../engine/document.ts'
import { openPackage } from '../reading/open-package.ts'
import { readWordprocessing } from '../reading/read-wordprocessing.ts'
import { type FoundChanges, findChanges } from './find-changes.ts'

/** Reads a Word file and compares it with the document it was exported from, in one go. Throws like `openPackage` and `readWordprocessing`. */
export function importAndCompare(bytes: Uint8Array, document: AssembledDocument): FoundChanges {
  return findChanges(document, readWordprocessing(openPackage(bytes)))
}
