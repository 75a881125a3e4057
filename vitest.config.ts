import { defineConfig } from 'vitest/config';

/** Tests of processes, back ends and engines: each file has a world of its own. */
const ALONE = ['test/{cli,engine,tensorflow,train,fuzz}/**/*.test.ts', 'test/*.test.ts'];

/** Slow tests run at full size by `npm run acceptance`, those in a browser by `npm run test:browser`. */
const ELSEWHERE = ['test/**/*.slow.test.ts', 'test/**/*.browser.test.ts'];

export default defineConfig({
  test: {
    setupFiles: ['test/set-up.ts'],
    testTimeout: 60_000,
    pool: 'threads',
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE, exclude: ELSEWHERE } },
      // Pure functions share their modules: loading them anew for each file would take as long as the tests.
      {
        extends: true,
        test: { name: 'shared', include: ['test/**/*.test.ts'], exclude: [...ALONE, ...ELSEWHERE], isolate: false },
      },
    ],
  },
});
