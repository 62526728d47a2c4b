// Draws docs/screenshots; run by `npm run screenshots`, left out of the ordinary tests.
import { writeFile } from 'node:fs/promises'
import path from 'node:path'

import { test } from '../fixtures.ts'
import { closeDialogs, openScreen, screensOf, setLook, setSize } from './look.ts'
import { seedDrafts } from './seed.ts'

const folder = process.env['MUSUBI_SCREENSHOTS']

test.describe('screenshots', () => {
  test.skip(folder === undefined, 'only on request')
  for (const theme of ['light', 'dark'] as const) {
    test(theme, async ({ app, window }) => {
      test.setTimeout(480_000)
      await setSize(app, 1440, 900)
      const seed = await seedDrafts(window)
      for (const language of ['en', 'de', 'ja'] as const) {
        await setLook(window, { theme, language })
        for (const screen of screensOf(seed)) {
          // One language is enough for most; the drafting screen and the result are what people look at.
          if (language !== 'en' && !['home', 'drafting-clause', 'open-points', 'checklist-result'].includes(screen.name)) continue
          await openScreen(window, screen)
          await window.waitForTimeout(700)
          await window.screenshot({ path: path.join(folder ?? '', `${screen.name}-${theme}${language === 'en' ? '' : `-${language}`}.png`) })
          await closeDialogs(window)
        }
      }
      await setLook(window, { theme, language: 'en' })
      for (const [width, height, zoom, suffix] of [
        [1024, 768, 1, '1024'],
        [1440, 900, 2, 'zoom-200'],
      ] as const) {
        await setSize(app, width, height, zoom)
        for (const screen of screensOf(seed).filter(({ name }) => ['home', 'drafting-clause', 'checklist-result'].includes(name))) {
          await openScreen(window, screen)
          await window.waitForTimeout(500)
          // Taken by the window itself: Playwright cuts a zoomed page off at its unzoomed size.
          const picture = await app.evaluate(
            async ({ BrowserWindow }) => (await BrowserWindow.getAllWindows()[0]?.webContents.capturePage())?.toPNG().toString('base64') ?? '',
          )
          await writeFile(path.join(folder ?? '', `${screen.name}-${theme}-${suffix}.png`), Buffer.from(picture, 'base64'))
        }
      }
    })
  }
})
