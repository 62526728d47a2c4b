/**
 * One line of a document as a reader of one format finds it: number and words, and the language they are in. Words over the full width belong to
 * the first language. Formats differ in what they call a line, so a party is a paragraph a line, a table one line a row.
 */
export type Line = {
  readonly kind: 'title' | 'heading' | 'paragraph' | 'row' | 'footnote'
  readonly text: string
  readonly language: string
}

/** What one format says, read without the others, and what is wrong in it by itself (a reference whose number is not that of its target). */
export type Reading = { readonly format: string; readonly lines: readonly Line[]; readonly faults: readonly string[] }

/**
 * What no reader sees or two formats cannot write alike: kinds of spaces, runs of them, soft hyphens, spaces inside brackets and
 * quotation marks and before marks (the padding of a gap).
 * Japanese has no spaces between words, so one beside a Japanese sign is where a line was broken.
 */
export function normalised(text: string): string {
  return unpadded(
    text
      .replaceAll('\u00ad', '')
      .replaceAll(/[\s\u200b]+/g, ' ')
      .replaceAll(/ (?=[,.;:!?)\]])|(?<=[([]) /g, ''),
  )
    .replaceAll(/(?<=[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]) | (?=[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef])/g, '')
    .trim()
}

/** Quotations without the padding of a gap at their edges; they may go over the end of a line. */
export const unpadded = (text: string): string => text.replaceAll(/„ ?([^„“]*?) ?“/g, '„$1“').replaceAll(/“ ?([^“”„]*?) ?”/g, '“$1”')

/** The mark of a footnote inside a line. */
export const footnoteMark = (number: string): string => `[^${number}]`
