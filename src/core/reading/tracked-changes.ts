import type { TrackedChange, WordDocument, WordParagraph, WordRun } from './word-document.ts'

const longestAuthor = 200

/** The name Word keeps with a change or comment, on one line and of bounded length. */
export function readAuthor(author: string | undefined): string {
  return (author ?? '')
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .trim()
    .slice(0, longestAuthor)
    .toWellFormed()
}

/** A moment as Word keeps it, as ISO 8601 in UTC; undefined when it is none. Word writes local time and calls it UTC: nothing better is in the file. */
export function readDate(date: string | undefined): string | undefined {
  const [text] = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?/.exec(date ?? '') ?? []
  const moment = text === undefined ? Number.NaN : Date.parse(`${text}Z`)
  return Number.isNaN(moment) ? undefined : new Date(moment).toISOString()
}

/** Paragraphs after all tracked changes were taken in or turned down: no run has a change any more, and joined paragraphs are one. */
function settled(paragraphs: readonly WordParagraph[], gone: TrackedChange['kind']): readonly WordParagraph[] {
  const result: WordParagraph[] = []
  let before: WordParagraph | undefined
  for (const paragraph of paragraphs) {
    const runs = paragraph.runs.filter(({ change }) => change?.kind !== gone).map((run): WordRun => ({ ...run, change: undefined }))
    const changes = [...paragraph.runs.flatMap(({ change }) => change ?? []), ...(paragraph.markChange === undefined ? [] : [paragraph.markChange])]
    const isGone = paragraph.markChange?.kind === gone
    const joined: WordParagraph = {
      ...paragraph,
      runs: before === undefined ? runs : [...before.runs, ...runs],
      bookmarks: before === undefined ? paragraph.bookmarks : [...before.bookmarks, ...paragraph.bookmarks],
      comments: before === undefined ? paragraph.comments : [...before.comments, ...paragraph.comments],
      markChange: undefined,
      settledChanges: [...(before?.settledChanges ?? []), ...changes],
    }
    // A paragraph whose end is gone runs on into the next one, or vanishes when nothing of it is left.
    before = isGone ? joined : undefined
    if (!isGone) result.push(joined)
  }
  if (before !== undefined && before.runs.length > 0) result.push(before)
  return result
}

/** The paragraphs as they read when every tracked change is accepted. */
export const acceptedParagraphs = (paragraphs: WordDocument['paragraphs']): readonly WordParagraph[] => settled(paragraphs, 'deleted')

/** The paragraphs as they read when every tracked change is rejected. */
export const rejectedParagraphs = (paragraphs: WordDocument['paragraphs']): readonly WordParagraph[] => settled(paragraphs, 'inserted')
