import type { Language } from '../../engine/language.ts'
import { AppError } from '../../shared/errors.ts'
import { readRowBookmark } from '../export/docx/row-bookmarks.ts'
import type { WordDocument } from '../reading/word-document.ts'
import { draftDocument, type DraftSource } from './draft-document.ts'
import { type FoundChanges, findChanges } from './find-changes.ts'

/** Less in common than this, and a file is not about the same agreement: with bookmarks of ours, or with nothing but its words. */
const leastKept = { withBookmarks: 0.2, withoutBookmarks: 0.5 }
/** More changes than anybody could decide about one by one. */
const mostChanges = 5000
/** Characters a deviation may hold; only joined cells of a hostile table come near. */
const longestWords = 200_000

/** Languages in which the agreement may have been exported, the present ones of the draft first. */
function candidates({ content, languages }: DraftSource, columns: number): readonly (readonly Language[])[] {
  const known = Object.keys(content.texts).flatMap((key): readonly Language[] => (key === 'de' || key === 'en' || key === 'ja' ? [key] : []))
  const others = columns > 1 ? known.flatMap((one) => known.filter((other) => other !== one).map((other) => [one, other])) : known.map((one) => [one])
  const isPresent = (list: readonly Language[]): boolean => list.join() === languages.join()
  return [...(languages.length === columns ? [languages] : []), ...others.filter((list) => !isPresent(list))]
}

const keptShare = ({ kept, sent }: FoundChanges): number => (sent === 0 ? 0 : kept / sent)

/**
 * Compares a file with a draft when the file no longer says what it was exported from: the languages that fit best are taken. Throws `fileForeign`
 * when the file has nothing to do with Musubi, `fileOfOtherTemplate` when it comes from another agreement.
 */
export function compareWithDraft(word: WordDocument, source: DraftSource): FoundChanges {
  const places = word.paragraphs.flatMap(({ bookmarks }) => bookmarks.flatMap((name) => readRowBookmark(name) ?? []))
  const columns = places.some(({ column }) => column > 0) ? 2 : places.length > 0 ? 1 : source.languages.length
  let best: FoundChanges | undefined
  for (const languages of candidates(source, columns)) {
    const found = findChanges(draftDocument({ ...source, languages }).document, word)
    if (best === undefined || keptShare(found) > keptShare(best)) best = found
    if (keptShare(found) > 0.5) break
  }
  const share = best === undefined ? 0 : keptShare(best)
  if (best === undefined || share < (places.length > 0 ? leastKept.withBookmarks : leastKept.withoutBookmarks)) {
    throw places.length > 0 ? new AppError('fileOfOtherTemplate') : new AppError('fileForeign', { details: { reason: 'noBookmarks' } })
  }
  return bounded(best)
}

/** Compares a file with exactly what it was exported from. */
export const compareWithOrigin = (word: WordDocument, origin: DraftSource): FoundChanges => bounded(findChanges(draftDocument(origin).document, word))

function bounded(found: FoundChanges): FoundChanges {
  const isEndless = found.changes.some(({ oldWords, newWords, comments }) => oldWords.length + newWords.length > longestWords || comments.length > 100)
  if (found.changes.length > mostChanges || isEndless) throw new AppError('fileTooLarge', { details: { reason: 'changes' } })
  return found
}
