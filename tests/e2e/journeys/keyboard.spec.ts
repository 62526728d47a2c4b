import type { Page } from '@playwright/test'

import { expect, test } from '../fixtures.ts'

/** Presses Tab until the focus is on a control of this name; fails when it never gets there. */
const tabTo = async (window: Page, name: string | RegExp, key = 'Tab'): Promise<void> => {
  for (let presses = 0; presses < 80; presses++) {
    await window.keyboard.press(key)
    const label = await window.evaluate(() => {
      const element = document.activeElement
      // The page itself holds every word; standing there is standing nowhere.
      if (element === null || element === document.body) return ''
      const labelled = (element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '')
      const own =
        element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? [...(element.labels ?? [])].map((found) => found.textContent ?? '') : []
      return [element.getAttribute('aria-label') ?? '', ...labelled, ...own, element.textContent ?? ''].join(' | ')
    })
    if (typeof name === 'string' ? label.includes(name) : name.test(label)) return
  }
  throw new Error(`The keyboard does not reach ${String(name)}`)
}

test('a whole short job without a mouse', async ({ window, desktopStub, outputFolder }) => {
  test.slow()
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
  await window.keyboard.press('Control+n')
  const dialog = window.getByRole('dialog', { name: 'New draft' })
  await expect(dialog).toBeVisible()
  await tabTo(window, 'Template')
  await window.keyboard.press('Enter')
  await window.keyboard.type('Mut')
  await window.keyboard.press('Enter')
  await tabTo(window, 'Name of the draft')
  await window.keyboard.press('Control+a')
  await window.keyboard.type('By keyboard')
  await tabTo(window, 'Create the draft')
  await window.keyboard.press('Enter')
  // The title of the first page has the focus, so that reading and tabbing begin there.
  await expect(window.getByRole('heading', { level: 1, name: 'Who talks to whom?' })).toBeFocused()

  await tabTo(window, 'Registered name')
  await window.keyboard.type('Hoshikawa KK')
  await tabTo(window, 'Short name')
  await window.keyboard.type('Hoshikawa')
  await expect(window.getByRole('region', { name: 'The document' }).getByText('Hoshikawa KK').first()).toBeVisible()

  // On to the next page and back, the list of open points, and from there to a question.
  await window.keyboard.press('Alt+PageDown')
  await expect(window.getByRole('heading', { level: 1 })).toContainText('What do you talk about')
  await window.keyboard.press('Alt+PageUp')
  await window.keyboard.press('Control+j')
  await expect(window.getByRole('heading', { level: 1 })).toContainText('to settle before signing')
  await tabTo(window, /^Answer: /)
  await window.keyboard.press('Enter')
  await expect(window.locator('[data-question-block]').locator(':focus')).toHaveCount(1)

  await desktopStub.saveDialogReturns(`${outputFolder}/keyboard.pdf`)
  await window.keyboard.press('Control+e')
  await expect(window.getByRole('dialog', { name: 'Export the document' })).toBeVisible()
  await tabTo(window, 'Choose where to save')
  await window.keyboard.press('Enter')
  await expect(window.getByText('The file is ready.')).toBeVisible({ timeout: 30_000 })
  await window.keyboard.press('Enter')
  await expect(window.getByRole('dialog')).toHaveCount(0)
  await window.keyboard.press('Control+Shift+H')
  await expect(window.getByRole('link', { name: 'By keyboard' })).toBeVisible()
})

test('an item of a list moves up with Alt and the arrow key', async ({ window }) => {
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
  await window.keyboard.press('Control+n')
  const dialog = window.getByRole('dialog', { name: 'New draft' })
  await dialog.getByRole('button', { name: /Template/ }).click()
  await window.getByRole('option', { name: 'Research and development co-operation agreement' }).click()
  await dialog.getByRole('radio', { name: 'English', exact: true }).check({ force: true })
  await dialog.getByRole('button', { name: 'Create the draft' }).click()
  await window.getByRole('button', { name: /^Project and work packages/ }).click()
  const list = window.locator('[data-question-block="work_packages"]')
  await list.getByRole('button', { name: /^Add:/ }).click()
  await list.getByRole('button', { name: /^Add:/ }).click()
  const titles = list.getByRole('listitem').getByRole('textbox')
  await list.getByRole('listitem').nth(0).getByRole('textbox').first().fill('First')
  const second = list.getByRole('listitem').nth(1).getByRole('textbox').first()
  await second.fill('Second')
  await second.press('Alt+ArrowUp')
  await expect(list.getByRole('listitem').nth(0).getByRole('textbox').first()).toHaveValue('Second')
  await expect(titles.first()).toBeFocused()
})
