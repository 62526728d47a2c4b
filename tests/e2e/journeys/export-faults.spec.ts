import { readdir } from 'node:fs/promises'
import path from 'node:path'

import { expect, test } from '../fixtures.ts'
import { beginDraft } from './steps.ts'

test('an export to a folder that cannot be written says so and leaves no half file', async ({ window, desktopStub, readOnlyFolder }) => {
  await beginDraft(window, 'Mutual non-disclosure agreement', 'Read-only', 'English')
  await desktopStub.saveDialogReturns(path.join(readOnlyFolder, 'agreement.pdf'))
  await window.getByRole('button', { name: 'Export…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Export the document' })
  await dialog.getByRole('button', { name: 'Choose where to save…' }).click()
  await expect(dialog.getByRole('alert')).toContainText('The file could not be written there.')
  await expect(dialog.getByRole('alert')).toContainText('no half-written file was left')
  expect(await readdir(readOnlyFolder)).toEqual([])
  // The way on stays open in the same place.
  await expect(dialog.getByRole('button', { name: 'Choose again…' })).toBeEnabled()
})

test('a cancelled save dialog changes nothing', async ({ window, desktopStub }) => {
  await beginDraft(window, 'Mutual non-disclosure agreement', 'Cancelled', 'English')
  await desktopStub.saveDialogIsCancelled()
  await window.getByRole('button', { name: 'Export…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Export the document' })
  await dialog.getByRole('button', { name: 'Choose where to save…' }).click()
  await expect(dialog.getByRole('button', { name: 'Choose where to save…' })).toBeEnabled()
  await expect(dialog.getByRole('alert')).toHaveCount(0)
})
