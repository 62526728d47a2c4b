import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { expect, test } from '../fixtures.ts'
import { setLook, setSize } from '../screens/look.ts'
import { goTo, seedDrafts } from '../screens/seed.ts'
import { dropFile } from '../support/drop-file.ts'
import { returnedNda } from '../support/returned-file.ts'
import { paper } from './steps.ts'

/** Where to put pictures to look at; only on request. */
const pictures = process.env['MUSUBI_PICTURES']

test('the partner sends the Word file back; each change is decided, taken back, noted, and stands in the draft the next day', async ({
  window,
  desktopStub,
  outputFolder,
  restart,
}) => {
  test.setTimeout(300_000)
  const seed = await seedDrafts(window)
  const file = path.join(outputFolder, 'Battery housings_KM.docx')
  await writeFile(file, await returnedNda(window, seed.filled))

  // From the draft to an empty screen that says what it is for.
  await goTo(window, `/drafts/${seed.filled}`)
  await window.getByRole('button', { name: 'Word file came back…' }).click()
  await expect(window.getByRole('heading', { name: 'No Word file has come back yet' })).toBeVisible()

  // A foreign file is refused in words and changes nothing.
  const foreign = path.join(outputFolder, 'foreign.docx')
  await writeFile(foreign, 'no Word file')
  await desktopStub.openDialogReturns([foreign])
  await window.getByRole('button', { name: 'Word file came back…' }).click()
  await expect(window.getByRole('alert')).toContainText('Nothing was changed')

  await desktopStub.openDialogReturns([file])
  await window.getByRole('button', { name: 'Word file came back…' }).click()
  await expect(window.getByText(/5 changes found/)).toBeVisible()
  await expect(window.getByText('0 of 5 decided').first()).toBeVisible()

  // Buttons, then keys; every decision moves on to the next change.
  const list = window.getByRole('navigation', { name: 'Changes by clause' })
  await list.getByRole('button', { name: /allein und nach freiem Ermessen/ }).click()
  await expect(window.getByText('This change is not among the tracked ones.')).toBeVisible()
  await window.getByLabel('Note for the register').fill('Agreed in the call.')
  await window.getByRole('button', { name: 'Accept' }).click()
  await expect(window.getByText('1 of 5 decided').first()).toBeVisible()
  await list.getByRole('button').nth(1).focus()
  await window.keyboard.press('Enter')
  await window.keyboard.press('r')
  await expect(window.getByText('2 of 5 decided').first()).toBeVisible()
  await window.keyboard.press('p')
  await expect(window.getByText('3 of 5 decided').first()).toBeVisible()
  await window.keyboard.press('u')

  // The register prints.
  await window.getByRole('radio', { name: 'Register' }).click()
  await expect(window.getByRole('table').getByText('Agreed in the call.')).toBeVisible()
  const register = path.join(outputFolder, 'register.pdf')
  await desktopStub.saveDialogReturns(register)
  await window.getByRole('button', { name: 'Save as PDF…' }).click()
  await expect(window.getByText('register.pdf is saved.')).toBeVisible()
  expect((await readFile(register)).subarray(0, 4).toString('latin1')).toBe('%PDF')

  // What is accepted stands in the draft, marked in the margin; the mark leads back to the register.
  await window.getByRole('link', { name: 'To the draft' }).click()
  await expect(paper(window).getByText('allein und nach freiem Ermessen')).toBeVisible()
  const next = await restart()
  await next.window.getByRole('link', { name: 'Battery housings' }).click()
  await next.window.getByRole('button', { name: 'Deviation from the template: Agreed in the call.' }).click()
  await expect(next.window.getByRole('table').getByText('Agreed in the call.')).toBeVisible()
})

test('a Word file dropped on the window says that it was altered and leads to its changes', async ({ window, outputFolder }) => {
  test.setTimeout(120_000)
  const seed = await seedDrafts(window)
  const file = path.join(outputFolder, 'Battery housings_KM.docx')
  await writeFile(file, await returnedNda(window, seed.filled))
  await goTo(window, '/')
  await dropFile(window, file)
  const dialog = window.getByRole('dialog', { name: 'Open an exported file' })
  await expect(dialog.getByText('Altered since it was exported.')).toBeVisible()
  if (pictures !== undefined) await window.screenshot({ path: path.join(pictures, 'offer.png') })
  await dialog.getByRole('button', { name: /Compare with the draft/ }).click()
  await window.getByRole('option', { name: 'Battery housings' }).click()
  await dialog.getByRole('button', { name: 'Review the changes' }).click()
  await expect(window.getByRole('heading', { name: 'Changes of the other side' })).toBeVisible()
  await expect(window.getByText(/5 changes found/)).toBeVisible()
})

test.describe('pictures', () => {
  test.skip(pictures === undefined, 'only on request')
  for (const theme of ['light', 'dark'] as const) {
    test(theme, async ({ app, window }) => {
      test.setTimeout(300_000)
      await setSize(app, 1440, 900)
      const seed = await seedDrafts(window)
      for (const [language, width, height] of [
        ['en', 1440, 900],
        ['de', 1024, 768],
      ] as const) {
        await setSize(app, width, height)
        await setLook(window, { theme, language })
        for (const [name, address] of [
          ['changes', `/drafts/${seed.returned}/returned?change=${seed.change}`],
          ['register', `/drafts/${seed.returned}/returned?view=register`],
          ['empty', `/drafts/${seed.filled}/returned`],
          ['draft', `/drafts/${seed.returned}?page=purpose`],
        ] as const) {
          await goTo(window, address)
          await window.waitForTimeout(700)
          await window.screenshot({ path: path.join(pictures ?? '', `${name}-${theme}-${language}.png`) })
        }
      }
    })
  }
})
