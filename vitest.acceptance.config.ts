import { defineConfig } from 'vitest/config';

/** The numbers that the project promises, at full size: `npm run acceptance`. */
export default defineConfig({
  test: {
    include: ['test/acceptance/**/*.slow.test.ts'],
    setupFiles: ['test/set-up.ts'],
    testTimeout: 900_000,
    maxWorkers: 2,
    disableConsoleIntercept: true,
  },
});
