import type { Page } from '@playwright/test'

import { expect, test } from '../fixtures.ts'

/** The eight cases a newcomer may bring, as answers in the words of the screen, and the document each leads to. */
const cases: readonly {
  readonly name: string
  readonly answers: readonly (readonly [question: string, answer: string])[]
  readonly leadsTo: string
  readonly also: readonly string[]
}[] = [
  {
    name: 'a textile sensor is to be shown, and samples are asked for',
    answers: [
      ['Who is dealing with whom?', 'Companies with each other'],
      ['How many parties are there?', 'Two'],
      ['Has anything been invented already?', 'No'],
      ['Is anything to be published soon?', 'No'],
      ['Who shows something secret?', 'More than one side'],
      ['Do you want to write down a plan before the contract itself?', 'No'],
      ['Are samples, material, data or models handed over?', 'Yes, to test, process or train with'],
      ['Is it first to be tried out, within a few months, whether it works?', 'No'],
      ['How is research or development done after that?', 'Not at all or not decided yet'],
      ['Is it about a right that exists already?', 'No'],
      ['Are the companies competitors?', 'No'],
    ],
    leadsTo: 'mutual-nda',
    also: ['material-transfer'],
  },
  {
    name: 'a professor and a student have found a gripper',
    answers: [
      ['Who is dealing with whom?', 'A company and a university or institute'],
      ['How many parties are there?', 'Two'],
      ['Has anything been invented already?', 'Yes, by people of one side'],
      ['Is anything to be published soon?', 'Yes'],
      ['Who shows something secret?', 'Nobody, only what is public'],
      ['Do you want to write down a plan before the contract itself?', 'No'],
      ['Are samples, material, data or models handed over?', 'No'],
      ['Is it first to be tried out, within a few months, whether it works?', 'No'],
      ['How is research or development done after that?', 'Together'],
    ],
    leadsTo: 'invention-report',
    also: ['rd-cooperation', 'publication-clearance'],
  },
  {
    name: 'two companies hold a patent together and have no contract',
    answers: [
      ['Who is dealing with whom?', 'Companies with each other'],
      ['How many parties are there?', 'Two'],
      ['Has anything been invented already?', 'Yes, by people of several sides'],
    ],
    leadsTo: 'joint-ownership',
    also: ['invention-report'],
  },
  {
    name: 'a start-up is to prove its idea to a corporation',
    answers: [
      ['Who is dealing with whom?', 'Companies with each other'],
      ['How many parties are there?', 'Two'],
      ['Has anything been invented already?', 'No'],
      ['Is anything to be published soon?', 'No'],
      ['Who shows something secret?', 'Nobody, only what is public'],
      ['Do you want to write down a plan before the contract itself?', 'No'],
      ['Are samples, material, data or models handed over?', 'No'],
      ['Is it first to be tried out, within a few months, whether it works?', 'Yes'],
      ['How is research or development done after that?', 'Not at all or not decided yet'],
      ['Does anyone bring rights, know-how or software into the work?', 'Yes'],
    ],
    leadsTo: 'proof-of-concept',
    also: ['background-declaration'],
  },
  {
    name: 'two companies and two institutes apply for funding',
    answers: [
      ['Who is dealing with whom?', 'A company and a university or institute'],
      ['How many parties are there?', 'Three or more'],
      ['Has anything been invented already?', 'No'],
      ['Is anything to be published soon?', 'No'],
      ['Who shows something secret?', 'Nobody, only what is public'],
      ['Do you want to write down a plan before the contract itself?', 'No'],
      ['Are samples, material, data or models handed over?', 'No'],
      ['Is it first to be tried out, within a few months, whether it works?', 'No'],
      ['How is research or development done after that?', 'Together'],
      ['Does anyone bring rights, know-how or software into the work?', 'Yes'],
      ['Does a public funder pay part of it?', 'Yes or applied for'],
    ],
    leadsTo: 'consortium',
    also: ['background-declaration'],
  },
  {
    name: 'a company and an institute work in two countries on one file',
    answers: [
      ['Who is dealing with whom?', 'A company and a university or institute'],
      ['How many parties are there?', 'Two'],
      ['Has anything been invented already?', 'No'],
      ['Is anything to be published soon?', 'No'],
      ['Who shows something secret?', 'More than one side'],
      ['Do you want to write down a plan before the contract itself?', 'No'],
      ['Are samples, material, data or models handed over?', 'No'],
      ['Is it first to be tried out, within a few months, whether it works?', 'No'],
      ['How is research or development done after that?', 'Together'],
    ],
    leadsTo: 'rd-cooperation',
    also: ['mutual-nda'],
  },
  {
    name: 'a licensee fears for its licence',
    answers: [
      ['Who is dealing with whom?', 'Companies with each other'],
      ['How many parties are there?', 'Two'],
      ['Has anything been invented already?', 'No'],
      ['Is anything to be published soon?', 'No'],
      ['Who shows something secret?', 'Nobody, only what is public'],
      ['Do you want to write down a plan before the contract itself?', 'No'],
      ['Are samples, material, data or models handed over?', 'No'],
      ['Is it first to be tried out, within a few months, whether it works?', 'No'],
      ['How is research or development done after that?', 'Not at all or not decided yet'],
      ['Is it about a right that exists already?', 'Yes, someone is to be allowed to use it'],
    ],
    leadsTo: 'licence',
    also: [],
  },
  {
    name: 'an agency and a cluster build a bridge between two regions',
    answers: [
      ['Who is dealing with whom?', 'Clusters, agencies or regions'],
      ['Who shows something secret?', 'Nobody, only what is public'],
    ],
    leadsTo: 'cluster-mou',
    also: [],
  },
]

