import type { Page } from '@playwright/test'

import { expect, test } from '../fixtures.ts'
import { beginDraft, everythingSaved, paper } from './steps.ts'

const answer = (window: Page, question: string, value: string): Promise<void> =>
  window.locator(`[data-question-block="${question}"]`).getByRole('radio', { name: value, exact: true }).check({ force: true })
const finding = (window: Page, question: string) => window.locator(`[data-finding="${question}"]`)

test('a finding leads to the clause that deals with it, and each side shows the other', async ({ window }) => {
  test.slow()
  await beginDraft(window, 'Mutual non-disclosure agreement', 'Secrets with Weserklang', 'English')
  await window.getByRole('link', { name: 'Home' }).click()
  await beginDraft(window, 'Are your trade secrets protected?', 'Where we stand', 'English')
  await window.getByLabel('Whose situation is it?').fill('Akatsuki <b>Photonics</b> KK')
  await window.getByRole('button', { name: /^Next:/ }).click()
  await answer(window, 'secrets_listed', 'No')
  await answer(window, 'route_decided', 'Partly')
  await everythingSaved(window)
  await window.getByRole('button', { name: 'See the result' }).first().click()

  // One finding is dealt with in the draft there is.
  const headline = await finding(window, 'secrets_listed').getByRole('heading').innerText()
  await finding(window, 'secrets_listed')
    .getByRole('button', { name: /^Deal with it/ })
    .click()
  const dialog = window.getByRole('dialog', { name: 'Deal with the finding' })
  await dialog.getByRole('radio', { name: 'Use a draft you have' }).check({ force: true })
  await dialog.getByRole('button', { name: /^Choose a draft/ }).click()
  await window.getByRole('option', { name: /Secrets with Weserklang/ }).click()
  await dialog.getByRole('button', { name: 'Use this draft' }).click()

  // The draft opens at the clause and says what stands behind it.
  const clause = window.locator('[data-question-block="secrecy_term"]')
  const note = clause.getByRole('group', { name: /^From a check/ })
  await expect(note).toBeInViewport()
  await expect(clause.getByRole('radio', { checked: true })).toBeFocused()
  await expect(note).toContainText(headline)
  // It is what the template presets; somebody decides otherwise, and the note says so.
  await expect(note).toContainText('Its suggestion stands here')
  await clause.getByRole('radio', { name: 'Fixed years and no more' }).check({ force: true })
  await expect(note).toContainText('Answered differently here')
  await expect(window.getByRole('navigation').getByText('1 open finding of a check')).toHaveCount(1)
  await note.getByRole('button', { name: /^Take it/ }).click()
  await expect(note).toBeFocused()
  await expect(note).toContainText('Its suggestion stands here')
  await expect(clause.getByRole('radio', { checked: true })).toHaveValue('years-and-named')
  await everythingSaved(window)

  // Undo takes it back, redo brings it again; the note follows.
  await window.keyboard.press('ControlOrMeta+Z')
  await expect(note).toContainText('Answered differently here')
  await window
    .getByRole('button', { name: /^Open points/ })
    .first()
    .click()
  const list = window.getByRole('region', { name: /^From checks/ })
  await expect(list).toContainText('answered differently')
  await list.getByRole('button', { name: 'How long does it stay secret?' }).click()
  await note.getByRole('button', { name: /^Take it/ }).click()
  await everythingSaved(window)

  // And the finding says where it is dealt with.
  await note.getByRole('link', { name: 'To the finding' }).click()
  await expect(finding(window, 'secrets_listed')).toBeFocused()
  const dealt = finding(window, 'secrets_listed').getByRole('link', { name: 'Dealt with in “Secrets with Weserklang”' })
  await dealt.click()
  await expect(clause).toBeVisible()
  await note.getByRole('link', { name: 'To the finding' }).click()

  // Two findings begin one document.
  await window.getByRole('button', { name: /^Begin Mutual non-disclosure agreement from 2 findings/ }).click()
  const several = window.getByRole('dialog', { name: 'Begin a document from findings' })
  await several.getByRole('radio', { name: 'First party' }).check({ force: true })
  await several.getByRole('radio', { name: 'English', exact: true }).check({ force: true })
  await several.getByLabel('Name of the draft').fill('From two findings')
  await several.getByRole('button', { name: 'Begin the draft' }).click()
  await expect(paper(window)).toContainText('Akatsuki <b>Photonics</b> KK')
  await expect(note).toContainText('Its suggestion stands here')
})
