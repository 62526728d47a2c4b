// A run in all its states: questions that come later, a plan, a checklist that was renewed, a run that is repeated. Each is looked at by axe.
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { z } from 'zod'

import { expect, test } from '../fixtures.ts'
import { call, keepPorts } from '../support/page-ports.ts'
import { violations } from '../support/violations.ts'
import { setLook, setSize } from './look.ts'
import { goTo } from './seed.ts'

const both = (text: string) => ({ de: `${text} (de)`, en: text })

const question = (id: string, topic: string, phase: string, words: string) => ({
  id,
  topic,
  phase,
  question: both(words),
  why: both(`Why ${id} matters`),
  risk: 'high',
  missing: both(`${id} is missing`),
  consequence: both(`Without ${id} it may fail`),
  action: both(`Get ${id} in order`),
  who: ['startup', 'agency'],
})

const checklist = (version: string, questions: readonly object[]) => ({
  id: 'house-check',
  version,
  title: both('Is our house in order?'),
  short: both('House check'),
  purpose: both('For tests'),
  minutes: 2,
  topics: [
    { id: 'doors', title: both('Doors') },
    { id: 'windows', title: both('Windows') },
    { id: 'roof', title: both('Roof') },
  ],
  questions,
  flags: [{ id: 'open-house', when: "front == 'no'", title: both('The house stands open'), reason: both('Anybody may walk in'), questions: ['front'] }],
})

const front = question('front', 'doors', 'before-talks', 'Is the front door locked?')
const shutters = question('shutters', 'windows', 'before-talks', 'Are there shutters?')
const gutters = question('gutters', 'roof', 'running', 'Are the gutters clean?')
const first = checklist('1.0.0', [front, shutters, gutters])
const second = checklist('1.1.0', [
  { ...front, question: both('Is every door locked?') },
  gutters,
  question('alarm', 'windows', 'before-talks', 'Is there an alarm?'),
])

/** A checklist of one's own, which is what the library has until it is called again. JSON is YAML too. */
const install = async (window: Page, dataFolder: string, content: object): Promise<void> => {
  const folder = path.join(dataFolder, 'templates', 'checklists', 'house-check')
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'checklist.yaml'), JSON.stringify(content))
  const answer = await call(window, 'core', 'content.readAgain', undefined, 15_000)
  expect(answer?.status).toBeLessThan(400)
}

const begin = async (window: Page, dataFolder: string): Promise<string> => {
  await keepPorts(window)
  // The page has heard from core once something stands in it.
  await window.getByRole('heading', { level: 1 }).first().waitFor()
  await install(window, dataFolder, first)
  const created = await call(window, 'core', 'drafts.create', { templateId: 'house-check', name: 'Our house', languages: ['en'] }, 15_000)
  return z.object({ id: z.string() }).parse(created?.body).id
}

const answer = (window: Page, id: string, question: string, value: string) =>
  call(window, 'core', 'drafts.saveAnswer', { id, question, value: { value, note: '', evidence: '' } }, 15_000)

const page = (window: Page, name: string) => window.getByRole('navigation', { name: 'Topics' }).getByRole('button', { name })

test('questions of a later phase wait, can be asked now, and an answer takes one key', async ({ app, window, dataFolder }) => {
  test.setTimeout(120_000)
  await setSize(app, 1440, 900)
  const id = await begin(window, dataFolder)
  await goTo(window, `/drafts/${id}?view=result`)
  await expect(window.getByText('No answers yet')).toBeVisible()
  expect(await violations(window)).toEqual([])
  await goTo(window, `/drafts/${id}?view=plan`)
  await expect(window.getByText('Who does what by when')).toBeVisible()
  expect(await violations(window)).toEqual([])

  await goTo(window, `/drafts/${id}`)
  await expect(window.getByRole('status').filter({ hasText: '3 questions follow.' })).toBeVisible()
  await window.getByRole('radio', { name: /^Before the first talks/ }).check({ force: true })
  await expect(window.getByRole('status').filter({ hasText: '2 questions follow. 1 more comes in a later phase.' })).toBeVisible()
  await window.getByRole('radio', { name: /^One project/ }).check({ force: true })
  await window.getByLabel('Name of the project').fill('North wing')

  await page(window, 'Roof').click()
  await expect(window.getByRole('heading', { name: 'Comes later' })).toBeVisible()
  expect(await violations(window)).toEqual([])
  await window.getByRole('button', { name: 'Ask these now: While working together' }).click()
  await expect(window.getByRole('heading', { name: 'Comes later' })).toHaveCount(0)
  const card = window.locator('[data-question-block="gutters"]')
  await card.getByRole('radio').first().focus()
  await window.keyboard.press('3')
  await expect(card.getByRole('radio', { name: 'No', exact: true })).toBeChecked()
  await card.getByRole('button', { name: 'Add evidence' }).click()
  await expect(card.getByLabel('Evidence')).toBeFocused()
  await window.keyboard.type('Photo of May')
  // Ten thousand letters do not slow the next one down.
  await card.getByRole('button', { name: 'Add a note' }).click()
  await card.getByLabel('Note').fill('x'.repeat(9990))
  await window.keyboard.type('the end')
  await expect(card.getByLabel('Note')).toHaveValue(/xthe end$/)
  await expect(window.getByText('Every answer saved')).toBeVisible()
  expect(await violations(window)).toEqual([])
})

