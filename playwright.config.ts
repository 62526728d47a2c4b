import { defineConfig } from '@playwright/test'

// Started by scripts/e2e.mjs, which provides an Electron, a display and a user for it.
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: process.env['MUSUBI_E2E_OUTPUT'] ?? 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Each test starts an app of its own; more than two at a time only make each other slow.
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] === undefined ? 'list' : [['list'], ['json']],
})
