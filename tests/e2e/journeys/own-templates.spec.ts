import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, projectFolder, test } from '../fixtures.ts'
import { beginDraft } from './steps.ts'

// An author writes an agreement in a folder of their own, has it in the window, makes a mistake, is told where, and mends it.

test('an agreement of one’s own appears in the library, and a mistake in it is named by file and line', async ({ window, dataFolder }) => {
  await window.getByRole('link', { name: 'Templates' }).click()
  await expect(window.getByRole('heading', { name: 'Your own templates' })).toBeVisible()

  const folder = path.join(dataFolder, 'templates', 'agreements', 'house-visit')
  await mkdir(path.dirname(folder), { recursive: true })
  await cp(path.join(projectFolder, 'templates/scaffold/agreement'), folder, { recursive: true })
  const settings = path.join(folder, 'agreement.yaml')
  const text = (await readFile(settings, 'utf8')).replace('id: new-agreement', 'id: house-visit')
  await writeFile(settings, text)
  await window.getByRole('button', { name: 'Read again' }).click()
  const card = window.getByRole('article').filter({ has: window.getByRole('heading', { name: 'Agreement on a visit' }) })
  await expect(card).toContainText('Your own')
  await expect(window.getByRole('heading', { name: 'Mutual non-disclosure agreement' })).toBeVisible()

  const search = window.getByRole('searchbox', { name: 'Search templates' })
  await search.fill('premises guests')
  await expect(window.getByRole('article')).toHaveCount(1)
  await search.fill('xyz')
  await expect(window.getByText('Nothing here says “xyz”')).toBeVisible()
  await search.fill('')

  await writeFile(settings, text.replace('type: date', 'type: day'))
  await window.getByRole('button', { name: 'Read again' }).click()
  await expect(window.getByText('One template could not be read and is left out.')).toBeVisible()
  await expect(window.getByRole('listitem').filter({ hasText: 'agreements/house-visit/agreement.yaml, line' })).toContainText('there is no type "day"')
  await expect(card).toHaveCount(0)

  await writeFile(settings, text)
  await window.getByRole('button', { name: 'Read again' }).click()
  await beginDraft(window, 'Agreement on a visit', 'Visit in spring')
  await expect(window.getByRole('heading', { name: 'Who visits whom?' })).toBeVisible()
})