test('red flags come first, every number explains itself, and the matrix leads to the finding', async ({ app, window, dataFolder }) => {
  test.setTimeout(120_000)
  await setSize(app, 1440, 900)
  const id = await begin(window, dataFolder)
  for (const [question, value] of Object.entries({ front: 'no', shutters: 'unknown', gutters: 'yes' })) await answer(window, id, question, value)
  for (const theme of ['light', 'dark'] as const) {
    await setLook(window, { theme, language: 'en' })
    await goTo(window, `/drafts/${id}?view=result`)
    await expect(window.getByRole('heading', { level: 2 }).first()).toHaveText('One red flag')
    await expect(window.getByRole('listitem').filter({ hasText: 'The house stands open' })).toContainText('Anybody may walk in')
    // What the radar shows, for those who do not see it.
    await expect(window.getByRole('listitem').filter({ hasText: /^Roof: 100%$/ })).toHaveCount(1)
    expect(await violations(window)).toEqual([])

    await window.getByRole('button', { name: 'How it is worked out' }).click()
    const score = window.getByRole('dialog')
    await expect(score).toContainText('3 of 9 points are 33%.')
    await expect(score).toContainText('between 33% and 67%')
    await expect(score.getByRole('group')).toHaveAttribute('tabindex', '0')
    await window.keyboard.press('Escape')
    await window.getByRole('button', { name: 'Show as table' }).click()
    await window.getByRole('button', { name: 'Doors: 0%, how it is worked out' }).click()
    await expect(window.getByRole('dialog')).toContainText('0 of 3 points are 0%.')
    await window.keyboard.press('Escape')
    await window.getByRole('button', { name: 'high risk: why?' }).first().click()
    await expect(window.getByRole('dialog')).toContainText('3 × 3 = 9')
    await window.keyboard.press('Escape')

    await expect(window.getByRole('region', { name: 'What you do not know' })).toContainText('shutters is missing')
    await window.getByRole('button', { name: 'Question 2, unknown: shutters is missing' }).click()
    await expect(window.locator('[data-finding="shutters"]')).toBeFocused()
  }
  await window.locator('[data-finding="shutters"]').getByRole('button', { name: 'Question 2', exact: true }).click()
  await expect(window.locator('[data-question-block="shutters"]').getByRole('radio', { name: "Don't know" })).toBeFocused()
})

test('a plan is made of proposals and own actions, in the order and the words people want', async ({ app, window, dataFolder }) => {
  test.setTimeout(120_000)
  await setSize(app, 1440, 900)
  const id = await begin(window, dataFolder)
  for (const question of ['front', 'shutters', 'gutters']) await answer(window, id, question, 'no')
  await goTo(window, `/drafts/${id}?view=plan`)
  await window.getByRole('button', { name: 'Accept: Get front in order' }).click()
  await window.getByRole('button', { name: 'Dismiss: Get gutters in order' }).click()
  await window.getByLabel('Messages').getByRole('button', { name: 'Undo' }).click()
  await expect(window.getByRole('heading', { name: '2 proposals' })).toBeVisible()
  await window.getByRole('button', { name: 'Dismiss: Get gutters in order' }).click()
  await window.getByRole('button', { name: 'Accept: Get shutters in order' }).click()
  await window.getByLabel('An action of your own').fill('Call the roofer')
  await window.keyboard.press('Enter')

  const steps = window.getByRole('region', { name: 'Actions in the plan' }).getByRole('listitem')
  await expect(steps).toHaveCount(3)
  await window.getByRole('button', { name: 'Move up: Call the roofer' }).click()
  await expect(window.getByRole('button', { name: 'Move up: Call the roofer' })).toBeFocused()
  await window.keyboard.press('Alt+ArrowUp')
  await expect(steps.first()).toContainText('Call the roofer')
  await expect(window.getByText('“Call the roofer” is now number 1 of 3.')).toHaveCount(1)

  await window.getByRole('button', { name: 'Edit: Get front in order' }).click()
  await window.getByLabel('Person responsible').fill('M. Tachibana')
  const due = window.getByRole('group', { name: 'Due date' })
  await due.getByRole('spinbutton').first().focus()
  await window.keyboard.type('01022026')
  await expect(steps.nth(1)).toContainText('late, due 1 February 2026')
  expect(await violations(window)).toEqual([])
  await window.getByRole('radio', { name: 'Low', exact: true }).check({ force: true })
  await expect(steps.nth(1)).toContainText('low priority')
  await steps.nth(1).getByRole('button', { name: 'Close', exact: true }).click()
  await steps.first().getByText('Call the roofer').click()
  await expect(steps.first().getByRole('checkbox')).toBeChecked()
  await expect(window.getByText('2 open · 1 late · 1 done')).toBeVisible()

  await window.getByText('One dismissed action').click()
  await window.getByRole('button', { name: 'Take it into the plan after all: Get gutters in order' }).click()
  await expect(steps).toHaveCount(4)
  await expect(window.getByText('Every answer saved')).toBeVisible()
  expect(await violations(window)).toEqual([])
  await goTo(window, '/')
  await expect(window.getByRole('region', { name: 'Actions that are due' })).toContainText('1 late')
})

