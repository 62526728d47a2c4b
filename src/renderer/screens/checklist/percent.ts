import { type InterfaceLanguage, interfaceLocales } from '../../../shared/interface-language.ts'

/** A score as people write it: "64 %" in German, "64%" in English and Japanese. */
export function percent(score: number, language: InterfaceLanguage): string {
  return new Intl.NumberFormat(interfaceLocales[language], { style: 'percent' }).format(score / 100)
}

/** How a score changed, in points, with its sign. */
export function points(change: number, language: InterfaceLanguage): string {
  return new Intl.NumberFormat(interfaceLocales[language], { signDisplay: 'exceptZero' }).format(change)
}
