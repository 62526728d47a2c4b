// Which side a draft favours: in the footer, on a page of its own, and at each alternative before it is chosen.
import { z } from 'zod'

import { expect, test } from '../fixtures.ts'
import { setLook, setSize } from './look.ts'
import { goTo, seedDrafts } from './seed.ts'
import { call, keepPorts } from '../support/page-ports.ts'
import { violations } from '../support/violations.ts'

test('the balance says where the draft stands, and every topic leads to its questions', async ({ app, window }) => {
  test.setTimeout(120_000)
  await setSize(app, 1440, 900)
  const seed = await seedDrafts(window)
  await goTo(window, `/drafts/${seed.cooperation}?page=results`)
  await window
    .getByRole('contentinfo')
    .getByRole('button', { name: /^Balance:/ })
    .click()
  await expect(window.getByRole('heading', { level: 1, name: 'Whom does this draft favour?' })).toBeVisible()
  await expect(window.getByText('still open and does not count')).toBeVisible()
  const joint = window.getByRole('listitem').filter({ has: window.getByRole('heading', { name: 'Joint results' }) })
  await expect(joint).toContainText('still open')
  expect(await violations(window)).toEqual([])
  await joint.getByRole('button').first().click()
  await expect(window.locator('[data-question-block="joint_results"] input:focus')).toHaveCount(1)
})

test('an alternative shows what it would do before it is chosen', async ({ app, window }) => {
  test.setTimeout(120_000)
  await setSize(app, 1440, 900)
  const seed = await seedDrafts(window)
  await goTo(window, `/drafts/${seed.cooperation}?page=results`)
  const footer = window.getByRole('contentinfo')
  const before = (await footer.getByRole('button', { name: /^Balance:/ }).textContent()) ?? ''
  const choice = window.locator('[data-question-block="joint_results"]').getByRole('radio').last()
  // For those who cannot see the scale the same stands in the description of the choice.
  await expect(choice).toHaveAccessibleDescription(/Whole draft with this choice: /)
  await choice.locator('xpath=ancestor::label').hover()
  await expect(footer.getByRole('button', { name: /^With this choice:/ })).toBeVisible()
  await expect(choice).not.toBeChecked()
  const then = ((await footer.getByRole('button', { name: /^With this choice:/ }).textContent()) ?? '').replace('With this choice', 'Balance')
  expect(then).not.toBe(before)
  expect(await violations(window)).toEqual([])
  await choice.locator('xpath=ancestor::label').click()
  // The chosen alternative unfolds, so another one may come to lie under the pointer and be previewed.
  await window.mouse.move(5, 5)
  await expect(footer.getByRole('button', { name: /^Balance:/ })).toHaveText(then)
  await expect(choice).toHaveAccessibleDescription(/Whole draft as it is now: /)
})

test('an agreement without alternatives says that there is nothing to weigh', async ({ window }) => {
  await keepPorts(window)
  const created = await call(window, 'core', 'drafts.create', { templateId: 'invention-report', name: 'Grating', languages: ['en'] }, 15_000)
  const { id } = z.object({ id: z.string() }).parse(created?.body)
  await goTo(window, `/drafts/${id}?view=balance`)
  await expect(window.getByText('Nothing to weigh here')).toBeVisible()
  await expect(window.getByRole('contentinfo').getByRole('button', { name: /^Balance:/ })).toHaveCount(0)
  expect(await violations(window)).toEqual([])
})

test('the balance is reached and used by keyboard, in German and dark', async ({ window }) => {
  test.setTimeout(120_000)
  const seed = await seedDrafts(window)
  await setLook(window, { theme: 'dark', language: 'de' })
  await goTo(window, `/drafts/${seed.filled}?page=purpose`)
  await window.getByRole('button', { name: 'Ausgewogenheit', exact: true }).focus()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { level: 1, name: 'Wen begünstigt dieser Entwurf?' })).toBeVisible()
  expect(await violations(window)).toEqual([])
})
