// From two checklists in Japanese to a plan, a report and an agreement that knows its finding.
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'

import { expect, test } from '../fixtures.ts'
import { setLook, setSize } from '../screens/look.ts'

const answers = ['いいえ', '一部', 'はい', '不明', 'いいえ', '該当なし'] as const

const beginRun = async (window: Page, checklist: string, name: string): Promise<void> => {
  await window.getByRole('link', { name: 'ひな形' }).click()
  await window.getByRole('radio', { name: 'チェックリスト' }).click()
  const card = window.getByRole('article').filter({ has: window.getByRole('heading', { name: checklist, exact: true }) })
  await card.getByRole('button', { name: 'チェックリストを始める' }).click()
  const dialog = window.getByRole('dialog', { name: 'チェックリストの実施' })
  await dialog.getByLabel('ドラフトの名前').fill(name)
  await dialog.getByRole('radio', { name: '日本語', exact: true }).check({ force: true })
  await dialog.getByRole('button', { name: 'チェックリストを始める' }).click()
}

/** Says who answers, then answers every question in turn, and goes on to the result. */
const answerAll = async (window: Page): Promise<void> => {
  await window.getByLabel('対象の組織').fill('暁フォトニクス株式会社')
  await window.getByLabel('相手方', { exact: true }).fill('Weserklang Technik GmbH')
  await window.getByRole('radio', { name: /^企業・スタートアップ/ }).check({ force: true })
  await window.getByRole('button', { name: '今日の日付を入れる' }).click()
  let asked = 0
  for (;;) {
    const forward = window.getByRole('contentinfo').getByRole('button').last()
    const isLast = (await forward.innerText()) === '結果を見る'
    const cards = window.locator('[data-question-block]')
    for (let index = 0; index < (await cards.count()); index += 1) {
      await cards
        .nth(index)
        .getByRole('radio', { name: answers[asked % answers.length] ?? 'いいえ', exact: true })
        .check({ force: true })
      asked += 1
    }
    await forward.click()
    if (isLast) break
  }
  expect(asked).toBeGreaterThan(8)
  await expect(window.getByRole('heading', { name: 'テーマ別' })).toBeVisible()
  // The radar, and the same in words.
  await expect(window.locator('.recharts-radar-polygon')).toHaveCount(1)
  await expect(window.getByRole('region', { name: 'テーマ別' }).getByRole('listitem').first()).toHaveText(/^.+：\d+%$/)
  await expect(window.getByText('すべての回答を保存しました')).toBeVisible()
}

test('two checklists in Japanese lead to a plan, a report and an agreement linked with its finding', async ({ app, window, desktopStub, outputFolder }) => {
  test.setTimeout(240_000)
  await setSize(app, 1440, 900)
  await setLook(window, { theme: 'light', language: 'ja' })
  await beginRun(window, '公表の前に特許を出願していますか', '公表の確認')
  await answerAll(window)
  await window.getByRole('link', { name: 'ホーム' }).first().click()

  await beginRun(window, '営業秘密は守られていますか', '営業秘密の確認')
  await answerAll(window)

  // Three actions go into the plan: two from the findings, one from the proposals.
  for (const place of [0, 1])
    await window
      .locator('[data-finding]')
      .nth(place)
      .getByRole('button', { name: /^行動計画に入れる/ })
      .click()
  await expect(window.getByText('行動計画に記載済み')).toHaveCount(2)
  await window.getByRole('radio', { name: '行動計画' }).click()
  await window
    .getByRole('button', { name: /^計画に入れる：/ })
    .first()
    .click()
  await expect(window.getByRole('region', { name: '計画に入れた対応策' }).getByRole('listitem')).toHaveCount(3)
  await expect(window.getByText('未完了3件')).toBeVisible()

  const file = path.join(outputFolder, 'report.pdf')
  await desktopStub.saveDialogReturns(file)
  await window.getByRole('button', { name: '報告書…' }).click()
  const report = window.getByRole('dialog', { name: '報告書の書き出し' })
  await report.getByRole('button', { name: '保存先を選ぶ…' }).click()
  await expect(report.getByText('書き出しが完了しました。')).toBeVisible({ timeout: 60_000 })
  expect((await stat(file)).size).toBeGreaterThan(20_000)
  await report.getByRole('button', { name: '完了' }).click()

  // The first finding begins a non-disclosure agreement, which says where it comes from.
  await window.getByRole('radio', { name: '結果' }).click()
  const finding = window.locator('[data-finding="secrets_listed"]')
  await finding.getByRole('button', { name: /^対応する/ }).click()
  const deal = window.getByRole('dialog', { name: '指摘事項への対応' })
  await deal.getByLabel('ドラフトの名称').fill('双方向の秘密保持契約')
  await deal.getByRole('button', { name: 'ドラフトを作成' }).click()
  const note = window.getByRole('group', { name: /^チェックリストの指摘事項/ }).first()
  await expect(note).toContainText('チェックリスト「営業秘密の管理」')
  await expect(window.getByRole('region', { name: '文書' })).toBeVisible()
  await note.getByRole('link').first().click()
  await expect(finding.getByRole('link', { name: /双方向の秘密保持契約/ })).toBeVisible()
})
