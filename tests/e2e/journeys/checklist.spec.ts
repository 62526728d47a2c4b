import { stat } from 'node:fs/promises'
import path from 'node:path'

import { expect, test } from '../fixtures.ts'
import { beginDraft, everythingSaved } from './steps.ts'

test('a start-up runs a checklist, sees what to look at first and exports the report', async ({ window, desktopStub, outputFolder }) => {
  test.slow()
  await beginDraft(window, 'Are your trade secrets protected?', 'Where we stand', 'English')
  await window.getByLabel('Whose situation is it?').fill('Akatsuki Photonics KK')
  await window.getByRole('button', { name: "Take today's date" }).click()

  const answers = ['No', 'Partly', 'Yes', "Don't know", 'Not applicable'] as const
  let asked = 0
  for (;;) {
    const forward = window.getByRole('button', { name: /^Next:|^See the result/ }).last()
    const isLast = (await forward.innerText()).startsWith('See')
    const cards = window.locator('[data-question-block]')
    for (let index = 0; index < (await cards.count()); index++) {
      await cards
        .nth(index)
        .getByRole('radio', { name: answers[asked % answers.length] ?? 'No', exact: true })
        .check({ force: true })
      asked++
    }
    if (asked === 1 || (asked > 1 && (await window.getByRole('button', { name: 'Add a note' }).count()) > 0 && asked <= 4)) {
      await window.getByRole('button', { name: 'Add a note' }).first().click()
      await window.getByLabel('Note', { exact: true }).first().fill('Ask the works manager')
    }
    await forward.click()
    if (isLast) break
  }
  await everythingSaved(window)
  await expect(window.getByRole('heading', { level: 1 })).toContainText(/gap/)
  await expect(window.getByRole('heading', { name: 'What to look at first' })).toBeVisible()
  await expect(window.getByText('Note: Ask the works manager')).toBeVisible()
  await window.getByRole('button', { name: 'Show as table' }).click()
  await expect(window.getByRole('columnheader', { name: 'In place' })).toBeVisible()

  const file = path.join(outputFolder, 'report.pdf')
  await desktopStub.saveDialogReturns(file)
  await window.getByRole('button', { name: 'Report…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Export the report' })
  await dialog.getByRole('button', { name: 'Choose where to save…' }).click()
  await expect(dialog.getByText('The file is ready.')).toBeVisible({ timeout: 30_000 })
  expect((await stat(file)).size).toBeGreaterThan(5000)
  await dialog.getByRole('button', { name: 'Done' }).click()

  // A finding leads to the agreement that helps.
  await window
    .getByRole('button', { name: /^Deal with it/ })
    .first()
    .click()
  await expect(window.getByRole('dialog', { name: 'Deal with the finding' })).toContainText('Mutual non-disclosure agreement')
})
