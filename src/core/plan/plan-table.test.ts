import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { PlanLine } from '../../engine/plan-lines.ts'
import { planTable } from './plan-table.ts'

const line = (change: Partial<PlanLine> = {}): PlanLine => ({
  id: 'a',
  title: 'List the secrets',
  finding: 'No list',
  reason: 'The claim is lost.',
  laws: ['Section 2 GeschGehG', 'Article 2 UCPA'],
  owner: 'Sato',
  due: '2026-12-01',
  priority: 'high',
  state: 'open',
  ...change,
})
const read = (bytes: Uint8Array): unknown => parse(Buffer.from(bytes), { bom: true })

describe('a plan as a table', () => {
  test('has a header in the language, a row per step, a byte order mark and CRLF', () => {
    const bytes = planTable([line(), line({ id: 'b', title: '一覧を作成、\n"共有"する', due: '', owner: '', priority: 'low', state: 'done', laws: [] })], 'ja')
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(read(bytes)).toEqual([
      ['番号', '対応策', '指摘事項', '理由', '根拠法令', '担当者', '期日', '優先度', '状況'],
      ['1', 'List the secrets', 'No list', 'The claim is lost.', 'Section 2 GeschGehG; Article 2 UCPA', 'Sato', '2026-12-01', '高', '未完了'],
      ['2', '一覧を作成、\n"共有"する', 'No list', 'The claim is lost.', '', '', '', '低', '完了'],
    ])
    expect(
      Buffer.from(planTable([line()], 'de'))
        .toString()
        .endsWith('\r\n'),
    ).toBe(true)
  })
  test.each(['=HYPERLINK("http://example.org")', '+1+1', '-2', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])('defuses the formula %j', (owner) => {
    const [, row] = parse(Buffer.from(planTable([line({ owner, title: owner })], 'en')), { bom: true })
    expect([row?.[1], row?.[5]]).toEqual([`'${owner}`, `'${owner}`])
  })
})
