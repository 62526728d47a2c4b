import os from 'node:os'

import { defineConfig } from 'vitest/config'

// Golden documents and property tests take a while on a slow machine; none of them waits for anything.
const shared = { environment: 'node', testTimeout: 20_000, restoreMocks: true } as const

export default defineConfig({
  test: {
    // By itself vitest leaves one core free, which on a machine with two means one file after the other.
    maxWorkers: os.availableParallelism(),
    projects: [
      { test: { ...shared, name: 'unit', include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.{ts,mjs}'] } },
      // Whole documents, written and read back with independent readers. It may take minutes, so `npm run check` leaves it out.
      { test: { ...shared, name: 'conformance', include: ['tests/conformance/**/*.test.{ts,tsx}'], testTimeout: 120_000 } },
    ],
  },
})
