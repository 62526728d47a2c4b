import { languages, type Language } from '../../../engine/language.ts'
import { useWords } from '../../i18n/i18n.ts'

/** The languages a document can be in: each one alone, then each pair side by side, the local one first. */
export function languageChoices(available: readonly Language[]): readonly (readonly Language[])[] {
  const pairs = available.flatMap((first, index) => available.slice(index + 1).map((second) => [first, second] as const))
  return [...available.map((language) => [language] as const), ...pairs]
}

/**
 * What a new document is in unless somebody chooses: German beside the language of the interface, or beside English where German is the language of
 * the interface or the other is not to be had.
 */
export function usualLanguages(available: readonly Language[], own: Language): readonly Language[] {
  const beside = own === 'de' || !available.includes(own) ? 'en' : own
  const pair = available.filter((language) => language === 'de' || language === beside)
  return pair.length > 0 ? pair : available.slice(0, 1)
}

export const languagesKey = (chosen: readonly Language[]): string => chosen.join('+')

export const languagesOfKey = (key: string): readonly Language[] => languages.filter((language) => key.split('+').includes(language))

/** Names of languages in their own words, as on a signpost: a reader finds their own even in an interface they cannot read. */
export function useLanguageNames() {
  const { t } = useWords()
  const own = (language: Language) => t(language === 'de' ? 'app.languages.ownDe' : language === 'en' ? 'app.languages.ownEn' : 'app.languages.ownJa')
  const of = (chosen: readonly Language[]): string => {
    const [first, second] = chosen
    if (first === undefined) return ''
    return second === undefined ? own(first) : t('app.languages.both', { first: own(first), second: own(second) })
  }
  const inWords = (language: Language) => t(`app.languages.${language}`)
  return { of, own, inWords }
}
