import { defineConfig } from 'vitest/config';

/** Damaged files for every reader, 40 000 by default, from a new seed each time; `FUZZ_SEED=… npm run fuzz` repeats one. */
export default defineConfig({
  test: {
    include: ['test/fuzz/*.test.ts'],
    testTimeout: 1_800_000,
    env: {
      FUZZ_RUNS: process.env.FUZZ_RUNS ?? '2500',
      FUZZ_SEED: process.env.FUZZ_SEED ?? String(Date.now() % 2 ** 31),
    },
  },
});
