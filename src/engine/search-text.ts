/**
 * A text as a search compares it: everything in one width, katakana as hiragana, without accents and capitals, so that "ＡＢＣ" is found by "abc" and
 * "ライセンス" by "らいせんす".
 */
export function searchText(text: string): string {
  return hiragana(text.normalize('NFKC'))
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .trim()
}

/** Katakana as hiragana; everything else stays. */
export function hiragana(text: string): string {
  return text.replaceAll(/[\u30a1-\u30f6]/gu, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) - 0x60))
}

/** Hiragana as katakana; everything else stays. */
export function katakana(text: string): string {
  return text.replaceAll(/[\u3041-\u3096]/gu, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0x60))
}

/** Latin letters, digits and signs in full width, as Japanese input methods write them; everything else stays. */
export function fullWidth(text: string): string {
  return text.replaceAll(/[!-~]/gu, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0))
}
