import { formatDate } from '../../engine/format.ts'
import type { Language } from '../../engine/language.ts'
import { documentWords } from '../../engine/words.ts'
import type { ExportOptions } from './options.ts'

/**
 * What the header of a draft says: "Entwurf 2, 23. November 2026". Two languages share one date in figures ("Entwurf / Draft 2, 2026-11-23"),
 * so that the titles keep their place. Empty for a final document.
 */
export function draftMark(languages: readonly Language[], options: ExportOptions): string {
  if (options.draft === undefined) return ''
  const [first, ...others] = languages
  const words = languages.map((language) => documentWords[language].draft).join(' / ')
  const day = options.date.slice(0, 10)
  return `${words} ${options.draft.number}, ${first === undefined || others.length > 0 ? day : formatDate(day, first)}`
}
