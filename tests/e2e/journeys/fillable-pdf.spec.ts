// A PDF that can be filled in, chosen in the export dialog: for PDF files only, and written as chosen.
import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { expect, test } from '../fixtures.ts'
import { beginDraft } from './steps.ts'

test('a PDF gets fields for place, date and signature when asked', async ({ window, desktopStub, outputFolder }) => {
  await beginDraft(window, 'Mutual non-disclosure agreement', 'Signed on screen', 'English')
  const file = path.join(outputFolder, 'fillable.pdf')
  await desktopStub.saveDialogReturns(file)
  await window.keyboard.press('Control+e')
  const dialog = window.getByRole('dialog', { name: 'Export the document' })
  const fields = dialog.getByRole('checkbox', { name: 'Fields for place, date and signature' })
  await dialog.getByRole('radio', { name: 'Word (DOCX)', exact: true }).check({ force: true })
  await expect(fields).toHaveCount(0)
  await dialog.getByRole('radio', { name: 'PDF', exact: true }).check({ force: true })
  await expect(fields).not.toBeChecked()
  await fields.focus()
  await window.keyboard.press('Space')
  await expect(fields).toBeChecked()
  await dialog.getByRole('button', { name: 'Choose where to save…' }).click()
  await expect(dialog.getByText('The file is ready.')).toBeVisible({ timeout: 60_000 })

  const written = await readFile(file, 'latin1')
  expect(written.match(/\/FT \/Sig/g)).toHaveLength(2)
  expect(written.match(/\/FT \/Tx/g)).toHaveLength(4)
})
