import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { z } from 'zod'

import { expect, test } from '../fixtures.ts'
import { setLook, setSize } from '../screens/look.ts'
import { goTo, seedDrafts } from '../screens/seed.ts'
import { dropFile } from '../support/drop-file.ts'
import { call } from '../support/page-ports.ts'

// An exported file finds its way back: through the menu, by dropping it on the window, altered or not, and foreign ones find none.

const draftSchema = z.object({ name: z.string(), languages: z.array(z.string()), answers: z.record(z.string(), z.json()), contentHash: z.string() })

const draftOf = async (window: Page, id: string) => draftSchema.parse((await call(window, 'core', 'drafts.get', { id }, 15_000))?.body)
const openDraftId = (window: Page): string => /drafts\/([^?]+)/.exec(window.url())?.[1] ?? ''
const draftCount = async (window: Page): Promise<number> => z.array(z.unknown()).parse((await call(window, 'core', 'drafts.list', {}, 15_000))?.body).length
const reopenDialog = (window: Page): Locator => window.getByRole('dialog', { name: 'Open an exported file' })

/** Exports a draft from its screen. */
const exportDraft = async (window: Page, id: string, format: 'PDF' | 'Word (DOCX)'): Promise<void> => {
  await goTo(window, `/drafts/${id}`)
  await window.keyboard.press('Control+e')
  const dialog = window.getByRole('dialog', { name: 'Export the document' })
  await expect(dialog.getByRole('checkbox', { name: /File can be reopened in Musubi/ })).toBeChecked()
  await dialog.getByRole('radio', { name: format }).check({ force: true })
  await dialog.getByRole('button', { name: 'Choose where to save…' }).click()
  await expect(dialog.getByText('The file is ready.')).toBeVisible({ timeout: 30_000 })
  await dialog.getByRole('button', { name: 'Done' }).click()
}

const violations = async (page: Page): Promise<readonly string[]> => {
  const result = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ') ?? ''}`)
}

for (const [format, ending] of [
  ['PDF', 'pdf'],
  ['Word (DOCX)', 'docx'],
] as const) {
  test(`an exported ${ending} opens again as a new draft with the same answers`, async ({ window, desktopStub, outputFolder }) => {
    test.setTimeout(120_000)
    const { filled } = await seedDrafts(window)
    // What is open hides the questions that depend on it, and answers to hidden questions stay at home.
    await call(window, 'core', 'drafts.saveAnswer', { id: filled, question: 'secrecy_term', value: 'years-and-named' }, 15_000)
    const file = path.join(outputFolder, `Battery housings.${ending}`)
    await desktopStub.saveDialogReturns(file)
    await exportDraft(window, filled, format)
    await desktopStub.openDialogReturns([file])
    if (ending === 'pdf') await desktopStub.clickMenu('openFile')
    else await window.keyboard.press('Control+o')
    const dialog = reopenDialog(window)
    await expect(dialog).toContainText('Not altered since it was exported.')
    await expect(dialog).toContainText('Mutual non-disclosure agreement, version 1.0.0')
    await dialog.getByLabel('Name of the draft').fill('Back again')
    await dialog.getByRole('button', { name: 'Open as a new draft' }).click()
    await expect(dialog).toHaveCount(0)
    await expect.poll(() => openDraftId(window)).not.toBe(filled)
    const [before, after] = [await draftOf(window, filled), await draftOf(window, openDraftId(window))]
    expect(after).toEqual({ ...before, name: 'Back again' })
  })
}

