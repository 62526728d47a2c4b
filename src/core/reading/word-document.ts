/** A tracked change: who made it and when (ISO 8601, UTC), as far as the file says. */
export type TrackedChange = { readonly kind: 'inserted' | 'deleted'; readonly author: string; readonly date: string | undefined }

/** Words in one state of tracking, or the place of a footnote, `mark` being what was typed for it and empty where it is counted. Line breaks are "\n", tabs "\t"; soft hyphens are dropped. */
export type WordRun =
  | { readonly kind: 'text'; readonly text: string; readonly change: TrackedChange | undefined }
  | { readonly kind: 'footnote'; readonly id: string; readonly mark: string; readonly change: TrackedChange | undefined }

/** What somebody wrote in the margin. */
export type WordComment = { readonly author: string; readonly date: string | undefined; readonly text: string }

/** A cell a paragraph stands in: which table of the document, row and cell in it, counted from 0. */
export type CellPlace = { readonly table: number; readonly row: number; readonly cell: number }

/** A paragraph of a Word file in reading order, whatever table or content control it stands in. */
export type WordParagraph = {
  /** From the outermost table inwards; empty outside of tables. */
  readonly cells: readonly CellPlace[]
  /** Names of the bookmarks that begin in the paragraph, or before it behind the previous one. */
  readonly bookmarks: readonly string[]
  readonly styleId: string | undefined
  /** Numbered or bulleted by the paragraph itself; its style may number it too. */
  readonly isNumbered: boolean
  /** Part of a table of contents. */
  readonly isContents: boolean
  readonly runs: readonly WordRun[]
  /** Tracked change of the paragraph's end: inserted when the paragraph was split here, deleted when it was joined with the next. */
  readonly markChange: TrackedChange | undefined
  /** Of a settled paragraph: every tracked change that was in it, taken in or turned down. */
  readonly settledChanges?: readonly TrackedChange[]
  readonly comments: readonly WordComment[]
}

/** What of a Word file can be compared: its paragraphs, its footnotes by id, and how much text stands in boxes, which is not read. */
export type WordDocument = {
  readonly paragraphs: readonly WordParagraph[]
  readonly footnotes: ReadonlyMap<string, readonly WordParagraph[]>
  readonly textBoxes: number
}
