import { z } from 'zod'

/** The languages a document or an explanation can be written in (ISO 639-1). */
export const languages = ['de', 'en', 'ja'] as const

/** One of the languages of the content. */
export const languageSchema = z.enum(languages)
export type Language = z.infer<typeof languageSchema>

/** A text a person reads, one entry per language. Japanese may be missing; readers fall back to English, then German. */
export const localizedSchema = z.object({ de: z.string(), en: z.string(), ja: z.string().optional() })
export type Localized = z.infer<typeof localizedSchema>

/** Picks the text in a language, falling back to English. */
export function localize(text: Localized, language: Language): string {
  return text[language] ?? text.en
}

/** The language in which `localize` answers: the wanted one, or English where the text has none in it. */
export function localizedIn(text: Localized, language: Language): Language {
  return text[language] === undefined ? 'en' : language
}
