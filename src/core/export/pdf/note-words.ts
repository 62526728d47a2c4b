import type { Language } from '../../../engine/language.ts'

/** What the links between a footnote and its mark say: to those who hear them, a figure alone says little. */
export const noteWords: Readonly<Record<Language, { readonly note: (number: string) => string; readonly back: (number: string) => string }>> = {
  de: { note: (number) => `Fußnote ${number}`, back: (number) => `Fußnote ${number}, zurück zum Text` },
  en: { note: (number) => `Footnote ${number}`, back: (number) => `Footnote ${number}, back to the text` },
  ja: { note: (number) => `脚注${number}`, back: (number) => `脚注${number}、本文へ戻る` },
}

/** The name of the place where the mark of a footnote stands. */
export function backTo(id: string): string {
  return `${id}-mark`
}
