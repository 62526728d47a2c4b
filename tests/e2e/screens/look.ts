import type { ElectronApplication, Page } from '@playwright/test'

import type { InterfaceLanguage } from '../../../src/shared/interface-language.ts'
import { goTo, type Seed } from './seed.ts'

export type Look = { readonly theme: 'light' | 'dark'; readonly language: InterfaceLanguage }

/** Sets theme and interface language the way a person does. */
export const setLook = async (window: Page, look: Look): Promise<void> => {
  await goTo(window, '/settings')
  await window.locator(`input[type="radio"][value="${look.language}"]`).check({ force: true })
  await window.locator(`input[type="radio"][value="${look.theme}"]`).check({ force: true })
  await window.locator(`html[lang="${look.language}"][data-theme="${look.theme}"]`).waitFor()
}

/** Gives the window a size, and the page a zoom: 1440 by 900 at 2 leaves the page 720 by 450 pixels, less than any window may have. */
export const setSize = (app: ElectronApplication, width: number, height: number, zoom = 1): Promise<void> =>
  app.evaluate(
    ({ BrowserWindow }, size) => {
      const window = BrowserWindow.getAllWindows()[0]
      window?.setContentSize(size.width, size.height)
      window?.webContents.setZoomFactor(size.zoom)
    },
    { width, height, zoom },
  )

/** A screen: where it is, and what to do there before looking. */
export type Screen = { readonly name: string; readonly address: string; readonly prepare?: (window: Page) => Promise<void> }