test('a renewed checklist keeps old answers, marks what is new, and shows what is no longer asked', async ({ app, window, dataFolder }) => {
  test.setTimeout(120_000)
  await setSize(app, 1440, 900)
  const id = await begin(window, dataFolder)
  for (const [question, value] of Object.entries({ front: 'no', shutters: 'partly', gutters: 'yes' })) await answer(window, id, question, value)
  await install(window, dataFolder, second)
  await goTo(window, `/drafts/${id}`)
  await expect(window.getByText('There are newer questions.')).toBeVisible()
  expect(await violations(window)).toEqual([])
  await window.getByRole('button', { name: 'Renew this run' }).click()
  await expect(window.getByText('Renewed: 1 new, 1 worded differently, 1 no longer asked.')).toBeVisible()
  await expect(window.getByText('There are newer questions.')).toHaveCount(0)

  await page(window, 'Doors').click()
  await expect(window.locator('[data-question-block="front"]')).toContainText('Worded differently')
  await window.locator('[data-question-block="front"]').getByRole('button', { name: 'How it read before' }).click()
  await expect(window.getByRole('dialog')).toContainText('Is the front door locked?')
  await window.keyboard.press('Escape')
  await expect(window.locator('[data-question-block="front"]').getByRole('radio', { name: 'No', exact: true })).toBeChecked()
  await page(window, 'Windows').click()
  await expect(window.locator('[data-question-block="alarm"]')).toContainText('New since last time')
  expect(await violations(window)).toEqual([])
  await page(window, 'No longer asked').click()
  await expect(window.getByRole('main')).toContainText('Are there shutters?')
  await expect(window.getByRole('main')).toContainText('Partly')
  expect(await violations(window)).toEqual([])

  // The state before is kept, and can be put back into the renewed run.
  await page(window, 'Doors').click()
  await window.locator('[data-question-block="front"]').getByRole('radio', { name: 'Yes', exact: true }).check({ force: true })
  await window.getByRole('banner').getByRole('button', { name: 'See the result' }).click()
  await window.getByRole('radio', { name: 'Revisions' }).click()
  await window.getByRole('button', { name: /Before renewing/ }).click()
  await window.getByRole('banner').getByRole('button', { name: 'Back to the questions' }).click()
  await expect(window.locator('[data-question-block="front"]').getByRole('radio', { name: 'No', exact: true })).toBeChecked()
})

test('a run that is repeated begins with the last answers and shows what got better', async ({ app, window, dataFolder }) => {
  test.setTimeout(120_000)
  await setSize(app, 1440, 900)
  const id = await begin(window, dataFolder)
  for (const [question, value] of Object.entries({ front: 'no', shutters: 'yes', gutters: 'yes' })) await answer(window, id, question, value)
  await goTo(window, '/templates?kind=checklist')
  await expect(window.getByRole('article').filter({ hasText: 'Is our house in order?' })).toContainText('67% in place')
  await window.getByRole('button', { name: 'Run again: Is our house in order?' }).click()
  await expect(window.getByText(/^Our house \(/)).toBeVisible()
  await page(window, 'Doors').click()
  await expect(window.locator('[data-question-block="front"]')).toContainText('Last time: No')
  await window.locator('[data-question-block="front"]').getByRole('radio', { name: 'Yes', exact: true }).check({ force: true })
  await page(window, 'Windows').click()
  await window.locator('[data-question-block="shutters"]').getByRole('radio', { name: 'Partly', exact: true }).check({ force: true })
  await window.getByRole('banner').getByRole('button', { name: 'See the result' }).click()
  await expect(window.getByText(/^Compared with .*: 1 better, 1 worse\.$/)).toBeVisible()
  await expect(window.getByRole('listitem').filter({ hasText: /^Doors: 100%, last time 0%$/ })).toHaveCount(1)
  await window.getByRole('radio', { name: /^Since / }).click()
  await expect(window.getByRole('region', { name: 'Better (1)' })).toContainText('No → Yes')
  await expect(window.getByRole('region', { name: 'Worse (1)' })).toContainText('Yes → Partly')
  await expect(window.getByRole('row', { name: /^Doors/ })).toContainText('+100')
  for (const theme of ['dark', 'light'] as const) {
    const address = new URL(window.url()).hash.slice(1)
    await setLook(window, { theme, language: 'en' })
    await goTo(window, address)
    expect(await violations(window)).toEqual([])
  }
})
