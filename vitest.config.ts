import { defineConfig } from 'vitest/config';

/** Tests of the command, of engines and back ends: each file has a world of its own. */
const ALONE = ['test/{cli,engine,tensorflow,fuzz}/**/*.test.ts', 'test/*.test.ts'];

/** What is built and packed, and what the command does as a process: run by `npm run test:package`. */
const PACKAGE = [
  'test/{index,readme,package-contents}.test.ts',
  'test/cli/signals.test.ts',
  'test/engine/wasm-bytes.test.ts',
  'test/tensorflow/documentation.test.ts',
];

/** Slow tests run at full size by `npm run acceptance`, those in a browser by `npm run test:browser`. */
const ELSEWHERE = ['test/**/*.slow.test.ts', 'test/**/*.browser.test.ts'];

export default defineConfig({
  test: {
    setupFiles: ['test/set-up.ts'],
    testTimeout: 60_000,
    pool: 'threads',
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE, exclude: [...PACKAGE, ...ELSEWHERE] } },
      // Pure functions share their modules: loading them anew for each file would take as long as the tests.
      {
        extends: true,
        test: { name: 'shared', include: ['test/**/*.test.ts'], exclude: [...ALONE, ...ELSEWHERE], isolate: false },
      },
      { extends: true, test: { name: 'package', include: PACKAGE } },
    ],
  },
});
