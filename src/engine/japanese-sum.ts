import type { Money } from './answers.ts'
import { currencyDigits, formatNumber } from './format.ts'

const units = [
  { size: 10 ** 12, name: '兆' },
  { size: 10 ** 8, name: '億' },
  { size: 10 ** 4, name: '万' },
] as const

/**
 * A large sum as it is said in Japanese, to check the zeros by: 48,000,000 yen is "4,800万円", 120,050,000 yen "1億2,005万円". Nothing below 10,000 and for
 * sums with cents, which nobody says so. `currencyName` is the word behind the number.
 */
export function japaneseSum({ amount, currency }: Money, currencyName: string): string | undefined {
  const whole = Math.abs(amount) / 10 ** currencyDigits(currency)
  if (!Number.isSafeInteger(whole) || whole < 10_000) return undefined
  let rest = whole
  const parts = units.flatMap(({ size, name }) => {
    const count = Math.floor(rest / size)
    rest -= count * size
    return count === 0 ? [] : [`${formatNumber(count, 'ja')}${name}`]
  })
  return `${amount < 0 ? '−' : ''}${parts.join('')}${rest === 0 ? '' : formatNumber(rest, 'ja')}${currencyName}`
}
