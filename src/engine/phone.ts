import { halfWidth } from './half-width.ts'

/** Calling codes of countries whose national numbers begin with a 0 that is left out abroad (ITU-T E.164). */
const callingCodes: Readonly<Record<string, string>> = { AT: '43', CH: '41', DE: '49', FR: '33', GB: '44', JP: '81', NL: '31' }

/**
 * A telephone number as it is dialled from abroad: "03-1234-5678" in Japan is "+81 3 1234 5678", "0351 / 12345" in Germany "+49 351 12345". The groups
 * stay as they were typed. Nothing when the country is not known here or the text is no number.
 */
export function internationalPhone(text: string, country: string): string | undefined {
  const plain = halfWidth(text).replace(/^00(?=[1-9])/u, '+')
  const isAbroad = plain.startsWith('+')
  const groups = plain.replace('(0)', ' ').match(/\d+/gu) ?? []
  if (groups.length === 0 || !/^[+\d\s()/.\-\u2010-\u2015\u2212]+$/u.test(plain)) return undefined
  if (isAbroad) return isLongEnough(groups) ? `+${groups.join(' ')}` : undefined
  const [first = '', ...others] = groups
  const code = callingCodes[country]
  if (code === undefined || !first.startsWith('0')) return undefined
  const national = [first.slice(1), ...others].filter((group) => group !== '')
  return isLongEnough([code, ...national]) ? `+${[code, ...national].join(' ')}` : undefined
}

/** At least what dials somebody, at most what E.164 allows. */
function isLongEnough(groups: readonly string[]): boolean {
  const { length } = groups.join('')
  return length >= 7 && length <= 15
}
