import type { Language } from '../../../engine/language.ts'

/** What a field is for. */
export type FieldKind = 'place' | 'date' | 'signature'

const words: Readonly<Record<Language, Readonly<Record<FieldKind, (who: string) => string>>>> = {
  de: {
    place: (who) => `Ort der Unterschrift: ${who}`,
    date: (who) => `Datum der Unterschrift (TT.MM.JJJJ): ${who}`,
    signature: (who) => `Unterschrift: ${who}`,
  },
  en: {
    place: (who) => `Place of signature: ${who}`,
    date: (who) => `Date of signature (day month year): ${who}`,
    signature: (who) => `Signature: ${who}`,
  },
  ja: {
    place: (who) => `署名地：${who}`,
    date: (who) => `署名日（年月日）：${who}`,
    signature: (who) => `署名：${who}`,
  },
}

/** What a field says of itself to those who point at it or hear it, in every language of the document: "Unterschrift: Anna Weber / Signature: Anna Weber". */
export function fieldTooltip(kind: FieldKind, who: string, languages: readonly Language[]): string {
  return languages.map((language) => words[language][kind](who)).join(' / ')
}
