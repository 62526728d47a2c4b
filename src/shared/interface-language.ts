// The one list of languages the interface speaks. Main, core and the page read it here; a language of documents need not be one of the interface.
import { z } from 'zod'

/** The languages of the interface, in the order in which they are offered. */
export const interfaceLanguages = ['de', 'en', 'ja'] as const
export const interfaceLanguageSchema = z.enum(interfaceLanguages)
export type InterfaceLanguage = z.infer<typeof interfaceLanguageSchema>

/** What each language calls itself, so that readers find their own in an interface they cannot read. */
export const interfaceLanguageNames: Readonly<Record<InterfaceLanguage, string>> = { de: 'Deutsch', en: 'English', ja: '日本語' }

/** Whose habits dates, numbers and sorting follow in each language, as BCP 47. English goes with British habits: day before month, as in the documents. */
export const interfaceLocales: Readonly<Record<InterfaceLanguage, string>> = { de: 'de-DE', en: 'en-GB', ja: 'ja-JP' }

/** The interface language nearest to what the system prefers ("ja-JP", "de_AT.UTF-8"); English when there is none. */
export function nearestInterfaceLanguage(systemLanguage: string): InterfaceLanguage {
  const wanted = systemLanguage.toLowerCase().split(/[-_.]/u)[0]
  return interfaceLanguages.find((language) => language === wanted) ?? 'en'
}
