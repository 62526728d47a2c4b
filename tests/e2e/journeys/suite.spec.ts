import { readdir } from 'node:fs/promises'
import path from 'node:path'

import { expect, test } from '../fixtures.ts'
import { everythingSaved, paper } from './steps.ts'

test('a company and an institute prepare three documents with shared answers and export them all', async ({ window, desktopStub, outputFolder }) => {
  test.slow()
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
  await window.getByRole('link', { name: 'Templates' }).click()
  await window.getByRole('button', { name: 'Begin this set…: Research project with an institute' }).click()
  const dialog = window.getByRole('dialog', { name: 'Begin a set of documents' })
  await dialog.getByLabel('Name of the set').fill('Quiet drives')
  await dialog.getByRole('radio', { name: 'English', exact: true }).check({ force: true })
  await dialog.getByRole('button', { name: 'Begin the set' }).click()
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Quiet drives')

  // An answer given in the first document …
  await window.getByRole('button', { name: 'Begin: Mutual non-disclosure agreement' }).click()
  const name = window.getByRole('textbox', { name: 'Registered name' }).first()
  await name.fill('Weserklang Technik GmbH')
  await everythingSaved(window)
  await window.getByRole('link', { name: 'Quiet drives' }).click()
  await expect(window.getByText(/an answer given in one is there in the other/)).toBeVisible()

  // … is there in the next, which says so.
  await window.getByRole('button', { name: /^Begin: Research/ }).click()
  await expect(name).toHaveValue('Weserklang Technik GmbH')
  await expect(window.getByText('Same answer in: Mutual non-disclosure agreement').first()).toBeVisible()
  await expect(paper(window).getByText('Weserklang Technik GmbH').first()).toBeVisible()
  await name.fill('Weserklang Antriebe GmbH')
  await everythingSaved(window)
  await window.getByRole('link', { name: 'Quiet drives' }).click()
  await window.getByRole('button', { name: 'Continue: Mutual non-disclosure agreement' }).click()
  await expect(name).toHaveValue('Weserklang Antriebe GmbH')
  await window.getByRole('link', { name: 'Quiet drives' }).click()

  // All documents that were begun, and the two sheets, go into a folder of their own.
  await desktopStub.openDialogReturns([outputFolder])
  await window.getByRole('button', { name: 'Export all…' }).click()
  const exporting = window.getByRole('dialog', { name: 'Export all documents' })
  await exporting.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(exporting.getByText('8 files are ready.')).toBeVisible({ timeout: 60_000 })
  expect((await readdir(path.join(outputFolder, 'Quiet drives'))).toSorted()).toEqual([
    '1-mutual-nda.docx',
    '1-mutual-nda.pdf',
    '2-rd-cooperation.docx',
    '2-rd-cooperation.pdf',
    'open-points.docx',
    'open-points.pdf',
    'term-sheet.docx',
    'term-sheet.pdf',
  ])
  await exporting.getByRole('button', { name: 'Done' }).click()

  // Found again from home; the sharing can end, the drafts stay.
  await window.getByRole('link', { name: 'Home' }).click()
  await window.getByRole('link', { name: 'Quiet drives', exact: true }).click()
  await window.getByRole('button', { name: 'Stop sharing answers…' }).click()
  await window.getByRole('alertdialog').getByRole('button', { name: 'Stop sharing', exact: true }).click()
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Your agreements')
  await expect(window.getByRole('link', { name: /^Quiet drives: / })).toHaveCount(2)
})

test('the guide offers its documents as a set, and what it was told is filled in', async ({ window }) => {
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
  await window.getByRole('link', { name: 'Find out in three minutes' }).click()
  const answers = [
    'A company and a university or institute',
    'Two',
    'No',
    'No',
    'More than one side',
    'No',
    'Yes, only to look at',
    'No',
    'Together',
    'Yes',
    'Yes or applied for',
    'No',
  ]
  for (const answer of answers) await window.locator('[data-guide-question]').getByRole('button', { name: answer }).first().click()
  await window.getByRole('button', { name: 'Begin together: Research project with an institute' }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Begin the set' }).click()
  await window.getByRole('button', { name: 'Begin: Mutual non-disclosure agreement' }).click()
  await window
    .getByRole('button', { name: /samples/i })
    .first()
    .click()
  await expect(window.locator('[data-question-block="samples_included"]').getByRole('radio', { name: 'Yes' })).toBeChecked()
})
