// Japanese line breaking (JIS X 4051): closing marks, small kana and marks that repeat or lengthen never start a line, opening marks never end one.
const neverFirst = new Set(
  '、。，．・：；？！゛゜ヽヾゝゞ々〻ー’”）〕］｝〉》」』】〙〗〟｠»‐–—゠〜～…‥ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ%％°℃,.:;!?)]}’”',
)
const neverLast = new Set('‘“（〔［｛〈《「『【〘〖〝｟«([{¥￥$＄£￡§№')
// A number stays with 第 before it and with what it counts: 第2項, 10月1日.
const counters = new Set('条項号年月日円名社回通％')
const figure = /[\d０-９]/
const inseparable = new Set('…‥—―')

/** Whether a line may end between two neighbouring characters of Japanese text, given the text on either side. */
export function mayBreakBetween(before: string, after: string): boolean {
  const last = Array.from(before.slice(-2)).at(-1) ?? ''
  const first = String.fromCodePoint(after.codePointAt(0) ?? 0x20)
  if (neverLast.has(last) || neverFirst.has(first)) return false
  if (figure.test(last) ? counters.has(first) || figure.test(first) : last === '第' && figure.test(first)) return false
  return !(last === first && inseparable.has(last))
}
