import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

import type { Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'

import { expect, test } from '../fixtures.ts'
import type { DesktopStub } from '../support/desktop-stub.ts'
import { violations } from '../support/violations.ts'

const pictures = process.env['MUSUBI_SERIES_PICTURES']

/** A picture to look at, on request. */
const picture = async (window: Page, name: string): Promise<void> => {
  if (pictures !== undefined) await window.screenshot({ path: path.join(pictures, `series-${name}.png`), fullPage: true })
}

/** Opens the screen from the card of the mutual NDA. */
const openSeries = async (window: Page): Promise<void> => {
  await window.getByRole('link', { name: 'Templates' }).click()
  const card = window.getByRole('article').filter({ has: window.getByRole('heading', { name: 'Mutual non-disclosure agreement', exact: true }) })
  await card.getByRole('link', { name: 'Series from a table…' }).click()
  await expect(window.getByRole('heading', { level: 1, name: 'One agreement for each row of a table' })).toBeVisible()
}

const rowsSchema = z.array(z.record(z.string(), z.string()))

/** Saves the empty table through the window and writes rows like its sample into it. */
const fillTable = async (window: Page, desktopStub: DesktopStub, file: string, rows: readonly Readonly<Record<string, string>>[]): Promise<void> => {
  await desktopStub.saveDialogReturns(file)
  await window.getByRole('button', { name: 'Save an empty table…' }).click()
  await expect(window.getByText(`Saved as ${path.basename(file)}.`)).toBeVisible()
  await writeRows(file, rows)
}

const writeRows = async (file: string, rows: readonly Readonly<Record<string, string>>[]): Promise<void> => {
  const [sample = {}] = rowsSchema.parse(parse(await readFile(file, 'utf8'), { bom: true, columns: true }))
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  const headers = Object.keys(sample)
  const lines = [headers, ...rows.map((row) => headers.map((header) => row[header] ?? sample[header] ?? ''))]
  await writeFile(file, `\uFEFF${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`)
}

const chooseTable = async (window: Page, desktopStub: DesktopStub, file: string): Promise<void> => {
  await desktopStub.openDialogReturns([file])
  await window.getByRole('button', { name: 'Choose a table…' }).click()
}

const chooseFolder = async (window: Page, desktopStub: DesktopStub, folder: string): Promise<void> => {
  await desktopStub.openDialogReturns([folder])
  await window.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(window.getByText(`Into the folder “${path.basename(folder)}”`)).toBeVisible()
}

const partner = (name: string, others: Readonly<Record<string, string>> = {}) => ({ 'party_b.name': `${name} GmbH`, 'party_b.shortName': name, ...others })

test('a table of five rows, two of them broken, becomes three pairs of files and a list', async ({ window, desktopStub, dataFolder, outputFolder }) => {
  test.setTimeout(240_000)
  const table = path.join(dataFolder, 'partners.csv')
  const rows = [
    partner('Aoba'),
    partner('Kaminari', { 'party_b.address.city': '' }),
    partner('Isarblick'),
    partner('Yamabuki', { return_days: '=30+1' }),
    partner('Elbstrom'),
  ]
  await openSeries(window)
  await picture(window, 'empty')
  await fillTable(window, desktopStub, table, rows)
  await chooseTable(window, desktopStub, table)
  await expect(window.getByText('3 of 5 rows are ready to be written.')).toBeVisible({ timeout: 30_000 })
  const problems = window.getByRole('region', { name: 'Problems by row and column' })
  await expect(problems.getByRole('row')).toHaveCount(3)
  await expect(problems.getByRole('row').nth(1)).toContainText('party_b.address.city')
  await expect(problems.getByRole('row').nth(2)).toContainText('formulas are never worked out')
  expect(await violations(window)).toEqual([])
  await picture(window, 'checked')

  await expect(window.getByRole('button', { name: 'Write 3 agreements' })).toBeDisabled()
  await chooseFolder(window, desktopStub, outputFolder)
  await window.getByRole('button', { name: 'Write 3 agreements' }).click()
  await expect(window.getByText('3 rows were written. 2 rows were refused.')).toBeVisible({ timeout: 120_000 })
  expect(await violations(window)).toEqual([])
  await picture(window, 'done')
  expect((await readdir(outputFolder)).toSorted()).toEqual([
    '00002-Hikarido-Aoba.docx',
    '00002-Hikarido-Aoba.pdf',
    '00004-Hikarido-Isarblick.docx',
    '00004-Hikarido-Isarblick.pdf',
    '00006-Hikarido-Elbstrom.docx',
    '00006-Hikarido-Elbstrom.pdf',
    'errors.csv',
  ])
  expect(await readFile(path.join(outputFolder, 'errors.csv'), 'utf8')).toMatch(
    /^\uFEFFrow,column,kind,problem\r\n3,party_b\.address\.city,error,.*\r\n5,return_days,error,/u,
  )
  await window.getByRole('button', { name: 'Open the folder' }).click()
  await expect.poll(() => desktopStub.shownFiles()).toEqual([outputFolder])

  // The table is mended; what is there already is not written again.
  await writeRows(table, [partner('Aoba'), partner('Kaminari'), partner('Isarblick'), partner('Yamabuki'), partner('Elbstrom')])
  await window.getByRole('button', { name: 'Write again or choose another table' }).click()
  await window.getByRole('button', { name: 'Check again' }).click()
  await expect(window.getByText('All 5 rows are ready to be written.')).toBeVisible({ timeout: 30_000 })
  await window.getByRole('button', { name: 'Write 5 agreements' }).click()
  await expect(window.getByRole('alert')).toContainText('6 files of this series are in the folder already')
  expect(await violations(window)).toEqual([])
  await picture(window, 'exists')
  await window.getByRole('button', { name: 'Leave out rows that are there' }).click()
  await expect(window.getByText('2 rows were written. 3 rows were left out, their files were there.')).toBeVisible({ timeout: 120_000 })
  expect(await readdir(outputFolder)).toHaveLength(11)
})

test('columns that are not known are named with what was meant', async ({ window, desktopStub, dataFolder }) => {
  const table = path.join(dataFolder, 'wrong.csv')
  await writeFile(table, 'purpos,party_b.nam\nx,y\n')
  await openSeries(window)
  await chooseTable(window, desktopStub, table)
  await expect(window.getByText('2 columns are not known.')).toBeVisible()
  await expect(window.getByRole('region', { name: 'Problems by row and column' })).toContainText('did you mean party_b.name?')
  await desktopStub.saveDialogReturns(path.join(dataFolder, 'list.csv'))
  await window.getByRole('button', { name: 'Save this list…' }).click()
  await expect.poll(() => readFile(path.join(dataFolder, 'list.csv'), 'utf8').catch(() => '')).toContain('party_b.nam')
  await writeFile(table, Buffer.from('purpose\nf\u00fcr\n', 'latin1'))
  await window.getByRole('button', { name: 'Check again' }).click()
  await expect(window.getByRole('alert')).toContainText('Line 2 of the table is not readable as text.')
})

/** Waits until the folder holds some files. */
const filesIn = (folder: string, least: number) => expect.poll(async () => (await readdir(folder)).length, { timeout: 60_000 }).toBeGreaterThanOrEqual(least)

test('a long series goes on while one looks elsewhere, and stops with whole files', async ({ window, desktopStub, dataFolder, outputFolder }) => {
  test.setTimeout(240_000)
  const table = path.join(dataFolder, 'many.csv')
  await openSeries(window)
  await fillTable(
    window,
    desktopStub,
    table,
    Array.from({ length: 400 }, (_, index) => partner(`Partner ${index}`)),
  )
  await chooseTable(window, desktopStub, table)
  await expect(window.getByText('All 400 rows are ready to be written.')).toBeVisible({ timeout: 60_000 })
  await chooseFolder(window, desktopStub, outputFolder)
  await window.getByRole('button', { name: 'Write 400 agreements' }).click()
  await filesIn(outputFolder, 4)
  await window.getByRole('link', { name: 'Home' }).click()
  await desktopStub.clickMenu('series')
  await expect(window.getByRole('progressbar')).toBeVisible()
  await filesIn(outputFolder, 14)
  await expect(window.getByText(/about \d+ (?:minutes?|seconds?) left/u)).toBeVisible()
  expect(await violations(window)).toEqual([])
  await picture(window, 'running')
  await window.getByRole('button', { name: 'Stop' }).click()
  await expect(window.getByText('The series was stopped')).toBeVisible({ timeout: 30_000 })
  await picture(window, 'stopped')
  const files = await readdir(outputFolder)
  expect(files.length % 2).toBe(0)
  expect(files.filter((name) => !/\.(?:pdf|docx)$/u.test(name))).toEqual([])
  const written = files.length / 2
  await expect(window.getByText(`${written} rows were written. ${400 - written} rows are left.`)).toBeVisible()
})