const openGuide = async (window: Page): Promise<void> => {
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
  await window.getByRole('link', { name: 'Find out in three minutes' }).click()
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Which agreement do we need?')
}

const answer = (window: Page, question: string, option: string): Promise<void> =>
  window.getByRole('group', { name: question }).getByRole('button', { name: option }).first().click()

const step = (window: Page, agreement: string) => window.locator(`[data-guide-document="${agreement}"]`)

for (const { name, answers, leadsTo, also } of cases) {
  test(`the guide leads from home to the right document: ${name}`, async ({ window }) => {
    await openGuide(window)
    for (const [question, option] of answers) await answer(window, question, option)
    for (const agreement of [leadsTo, ...also]) await expect(step(window, agreement)).toBeVisible()
    await expect(window.getByRole('heading', { name: 'Who owns what' })).toBeVisible()

    const chosen = step(window, leadsTo)
    await chosen.getByRole('button', { name: /^Begin this draft/ }).click()
    const dialog = window.getByRole('dialog', { name: 'New draft' })
    await expect(dialog).toContainText('What you told the guide is filled in already')
    await dialog.getByLabel('Name of the draft').fill('From the guide')
    await dialog.getByRole('button', { name: 'Create the draft' }).click()
    await expect(window.getByRole('button', { name: 'Export…' })).toBeVisible()
    await expect(window.getByText('From the guide').first()).toBeVisible()
  })
}

test('answers go into the draft, and coming back finds the guide as it was left', async ({ window }) => {
  await openGuide(window)
  for (const [question, option] of cases[0]?.answers ?? []) await answer(window, question, option)
  await expect(window.getByText('That is all we ask')).toBeVisible()
  // Changed afterwards: samples are only looked at.
  await window.getByRole('button', { name: /^Change: *Handover/ }).click()
  await answer(window, 'Are samples, material, data or models handed over?', 'Yes, only to look at')
  await expect(step(window, 'material-transfer')).toHaveCount(0)

  await step(window, 'mutual-nda')
    .getByRole('button', { name: /^Begin this draft/ })
    .click()
  await window.getByRole('dialog').getByRole('button', { name: 'Create the draft' }).click()
  await window
    .getByRole('button', { name: /samples/i })
    .first()
    .click()
  const samples = window.locator('[data-question-block="samples_included"]')
  await expect(samples.getByRole('radio', { name: 'Yes' })).toBeChecked()

  await window.getByRole('link', { name: 'Home' }).click()
  await window.getByRole('link', { name: 'Guide' }).click()
  await expect(window.getByRole('button', { name: /^Change: *Handover *Yes, only to look at/ })).toBeVisible()
  await window.getByRole('button', { name: 'Start again' }).click()
  await expect(window.getByText('The answer grows here')).toBeVisible()
})

test('the guide works by keyboard, says what would change the result, and takes the other answer at a press', async ({ window }) => {
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
  await window.getByRole('link', { name: 'Templates' }).click()
  await window.getByRole('link', { name: 'Ask the guide' }).press('Enter')
  const first = window.getByRole('group', { name: 'Who is dealing with whom?' })
  await first.getByRole('button', { name: 'Clusters, agencies or regions' }).press('Enter')
  // The focus goes along to the next question; Tab leads to its first answer.
  await expect(window.getByRole('heading', { name: 'Who shows something secret?' })).toBeFocused()
  await window.keyboard.press('Tab')
  await expect(window.getByRole('button', { name: 'Nobody, only what is public' })).toBeFocused()
  await window.keyboard.press('Tab')
  await window.keyboard.press('Tab')
  await window.keyboard.press('Space')
  await expect(step(window, 'mutual-nda')).toBeVisible()
  await expect(window.getByRole('status').filter({ hasText: '2 documents fit so far.' })).toHaveCount(1)

  await window.locator('summary').press('Enter')
  await window.getByRole('button', { name: 'If it were: Nobody, only what is public' }).press('Enter')
  await expect(step(window, 'mutual-nda')).toHaveCount(0)
  await expect(step(window, 'cluster-mou')).toBeVisible()

  await window.getByRole('button', { name: /^Change: *Secrets/ }).press('Enter')
  await window.getByRole('button', { name: 'Leave this open' }).press('Enter')
  await expect(window.getByText('One question is left open.')).toBeVisible()
})
