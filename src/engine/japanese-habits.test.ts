// Goes through "Form of Japanese contracts and business Japanese" (part 12 of the project's glossary), row by row, as far as the engine does it.
// `docs/japanese.md` has the whole table, with the tests of the other rows.
import { describe, expect, test } from 'vitest'
import { compileAgreement } from './agreement.ts'
import { AnswerDrop, gapLabel } from './answer-drop.ts'
import { dateSchema, personSchema } from './answers.ts'
import { createAssembler } from './assemble.ts'
import { corporateNumberKind } from './corporate-number.ts'
import { formatAddress, formatDate, formatEraDate, formatMoney, joinList } from './format.ts'
import { type GlossaryTerm, glossaryTermSchema, searchGlossary } from './glossary.ts'
import { halfWidth } from './half-width.ts'
import { japaneseSum } from './japanese-sum.ts'
import { sentencesOf, sentenceStyle } from './japanese-style.ts'
import { languages } from './language.ts'
import { parseLiquid, renderPlain } from './liquid.ts'
import { type AnchorPlace, paragraphLabel, referenceTo } from './numbering.ts'
import { internationalPhone } from './phone.ts'
import { documentText } from './plain-text.ts'
import { postalCode, postalCodeDoubt } from './postal-code.ts'
import { questionSchema } from './template.ts'
import { smallAgreement, smallAnswers } from './testing/small-agreement.ts'
import { documentWords } from './words.ts'

const place = (numbers: readonly number[]): AnchorPlace => ({ section: 'rights', kind: 'clause', number: 5, numbers, title: '権利' })

describe('levels and references', () => {
  test('are 条, 項, 号 and ア, and the number of the first 項 is always printed', () => {
    expect(documentWords.ja.clause(5)).toBe('第5条')
    expect([paragraphLabel('clause', [1], 'ja'), paragraphLabel('clause', [1, 2], 'ja'), paragraphLabel('clause', [1, 2, 3], 'ja')]).toEqual(['1', '(2)', 'ウ'])
  })
  test('are written per language from one target, and never as 前条 or 次項', () => {
    const texts = languages.map((language) => referenceTo('x', place([2, 3]), 'other', language).text)
    expect(texts).toEqual(['§ 5 Abs. 2 lit. c', 'Section 5(2)(c)', '第5条第2項第3号'])
    expect(referenceTo('x', place([2]), 'rights', 'ja').text).toBe('第2項')
    expect(referenceTo('x', { ...place([2]), kind: 'annex', number: 1 }, 'other', 'ja').text).toBe('別紙1第2項')
  })
  test('follow when a clause falls away, without branch numbers', () => {
    const assemble = createAssembler(compileAgreement(smallAgreement))
    const before = documentText(assemble(smallAnswers, ['de']))
    const after = documentText(assemble({ ...smallAnswers, is_free: true }, ['de']))
    expect(before).toContain('§ 3')
    expect(after).toContain('## § 2 Laufzeit')
    expect(after).not.toMatch(/§ \d+ ?[a-z]\b|の2/u)
  })
  test('number annexes once for all languages', () => {
    expect(languages.map((language) => documentWords[language].annex(1))).toEqual(['Anlage 1', 'Annex 1', '別紙1'])
  })
})

describe('the frame of a contract', () => {
  const content = {
    ...smallAgreement,
    texts: {
      de: "# Vertrag\n\n::parties\n\n## Zweck {#purpose}\n\nInhalt in {{ document.originals | plural: 'einem Original', 'Originalen' }}.\n\n## Unterschriften {#signatures .closing}\n\n::signatures\n",
      ja: "# 契約書\n\n::parties\n\n## 目的 {#purpose}\n\n本書{{ document.originals | plural: '一通', '通' }}を作成する。\n\n## 署名 {#signatures .closing}\n\n::signatures\n",
    },
  }
  const company = {
    ...smallAnswers.company,
    country: 'JP',
    shortName: '甲',
    signatories: [
      { name: '橘 美香', function: '代表取締役' },
      { name: 'S. Ito', function: '' },
    ],
  }
  const draw = (languages: readonly ('de' | 'ja')[], more: Record<string, string> = {}): string =>
    documentText(createAssembler(compileAgreement(content))({ ...smallAnswers, company, ...more }, languages))
  test('has headings in brackets and as many originals as parties', () => {
    expect(draw(['ja'])).toContain('## 第1条 （目的）\n\n本書2通を作成する。')
    expect(draw(['de'])).toContain('## § 1 Zweck\n\nInhalt in 2 Originalen.')
  })
  test('names parties without spaces, and closes the brackets around a name still open', () => {
    expect(draw(['ja'])).toContain('代表者：橘 美香（代表取締役）及びS. Ito\n（以下「甲」という。）')
    expect(documentWords.ja.hereinafterOpen).toEqual(['（以下「', '」という。）'])
  })
  test('leaves a Japanese party room for its seal beside the name, on paper and where a text is Japanese', () => {
    expect(draw(['ja'])).toContain('橘 美香\u3000\u3000印, 代表取締役')
    expect(draw(['de', 'ja'])).toContain('\n橘 美香\u3000\u3000印, 代表取締役')
    expect(draw(['de'])).not.toContain('印')
    expect(draw(['ja']).match(/印/gu)).toHaveLength(2)
    const form = { de: 'Wie?', en: 'How?', ja: '方法' }
    const options = ['qes', 'wet-ink'].map((id) => ({ id, label: form }))
    const signing = { id: 'signing', title: form, short: form, questions: [questionSchema.parse({ id: 'sign_form', type: 'choice', label: form, options })] }
    const asked = compileAgreement({ ...content, pages: [...content.pages, signing] })
    const signed = (how: string): string => documentText(createAssembler(asked)({ ...smallAnswers, company, sign_form: how }, ['ja']))
    expect(signed('wet-ink')).toContain('印')
    expect(signed('qes')).not.toContain('印')
  })
})

