// The interface in Japanese: switched while the app runs, with its dates, order and line breaks, and no worse for those who cannot see it.
import type { ElectronApplication, Page } from '@playwright/test'
import { z } from 'zod'

import { expect, test } from '../fixtures.ts'
import { closeDialogs, openScreen, screensOf, setLook, setSize } from '../screens/look.ts'
import { goTo, seedDrafts } from '../screens/seed.ts'
import { lineStarts } from '../support/line-starts.ts'
import { call, keepPorts } from '../support/page-ports.ts'
import { sideways } from '../support/sideways.ts'
import { violations } from '../support/violations.ts'

const createdSchema = z.object({ id: z.string() })

const menuLabels = (app: ElectronApplication): Promise<readonly string[] | undefined> =>
  app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label))

const trashADraft = async (window: Page): Promise<void> => {
  await keepPorts(window)
  const created = await call(window, 'core', 'drafts.create', { templateId: 'mutual-nda', name: 'ドリフト', languages: ['de', 'en'] }, 15_000)
  await call(window, 'core', 'drafts.trash', { id: createdSchema.parse(created?.body).id })
}

const looks = [
  { language: 'de', title: /Was führt Sie her/, menu: 'Datei', date: /Gelöscht am \d{1,2}\. \p{L}+ \d{4}/u, first: /^Ab/ },
  { language: 'ja', title: /何から始めますか/, menu: 'ファイル', date: /削除日：\d{4}年\d{1,2}月\d{1,2}日/u, first: /^アクセス権/ },
  { language: 'en', title: /What brings you here/, menu: 'File', date: /Deleted on \d{1,2} \p{L}+ \d{4}/u, first: /^acceptance/ },
] as const

test('the language changes while the app runs: window, menu, dates and order', async ({ app, window, desktopStub }) => {
  test.setTimeout(120_000)
  await trashADraft(window)
  for (const { language, title, menu, date, first } of looks) {
    await goTo(window, '/')
    await desktopStub.clickMenu(`language-${language}`)
    await expect(window.locator('html')).toHaveAttribute('lang', language)
    await expect(window.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect.poll(async () => (await menuLabels(app))?.[0]).toBe(menu)
    await goTo(window, '/trash')
    await expect(window.getByRole('main')).toContainText(date)
    await goTo(window, '/glossary')
    await expect(window.getByRole('heading', { level: 2 }).first()).toHaveText(first)
  }
})

test('Japanese words are found in kana and kanji, in half and full width', async ({ window }) => {
  await setLook(window, { theme: 'light', language: 'ja' })
  await goTo(window, '/glossary')
  const search = window.getByRole('searchbox')
  for (const typed of ['秘密保持契約', 'ひみつほじけいやく', 'ヒミツホジケイヤク', 'ＮＤＡ']) {
    await search.fill(typed)
    await expect(window.getByRole('heading', { level: 2 }).first(), typed).toHaveText(/^秘密保持契約/)
  }
})

test('the main screens are accessible in Japanese, break lines by its rules and fit a small window', async ({ app, window }) => {
  test.setTimeout(240_000)
  const seed = await seedDrafts(window)
  await setLook(window, { theme: 'light', language: 'ja' })
  const names = ['home', 'templates', 'guide', 'settings', 'glossary', 'drafting-party', 'drafting-clause', 'open-points', 'checklist-result', 'export']
  const screens = screensOf(seed).filter(({ name }) => names.includes(name))
  expect(screens.length).toBe(names.length)
  await setSize(app, 1024, 768)
  for (const screen of screens) {
    await openScreen(window, screen)
    expect.soft(await violations(window), screen.name).toEqual([])
    expect.soft(await sideways(window), screen.name).toEqual([])
    // 禁則処理: closing marks, small kana and the long vowel mark begin no line.
    expect
      .soft(
        (await lineStarts(window)).filter((start) => /[、。，．」』）］：；？！ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u.test(start)),
        screen.name,
      )
      .toEqual([])
    await closeDialogs(window)
  }

  // A Japanese party: the number of the company is checked, codes typed in full width are put right once their field is left.
  await goTo(window, `/drafts/${seed.cooperation}`)
  const company = window.locator('[data-question-block="company"]')
  await expect(company.getByText('13桁ですが、法人番号の検査用数字と一致しません。')).toBeVisible()
  await company.getByRole('textbox', { name: '登記番号' }).fill('７０００－０１２０－５０００２')
  await expect(company.getByText('法人番号として正しい番号です')).toBeVisible()
  const code = company.getByRole('textbox', { name: '郵便番号' })
  await code.fill('〒０６００８０８')
  await code.blur()
  await expect(code).toHaveValue('060-0808')
})
