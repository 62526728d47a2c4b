import type { InterfaceLanguage } from '../../shared/interface-language.ts'

/** What stands between two sentences, or after a word with a colon: a space, in Japanese nothing. */
export function gap(language: InterfaceLanguage): string {
  return language === 'ja' ? '' : ' '
}