describe('the style of sentences', () => {
  test('is told apart by their ends', () => {
    expect(['台帳を作成してください', '準備ができています', '公開できません', 'よろしいですか'].map(sentenceStyle)).toEqual(Array(4).fill('polite'))
    expect(['甲は、乙に通知しなければならない', '準拠法はドイツ法とする', '効力を有する', '許諾したものである', '適用しない'].map(sentenceStyle)).toEqual(
      Array(5).fill('plain'),
    )
    expect(['保存', '未確定事項', '秘密保持契約の締結（GeschGehG第2条）'].map(sentenceStyle)).toEqual(Array(3).fill('none'))
  })
  test('is not that of a quotation', () => {
    expect(sentencesOf('「甲という。」と書きます。保存')).toEqual(['「」と書きます'])
  })
})

describe('words between words', () => {
  test('are 、 and 及び without spaces', () => {
    expect(joinList(['A', 'B', 'C'], documentWords.ja.and, 'ja')).toBe('A、B及びC')
    expect(joinList(['A', 'B'], '又は', 'ja')).toBe('A又はB')
  })
  test('mark the defined name of a party at its first mention', () => {
    expect(documentWords.ja.hereinafter('甲').join('')).toBe('（以下「甲」という。）')
  })
  test('call an open question open instead of asking it in the middle of a sentence', () => {
    const question = (ja: string) => questionSchema.parse({ id: 'x', type: 'text', label: { de: 'A?', en: 'A?', ja } })
    expect([question('いつ開始しますか'), question('いつ開始しますか。'), question('開始日')].map((one) => gapLabel(one, 'ja'))).toEqual([
      '未入力',
      '未入力',
      '開始日',
    ])
  })
})

describe('names', () => {
  test('of companies stay as registered, 株式会社 before or behind, in full or half width', () => {
    const draw = createAssembler(compileAgreement(smallAgreement))
    for (const name of ['株式会社カミナリ', 'カミナリ株式会社', 'ＡＢＣ株式会社'])
      expect(documentText(draw({ ...smallAnswers, company: { ...smallAnswers.company, name } }, ['en']))).toContain(name)
  })
  test('of persons have no title and no gender to ask for', () => {
    expect(Object.keys(personSchema.shape)).toEqual(['name', 'function', 'organisation', 'email', 'phone'])
    expect(JSON.stringify(documentWords.ja.hereinafter('甲')) + documentWords.ja.representedBy).not.toMatch(/様|殿|御中/u)
  })
})

describe('dates and sums', () => {
  const printed = (source: string, value: string, language: 'de' | 'ja'): string =>
    renderPlain(parseLiquid(source), { begin: new AnswerDrop({ question: undefined, path: 'begin', value, language, label: '', isRequired: true }) }, () => '…')
  test('are Gregorian, with the era only where a text asks for it', () => {
    expect(formatDate('2026-11-22', 'ja')).toBe('2026年11月22日')
    expect(formatEraDate('2026-11-22', 'ja')).toBe('令和8年11月22日')
    expect([formatEraDate('2026-11-22', 'de'), formatEraDate('soon', 'ja')]).toEqual(['22. November 2026', 'soon'])
    expect([printed('{{ begin }}', '2026-11-22', 'ja'), printed('{{ begin | era }}', '2026-11-22', 'ja')]).toEqual(['2026年11月22日', '令和8年11月22日'])
  })
  test('are never a fiscal year or a lucky day', () => {
    for (const text of ['2026年度', '令和8年11月吉日', '2026-11', '2026-02-30']) expect(dateSchema.safeParse(text).success).toBe(false)
  })
  test('have no minor unit in yen and are read back in 万 and 億', () => {
    expect([formatMoney({ amount: 1_000_000, currency: 'JPY' }, 'ja'), formatMoney({ amount: 1_000_000, currency: 'EUR' }, 'ja')]).toEqual([
      '1,000,000円',
      'EUR 10,000.00',
    ])
    const read = (amount: number, currency = 'JPY', name = '円') => japaneseSum({ amount, currency }, name)
    expect([read(48_000_000), read(120_050_000), read(10_001), read(3_000_000_000_000)]).toEqual(['4,800万円', '1億2,005万円', '1万1円', '3兆円'])
    expect([read(42_000_000, 'EUR', 'ユーロ'), read(9999), read(42_000_050, 'EUR', 'ユーロ')]).toEqual(['42万ユーロ', undefined, undefined])
  })
})

