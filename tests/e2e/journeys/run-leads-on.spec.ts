import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { expect, test } from '../fixtures.ts'
import { beginDraft, everythingSaved } from './steps.ts'

test('a plan goes into the calendar and a table, and the guide takes over what the run knows', async ({ window, desktopStub, outputFolder }) => {
  test.slow()
  await beginDraft(window, 'Are your trade secrets protected?', 'Where we stand', 'English')
  await window.getByRole('radio', { name: 'University or institute' }).check({ force: true })
  await window.getByRole('button', { name: /^Next:/ }).click()
  await window.locator('[data-question-block="secrets_listed"]').getByRole('radio', { name: 'No', exact: true }).check({ force: true })
  await everythingSaved(window)
  await window.getByRole('button', { name: 'See the result' }).first().click()

  // The step the finding proposes, with its date, and one of their own without a date.
  await window.getByRole('radio', { name: 'Action plan' }).click({ force: true })
  await window
    .getByRole('button', { name: /^Accept: / })
    .first()
    .click()
  await window.getByLabel('An action of your own').fill('=Ask the works council')
  await window.getByLabel('An action of your own').press('Enter')
  const write = async (choice: RegExp, name: string): Promise<string> => {
    const file = path.join(outputFolder, name)
    await desktopStub.saveDialogReturns(file)
    await window.getByRole('button', { name: 'Export plan' }).click()
    await window.getByRole('menuitem', { name: choice }).click()
    await expect(window.getByText(`“${name}” is written`)).toBeVisible()
    return readFile(file, 'utf8')
  }
  const calendar = await write(/^As calendar/, 'plan.ics')
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  await expect(window.getByText('Not in the calendar: 1')).toBeVisible()
  expect(await write(/^As table/, 'plan.csv')).toContain("2,'=Ask the works council,")

  // From the result to the guide: the kind of partner is known, and can be changed.
  await window.getByRole('radio', { name: 'Result' }).click({ force: true })
  await window.getByRole('link', { name: 'Which agreement do we need?' }).click()
  const who = window.getByRole('button', { name: /^Change: *Who *A company and a university or institute/ })
  await expect(who).toContainText('From “Trade-secret readiness”: kind of partner')
  await who.click()
  await window.getByRole('group', { name: 'Who is dealing with whom?' }).getByRole('button', { name: 'Companies with each other' }).click()
  await expect(window.getByText('From “Trade-secret readiness”')).toHaveCount(0)
})
