/** The number formats of WordprocessingML that agreements use. */
type NumberFormat = 'decimal' | 'lowerLetter' | 'upperLetter' | 'lowerRoman' | 'aiueoFullWidth'

const kana = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン'
const romanDigits: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(value: number): string {
  let rest = value
  let result = ''
  for (const [worth, digits] of romanDigits) {
    while (rest >= worth) {
      result += digits
      rest -= worth
    }
  }
  return result
}

const romanNumbers: ReadonlyMap<string, number> = new Map(Array.from({ length: 199 }, (_, index) => [roman(index + 1), index + 1]))

/** One level of a list: "§ 7" is prefix "§ ", decimal, no suffix. "aa)" is the 27th letter, so that level starts at 27. */
export type LevelShape = { readonly prefix: string; readonly format: NumberFormat; readonly suffix: string; readonly start: number }

/** A label read as a shape and the number Word must count to in order to print it. */
export type ReadLabel = LevelShape & { readonly value: number }

function valuesOf(token: string): readonly { readonly format: NumberFormat; readonly value: number }[] {
  if (/^\d{1,6}$/.test(token)) return String(Number(token)) === token && token !== '0' ? [{ format: 'decimal', value: Number(token) }] : []
  const kanaIndex = kana.indexOf(token)
  if (token.length === 1 && kanaIndex >= 0) return [{ format: 'aiueoFullWidth', value: kanaIndex + 1 }]
  const isUpper = token === token.toUpperCase()
  const lower = token.toLowerCase()
  const candidates: { format: NumberFormat; value: number }[] = []
  if (lower === (lower[0] ?? '').repeat(lower.length) && lower.length <= 4) {
    candidates.push({ format: isUpper ? 'upperLetter' : 'lowerLetter', value: (lower.length - 1) * 26 + lower.charCodeAt(0) - 96 })
  }
  const romanValue = isUpper ? undefined : romanNumbers.get(lower)
  if (romanValue !== undefined) candidates.push({ format: 'lowerRoman', value: romanValue })
  return candidates
}

/**
 * Reads a computed label back into a list level, or undefined where it holds no number. `expected` is the number the list would count to next
 * and `known` the shape seen before: they decide whether "i)" is the ninth letter or the first Roman number.
 */
export function readLabel(label: string, expected: number, known: LevelShape | undefined): ReadLabel | undefined {
  // Nothing this long is a number; Word also limits how far the text may hang behind it.
  if (label.length > 24) return undefined
  const match =
    /^(.*?)(\d+)(\D*)$/su.exec(label) ?? /^([^\p{L}]*)([A-Za-z]{1,8})([^\p{L}\d]*)$/su.exec(label) ?? /^([^\p{L}]*)([ア-ン])([^\p{L}\d]*)$/su.exec(label)
  const [, prefix = '', token = '', suffix = ''] = match ?? []
  const shapes = valuesOf(token).map(({ format, value }): ReadLabel => {
    const isDoubled = format === 'lowerLetter' && value > 26 && known?.start !== 1
    return { prefix, suffix, format, value, start: isDoubled ? 27 : 1 }
  })
  const fits = (shape: ReadLabel): boolean => known !== undefined && fitsShape(shape, known)
  const follows = (shape: ReadLabel): boolean => shape.value === expected + shape.start - 1
  return shapes.find((shape) => fits(shape) && follows(shape)) ?? shapes.find(fits) ?? shapes.find(follows) ?? shapes[0]
}

/** Whether a level of one shape can print labels of another. */
export function fitsShape(label: LevelShape, level: LevelShape): boolean {
  return label.prefix === level.prefix && label.suffix === level.suffix && label.format === level.format
}
