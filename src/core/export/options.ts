/** What a file that travels inside a PDF is to the document (ISO 19005-3, annex E). */
export type AttachmentRelationship = 'Source' | 'Data' | 'Alternative' | 'Supplement'

/** A file that travels inside a PDF, as an associated file of the whole document. */
export type Attachment = {
  /** File name with its ending, "answers.json"; each name once. */
  readonly name: string
  /** "application/json" */
  readonly mediaType: string
  /** What it is, in words for people. */
  readonly description: string
  readonly relationship: AttachmentRelationship
  readonly bytes: Uint8Array
  /** The same in the zlib format, when it is at hand; packing it again for each of a thousand documents would take longer than anything else. */
  readonly deflated?: Uint8Array
}

/** A PDF as it goes to the archive, or one with fields for place, date and signature on the signature lines. */
export type PdfProfile = 'archive' | 'fillable'

/** What an export adds to the document tree. Dates come from outside, so that the same input gives the same bytes. */
export type ExportOptions = {
  /** Shown in the header and as a light watermark while the document is a draft; undefined for a final document. */
  readonly draft: { readonly number: number; readonly hasWatermark: boolean } | undefined
  /** Creation and modification date of the file, ISO 8601 with time. */
  readonly date: string
  /** Author for the document properties; may be empty. */
  readonly author: string
  /** Drafting notes and other remarks that are not for the other side. */
  readonly hasNotes: boolean
  /** Of a PDF; `archive` when it is not said. */
  readonly profile?: PdfProfile
  /** Files that travel inside a PDF, listed in this order. */
  readonly attachments?: readonly Attachment[]
  /** In a redline: why, as a Word comment on each changed section; one reason for all, or one per section id. */
  readonly reason?: string | Readonly<Record<string, string>>
  /** Told how much is done, 0 to 1. */
  readonly onProgress?: (fraction: number) => void
  readonly signal?: AbortSignal
}
