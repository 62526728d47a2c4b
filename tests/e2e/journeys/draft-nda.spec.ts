import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { expect, test } from '../fixtures.ts'
import { beginDraft, everythingSaved, fillParty, paper } from './steps.ts'

test('a consultant drafts a non-disclosure agreement, exports it twice and finds it again the next day', async ({
  window,
  desktopStub,
  outputFolder,
  restart,
}) => {
  test.slow()
  await beginDraft(window, 'Mutual non-disclosure agreement', 'Battery housings')

  const parties = window.locator('[data-question-block]')
  await fillParty(parties.nth(0), { name: 'Akatsuki Photonics KK', shortName: 'Akatsuki', city: 'Hamamatsu', signatory: 'Yuki Shirasawa' })
  await fillParty(parties.nth(1), { name: 'Neckarblick SE & Co. KGaA', shortName: 'Neckarblick', city: 'Stuttgart', signatory: 'Dr. Jana Weiß' })

  // The document follows while one types, in both languages, and shows what just changed.
  const document = paper(window)
  // Once per language at the top, and once at the place of signature.
  await expect(document.getByText('Akatsuki Photonics KK')).toHaveCount(3)
  await parties.nth(1).getByLabel('City').fill('Ulm')
  await expect(document.locator('[data-fresh]').filter({ hasText: 'Ulm' }).first()).toBeVisible()
  await everythingSaved(window)

  // A click on a filled word leads back to its question.
  await window.getByRole('button', { name: /^Next/ }).click()
  await document.getByText('Akatsuki', { exact: true }).first().click()
  await expect(window.getByRole('textbox', { name: 'Registered name' }).first()).toBeFocused()

  for (const [format, kind] of [
    ['pdf', 'PDF'],
    ['docx', 'Word (DOCX)'],
  ] as const) {
    const file = path.join(outputFolder, `agreement.${format}`)
    await desktopStub.saveDialogReturns(file)
    await window.getByRole('button', { name: 'Export…' }).click()
    const dialog = window.getByRole('dialog', { name: 'Export the document' })
    await dialog.getByRole('radio', { name: kind }).check({ force: true })
    await dialog.getByRole('button', { name: 'Choose where to save…' }).click()
    await expect(dialog.getByText('The file is ready.')).toBeVisible({ timeout: 30_000 })
    expect(await desktopStub.suggestedPath()).toContain('Battery housings (de+en)')
    const start = (await readFile(file)).subarray(0, 4).toString('latin1')
    expect(start).toBe(format === 'pdf' ? '%PDF' : 'PK\u0003\u0004')
    await dialog.getByRole('button', { name: 'Show in folder' }).click()
    await expect.poll(() => desktopStub.shownFiles()).toContain(file)
    await dialog.getByRole('button', { name: 'Done' }).click()
  }

  const next = await restart()
  await next.window.getByRole('link', { name: 'Battery housings' }).click()
  await expect(next.window.getByRole('textbox', { name: 'Registered name' }).first()).toHaveValue('Akatsuki Photonics KK')
  await expect(paper(next.window).getByText('Neckarblick SE & Co. KGaA')).toHaveCount(3)
})

test('answers can be taken back, left open on purpose and put back from a revision', async ({ window }) => {
  await beginDraft(window, 'Mutual non-disclosure agreement', 'Revisions', 'English')
  const name = window.getByRole('textbox', { name: 'Registered name' }).first()
  await name.fill('First name GmbH')
  await everythingSaved(window)
  await window.getByRole('button', { name: /^Revisions/ }).click()
  await window.getByRole('textbox', { name: 'Name of the revision' }).fill('Before the call')
  await window.getByRole('button', { name: 'Keep this state' }).click()
  await expect(window.getByText('Before the call', { exact: true })).toBeVisible()

  await window.getByRole('button', { name: /^Parties/ }).click()
  await name.fill('Second name GmbH')
  await everythingSaved(window)
  await window.keyboard.press('Control+z')
  await expect(name).toHaveValue('First name GmbH')
  await window.keyboard.press('Control+y')
  await expect(name).toHaveValue('Second name GmbH')

  await window.getByRole('button', { name: 'Leave open' }).first().click()
  await expect(window.getByText('Left open on purpose.')).toBeVisible()
  await everythingSaved(window)

  await window.getByRole('button', { name: /^Revisions/ }).click()
  await window.getByRole('button', { name: 'Put back “Before the call”' }).click()
  await expect(window.getByText(/^Before putting back/)).toBeVisible()
  await window.getByRole('button', { name: /^Parties/ }).click()
  await expect(name).toHaveValue('First name GmbH')
})
