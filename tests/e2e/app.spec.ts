import { expect, test } from './fixtures.ts'
import { call, keepPorts } from './support/page-ports.ts'

test('opens a window whose page reaches core and desktop', async ({ window }) => {
  await keepPorts(window)
  expect(await call(window, 'core', 'system.ping')).toMatchObject({ status: 200, body: { version: expect.stringMatching(/^\d+\.\d+\.\d+$/) } })
  expect(await call(window, 'desktop', 'app.info')).toMatchObject({ status: 200, body: { platform: 'linux', systemLanguage: expect.stringMatching(/^en/) } })
})