test('a Word file with other words, dropped on the window, says so; by keyboard alone it opens', async ({ app, window, desktopStub, outputFolder }) => {
  test.setTimeout(240_000)
  await setSize(app, 1440, 900)
  const { filled } = await seedDrafts(window)
  const file = path.join(outputFolder, 'Returned.docx')
  await desktopStub.saveDialogReturns(file)
  await exportDraft(window, filled, 'Word (DOCX)')
  const parts = unzipSync(await readFile(file))
  const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  await writeFile(file, zipSync({ ...parts, 'word/document.xml': strToU8(text.replace('Isarblick', 'Isarbrücke')) }))
  await goTo(window, '/')
  await dropFile(window, file, ['dragEnter', 'dragOver'])
  await expect(window.getByText('Drop here to open the file')).toBeVisible()
  await picture(window, 'reopen-drop')
  await dropFile(window, file, ['drop'])
  const dialog = reopenDialog(window)
  await expect(window.getByText('Drop here to open the file')).toHaveCount(0)
  await expect(dialog).toContainText('Altered since it was exported.')
  // The page learns the name of the file and nothing of where it lies.
  expect(await window.evaluate(() => document.documentElement.outerHTML)).not.toContain(outputFolder)
  await dialog.getByLabel('Name of the draft').press('Enter')
  await expect.poll(() => openDraftId(window)).not.toBe('')
  expect((await draftOf(window, openDraftId(window))).name).toBe('Returned')
})

test('a foreign file is refused in words, changes nothing and leaves the page where it is', async ({ window, outputFolder }) => {
  await seedDrafts(window)
  const [count, address] = [await draftCount(window), window.url()]
  const file = path.join(outputFolder, 'holiday.pdf')
  await writeFile(file, '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n')
  await dropFile(window, file)
  const dialog = reopenDialog(window)
  await expect(dialog.getByRole('alert')).toContainText('This file holds no data of Musubi.')
  await expect(dialog.getByRole('alert')).toContainText('Nothing was changed.')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(dialog).toHaveCount(0)
  expect([await draftCount(window), window.url()]).toEqual([count, address])
})

test('a file too large for a drop is refused before it is read', async ({ window }) => {
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
  await window.evaluate(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([new Uint8Array(12_000_000)], 'large.pdf'))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }))
  })
  await expect(reopenDialog(window).getByRole('alert')).toContainText('Choose it through the File menu instead.')
})

test('the dialog has no accessibility violations in any look', async ({ app, window, desktopStub, outputFolder }) => {
  test.setTimeout(240_000)
  await setSize(app, 1024, 768)
  const { cooperation } = await seedDrafts(window)
  const file = path.join(outputFolder, 'DRIFTFREE Akatsuki Photonics.pdf')
  await desktopStub.saveDialogReturns(file)
  await exportDraft(window, cooperation, 'PDF')
  const other = path.join(outputFolder, 'rewritten.pdf')
  await writeFile(
    other,
    Buffer.from(await readFile(file))
      .toString('latin1')
      .replace('%MusubiSeal', '%Something '),
    'latin1',
  )
  for (const theme of ['light', 'dark'] as const) {
    for (const language of ['de', 'en'] as const) {
      await setLook(window, { theme, language })
      await goTo(window, '/')
      for (const [name, one] of [
        ['reopen', file],
        ['reopen-rewritten', other],
        ['reopen-foreign', path.join(outputFolder, 'none.txt')],
      ] as const) {
        if (name === 'reopen-foreign') await writeFile(one, 'hello')
        await dropFile(window, one)
        await window.getByRole('dialog').getByRole('button').nth(1).waitFor()
        await window.waitForTimeout(400)
        expect.soft(await violations(window), `${name}, ${theme}, ${language}`).toEqual([])
        await picture(window, `${name}-${theme}-${language}`)
        await window.keyboard.press('Escape')
        await expect(window.getByRole('dialog')).toHaveCount(0)
      }
    }
  }
})

/** Keeps a picture where pictures are wanted. */
const picture = async (window: Page, name: string): Promise<void> => {
  const folder = process.env['MUSUBI_PICTURES']
  if (folder === undefined) return
  await mkdir(folder, { recursive: true })
  await window.screenshot({ path: path.join(folder, `${name}.png`) })
}
