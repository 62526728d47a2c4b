// Legal words: marked and explained where they stand, and all of them on a screen of their own.
import { expect, test } from '../fixtures.ts'
import { openScreen, setLook, setSize } from './look.ts'
import { goTo, seedDrafts } from './seed.ts'
import { violations } from '../support/violations.ts'

test('the glossary finds a word in any language and leads on to others', async ({ window }) => {
  test.setTimeout(120_000)
  await window.getByRole('link', { name: 'Glossary' }).click()
  await expect(window.getByRole('heading', { level: 1, name: 'What a word means, here and there' })).toBeVisible()
  expect(await violations(window)).toEqual([])
  const search = window.getByRole('searchbox')
  await search.fill('Inanspruchnahme')
  const entry = window.getByRole('listitem').filter({ has: window.getByRole('heading', { name: /^claiming of the invention/ }) })
  await expect(entry).toContainText('権利請求')
  await expect(entry).toContainText('Where the systems differ:')
  await search.fill('しょくむはつめい')
  await expect(window.getByRole('heading', { level: 2 })).toHaveText(['service invention'])
  await window.getByRole('button', { name: 'invention report' }).click()
  await expect(window.getByRole('heading', { level: 2 }).first()).toHaveText('invention report')
  await search.fill('no such word')
  await expect(window.getByText('Nothing on “no such word”')).toBeVisible()
  expect(await violations(window)).toEqual([])
  await setLook(window, { theme: 'dark', language: 'de' })
  await openScreen(window, { name: 'glossary', address: '/glossary' })
  await expect(window.getByRole('heading', { level: 2 }).first()).toBeVisible()
  expect(await violations(window)).toEqual([])
})

test('words are explained in questions, by mouse, by keyboard, and all together', async ({ app, window }) => {
  test.setTimeout(120_000)
  await setSize(app, 1440, 900)
  const seed = await seedDrafts(window)
  await goTo(window, `/drafts/${seed.cooperation}?page=background`)
  const questions = window.locator('[data-question-block]')
  const card = window.getByRole('tooltip')
  const inChoice = questions.locator('label [data-term]').first()
  await inChoice.scrollIntoViewIfNeeded()
  await inChoice.hover()
  await expect(card).toBeVisible()
  expect(await violations(window)).toEqual([])
  await window.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
  await window.mouse.move(0, 0)
  const words = questions.getByRole('button', { name: /words? explained$/ }).first()
  await words.click()
  await expect(window.getByRole('dialog').getByRole('heading', { name: 'Words in this question' })).toBeVisible()
  await window.keyboard.press('Escape')
  const byKey = window.locator('[data-term][tabindex="0"]').first()
  await byKey.focus()
  await window.keyboard.press('Enter')
  await expect(card).toBeVisible()
  await expect(byKey).toHaveAttribute('aria-describedby', /.+/)
})

test('words are explained in the document, and never underlined twice in a section', async ({ app, window }) => {
  test.setTimeout(120_000)
  await setSize(app, 1440, 900)
  const seed = await seedDrafts(window)
  await goTo(window, `/drafts/${seed.cooperation}?page=background`)
  const pane = window.getByRole('region', { name: 'The document' })
  const word = pane.locator('[data-term]').first()
  await word.scrollIntoViewIfNeeded()
  await word.click()
  await expect(window.getByRole('tooltip')).toBeVisible()
  const repeated = await pane.locator('[data-section]').evaluateAll((sections) =>
    sections.flatMap((section) => {
      const words = [...section.querySelectorAll('[data-term]')].map(
        (found) => `${found.closest('[lang]')?.getAttribute('lang')} ${found.getAttribute('data-term')}`,
      )
      return words.filter((found, index) => words.indexOf(found) !== index)
    }),
  )
  expect(repeated).toEqual([])
})