/** Every screen with something on it. Names of controls are asked for by position or key, because the language changes. */
export const screensOf = (seed: Seed): readonly Screen[] => [
  { name: 'home', address: '/' },
  { name: 'agreements', address: '/agreements' },
  { name: 'checklists', address: '/checklists' },
  { name: 'templates', address: '/templates' },
  { name: 'guide', address: '/guide' },
  { name: 'suite', address: `/suites/${seed.suite}` },
  { name: 'suite-missing', address: '/suites/none' },
  { name: 'drafting-in-suite', address: `/drafts/${seed.inSuite}` },
  {
    name: 'suite-begin',
    address: '/templates',
    prepare: async (window) => {
      await window
        .getByRole('button', { name: /^Begin this set|^Paket beginnen|^書類一式を作成/ })
        .first()
        .click()
      await window.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'suite-export',
    address: `/suites/${seed.suite}`,
    prepare: async (window) => {
      await window.getByRole('button', { name: /^Export all|^Alle exportieren|^すべて書き出す/ }).click()
      await window.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'guide-result',
    address: '/guide',
    prepare: async (window) => {
      // The guide remembers; begin anew in each language.
      const again = window.getByRole('button', { name: /Start again|Von vorn|最初から/ })
      if ((await again.count()) > 0) await again.click()
      for (const place of [0, 0, 2, 1, 2, 1, 2, 1, 1, 1, 1, 1, 2]) await window.locator('[data-guide-question]').getByRole('button').nth(place).click()
      await window.locator('summary').click()
    },
  },
  { name: 'series', address: '/series?template=mutual-nda' },
  { name: 'glossary', address: '/glossary' },
  { name: 'trash', address: '/trash' },
  { name: 'settings', address: '/settings' },
  { name: 'about', address: '/about' },
  { name: 'drafting-party', address: `/drafts/${seed.begun}` },
  { name: 'drafting-text', address: `/drafts/${seed.filled}?page=purpose` },
  { name: 'drafting-clause', address: `/drafts/${seed.cooperation}?page=results` },
  { name: 'drafting-list', address: `/drafts/${seed.cooperation}?page=project` },
  { name: 'drafting-open', address: `/drafts/${seed.filled}?page=time` },
  { name: 'open-points', address: `/drafts/${seed.cooperation}?view=openPoints` },
  { name: 'balance', address: `/drafts/${seed.cooperation}?view=balance` },
  { name: 'revisions', address: `/drafts/${seed.filled}?view=revisions` },
  { name: 'returned-empty', address: `/drafts/${seed.filled}/returned` },
  { name: 'returned', address: `/drafts/${seed.returned}/returned?change=${seed.change}` },
  { name: 'returned-register', address: `/drafts/${seed.returned}/returned?view=register` },
  { name: 'returned-missing', address: '/drafts/none/returned' },
  { name: 'drafting-deviations', address: `/drafts/${seed.returned}?page=purpose` },
  {
    name: 'comparison-words',
    address: `/drafts/${seed.filled}?view=comparison`,
    prepare: async (window) => {
      await window.locator('[data-change]').first().waitFor()
      for (let step = 0; step < 3; step += 1) await window.keyboard.press('Alt+PageDown')
      await window.locator('[data-current]').waitFor()
    },
  },
  {
    name: 'comparison-clauses',
    address: `/drafts/${seed.filled}?view=comparison`,
    prepare: (window) => window.getByRole('radio', { name: /Klausel|clause|条項/ }).click(),
  },
  {
    name: 'comparison-answers',
    address: `/drafts/${seed.filled}?view=comparison`,
    prepare: (window) => window.getByRole('radio', { name: /Antwort|answer|回答/ }).click(),
  },
  { name: 'comparison-template', address: `/drafts/${seed.cooperation}?view=comparison` },
  {
    name: 'comparison-export',
    address: `/drafts/${seed.filled}?view=comparison`,
    prepare: async (window) => {
      await window.getByRole('button', { name: /redline|Änderungsfassung|変更履歴/ }).click()
      await window.getByRole('dialog').waitFor()
    },
  },
  { name: 'checklist-begin', address: `/drafts/${seed.checklist}` },
  { name: 'checklist-questions', address: `/drafts/${seed.checklist}?page=access` },
  { name: 'checklist-result', address: `/drafts/${seed.checklist}?view=result` },
  { name: 'checklist-plan', address: `/drafts/${seed.checklist}?view=plan` },
  { name: 'checklist-repeated', address: `/drafts/${seed.repeated}?view=result` },
  { name: 'checklist-changes', address: `/drafts/${seed.repeated}?view=changes` },
  { name: 'drafting-finding', address: `/drafts/${seed.fromFindings}?question=secrecy_term` },
  { name: 'open-points-findings', address: `/drafts/${seed.fromFindings}?view=openPoints` },
  {
    name: 'deal-with-finding',
    address: `/drafts/${seed.checklist}?view=result`,
    prepare: async (window) => {
      await window
        .getByRole('button', { name: /^Deal with it|^Damit umgehen|^対応する/ })
        .first()
        .click()
      await window.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'begin-from-findings',
    address: `/drafts/${seed.checklist}?view=result`,
    prepare: async (window) => {
      await window
        .getByRole('button', { name: /^Begin .* from \d+ findings|aus \d+ Feststellungen beginnen$|^指摘事項\d+件から/ })
        .first()
        .click()
      await window.getByRole('dialog').waitFor()
    },
  },
  { name: 'guide-from-check', address: `/guide?run=${seed.checklist}` },
  { name: 'missing-draft', address: '/drafts/none' },
  {
    name: 'new-draft',
    address: '/',
    prepare: async (window) => {
      await window.keyboard.press('Control+n')
      await window.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'export',
    address: `/drafts/${seed.cooperation}`,
    prepare: async (window) => {
      await window.keyboard.press('Control+e')
      await window.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'delete-for-good',
    address: '/trash',
    prepare: async (window) => {
      await window.getByRole('main').getByRole('listitem').first().getByRole('button').last().click()
      await window.getByRole('alertdialog').waitFor()
    },
  },
  {
    name: 'shortcuts',
    address: '/settings',
    prepare: async (window) => {
      await window.keyboard.press('Control+/')
      await window.getByRole('dialog').waitFor()
    },
  },
]

/** Opens a screen and makes it ready to be looked at. */
export const openScreen = async (window: Page, screen: Screen): Promise<void> => {
  await goTo(window, screen.address)
  await screen.prepare?.(window)
  // Dialogs and popovers fade in; half-faded words have no contrast.
  await window.waitForTimeout(300)
}

/** Closes whatever lies on top. */
export const closeDialogs = async (window: Page): Promise<void> => {
  if ((await window.getByRole('dialog').count()) + (await window.getByRole('alertdialog').count()) > 0) await window.keyboard.press('Escape')
}
