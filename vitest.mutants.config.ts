import { defineConfig } from 'vitest/config';

/** The tests that `npm run mutants` runs against changed code. */
export default defineConfig({
  test: {
    include: process.env.BULKWEAVE_TESTS?.split(' ') ?? [],
    setupFiles: ['test/set-up.ts'],
    testTimeout: 60_000,
  },
});