describe('codes', () => {
  test('are kept in half width', () => {
    expect([halfWidth(' ｍｕｓｕｂｉ＠ｅｘａｍｐｌｅ．ｊｐ '), halfWidth('ＨＲＢ　１２３４５')]).toEqual(['musubi@example.jp', 'HRB 12345'])
  })
  test('of the post are text in the writing of the country', () => {
    expect(['1000001', '〒100-0001', '１００ー０００１', '〒 100−0001'].map((text) => postalCode(text, 'JP'))).toEqual(Array(4).fill('100-0001'))
    expect([postalCode('07743', 'DE'), postalCode('D-07743', 'DE'), postalCode('SW1A 1AA', 'GB')]).toEqual(['07743', '07743', 'SW1A 1AA'])
    expect([
      postalCodeDoubt('1234', 'JP'),
      postalCodeDoubt('7743', 'DE'),
      postalCodeDoubt('1000001', 'JP'),
      postalCodeDoubt('', 'JP'),
      postalCodeDoubt('1', 'FR'),
    ]).toEqual(['100-0001', '07743', undefined, undefined, undefined])
  })
  test('of addresses go from large to small in Japanese and from small to large elsewhere', () => {
    const address = { street: '西7丁目4-8', postalCode: '０６０９９９９', city: '札幌市北区', region: '北海道', country: 'JP' }
    expect(formatAddress(address, 'ja')).toBe('〒060-9999 北海道札幌市北区西7丁目4-8')
    const inLatin = { ...address, street: '4-8 Nishi 7', city: 'Sapporo', region: '' }
    expect(formatAddress(inLatin, 'en')).toBe('4-8 Nishi 7, Sapporo 060-9999, Japan')
    expect(formatAddress(inLatin, 'ja')).toBe('4-8 Nishi 7, Sapporo 060-9999, 日本')
  })
  test('of telephones are given as dialled from abroad', () => {
    expect(internationalPhone('03-1234-5678', 'JP')).toBe('+81 3 1234 5678')
    expect(internationalPhone('０３（１２３４）５６７８', 'JP')).toBe('+81 3 1234 5678')
    expect([internationalPhone('0351 / 123456', 'DE'), internationalPhone('+49 (0)351 123456', 'JP'), internationalPhone('0049 351 123456', 'JP')]).toEqual(
      Array(3).fill('+49 351 123456'),
    )
    expect([internationalPhone('ext. 12', 'JP'), internationalPhone('0312', 'JP'), internationalPhone('03-1234-5678', 'US')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
  test('of companies have a check digit, and are not the number of the register', () => {
    expect(['7000012050002', '７０００－０１２０－５０００２'].map(corporateNumberKind)).toEqual(['valid', 'valid'])
    expect(['8000012050002', '000012050002', '5-0000-0100-9876', 'HRB 12345', ''].map(corporateNumberKind)).toEqual([
      'wrongCheckDigit',
      'registerNumber',
      'wrongCheckDigit',
      'other',
      'other',
    ])
  })
})

describe('sorting and search', () => {
  const term = (ja: string, reading: string, en: string): GlossaryTerm =>
    glossaryTermSchema.parse({ id: en, de: { term: en }, en: { term: en }, ja, reading, explanation: { de: '-', en: '-' } })
  const terms = [
    term('秘密保持契約', 'ひみつほじけいやく', 'nda'),
    term('意匠', 'いしょう', 'design'),
    term('ライセンス', 'らいせんす', 'licence'),
    term('契約', 'けいやく', 'contract'),
  ]
  test('go by reading (五十音), not by character', () => {
    expect(searchGlossary(terms, '', 'ja').map(({ ja }) => ja)).toEqual(['意匠', '契約', '秘密保持契約', 'ライセンス'])
  })
  test('find kana, kanji, half and full width', () => {
    for (const query of ['らいせんす', 'ライセンス', 'ﾗｲｾﾝｽ', 'ＬＩＣＥＮＣＥ', 'licence'])
      expect(
        searchGlossary(terms, query, 'ja').map(({ id }) => id),
        query,
      ).toEqual(['licence'])
    expect(searchGlossary(terms, '契約', 'ja').map(({ id }) => id)).toEqual(['contract', 'nda'])
  })
})
