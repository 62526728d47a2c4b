import { expect, test } from '../fixtures.ts'
import { closeDialogs, openScreen, screensOf, setLook, setSize } from './look.ts'
import { seedDrafts } from './seed.ts'
import { sideways } from '../support/sideways.ts'
import { violations } from '../support/violations.ts'

for (const theme of ['light', 'dark'] as const) {
  for (const language of ['de', 'en'] as const) {
    test(`no screen has accessibility violations: ${theme}, ${language}`, async ({ app, window }) => {
      test.setTimeout(480_000)
      await setSize(app, 1440, 900)
      const seed = await seedDrafts(window)
      await setLook(window, { theme, language })
      for (const screen of screensOf(seed)) {
        await openScreen(window, screen)
        expect.soft(await violations(window), screen.name).toEqual([])
        await closeDialogs(window)
      }
    })
  }
}

test('an empty app teaches, without accessibility violations', async ({ window }) => {
  for (const name of ['home', 'agreements', 'checklists', 'trash']) {
    await openScreen(window, { name, address: name === 'home' ? '/' : `/${name}` })
    await expect(window.getByRole('heading', { level: 2 }).last()).toBeVisible()
    expect.soft(await violations(window), name).toEqual([])
  }
})

test('nothing scrolls sideways on a small window or at 200 % zoom', async ({ app, window }) => {
  test.setTimeout(480_000)
  const seed = await seedDrafts(window)
  await setLook(window, { theme: 'light', language: 'de' })
  for (const [width, height, zoom] of [
    [1024, 768, 1],
    [1440, 900, 2],
  ] as const) {
    await setSize(app, width, height, zoom)
    await window.waitForFunction((expected) => Math.abs(globalThis.innerWidth - expected) < 8, width / zoom)
    for (const screen of screensOf(seed)) {
      await openScreen(window, screen)
      expect.soft(await sideways(window), `${screen.name} at ${width / zoom}`).toEqual([])
      if (zoom === 2 && screen.name.startsWith('drafting')) expect.soft(await violations(window), `${screen.name} at ${width / zoom}`).toEqual([])
      await closeDialogs(window)
    }
  }
})
