import { describe, expect, test } from 'vitest'
import type { AnswerProblem } from '../../engine/answer-problems.ts'
import { sentencesOf, sentenceStyle } from '../../engine/japanese-style.ts'
import { questionSchema } from '../../engine/template.ts'
import { shellTexts } from '../../main/texts.ts'
import { interfaceLocales } from '../../shared/interface-language.ts'
import { problemText } from '../screens/drafting/problem-text.ts'
import { createTranslator, type Translate } from './i18n.ts'
import { texts } from './texts.ts'

function wordsOf(node: object, prefix = ''): readonly (readonly [string, string])[] {
  const entries: readonly [string, unknown][] = Object.entries(node)
  return entries.flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as const] : typeof value === 'object' && value !== null ? wordsOf(value, `${prefix}${key}.`) : [],
  )
}

const all = [...wordsOf(texts.ja), ...wordsOf(shellTexts.ja, 'shell.')]
const withPlaceholders = (text: string): string => text.replaceAll(/\{\{\w+\}\}/gu, 'A')
const offending = (pattern: RegExp, allowed: readonly string[] = []): readonly string[] =>
  all.filter(([key, text]) => pattern.test(withPlaceholders(text)) && !allowed.includes(key)).map(([key, text]) => `${key}: ${text}`)

describe('the Japanese interface', () => {
  test('speaks in です and ます wherever it speaks in sentences', () => {
    expect(all.flatMap(([key, text]) => sentencesOf(text).flatMap((sentence) => (sentenceStyle(sentence) === 'plain' ? [`${key}: ${sentence}`] : [])))).toEqual(
      [],
    )
  })

  test('calls nobody あなた, adds no 様 and asks for no title', () => {
    expect(offending(/あなた|貴方|様(?!式)|殿|御中|敬称|性別/u)).toEqual([])
  })

  test('exports no goods: files are 書き出し and 読み込み', () => {
    expect(offending(/輸出|輸入|エクスポート|インポート/u)).toEqual([])
  })

  test('keeps to Japanese typography: full-width marks, half-width letters and digits, no spaces between them', () => {
    const kana = '\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}ー'
    expect(offending(new RegExp(`[${kana}][,.!?:;]`, 'u'))).toEqual([])
    expect(offending(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/u)).toEqual([])
    expect(offending(new RegExp(`[${kana}、。] |[A-Za-z0-9] [${kana}]`, 'u'))).toEqual([])
    expect(offending(/[“”„"]/u)).toEqual([])
  })

  test('chooses 以上 and 以下 by the comparison', () => {
    const translator = createTranslator('ja')
    const t: Translate = (key, values = {}) => translator.t(key, values)
    const number = questionSchema.parse({ id: 'x', type: 'integer', label: { de: 'X', en: 'X' } })
    const say = (code: AnswerProblem['code'], details: AnswerProblem['details']) => problemText({ path: '', code, details }, number, t, 'ja')
    expect(say('belowMinimum', { minimum: 1000 })).toBe('1,000以上の値を入力してください。')
    expect(say('aboveMaximum', { maximum: 30 })).toBe('30以下の値を入力してください。')
    expect(say('tooShort', { minimum: 10, actual: 3 })).toContain('10文字以上')
    expect(say('tooLong', { maximum: 200, actual: 210 })).toContain('200文字以下')
    expect([say('tooFewItems', { minimum: 2, actual: 1 }), say('tooManyItems', { maximum: 3, actual: 4 })].map((text) => /以上|以下/u.exec(text)?.[0])).toEqual(
      ['以上', '以下'],
    )
  })

  test('sorts names of countries as a Japanese reader looks them up', () => {
    const names = new Intl.DisplayNames('ja', { type: 'region' })
    const sorted = ['DE', 'AT', 'CH', 'FR', 'IT'].map((code) => names.of(code) ?? code).toSorted(new Intl.Collator(interfaceLocales.ja).compare)
    expect(sorted).toEqual(['イタリア', 'オーストリア', 'スイス', 'ドイツ', 'フランス'])
  })
})
