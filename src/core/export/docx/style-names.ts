import type { Language } from '../../../engine/language.ts'

/** BCP 47 tags for the spelling checker. */
export const languageTags: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB', ja: 'ja-JP' }

/** Names of the languages as a lawyer reads them in the style list. */
export const languageNames: Readonly<Record<Language, string>> = { de: 'Deutsch', en: 'English', ja: '日本語' }

/**
 * Id of a paragraph style in a column. The first column has the plain styles; the others have styles of their own, because in Word a style is
 * bound to exactly one list and carries the language. Headings are Word's own: "Heading 1" is the heading of the first column, "Heading 2" that
 * of the second, sub-headings follow, so that each column has its table of contents without naming styles (which depends on the list
 * separator of the reader's Windows).
 */
export function styleId(name: string, column: number, languages: readonly Language[]): string {
  if (name === 'Heading') return `Heading${column + 1}`
  if (name === 'SubHeading') return `Heading${languages.length + column + 1}`
  if (name === 'TocEntry') return `TOC${column + 1}`
  const language = languages[column]
  return column === 0 || language === undefined ? name : `${name}${language.toUpperCase()}`
}
