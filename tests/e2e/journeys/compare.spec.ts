import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { strFromU8, unzipSync } from 'fflate'

import { expect, test } from '../fixtures.ts'
import { seedDrafts } from '../screens/seed.ts'
import { everythingSaved } from './steps.ts'

test('a consultant sees what changed since the last revision, in three ways, and sends it as a redline', async ({ window, desktopStub, outputFolder }) => {
  test.slow()
  await seedDrafts(window)
  await window.getByRole('link', { name: 'Agreements' }).click()
  await window.getByRole('link', { name: 'DRIFTFREE' }).click()

  // What was sent is kept; then an answer and an alternative of a clause change.
  await window.getByRole('button', { name: /^Revisions/ }).click()
  await window.getByRole('textbox', { name: 'Name of the revision' }).fill('Sent to UNB')
  await window.getByRole('button', { name: 'Keep this state' }).click()
  await expect(window.getByText('Sent to UNB', { exact: true })).toBeVisible()
  await window.getByRole('button', { name: /^Project and work packages/ }).click()
  await window.getByRole('textbox', { name: 'And in short?' }).fill('GREIF')
  await window.getByRole('button', { name: /^Results/ }).click()
  await window.getByRole('radio', { name: /^To the company.*transfers all/ }).check({ force: true })
  await everythingSaved(window)

  await window.getByRole('button', { name: /^Revisions/ }).click()
  await window.getByRole('button', { name: 'Compare with now: “Sent to UNB”' }).click()
  await expect(window.getByRole('heading', { level: 1, name: 'What has changed?' })).toBeVisible()

  // By words: struck and put in, step by step, by button and by key.
  await expect(window.locator('del').filter({ hasText: 'WEICHGRIFF' }).first()).toBeVisible()
  await expect(window.locator('ins').filter({ hasText: 'GREIF' }).first()).toBeVisible()
  await window.getByRole('button', { name: 'Next change' }).click()
  await expect(window.getByText(/^Change 1 of \d+$/)).toBeVisible()
  await window.keyboard.press('Alt+PageDown')
  await expect(window.getByText(/^Change 2 of \d+$/)).toBeVisible()
  await window.keyboard.press('Alt+PageUp')
  await expect(window.getByText(/^Change 1 of \d+$/)).toBeVisible()

  // By clauses: a click goes to the words.
  await window.getByRole('radio', { name: /clauses$/ }).click()
  await window.getByRole('button', { name: /Recitals.*changed/ }).click()
  await expect(window.locator('[data-current]')).toContainText('WEICHGRIFF')

  // By answers: a click goes to the question.
  await window.getByRole('radio', { name: /answers?$/ }).click()
  const row = window.getByRole('row').filter({ hasText: 'WEICHGRIFF' })
  await expect(row).toContainText('GREIF')

  const file = path.join(outputFolder, 'redline.docx')
  await desktopStub.saveDialogReturns(file)
  await window.getByRole('button', { name: 'Export redline…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Export the redline' })
  await dialog.getByLabel('Who made the changes?').fill('Dr. Ada Beispiel')
  await dialog.getByLabel('Why?').fill('as agreed on the telephone')
  await dialog.getByRole('button', { name: 'Choose where to save…' }).click()
  await expect(dialog.getByText('The file is ready.')).toBeVisible({ timeout: 30_000 })
  expect(await desktopStub.suggestedPath()).toContain('DRIFTFREE, redline')
  await dialog.getByRole('button', { name: 'Done' }).click()
  const parts = unzipSync(await readFile(file))
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  expect(xml).toMatch(/<w:del [^>]*w:author="Dr\. Ada Beispiel"[^>]*>.{0,300}?WEICHGRIFF</)
  expect(xml).toMatch(/<w:ins [^>]*w:author="Dr\. Ada Beispiel"[^>]*>.{0,300}?GREIF</)
  expect(strFromU8(parts['word/comments.xml'] ?? new Uint8Array())).toContain('as agreed on the telephone')

  await row.getByRole('button').click()
  await expect(window.getByRole('textbox').filter({ hasText: '' }).first()).toBeVisible()

  // Against itself nothing differs.
  await window.getByRole('button', { name: 'Compare', exact: true }).click()
  await window.getByRole('button', { name: /Before/ }).click()
  await window.getByRole('option', { name: 'Present state' }).click()
  await expect(window.getByRole('heading', { name: 'Nothing differs' })).toBeVisible()
  await expect(window.getByRole('button', { name: 'Export redline…' })).toBeDisabled()
})
