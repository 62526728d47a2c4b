/** Reads a number as people write it in a language: "1.234,5" in German, "1,234.5" in English; undefined when it is none. */
export function parseNumber(text: string, locale: string): number | undefined {
  const { decimal, group } = separators(locale)
  // Japanese input methods write digits and signs in full width.
  const plain = text
    .normalize('NFKC')
    .trim()
    .replaceAll(/[\s\u00a0\u202f]/g, '')
    .replaceAll(group, '')
    .replace(decimal, '.')
    .replace('−', '-')
  return /^[+-]?\d+(\.\d*)?$/.test(plain) ? Number(plain) : undefined
}

/** Writes a number for an input: grouped digits, no more decimals than it has. */
export function numberText(value: number, locale: string, decimals?: number): string {
  const digits = decimals === undefined ? { maximumFractionDigits: 6 } : { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return new Intl.NumberFormat(locale, digits).format(value)
}

function separators(locale: string): { readonly decimal: string; readonly group: string } {
  const parts = new Intl.NumberFormat(locale).formatToParts(12_345.6)
  const find = (type: string, otherwise: string) => parts.find((part) => part.type === type)?.value ?? otherwise
  return { decimal: find('decimal', '.'), group: find('group', ',') }
}
