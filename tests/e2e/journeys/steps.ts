// Steps that journeys share, said the way a person would.
import { expect, type Locator, type Page } from '@playwright/test'

/** Begins a draft from the menu key and waits until its screen is there. */
export const beginDraft = async (window: Page, template: string, name: string, languages = 'Deutsch + English'): Promise<void> => {
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
  await window.getByRole('link', { name: 'Templates' }).click()
  const card = window.getByRole('article').filter({ has: window.getByRole('heading', { name: template, exact: true }) })
  await card.getByRole('button', { name: /Begin/ }).click()
  const dialog = window.getByRole('dialog', { name: /New/ })
  await dialog.getByLabel('Name of the draft').fill(name)
  await dialog.getByRole('radio', { name: languages, exact: true }).check({ force: true })
  await dialog.getByRole('button', { name: /Create the draft|Begin the checklist/ }).click()
  await expect(window.getByRole('button', { name: /Export…|Report…/ })).toBeVisible()
}

/** Waits until core has acknowledged everything. */
export const everythingSaved = async (window: Page): Promise<void> => {
  await expect(window.getByText('Every answer saved')).toBeVisible()
}

/** The living document. */
export const paper = (window: Page): Locator => window.getByRole('region', { name: 'The document' })

/** Fills in a party as far as a first draft needs. */
export const fillParty = async (
  block: Locator,
  party: { readonly name: string; readonly shortName: string; readonly city: string; readonly signatory: string },
): Promise<void> => {
  await block.getByLabel('Registered name').fill(party.name)
  await block.getByLabel('Short name in the document').fill(party.shortName)
  await block.getByLabel('City').fill(party.city)
  await block.getByRole('radio', { name: 'One person alone' }).check({ force: true })
  await block.getByRole('group', { name: 'Signatories' }).getByLabel('Name', { exact: true }).fill(party.signatory)
}
