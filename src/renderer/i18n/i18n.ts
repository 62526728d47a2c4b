import i18next, { type i18n } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { localize, localizedIn, type Localized } from '../../engine/language.ts'
import { type InterfaceLanguage, nearestInterfaceLanguage } from '../../shared/interface-language.ts'
import { texts, type TextKey } from './texts.ts'

export type { InterfaceLanguage } from '../../shared/interface-language.ts'

type Values = Readonly<Record<string, string | number>>
/** Gives the text of a key in the language of the interface. */
export type Translate = (key: TextKey, values?: Values) => string

/** Makes the translator; texts are bundled, so it is ready at once. */
export function createTranslator(language: InterfaceLanguage): i18n {
  const instance = i18next.createInstance()
  // With bundled texts initialisation is synchronous; the promise only repeats that.
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { de: { translation: texts.de }, en: { translation: texts.en }, ja: { translation: texts.ja } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return instance
}

/** What a component needs to speak: the texts, the language, dates and numbers in its habit, and content in it. */
export function useWords() {
  const { t: translate, i18n: instance } = useTranslation()
  const language = nearestInterfaceLanguage(instance.language)
  const t: Translate = (key, values = {}) => translate(key, values)
  const local = (text: Localized) => localize(text, language)
  // For `lang`: content that is not there in the language of the interface falls back, and must be read aloud and set as what it is.
  const langOf = (text: Localized) => (localizedIn(text, language) === language ? undefined : localizedIn(text, language))
  return { t, language, local, langOf }
}
