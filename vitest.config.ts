import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.{ts,mjs}', 'tests/conformance/**/*.test.ts'],
    // Golden documents and property tests take a while on a slow machine; none of them waits for anything.
    testTimeout: 20_000,
    restoreMocks: true,
  },
})
