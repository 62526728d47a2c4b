import { describe, expect, test } from 'vitest'
import { cellValue } from './cell-value.ts'
import { resolveColumn } from './columns.ts'
import { seriesAgreement } from './testing/series-agreement.ts'

const questions = new Map(seriesAgreement.pages.flatMap((page) => page.questions.map((question) => [question.id, question] as const)))

function read(header: string, text: string): unknown {
  const column = resolveColumn(questions, header)
  if (column?.kind !== 'answer') throw new Error(`no column ${header}`)
  const found = cellValue(column.type, text)
  return found.kind === 'value' ? found.value : found.message.en
}

describe('the value of a cell', () => {
  test.each<[string, string, unknown]>([
    ['staff', '1.234', 1234],
    ['factor', '0,5', 0.5],
    ['share', '12,5 %', 12.5],
    ['price', '100.000,00 EUR', { amount: 10_000_000, currency: 'EUR' }],
    ['price', 'EUR 100,000', { amount: 10_000_000, currency: 'EUR' }],
    ['price', '€ 0,29', { amount: 29, currency: 'EUR' }],
    ['price', '48,000,000円', { amount: 48_000_000, currency: 'JPY' }],
    ['price', '-5 eur', { amount: -500, currency: 'EUR' }],
    ['starts', '2027-03-01', '2027-03-01'],
    ['starts', '1.3.2027', '2027-03-01'],
    ['starts', '29.02.2028', '2028-02-29'],
    ['starts', '2027/03/01', '2027-03-01'],
    ['starts', '2027年3月1日', '2027-03-01'],
    ['term', '12 months', { value: 12, unit: 'months' }],
    ['term', '1 Jahr', { value: 1, unit: 'years' }],
    ['term', '6か月', { value: 6, unit: 'months' }],
    ['secret', 'Ja', true],
    ['secret', 'FALSCH', false],
    ['secret', '0', false],
    ['law', 'german-law', 'german-law'],
    ['law', ' Deutsches  Recht ', 'german-law'],
    ['law', 'Japanese law', 'japanese-law'],
    ['ways', 'mail | Treffen', ['mail', 'meeting']],
    ['company.form', 'gmbh', 'GmbH'],
    ['company.country', 'de', 'DE'],
    ['contact.phone', '+49 89 123456', '+49 89 123456'],
    // As Japanese input methods write: full width, eras, yen signs. Names stay as they are.
    ['staff', '１，２３４，５６７', 1_234_567],
    ['share', '１２．５％', 12.5],
    ['price', '金1,000,000円', { amount: 1_000_000, currency: 'JPY' }],
    ['price', '￥４８，０００，０００', { amount: 48_000_000, currency: 'JPY' }],
    ['starts', '２０２７年３月１日', '2027-03-01'],
    ['starts', '令和9年3月1日', '2027-03-01'],
    ['starts', '令和元年5月1日', '2019-05-01'],
    ['starts', '平成31年4月30日', '2019-04-30'],
    ['term', '６ヶ月', { value: 6, unit: 'months' }],
    ['secret', 'いいえ', false],
    ['contact.email', 'ｍｕｓｕｂｉ＠ｅｘａｍｐｌｅ．ｊｐ', 'musubi@example.jp'],
    ['contact.phone', '０３－１２３４－５６７８', '03-1234-5678'],
    ['company.name', 'ＡＢＣ株式会社', 'ＡＢＣ株式会社'],
  ])('%s: %s', (header, text, value) => {
    expect(read(header, text)).toEqual(value)
  })
  test.each<[string, string, RegExp]>([
    ['staff', '1,5', /not a number/],
    ['factor', '1.234', /two numbers/],
    ['price', '100', /currency is missing; write one of EUR, JPY/],
    ['price', '12,345,6 EUR', /an amount is written/],
    ['price', 'EUR 5 JPY', /an amount is written/],
    ['price', '0.5 JPY', /an amount is written/],
    ['starts', '29.02.2027', /must exist/],
    ['starts', '3/1/2027', /cannot be told apart/],
    ['starts', '01.03.27', /must exist/],
    ['starts', '2027年度', /must exist/],
    ['starts', '令和9年3月吉日', /must exist/],
    ['starts', '令和元年4月30日', /must exist/],
    ['starts', '平成31年5月1日', /must exist/],
    ['term', '0 months', /duration/],
    ['term', 'ein Jahr', /duration/],
    ['secret', 'vielleicht', /yes or no/],
    ['law', 'german-lw', /did you mean german-law/],
    ['law', 'martian', /none of the options: german-law, japanese-law/],
    ['ways', 'mail|post', /named twice/],
    ['company.country', 'Deutschland', /two letters/],
  ])('%s refuses %s in words that do not repeat it', (header, text, message) => {
    expect(read(header, text)).toMatch(message)
    if (!/mean|two/.test(message.source)) expect(read(header, text)).not.toContain(text)
  })
})
